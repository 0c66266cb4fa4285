import Testing

/// The small plan with one place changed, and what must be said about it.
struct Spoiled: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let old: String
  let new: String
  /// `line:column code path`.
  let problems: [String]

  init(_ title: String, _ old: String, _ new: String, _ problems: [String]) {
    testDescription = title
    self.old = old
    self.new = new
    self.problems = problems
  }

  var text: String { SmallPlan.text(replacing: old, with: new) }

  static let all = shapes + names + figures
}

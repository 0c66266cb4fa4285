import PlanModel

/// The explanations of a submission's rows (核实说明) that are real: words of their own, not an empty phrase, and no copy
/// of another row's.
public struct Explanations {
  private var texts: [String: String] = [:]

  init(_ submission: Submission) {
    self.init(
      submission.rows.compactMap { row in
        guard case .text(let text) = row.figure(in: .explanation) else { return nil }
        // A cell that is merged over several rows is one explanation of them all.
        return (row.code, text, row.explanation.origin.map { "\($0.sheet)!\($0.cell)" } ?? row.code)
      })
  }

  /// - Parameter entries: what stands in 核实说明 of which row, and in which place.
  public init(_ entries: [(code: String, text: String, place: String)]) {
    var places: [String: Set<String>] = [:]
    var real: [(code: String, text: String, words: String)] = []
    for (code, text, place) in entries {
      let words = Explanation.words(of: text)
      guard Explanation.isReal(words: words) else { continue }
      places[words, default: []].insert(place)
      real.append((code, text, words))
    }
    for (code, text, words) in real where places[words]?.count == 1 { texts[code] = text }
  }

  /// Returns the explanation of an indicator's row; `nil` unless it is a real one.
  public func text(of code: String) -> String? { texts[code] }
}

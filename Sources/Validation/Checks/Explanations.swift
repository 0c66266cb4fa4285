import PlanModel

/// The explanations of a submission's rows (核实说明) that are real: words of their own, not an empty phrase, and no copy
/// of another row's.
struct Explanations {
  private var texts: [String: String] = [:]

  init(_ submission: Submission) {
    // A cell that is merged over several rows is one explanation of them all.
    var places: [String: Set<String>] = [:]
    var real: [(code: String, text: String, words: String)] = []
    for row in submission.rows {
      guard case .text(let text) = row.explanation.figure else { continue }
      let words = Explanation.words(of: text)
      guard Explanation.isReal(words: words) else { continue }
      places[words, default: []].insert(row.explanation.origin.map { "\($0.sheet)!\($0.cell)" } ?? row.code)
      real.append((row.code, text, words))
    }
    for (code, text, words) in real where places[words]?.count == 1 { texts[code] = text }
  }

  /// The explanation of an indicator's row; `nil` unless it is a real one.
  func text(of code: String) -> String? { texts[code] }
}

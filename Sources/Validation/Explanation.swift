import PlanModel

/// What counts as an explanation in 核实说明.
enum Explanation {
  /// Words that say nothing, compared without punctuation and white space.
  static let emptyPhrases = [
    "核实无误", "已核实", "属实", "情况属实", "无", "没有", "正常", "无误", "同上", "暂无", "数据无误", "数据属实", "经核实无误",
  ]
  /// UTF-16 units without punctuation and white space, as a spreadsheet counts them.
  static let leastLength = 4
  /// What says nothing wherever it stands.
  static let ignored: [Unicode.Scalar] = Array(" \u{3000}。，、；：！？,.;:!?“”‘’\"'".unicodeScalars)

  private static let empty = Set(emptyPhrases)
  private static let ignoredSet = Set(ignored)

  /// Returns the text without white space, punctuation and quotes.
  static func words(of text: String) -> String {
    var words = ""
    words.unicodeScalars.append(contentsOf: text.unicodeScalars.lazy.filter { !ignoredSet.contains($0) })
    return words
  }

  /// Returns true for words that are no empty phrase and long enough.
  static func isReal(words: String) -> Bool { words.utf16.count >= leastLength && !empty.contains(words) }

  static func isReal(_ figure: Figure) -> Bool {
    guard case .text(let text) = figure else { return false }
    return isReal(words: words(of: text))
  }
}

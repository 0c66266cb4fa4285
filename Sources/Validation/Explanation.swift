import PlanModel

/// What counts as an explanation in 核实说明.
enum Explanation {
  /// Words that say nothing, compared without punctuation and white space.
  private static let empty: Set<String> = [
    "核实无误", "已核实", "属实", "情况属实", "无", "没有", "正常", "无误", "同上", "暂无", "数据无误",
  ]

  static func isReal(_ figure: Figure) -> Bool {
    guard case .text(let text) = figure else { return false }
    let words = text.filter { $0.isLetter || $0.isNumber }
    return words.count >= 4 && !empty.contains(words)
  }
}

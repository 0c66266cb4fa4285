public import PlanModel

extension RuleSource {
  /// How to mend it, said before anything is filled in: in Chinese, the names in braces by what they stand for.
  public var generalRemedy: String {
    MessageTemplate.filled(words.remedy) { name, _ in
      switch name {
      case "value": "所填的数"
      case "expected": generalExpectation
      case "difference": "差额"
      case "text": "所填的字"
      case "column": at.first?.chinese ?? "本栏"
      case "indicator": "本指标"
      case "unit": "本单位"
      case "measure": "计量单位"
      default: nil
      }
    }
  }

  /// What is wanted: the one thing that the rule compares with, the cells that must say something, or what the cell takes.
  private var generalExpectation: String {
    if let expected, expected.text.allSatisfy({ $0.isLetter }) { return expected.text }
    return at.count > 1 ? at.map(\.chinese).joined(separator: "、") : "本栏要求的数、日期或文字"
  }
}

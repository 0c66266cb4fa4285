public import PlanModel

/// The words of a finding: where, what stood there, and how to mend it. Made last, from the finding's values alone.
public struct FindingWords: Hashable, Sendable {
  /// `填报表!E7`, or the file's name where the finding is about the whole file.
  public let place: String
  /// What is wrong, without a full stop.
  public let what: String
  /// How to mend it, without a full stop.
  public let remedy: String

  /// The words for one finding, or for several merged by `merged(_:)`.
  public init(_ finding: Finding, language: Language = .chinese) {
    let cells = finding.cells.joined(separator: language("、", ", "))
    place =
      switch (finding.sheet, cells) {
      case (nil, _): finding.file
      case (let sheet?, ""): sheet
      case (let sheet?, let cells): "\(sheet)!\(cells)"
      }
    let rule = BuiltInRule(rawValue: finding.rule)
    let words = rule.map { language == .chinese ? $0.chinese(finding) : $0.english(finding) }
    what = words?.what ?? finding.rule
    remedy = words?.remedy ?? ""
  }

  /// One line: `填报表!E7：完成值“约八成”不是数字，请只填数字，例如80。`
  public func line(_ language: Language = .chinese) -> String {
    "\(place)\(language("：", ": "))\(sentence(language))"
  }

  /// The line without the place.
  public func sentence(_ language: Language = .chinese) -> String {
    let joint = language("，", remedy.first?.isUppercase == true ? ". " : "; ")
    return "\(what)\(remedy.isEmpty ? "" : joint + remedy)\(language("。", "."))"
  }

  /// Findings that say the same of several cells become one with all the cells; the order of first mention stays.
  public static func merged(_ findings: [Finding]) -> [Finding] {
    var order: [Finding] = []
    var cells: [Finding: [String]] = [:]
    for finding in findings {
      let key = finding.with(cells: [])
      if cells[key] == nil { order.append(key) }
      for cell in finding.cells where cells[key]?.contains(cell) != true { cells[key, default: []].append(cell) }
      if cells[key] == nil { cells[key] = [] }
    }
    return order.map { $0.with(cells: cells[$0] ?? []) }
  }
}

extension Finding {
  fileprivate func with(cells: [String]) -> Finding {
    // The row's code tells apart what the words do not: it goes when cells are merged.
    Finding(
      id: id, rule: rule, grade: grade, unit: unit, file: file, sheet: sheet, cells: cells,
      indicator: cells.isEmpty ? nil : indicator, column: column, text: text, value: value, expected: expected)
  }
}

extension Finding.Grade {
  public var chinese: String {
    switch self {
    case .error: "强制性"
    case .warning: "核实性"
    case .notice: "提示"
    }
  }
}

public import PlanModel

/// The words of a finding: where, what stood there, and how to mend it. Made last, from the finding's values alone.
public struct FindingWords: Hashable, Sendable {
  /// `填报表!E7（适老化改造）`, or the file's name where the finding is about the whole file.
  public let place: String
  /// What is wrong, without a full stop.
  public let what: String
  /// How to mend it, without a full stop.
  public let remedy: String

  /// How many cells a place names.
  private static let mostCells = 100

  /// The words for one finding, or for several merged by `merged(_:)`.
  ///
  /// - Parameters:
  ///   - rules: whose words are used.
  ///   - masking: identity and telephone numbers in texts are masked; not in the unit's own files.
  ///   - name: of the indicator of a code, to stand behind its cell; `nil` names none.
  public init(
    _ finding: Finding, rules: RuleCatalogue = .builtIn, language: Language = .chinese, masking: Bool = true,
    name: (String) -> String? = { _ in nil }
  ) {
    let named = finding.cells.prefix(Self.mostCells).joined(separator: language("、", ", "))
    let cells =
      finding.cells.count > Self.mostCells
      ? named + language("等\(finding.cells.count)格", " and more, \(finding.cells.count) in all") : named
    let of = finding.indicator.flatMap(name).map { language("（\($0)）", " (\($0))") } ?? ""
    place =
      switch (finding.sheet, cells) {
      case (nil, _): finding.file
      case (let sheet?, ""): sheet
      case (let sheet?, let cells): "\(sheet)!\(cells)\(of)"
      }
    (what, remedy) = rules.words(finding, language, masking: masking)
  }

  /// Returns one line: `填报表!E7：完成值“约八成”不是数字，请只填数字，例如80。`
  public func line(_ language: Language = .chinese) -> String {
    "\(place)\(language("：", ": "))\(sentence(language))"
  }

  /// Returns the line without the place.
  public func sentence(_ language: Language = .chinese) -> String {
    let joint = language("，", remedy.first?.isUppercase == true ? ". " : "; ")
    return "\(what)\(remedy.isEmpty ? "" : joint + remedy)\(language("。", "."))"
  }

  /// Returns the findings, of which those that say the same of several cells become one with all the cells; the order
  /// of first mention stays.
  ///
  /// Required cells left blank become one however many kinds of figure they are for: a blank column is one thing.
  public static func merged(_ findings: [Finding]) -> [Finding] {
    var order: [Finding] = []
    var groups: [Finding: [Finding]] = [:]
    for finding in findings {
      let key = finding.key
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(finding)
    }
    return order.compactMap { key in groups[key].map(Self.joined) }
  }

  private static func joined(_ group: [Finding]) -> Finding {
    var finding = group[0]
    var cells: Set<String> = []
    finding.cells = group.flatMap(\.cells).filter { cells.insert($0).inserted }
    // Of one indicator, it stays named; of several, the cells say it.
    if Set(group.map(\.indicator)).count > 1 { finding.indicator = nil }
    return finding.with(column: distinct(group.map(\.column)), expected: distinct(group.map(\.expected)))
  }

  /// Returns the different ones among the texts, in order of first mention.
  private static func distinct(_ texts: [String?]) -> String? {
    var seen: Set<String> = []
    let found = texts.compactMap(\.self).filter { seen.insert($0).inserted }
    return found.isEmpty ? nil : found.joined(separator: "；")
  }

  /// Returns the findings of a file for a reader who should not be buried: of each rule the first `limit`, and how many
  /// more there are of it.
  public static func shown(_ findings: [Finding], atMost limit: Int) -> [(finding: Finding, more: Int)] {
    var counts: [String: Int] = [:]
    for finding in findings { counts[finding.rule, default: 0] += 1 }
    var seen: [String: Int] = [:]
    return findings.compactMap { finding in
      let number = seen[finding.rule, default: 0] + 1
      seen[finding.rule] = number
      guard number <= limit else { return nil }
      return (finding, number == limit ? (counts[finding.rule] ?? number) - number : 0)
    }
  }
}

extension Finding {
  /// Equal for findings that say the same.
  fileprivate var key: Finding {
    var key = self
    (key.cells, key.indicator) = ([], nil)
    return rule == BuiltInRule.requiredBlank.rawValue ? key.with(column: nil, expected: nil) : key
  }

  fileprivate func with(column: String?, expected: String?) -> Finding {
    Finding(
      id: id, rule: rule, grade: grade, resolution: resolution, unit: unit, file: file, sheet: sheet, cells: cells,
      indicator: indicator, column: column, text: text, value: value, expected: expected, difference: difference)
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

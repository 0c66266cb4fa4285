public import PlanModel

/// The words of a finding: where, what stood there, and how to mend it. Made last, from the finding's values alone.
public struct FindingWords: Hashable, Sendable {
  /// `填报表!E7（适老化改造）`, or the file's name where the finding is about the whole file.
  public let place: String
  /// What is wrong, without a full stop.
  public let what: String
  /// How to mend it, without a full stop.
  public let remedy: String

  /// The words for one finding, or for several merged by `merged(_:)`.
  ///
  /// - Parameters:
  ///   - rules: whose words are used.
  ///   - name: of the indicator of a code, to stand behind its cell; `nil` names none.
  public init(
    _ finding: Finding, rules: RuleCatalogue = .builtIn, language: Language = .chinese,
    name: (String) -> String? = { _ in nil }
  ) {
    let cells = finding.cells.joined(separator: language("、", ", "))
    let of = finding.indicator.flatMap(name).map { language("（\($0)）", " (\($0))") } ?? ""
    place =
      switch (finding.sheet, cells) {
      case (nil, _): finding.file
      case (let sheet?, ""): sheet
      case (let sheet?, let cells): "\(sheet)!\(cells)\(of)"
      }
    (what, remedy) = rules.words(finding, language)
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
    var codes: [Finding: Set<String?>] = [:]
    for finding in findings {
      let key = finding.with(cells: [], indicator: nil)
      if cells[key] == nil { order.append(key) }
      cells[key, default: []] += finding.cells.filter { cells[key]?.contains($0) != true }
      codes[key, default: []].insert(finding.indicator)
    }
    return order.map { key in
      // Of one indicator, it stays named; of several, the cells say it.
      let code = codes[key].flatMap { $0.count == 1 ? $0.first : nil } ?? nil
      return key.with(cells: cells[key] ?? [], indicator: code)
    }
  }
}

extension Finding {
  fileprivate func with(cells: [String], indicator: String?) -> Finding {
    var finding = self
    (finding.cells, finding.indicator) = (cells, indicator)
    return finding
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

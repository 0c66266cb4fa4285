import PlanModel

/// A finding as the ledger keeps it; the file is the reading's.
struct FindingRecord: Hashable, Codable {
  var id: String
  var rule: String
  var grade: String
  /// `open`, `trial 2024-06`, `explained 原因`, `waived 2024-12-31 批准人`; absent for open.
  var standing: String?
  var unit: String?
  var sheet: String?
  var cells: [String]?
  var indicator: String?
  var column: String?
  var text: String?
  var value: String?
  var expected: String?
  var difference: String?

  init(_ finding: Finding) {
    id = finding.id
    rule = finding.rule
    grade = finding.grade.rawValue
    standing =
      switch finding.resolution {
      case .open: nil
      case .trial(let until): "trial \(until)"
      case .explained(let words): "explained \(words)"
      case .waived(let by, let until): "waived \(until) \(by)"
      }
    unit = finding.unit
    sheet = finding.sheet
    cells = finding.cells.isEmpty ? nil : finding.cells
    indicator = finding.indicator
    column = finding.column
    text = finding.text
    value = finding.value
    expected = finding.expected
    difference = finding.difference
  }

  struct Unreadable: Error {}

  func finding(in file: String) throws -> Finding {
    guard let grade = Finding.Grade(rawValue: grade) else { throw Unreadable() }
    return Finding(
      id: id, rule: rule, grade: grade, resolution: try readResolution(), unit: unit, file: file, sheet: sheet,
      cells: cells ?? [], indicator: indicator, column: column, text: text, value: value, expected: expected,
      difference: difference)
  }

  private func readResolution() throws -> Finding.Resolution {
    guard let standing else { return .open }
    let parts = standing.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw Unreadable() }
    switch parts[0] {
    case "trial":
      guard let until = Period(parts[1]) else { throw Unreadable() }
      return .trial(until: until)
    case "explained": return .explained(parts[1])
    case "waived":
      let rest = parts[1].split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard rest.count == 2, let until = CivilDate(rest[0]) else { throw Unreadable() }
      return .waived(by: rest[1], until: until)
    default: throw Unreadable()
    }
  }
}

import PlanModel
import SpreadsheetML
import XLSXReading

/// Reads 任务分解表: a row for each indicator, a column for each unit, found by the words of the header.
struct AllocationSheet {
  /// The split of one indicator's target.
  struct Row: Hashable {
    let code: String
    /// By unit, in the order of the columns, with the cell.
    let shares: [Share]
  }

  struct Share: Hashable {
    let unit: String
    let value: FixedDecimal
    let cell: String
  }

  /// What is wrong with the table.
  enum Problem: Hashable, Sendable {
    case noTable
    /// Two columns name one unit.
    case unitTwice(unit: String, place: String)
    case unknownIndicator(place: String, text: String)
    case noNumber(place: String, text: String)
    case unsure(place: String, CellFault)
    case twice(code: String, place: String)
    case noTarget(code: String, place: String)
    case notReporting(code: String, unit: String, place: String)
    case sum(code: String, name: String, place: String, sum: FixedDecimal?, target: FixedDecimal)
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [Problem] = []
  let plan: Plan

  private static let names: Set<String> = ["指标", "指标名称", "工作任务", "任务", "项目", "目标任务"]
  private static let codes: Set<String> = ["编码", "指标编码", "代码"]

  init(_ workbook: Workbook, plan: Plan) throws(XLSXReadError) {
    self.plan = plan
    for worksheet in workbook.worksheets {
      let snapshot = try worksheet.snapshot()
      read(snapshot.filledRows, of: snapshot)
    }
    if rows.isEmpty && problems.isEmpty { problems = [.noTable] }
  }

  private static func text(_ cell: SnapshotCell?) -> String {
    switch cell?.value {
    case .string(let text)?: text.filter { !$0.isWhitespace }
    case .number(let number)?: FixedDecimal(shortest: number)?.shortest ?? ""
    default: ""
    }
  }

  private mutating func read(_ table: [Int: [SnapshotCell]], of snapshot: SheetSnapshot) {
    let sheet = snapshot.name
    for header in table.keys.sorted().prefix(50) {
      let cells = table[header] ?? []
      var units: [(column: Int, unit: String)] = []
      var (code, name): (Int?, Int?) = (nil, nil)
      for cell in cells {
        let text = Self.text(cell)
        if Self.codes.contains(text) { code = cell.reference.column }
        if Self.names.contains(text) { name = cell.reference.column }
        if let unit = plan.unit(named: text), plan.reporting.units.contains(unit.id) {
          units.append((cell.reference.column, unit.id))
        }
      }
      guard units.count >= 2, code != nil || name != nil else { continue }
      // Of a head that shows another word than it holds nobody knows whose column it is.
      for cell in cells {
        guard let fault = cell.fault ?? snapshot.conditionalFault(of: cell) else { continue }
        problems.append(.unsure(place: "\(sheet)!\(cell.reference.a1)", fault))
      }
      for (index, own) in units.enumerated() where units[..<index].contains(where: { $0.unit == own.unit }) {
        problems.append(
          .unitTwice(
            unit: plan.unit(id: own.unit)?.name ?? own.unit,
            place: "\(sheet)!\(CellReference(row: header, column: own.column).a1)"))
      }
      for row in table.keys.sorted() where row > header {
        take(table[row] ?? [], of: snapshot, code: code, name: name, units: units)
      }
      return
    }
  }

  private mutating func take(
    _ cells: [SnapshotCell], of snapshot: SheetSnapshot, code: Int?, name: Int?, units: [(column: Int, unit: String)]
  ) {
    let sheet = snapshot.name
    func cell(_ column: Int?) -> SnapshotCell? { cells.first { $0.reference.column == column } }
    // A line of totals is no indicator's, wherever it says so.
    if cells.contains(where: { ["合计", "小计", "总计"].contains(Self.text($0)) }) { return }
    let known = problems.count
    var shares: [Share] = []
    for cell in [cell(code), cell(name)] {
      if let cell, let fault = cell.fault ?? snapshot.conditionalFault(of: cell) {
        problems.append(.unsure(place: "\(sheet)!\(cell.reference.a1)", fault))
      }
    }
    for (column, unit) in units {
      guard let cell = cell(column) else { continue }
      let place = "\(sheet)!\(cell.reference.a1)"
      let text: String
      do throws(CellFault) {
        if let fault = snapshot.conditionalFault(of: cell) { throw fault }
        text = try cell.figureText(measure: "").filter { !$0.isWhitespace }
      } catch {
        problems.append(.unsure(place: place, error))
        continue
      }
      if text.isEmpty || ["—", "/", "-"].contains(text) { continue }
      guard let value = FixedDecimal(text), value >= .zero else {
        problems.append(.noNumber(place: place, text: text))
        continue
      }
      shares.append(Share(unit: unit, value: value, cell: cell.reference.a1))
    }
    guard let first = shares.first, problems.count == known else { return }
    let place = "\(sheet)!\(first.cell)"
    let words = [Self.text(cell(code)), Self.text(cell(name))]
    guard let indicator = indicator(code: words[0], name: words[1]) else {
      problems.append(.unknownIndicator(place: place, text: words.filter { !$0.isEmpty }.joined(separator: " ")))
      return
    }
    check(indicator, shares, sheet: sheet, place: place)
  }

  /// Returns the indicator of a code; without one that of a name that only one indicator has.
  private func indicator(code: String, name: String) -> Indicator? {
    if !code.isEmpty { return plan.indicator(code: code) }
    let named = plan.indicators.filter { $0.name.filter { !$0.isWhitespace } == name }
    return named.count == 1 ? named[0] : nil
  }

  private mutating func check(_ indicator: Indicator, _ shares: [Share], sheet: String, place: String) {
    if rows.contains(where: { $0.code == indicator.code }) {
      problems.append(.twice(code: indicator.code, place: place))
      return
    }
    for share in shares where !indicator.isReported(by: share.unit) {
      problems.append(
        .notReporting(
          code: indicator.code, unit: plan.unit(id: share.unit)?.name ?? share.unit, place: "\(sheet)!\(share.cell)"))
    }
    guard let target = indicator.value, indicator.kind != .ratio, indicator.isNumeric else {
      problems.append(.noTarget(code: indicator.code, place: place))
      return
    }
    let sum = try? shares.reduce(FixedDecimal.zero) { try $0.adding($1.value) }
    guard sum == target else {
      let range = "\(sheet)!\(shares[0].cell)\(shares.count > 1 ? ":\(shares[shares.count - 1].cell)" : "")"
      problems.append(.sum(code: indicator.code, name: indicator.name, place: range, sum: sum, target: target))
      return
    }
    rows.append(Row(code: indicator.code, shares: shares))
  }
}

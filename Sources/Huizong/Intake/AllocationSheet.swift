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
    /// Two columns have a head that only one may have.
    case headTwice(text: String, place: String)
    case unknownIndicator(place: String, text: String)
    /// The name in a row is not that of its code.
    case otherName(code: String, name: String, place: String, text: String)
    /// A year, or a unit of measure, that is not the plan's.
    case otherYear(place: String, text: String)
    case otherMeasure(code: String, place: String, text: String, measure: String)
    /// The row of an indicator that has a split in the plan, without a share.
    case noShares(code: String, name: String, place: String)
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
  private static let measures: Set<String> = ["计量单位", "单位"]
  private static let totals: Set<String> = ["合计", "小计", "总计"]
  /// Heads of columns with the target, or the sum of the shares.
  private static let targets: Set<String> = [
    "合计", "总计", "总数", "目标", "目标值", "年度目标", "年度目标值", "全市", "全市目标", "全市目标值", "任务数",
  ]

  /// The columns of a table.
  private struct Columns {
    var code: Int?
    /// Names of indicators or tasks.
    var names: [Int] = []
    var measure: Int?
    var totals: [Int] = []
    /// The unit of measure that stands above the table, and its cell.
    var title: (measure: String, place: String)?
    var units: [(column: Int, unit: String)] = []
  }

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
      var columns = Columns()
      var (heads, twice): (Set<String>, [SnapshotCell]) = ([], [])
      for cell in cells {
        let (text, column) = (Self.text(cell), cell.reference.column)
        let isCode = Self.codes.contains(text)
        if isCode || Self.names.contains(text) || Self.measures.contains(text) || Self.totals.contains(text),
          !heads.insert(isCode ? "编码" : text).inserted
        {
          twice.append(cell)
          continue
        }
        if isCode { columns.code = column }
        if Self.names.contains(text) { columns.names.append(column) }
        if Self.measures.contains(text) { columns.measure = column }
        if Self.targets.contains(text) { columns.totals.append(column) }
        if let unit = plan.unit(named: text), plan.reporting.units.contains(unit.id) {
          columns.units.append((column, unit.id))
        }
      }
      let units = columns.units
      guard units.count >= 2, columns.code != nil || !columns.names.isEmpty else { continue }
      problems += twice.map { .headTwice(text: Self.text($0), place: "\(sheet)!\($0.reference.a1)") }
      columns.title = checkTitle(table, above: header, sheet: sheet)
      // Of a head that shows another word than it holds nobody knows whose column it is.
      for cell in cells {
        let isHidden = units.contains { $0.column == cell.reference.column } && snapshot.isHidden(cell)
        guard let fault = cell.fault ?? snapshot.conditionalFault(of: cell) ?? (isHidden ? .hidden : nil) else {
          continue
        }
        problems.append(.unsure(place: "\(sheet)!\(cell.reference.a1)", fault))
      }
      for (index, own) in units.enumerated() where units[..<index].contains(where: { $0.unit == own.unit }) {
        problems.append(
          .unitTwice(
            unit: plan.unit(id: own.unit)?.name ?? own.unit,
            place: "\(sheet)!\(CellReference(row: header, column: own.column).a1)"))
      }
      if let last = table.keys.max(), last > header {
        problems += snapshot.merged(in: Set(units.map(\.column)), rows: (header + 1)...last).map {
          .unsure(place: "\(sheet)!\($0.a1)", .merged)
        }
      }
      for row in table.keys.sorted() where row > header {
        take(table[row] ?? [], of: snapshot, columns)
      }
      return
    }
  }

  private mutating func take(
    _ cells: [SnapshotCell], of snapshot: SheetSnapshot, _ columns: Columns
  ) {
    let sheet = snapshot.name
    func cell(_ column: Int?) -> SnapshotCell? { cells.first { $0.reference.column == column } }
    // A line of totals is no indicator's, wherever it says so.
    if cells.contains(where: { Self.totals.contains(Self.text($0)) }) { return }
    let known = problems.count
    var shares: [Share] = []
    for cell in [cell(columns.code)] + columns.names.map(cell) {
      if let cell, let fault = cell.fault ?? snapshot.conditionalFault(of: cell) {
        problems.append(.unsure(place: "\(sheet)!\(cell.reference.a1)", fault))
      }
    }
    for (column, unit) in columns.units {
      guard let cell = cell(column) else { continue }
      let place = "\(sheet)!\(cell.reference.a1)"
      let text: String
      do throws(CellFault) {
        if let fault = snapshot.conditionalFault(of: cell) { throw fault }
        if snapshot.isHidden(cell) { throw .hidden }
        // A blank within a number parts two of them.
        text = String(try SnapshotCell.trimmed(cell.figureText(measure: "")))
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
    guard problems.count == known else { return }
    let code = Self.text(cell(columns.code))
    let names = columns.names.map { Self.text(cell($0)) }.filter { !$0.isEmpty }
    guard let first = shares.first else {
      // The split that the plan has would stay, and the table has none.
      if let indicator = indicator(code: code, names: names), !indicator.allocation.isEmpty {
        let own = cells.first { $0.reference.column == columns.code ?? columns.names.first } ?? cells.first
        problems.append(
          .noShares(
            code: indicator.code, name: indicator.name, place: "\(sheet)!\(own?.reference.a1 ?? "")"))
      }
      return
    }
    let place = "\(sheet)!\(first.cell)"
    guard let indicator = indicator(code: code, names: names) else {
      let words = ([code] + names).filter { !$0.isEmpty }.joined(separator: " ")
      problems.append(.unknownIndicator(place: place, text: words))
      return
    }
    checkWords(of: indicator, columns, sheet: sheet, cell)
    guard problems.count == known else { return }
    check(indicator, shares, sheet: sheet, place: place)
    guard let target = indicator.value, problems.count == known else { return }
    for total in columns.totals.compactMap(cell) {
      guard case .number(let sum)? = total.value, let number = FixedDecimal(shortest: sum), number != target else {
        continue
      }
      problems.append(
        .sum(
          code: indicator.code, name: indicator.name, place: "\(sheet)!\(total.reference.a1)", sum: number,
          target: target))
    }
  }

  /// Returns the indicator of a code; without one that of a name that only one indicator has.
  private func indicator(code: String, names: [String]) -> Indicator? {
    if !code.isEmpty { return plan.indicator(code: code) }
    let named = plan.indicators.filter { names.contains(Self.key($0.name)) }
    return named.count == 1 ? named[0] : nil
  }

  private static func key(_ name: String) -> String { name.filter { !$0.isWhitespace } }

  /// Looks whether the names in a row are those of its code's indicator or task, and its unit of measure is the indicator's.
  private mutating func checkWords(
    of indicator: Indicator, _ columns: Columns, sheet: String, _ cell: (Int?) -> SnapshotCell?
  ) {
    let task = plan.tasks.first { $0.indicators.contains { $0.code == indicator.code } }
    let own = Set([indicator.name, task?.heading].compactMap { $0.map(Self.key) })
    for column in columns.names {
      guard let cell = cell(column), case let text = Self.text(cell), !text.isEmpty, !own.contains(text) else {
        continue
      }
      problems.append(
        .otherName(
          code: indicator.code, name: indicator.name, place: "\(sheet)!\(cell.reference.a1)", text: text))
    }
    guard let cell = cell(columns.measure), case let text = Self.text(cell), !text.isEmpty else {
      if let (measure, place) = columns.title, measure != Self.key(indicator.measure) {
        problems.append(
          .otherMeasure(code: indicator.code, place: place, text: measure, measure: indicator.measure))
      }
      return
    }
    guard !["—", "-", Self.key(indicator.measure)].contains(text) else { return }
    problems.append(
      .otherMeasure(
        code: indicator.code, place: "\(sheet)!\(cell.reference.a1)", text: text, measure: indicator.measure))
  }

  /// Looks whether the sheet or a title above the table names another year than the plan's; returns the unit of measure that
  /// stands there, with its cell.
  private mutating func checkTitle(
    _ table: [Int: [SnapshotCell]], above header: Int, sheet: String
  ) -> (measure: String, place: String)? {
    var measure: (measure: String, place: String)?
    func year(_ text: String) -> Substring? {
      text.firstMatch(of: /(20[0-9]{2})年/).map(\.1).flatMap { Int($0) == plan.year ? nil : $0 }
    }
    if let year = year(sheet) { problems.append(.otherYear(place: sheet, text: "\(year)年")) }
    for row in table.keys.filter({ $0 < header }).sorted() {
      for cell in table[row] ?? [] {
        guard case .string(let text)? = cell.value else { continue }
        let place = "\(sheet)!\(cell.reference.a1)"
        // The day on which a table was made is none of its figures'.
        if let year = year(text), !["日", "填表", "制表", "印发"].contains(where: text.contains) {
          problems.append(.otherYear(place: place, text: "\(year)年"))
        }
        if let found = text.firstMatch(of: /单位\s*[:：]\s*([^\s()（）,，;；“”]+)/)?.1, !found.hasPrefix("见"),
          plan.unit(named: String(found)) == nil
        {
          measure = (String(found), place)
        }
      }
    }
    return measure
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

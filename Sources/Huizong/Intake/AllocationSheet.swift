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
    /// A figure under a head that names no unit of the plan, and that is not the target either.
    case otherColumn(head: String, place: String, text: String)
    /// A share with more decimals than the indicator has.
    case decimals(code: String, place: String, text: String, places: Int)
    /// A line of sums that are not those of the shares above.
    case columnSum(place: String, text: String, sum: FixedDecimal)
    /// Words that say that the figures are what was done.
    case done(place: String, text: String)
  }

  private(set) var rows: [Row] = []
  var problems: [Problem] = []
  let plan: Plan
  var sums = ColumnSums()

  private static let names: Set<String> = ["指标", "指标名称", "工作任务", "任务", "项目", "目标任务"]
  private static let codes: Set<String> = ["编码", "指标编码", "代码"]
  private static let measures: Set<String> = ["计量单位", "单位"]
  private static let totals: Set<String> = ["合计", "小计", "总计"]
  /// Heads of columns with the target, or the sum of the shares.
  private static let targets: Set<String> = [
    "合计", "总计", "总数", "目标", "目标值", "年度目标", "年度目标值", "全市", "全市目标", "全市目标值", "任务数",
  ]

  /// The columns of a table.
  struct Columns {
    var code: Int?
    /// Names of indicators or tasks.
    var names: [Int] = []
    var measure: Int?
    var totals: [Int] = []
    var units: [(column: Int, unit: String)] = []
    /// The words of heads that say none of this, by column.
    var others: [Int: String] = [:]
    /// What is written about the shares.
    var context = AllocationContext()
  }

  init(_ workbook: Workbook, plan: Plan) throws(XLSXReadError) {
    self.plan = plan
    for worksheet in workbook.worksheets {
      let snapshot = try worksheet.snapshot()
      read(snapshot.filledRows, of: snapshot)
    }
    if rows.isEmpty && problems.isEmpty { problems = [.noTable] }
  }

  private static func places(_ value: FixedDecimal) -> Int {
    value.shortest.split(separator: ".").dropFirst().first?.utf8.count ?? 0
  }

  static func text(_ cell: SnapshotCell?) -> String {
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
        } else if !isCode, ![Self.names, Self.measures, Self.targets].contains(where: { $0.contains(text) }) {
          columns.others[column] = text
        }
      }
      let units = columns.units
      guard units.count >= 2, columns.code != nil || !columns.names.isEmpty else { continue }
      problems += twice.map { .headTwice(text: Self.text($0), place: "\(sheet)!\($0.reference.a1)") }
      columns.context = checkContext(table, header: header, columns, sheet: sheet)
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
        problems += snapshot.merged(in: Set(units.map(\.column)), rows: header...last).map {
          .unsure(place: "\(sheet)!\($0.a1)", .merged)
        }
      }
      sums = ColumnSums()
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
    if let total = cells.map(Self.text).first(where: Self.totals.contains) {
      if total != "小计" { checkSums(cells, columns, sheet: sheet) }
      return
    }
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
    checkOthers(cells, columns, target: indicator.value, sheet: sheet)
    guard problems.count == known else { return }
    check(indicator, shares, sheet: sheet, place: place)
    guard let target = indicator.value, problems.count == known else { return }
    for share in shares { sums.add(share.value, unit: share.unit) }
    // A number in a column of names is a target under an ambiguous head (目标任务).
    for total in (columns.totals + columns.names).compactMap(cell) {
      guard let text = Self.figure(in: total) else { continue }
      let place = "\(sheet)!\(total.reference.a1)"
      if let fault = total.fault {
        problems.append(.unsure(place: place, fault))
      } else if let number = FixedDecimal(text) {
        guard number != target else { continue }
        problems.append(
          .sum(code: indicator.code, name: indicator.name, place: place, sum: number, target: target))
      } else {
        problems.append(.noNumber(place: place, text: text))
      }
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
    let names = Set([indicator.name, task?.heading].compactMap { $0.map(Self.key) })
    for column in columns.names {
      guard let cell = cell(column), case .string? = cell.value, case let text = Self.text(cell), !text.isEmpty,
        !names.contains(text)
      else { continue }
      problems.append(
        .otherName(
          code: indicator.code, name: indicator.name, place: "\(sheet)!\(cell.reference.a1)", text: text))
    }
    let own = Self.key(indicator.measure)
    let stated = cell(columns.measure).map {
      AllocationContext.Measure(text: Self.text($0), place: "\(sheet)!\($0.reference.a1)")
    }
    var others = columns.context.measures
    if let stated, !["", "—", "-"].contains(stated.text) { others = [stated] }
    others.removeAll { $0.text == own }
    // Beside a unit of measure that is right a multiple says another thing.
    if !own.contains(where: "万亿千".contains) { others += columns.context.multiples.filter { !others.contains($0) } }
    problems += others.map {
      .otherMeasure(code: indicator.code, place: $0.place, text: $0.text, measure: indicator.measure)
    }
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
    let places = max(indicator.places, Self.places(target))
    for share in shares where Self.places(share.value) > places {
      problems.append(
        .decimals(code: indicator.code, place: "\(sheet)!\(share.cell)", text: share.value.shortest, places: places))
    }
    rows.append(Row(code: indicator.code, shares: shares))
  }
}

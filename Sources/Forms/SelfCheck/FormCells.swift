import OfficeStyle
import PlanModel
import SpreadsheetML
import Validation
import XLSXWriting

/// The cells of a form as it is written, by what they mean: where each stands, and what is in it.
///
/// The formulas of 自检 are made with the one and their cached results with the other, so both see the same.
struct FormCells {
  let layout: FormLayout
  let plan: Plan
  let unit: Unit
  let period: Period
  private(set) var contents: FormContents
  private let form: FormSheet
  private let rows: [String: (index: Int, layout: FormLayout.Row)]
  private let indicators: [String: Indicator]
  private(set) var explanations: Explanations

  init(layout: FormLayout, plan: Plan, unit: Unit, period: Period, contents: FormContents) {
    self.layout = layout
    self.plan = plan
    self.unit = unit
    self.period = period
    self.contents = contents
    form = FormSheet(layout)
    rows = Dictionary(
      zip(layout.rows, 0...).map { ($0.code, (index: $1, layout: $0)) }, uniquingKeysWith: { first, _ in first })
    indicators = Dictionary(plan.indicators.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    explanations = Self.explanations(layout, contents)
  }

  /// Returns the same form with other contents.
  func with(_ contents: FormContents) -> FormCells {
    var cells = self
    cells.contents = contents
    cells.explanations = Self.explanations(layout, contents)
    return cells
  }

  private static func explanations(_ layout: FormLayout, _ contents: FormContents) -> Explanations {
    Explanations(
      layout.rows.compactMap { row in
        contents.content(row.code, .explanation).text.map { (row.code, $0, row.code) }
      })
  }

  func indicator(_ code: String) -> Indicator? { indicators[code] }
  func row(_ code: String) -> Int? { rows[code].map { FormSheet.firstRow + $0.index } }

  /// Returns a cell of 填报表 as a formula of another sheet writes it.
  func text(_ column: FormColumn, of code: String) -> String? {
    guard let row = row(code), form.columns[column] != nil else { return nil }
    return FormulaText.reference(to: form.cell(column, row), in: layout.sheet, absolute: true)
  }

  func text(_ entry: FormContents.SigningEntry) -> String {
    let cell = CellReference(row: SigningWriter.row(of: entry), column: SigningWriter.entryColumn)
    return FormulaText.reference(to: cell, in: SigningWriter.sheet, absolute: true)
  }

  /// 核实说明 of all rows.
  var explanationRange: String { FormulaText.reference(to: form.range(.explanation), in: layout.sheet) }

  /// Returns the list that an indicator counts, if the form has one.
  func list(of code: String) -> (table: FormLayout.ListTable, grid: ListGrid, rows: [FormContents.ListRow])? {
    guard let table = layout.lists?.first(where: { $0.code == code }) else { return nil }
    let rows = contents.listRows(table)
    return (table, ListGrid(table: table, filled: rows.count), rows)
  }

  // MARK: What stands there

  /// Returns what is in a cell, printed, entered or worked out.
  func content(_ column: FormColumn, of code: String) -> CellContent {
    guard let row = rows[code]?.layout else { return .blank }
    let results = FormResults(layout: row, contents: contents)
    switch row.cells[column] {
    case .dash: return "—"
    case .computed(let derivation): return results.derived(derivation).map { .number($0.double) } ?? "—"
    case .printed, .printedOrEntered:
      return row.previous.flatMap { FixedDecimal($0) }.map { .number($0.double) }
        ?? (row.cells[column] == .printed ? "—" : contents.content(code, column))
    case .enteredNumber, .enteredDay, nil: return contents.content(code, column)
    }
  }
}

extension CellContent {
  /// Returns the figure that a formula sees in a column of this kind.
  func figure(in kind: FigureKind) -> Figure {
    switch self {
    case .blank: return .blank
    case .text(let text):
      if text.isEmpty { return .blank }
      guard kind != .text else { return .text(text) }
      return text == "无" ? .nilReturn : text == "—" ? .notApplicable : .text(text)
    case .number(let value):
      if kind == .date {
        // To a formula any number is a day.
        let day = Int(exactly: value.rounded(.down)).flatMap { CivilDate(dayNumber: $0 - 25_569) }
        return day.map { .date($0, precision: .day) } ?? .blank
      }
      guard kind != .text else { return .text(FixedDecimal(shortest: value)?.shortest ?? "") }
      return FixedDecimal(shortest: value).map { .decimal($0) } ?? .blank
    case .formula, .boolean, .richText: return .blank
    }
  }
}

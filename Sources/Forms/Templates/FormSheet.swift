import OfficeStyle
import PlanModel
import SpreadsheetML

/// Where things stand on the form's sheet as it is written. Reading never uses it.
struct FormSheet {
  let layout: FormLayout
  /// The row of the header; the numbering of columns is below it, the indicators below that.
  static let headerRow = SheetHead.rows
  static let firstRow = headerRow + 2

  /// Zero-based column by key; the code stands first and is hidden.
  let columns: [FormColumn: Int]
  /// Characters, hidden ones 0.
  let widths: [Double]

  init(_ layout: FormLayout) {
    self.layout = layout
    let keys = layout.columns.compactMap { FormColumn(rawValue: $0.key) }
    columns = Dictionary(uniqueKeysWithValues: zip(keys, 0...))
    widths = keys.map { Self.width(of: $0, rows: layout.rows) }
  }

  var lastRow: Int { Self.firstRow + layout.rows.count - 1 }
  var lastColumn: Int { widths.count - 1 }

  func cell(_ column: FormColumn, _ row: Int) -> CellReference {
    CellReference(row: row, column: columns[column] ?? 0)
  }

  func range(_ column: FormColumn) -> CellRange {
    CellRange(cell(column, Self.firstRow), cell(column, max(lastRow, Self.firstRow)))
  }

  /// Returns the width of a column by the theme's grid, wider where a figure of this form needs it.
  private static func width(of column: FormColumn, rows: [FormLayout.Row]) -> Double {
    func figures(_ values: [String?], mark: Bool = false, places: Int = 0) -> Double {
      ColumnMeasure.width(
        for: values.compactMap { $0 }.map { (FixedDecimal($0)?.grouped(places: places) ?? "") + (mark ? "（示例）" : "") },
        isNumber: true, atLeast: 10.5)
    }
    switch column {
    case .code: return 0
    case .number: return 5
    case .task: return 18
    case .indicator: return 25
    case .measure: return 8
    case .target: return max(12.5, figures(rows.map(\.target), places: 2))
    case .allocation:
      return figures(rows.map(\.allocation), mark: rows.contains(where: \.allocationIsIllustrative), places: 2)
    case .previous: return figures(rows.map(\.previous), places: 2)
    case .current, .cumulative: return max(12.5, figures(rows.flatMap { [$0.target, $0.previous] }, places: 2))
    case .rate: return 8.5
    case .pace: return 9
    case .progress: return 30
    case .problems: return 24
    case .nextSteps: return 24
    case .explanation: return 20
    case .selfCheck, .findingNumbers: return 8
    }
  }
}

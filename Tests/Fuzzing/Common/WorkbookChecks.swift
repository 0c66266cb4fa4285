import SpreadsheetML
import XLSXReading

/// Reads all there is in a workbook and traps where it contradicts itself.
enum WorkbookChecks {
  static func readAll(_ workbook: Workbook) {
    _ = workbook.properties
    for sheet in workbook.worksheets { readAll(sheet) }
    for warning in workbook.warnings { precondition(!warning.message(in: .english).isEmpty) }
  }

  /// The same cells by every way there is to them.
  static func readAll(_ sheet: Worksheet) {
    let all = cells(sheet, RowOptions())
    var options = RowOptions()
    options.keepsFormulas = true
    options.includesBlankCells = true
    let withBlanks = cells(sheet, options)
    if let all, let withBlanks { precondition(all == withBlanks, "options change cells") }
    options = RowOptions()
    options.columns = 1..<3
    if let all, let some = cells(sheet, options) {
      precondition(some == all.filter { (1..<3).contains($0.key.column) }, "column selection changes cells")
    }
    options = RowOptions()
    options.rowLimit = 1
    _ = cells(sheet, options)
    let snapshot = try? sheet.snapshot()
    if let all, let snapshot {
      let copied = Dictionary(uniqueKeysWithValues: snapshot.cells.map { ($0.reference, $0.value) })
      precondition(copied == all, "the snapshot differs from the rows")
      for (reference, value) in all {
        precondition(snapshot[reference.a1]?.value == value, "a cell is not found again")
      }
    }
    let rows = copiedRows(sheet)
    precondition((rows == nil) == (all == nil), "copied rows end otherwise")
    if let rows, let all { precondition(rows == all, "copied rows differ") }
  }

  /// The cells with a value or a formula; `nil` when reading ends in an error.
  private static func cells(_ sheet: Worksheet, _ options: RowOptions) -> [CellReference: CellValue?]? {
    var found: [CellReference: CellValue?] = [:]
    do throws(XLSXReadError) {
      try sheet.forEachRow(options: options) { row, cells in
        precondition((0..<CellReference.rowLimit).contains(row.index))
        var last = -1
        for index in cells.indices {
          let cell = cells[index]
          precondition(cell.column > last && cell.column < CellReference.columnLimit, "columns out of order")
          last = cell.column
          if let number = cell.number { precondition(number.isFinite) }
          if let formula = row.formula(of: cell) { precondition(!formula.isEmpty && cell.isFormula) }
          let value = row.value(of: cell)
          if case .string(let text) = value { precondition(!text.isEmpty) }
          if value != nil || cell.isFormula { found[row.reference(of: cell)] = .some(value) }
        }
      }
      return found
    } catch {
      precondition(!error.message(in: .chinese).isEmpty)
      return nil
    }
  }

  private static func copiedRows(_ sheet: Worksheet) -> [CellReference: CellValue?]? {
    var found: [CellReference: CellValue?] = [:]
    for result in sheet.rows {
      guard case .success(let row) = result else { return nil }
      for cell in row.cells { found[cell.reference] = .some(cell.value) }
    }
    return found
  }
}

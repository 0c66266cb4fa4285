import OfficeStyle
import SpreadsheetML
import XLSXWriting

/// A sheet that holds one table and nothing else: the head, the names of the columns, the rows, a note below.
struct ListingSheet {
  /// The name of a column with the least width that it may have, in characters.
  typealias Column = (header: String, width: Double)

  let theme: Theme
  let head: SheetHead
  let columns: [Column]
  let rows: [TableRow]
  let note: String
  /// What stands there if there are no rows; `nil` leaves the table empty.
  var nothing: String?
  /// Height of the row with the columns' names, in points.
  var headerHeight = 32.25
  /// How many columns stay in sight when the sheet is moved sideways.
  var frozenColumns = 2
  /// Whether the columns have filter buttons.
  var isFiltered = false
  /// How cells look that say something, by column: asked in this order.
  var marks: [(column: Int, format: ConditionalFormat)] = []

  static let headerRow = SheetHead.rows
  static let firstRow = headerRow + 1

  /// Writes the sheet.
  ///
  /// - Parameter page: the page set-up, from the number of rows, the columns that are printed, and the rows that every
  ///   page repeats.
  func write(
    to sheet: WorksheetWriter,
    page: (_ rows: Int, _ columns: ClosedRange<Int>, _ repeated: ClosedRange<Int>) -> PageSetup
  ) throws(XLSXWriteError) {
    let printed = 0...columns.count - 1
    let (header, first) = (Self.headerRow, Self.firstRow)
    let table = Table(leastWidths: columns.map(\.width), rows: rows)
    let widths = table.widths
    try sheet.setColumnWidths(widths.map { .characters($0) })
    try head.write(to: sheet, theme: theme, columns: printed, widths: widths)
    try sheet.setRow(header, height: headerHeight)
    try sheet.writeRow(
      columns.map { .text($0.header) }, at: CellReference(row: header, column: 0), format: theme.tableHeader)
    var next = try table.write(to: sheet, from: first, widths: widths)
    if rows.isEmpty, let nothing {
      try sheet.setRow(next, height: RowMeasure.data)
      try sheet.merge(cells(next...next, printed), .text(nothing), format: theme.centeredText)
      next += 1
    }
    let end = try SheetFoot(note: note).write(to: sheet, theme: theme, row: next, columns: printed, widths: widths)
    for (column, format) in marks {
      try sheet.conditionalFormat(format, on: cells(first...max(first, next - 1), column...column))
    }
    try sheet.freezePanes(at: CellReference(row: first, column: frozenColumns))
    if isFiltered { try sheet.autofilter(cells(header...next - 1, printed)) }
    try sheet.hideGridlines()
    try sheet.setPage(page(end, printed, header...header))
  }

  private func cells(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> CellRange {
    CellRange(
      CellReference(row: rows.lowerBound, column: columns.lowerBound),
      CellReference(row: rows.upperBound, column: columns.upperBound))
  }
}

import OfficeStyle
import SpreadsheetML
import XLSXWriting

/// A row whose cells take several columns of the sheet each: a second table on the columns of the first.
struct SpannedRow {
  let cells: [TableCell]
  let spans: [ClosedRange<Int>]

  /// Writes the row, as high as its texts need.
  func write(
    to sheet: WorksheetWriter, row: Int, widths: [Double], floor: Double = RowMeasure.data
  ) throws(XLSXWriteError) {
    var texts: [RowMeasure.Text] = []
    for (whole, span) in zip(cells, spans) {
      let width = widths[span].reduce(0, +)
      let cell = whole.fitted(to: width)
      texts.append(.init(cell.shown, column: width, size: cell.format.font.size))
      let place = CellReference(row: row, column: span.lowerBound)
      if span.count > 1 {
        try sheet.merge(
          CellRange(place, CellReference(row: row, column: span.upperBound)), cell.content, format: cell.format)
      }
      if let link = cell.link {
        try sheet.write(cell.content, at: place, format: cell.format, link: link)
      } else if span.count == 1 {
        try sheet.write(cell.content, at: place, format: cell.format)
      }
    }
    try sheet.setRow(row, height: RowMeasure.height(of: texts, atLeast: floor))
  }

  /// Returns the row in which columns are named.
  static func header(_ names: [String], _ spans: [ClosedRange<Int>], theme: Theme) -> SpannedRow {
    SpannedRow(cells: names.map { .text($0, theme.tableHeader) }, spans: spans)
  }
}

import OfficeStyle
import SpreadsheetML
import XLSXWriting

/// One row of a table.
struct TableRow {
  var cells: [TableCell]
  /// The least height, in points.
  var floor = RowMeasure.data
  var outlineLevel = 0
  var isHidden = false
  /// Whether one line keeps the least height, as in long lists.
  var isTight = false

  func height(widths: [Double]) -> Double {
    var texts: [RowMeasure.Text] = []
    for (cell, width) in zip(cells, widths) where !cell.shown.isEmpty {
      let alignment = cell.format.alignment
      guard alignment.wraps else { continue }
      texts.append(.init(cell.shown, column: width - Double(alignment.indent), size: cell.format.font.size))
    }
    return RowMeasure.height(of: texts, atLeast: floor, tight: isTight)
  }
}

/// Rows below each other from column A on.
struct Table {
  /// The least width of each column, in characters.
  let leastWidths: [Double]
  let rows: [TableRow]

  /// Wide enough for every text that does not wrap.
  var widths: [Double] {
    var widths = leastWidths
    for row in rows {
      for (column, cell) in row.cells.prefix(widths.count).enumerated() where !cell.shown.isEmpty {
        let alignment = cell.format.alignment
        if alignment.wraps { continue }
        let own = ColumnMeasure.width(
          of: cell.shown, size: cell.format.font.size, isNumber: alignment.horizontal == .right)
        widths[column] = max(widths[column], own)
      }
    }
    return widths
  }

  /// Writes the rows and gives the first free one.
  @discardableResult
  func write(to sheet: WorksheetWriter, from first: Int, widths: [Double]) throws(XLSXWriteError) -> Int {
    for (offset, row) in rows.enumerated() {
      let index = first + offset
      try sheet.setRow(
        index, height: row.height(widths: widths), hidden: row.isHidden, outlineLevel: row.outlineLevel)
      for (column, whole) in row.cells.enumerated() {
        let place = CellReference(row: index, column: column)
        let cell = column < widths.count ? whole.fitted(to: widths[column]) : whole
        if let link = cell.link {
          try sheet.write(cell.content, at: place, format: cell.format, link: link)
        } else {
          try sheet.write(cell.content, at: place, format: cell.format)
        }
      }
    }
    return first + rows.count
  }
}

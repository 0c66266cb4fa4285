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
    let texts = zip(cells, widths).compactMap { cell, width in
      cell.format.alignment.wraps && !cell.shown.isEmpty
        ? RowMeasure.Text(cell.shown, column: width - Double(cell.format.alignment.indent), size: cell.format.font.size)
        : nil
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
    leastWidths.indices.map { column in
      rows.reduce(leastWidths[column]) { width, row in
        guard column < row.cells.count else { return width }
        let cell = row.cells[column]
        guard !cell.format.alignment.wraps, !cell.shown.isEmpty else { return width }
        return max(
          width,
          ColumnMeasure.width(
            for: [cell.shown], size: cell.format.font.size, isNumber: cell.format.alignment.horizontal == .right))
      }
    }
  }

  /// Writes the rows and gives the first free one.
  @discardableResult
  func write(to sheet: WorksheetWriter, from first: Int, widths: [Double]) throws(XLSXWriteError) -> Int {
    for (offset, row) in rows.enumerated() {
      let index = first + offset
      try sheet.setRow(
        index, height: row.height(widths: widths), hidden: row.isHidden, outlineLevel: row.outlineLevel)
      for (column, cell) in row.cells.enumerated() {
        let place = CellReference(row: index, column: column)
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

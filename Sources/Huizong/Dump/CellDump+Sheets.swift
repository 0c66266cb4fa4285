internal import SpreadsheetML
internal import XLSXReading

extension CellDump {
  /// Prints one sheet. Rows out of order, or twice, are sorted first, which takes them all into memory.
  mutating func print(_ sheet: Worksheet) throws(XLSXReadError) {
    // A sheet without a part is no sheet to be listed; one with a broken part is.
    var line = SheetLine(sheet, format)
    var last = -1
    var isSorted = true
    var failure: XLSXReadError?
    do throws(XLSXReadError) {
      try sheet.scanRows { (row, _) throws(XLSXReadError) in
        isSorted = row.index > last
        last = row.index
        return isSorted ? .goOn : .stop
      }
    } catch {
      if [.badRelationship, .missingPart].contains(error.code) { throw error }
      failure = error
    }
    line.appendState(to: &buffer)
    if isSorted {
      try printRows(sheet, &line)
    } else {
      try printSorted(sheet, &line)
    }
    lostCells += sheet.lostCells
    if let failure { throw failure }
  }

  private mutating func printRows(_ sheet: Worksheet, _ line: inout SheetLine) throws(XLSXReadError) {
    try sheet.forEachRow { (row, cells) throws(XLSXReadError) in
      for index in cells.indices {
        guard let value = row.value(of: cells[index]) else { continue }
        line.append(row.reference(of: cells[index]), value, to: &buffer)
        flushIfFull()
      }
    }
  }

  private mutating func printSorted(_ sheet: Worksheet, _ line: inout SheetLine) throws(XLSXReadError) {
    var found = RepeatedCells<CellValue?> { $0 == $1 }
    var failure: XLSXReadError?
    do throws(XLSXReadError) {
      try sheet.forEachRow { (row, cells) throws(XLSXReadError) in
        if !cells.isEmpty { found.beginRow(row.index) }
        for index in cells.indices {
          found.add(row.value(of: cells[index]), at: row.reference(of: cells[index]), sheet.warn)
        }
      }
    } catch {
      failure = error
    }
    for reference in found.cells.keys.sorted() {
      guard let value = found.cells[reference].flatMap({ $0 }) else { continue }
      line.append(reference, value, to: &buffer)
      flushIfFull()
    }
    if let failure { throw failure }
  }
}

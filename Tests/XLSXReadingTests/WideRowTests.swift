import SpreadsheetML
import TestSupport
import Testing

@testable import XLSXReading

/// Rows with more cells than there are columns.
@Suite struct WideRowTests {
  private func cells(
    of row: String, _ path: ReadingPath, _ limits: ReadLimits = ReadLimits()
  ) throws -> [CellReference: Double?] {
    let parts = WorkbookParts(sheets: [("S", WorkbookParts.sheet(rows: row))])
    var found: [CellReference: Double?] = [:]
    var options = RowOptions()
    options.path = path
    try opened(parts.bytes, limits: limits).worksheets[0].forEachRow(options: options) { row, cells in
      for index in cells.indices { found[row.reference(of: cells[index])] = cells[index].number }
    }
    return found
  }

  @Test(arguments: [ReadingPath.fast, .general])
  func `cells that are replaced over and over take no room, and the last ones count`(path: ReadingPath) throws {
    let pair = { (number: Int) in #"<c r="A1"><v>\#(number)</v></c><c r="C1"><v>\#(number + 1)</v></c>"# }
    let count = SheetParser.gatheredCells
    let row = #"<row r="1">"# + (0..<count).map(pair).joined() + "</row>"
    let found = try cells(of: row, path)
    #expect(
      found == [
        CellReference(row: 0, column: 0): Double(count - 1), CellReference(row: 0, column: 2): Double(count),
      ])
  }

  @Test(arguments: [ReadingPath.fast, .general])
  func `cells that name other rows are limited`(path: ReadingPath) throws {
    var limits = ReadLimits()
    limits.strayCells = 3
    let row = { (count: Int) in
      #"<row r="1">"# + (0..<count).map { #"<c r="A\#($0 + 2)"><v>1</v></c>"# }.joined() + "</row>"
    }
    #expect(try cells(of: row(3), path, limits).count == 3)
    #expect(throws: XLSXReadError.self) { try cells(of: row(4), path, limits) }
  }

  @Test func `a row longer than the limit is refused where the sheet is read through the window`() throws {
    let row = { (count: Int) in
      #"<row r="1">"# + (0..<count).map { #"<c r="A1"><v>\#($0)</v></c>"# }.joined() + "</row>"
    }
    var limits = ReadLimits()
    limits.wholePartBytes = 0
    limits.rowBytes = 200_000
    #expect(try cells(of: row(5_000), .fast, limits).count == 1)
    let error = try #require(throws: XLSXReadError.self) { try cells(of: row(40_000), .fast, limits) }
    #expect(error.code == .limitExceeded)
    #expect(error.reason.contains("row"))
  }

  @Test func `a large sheet that cannot be read in pieces is refused, a smaller one is read whole`() throws {
    // A row's end inside a comment is none; the window takes it for one.
    let cell = #"<c r="A1"><v>1</v></c>"#
    let row = #"<row r="1"><!-- </row> -->"# + String(repeating: cell, count: 10_000) + "</row>"
    var limits = ReadLimits()
    limits.wholePartBytes = 0
    #expect(try cells(of: row, .fast, limits).count == 1)
    limits.wholeRetryBytes = 100_000
    let error = try #require(throws: XLSXReadError.self) { try cells(of: row, .fast, limits) }
    #expect(error.code == .limitExceeded)
  }
}

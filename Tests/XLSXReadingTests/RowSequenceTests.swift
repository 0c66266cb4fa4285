import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

@Suite struct RowSequenceTests {
  private static func sheet(_ parts: WorkbookParts, limits: ReadLimits = .standard) throws -> Worksheet {
    try #require(try opened(parts.bytes, limits: limits)["S"])
  }

  private static func lines(_ rows: SheetRows) throws -> [String] {
    try rows.map { result in
      let row = try result.get()
      let cells = row.cells.map { cell in "\(cell.reference.a1)=\(cell.rawNumber.map { "\($0)" } ?? "")" }
      return "\(row.index): " + cells.joined(separator: " ")
    }
  }

  @Test func `rows come as copies in the order of the file`() throws {
    let parts = WorkbookParts(
      rows: """
        <row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c></row><row r="9"/><other/>\
        <row r="1"><c r="C1"><v>3</v></c><c><f>A1</f></c></row>
        """)
    #expect(try Self.lines(Self.sheet(parts).rows) == ["2: A3=1.0 B3=2.0", "8: ", "0: C1=3.0 D1="])
  }

  @Test func `cells that name another row come as rows of their own`() throws {
    let parts = WorkbookParts(
      rows: #"<row r="1"><c r="A1"><v>1</v></c><c r="B7"><v>2</v></c><c r="B5"><v>3</v></c></row>"#)
    #expect(try Self.lines(Self.sheet(parts).rows) == ["0: A1=1.0", "4: B5=3.0", "6: B7=2.0"])
  }

  @Test func `options choose columns, formulas and how many rows`() throws {
    let sheet = try Self.sheet(
      WorkbookParts(rows: "<row><c><v>1</v></c><c><f>A1</f><v>2</v></c></row><row><c><v>3</v></c></row><broken"))
    var options = RowOptions()
    options.columns = 1..<9
    options.keepsFormulas = true
    options.rowLimit = 1
    let rows = try sheet.rows(options: options).map { try $0.get() }
    #expect(rows.map { $0.cells.map(\.formula) } == [["A1"]])
  }

  @Test func `an error is the last element`() throws {
    let parts = WorkbookParts(rows: "<row><c><v>1</v></c></row><row></oops>")
    var iterator = try Self.sheet(parts).rows.makeIterator()
    #expect(try iterator.next()?.get().index == 0)
    #expect(throws: XLSXReadError.self) { try iterator.next()?.get() }
    #expect(iterator.next() == nil)
  }

  @Test func `a missing part is an error before the first row`() throws {
    var parts = WorkbookParts()
    parts[WorkbookParts.firstSheet] = nil
    let results = Array(try Self.sheet(parts).rows)
    #expect(results.count == 1)
    #expect(throws: XLSXReadError.self) { try results.first?.get() }
  }

  @Test func `a sheet can be gone through twice, and left early`() throws {
    let sheet = try Self.sheet(WorkbookParts(rows: "<row><c><v>1</v></c></row><row/>"))
    for _ in sheet.rows { break }
    #expect(try Self.lines(sheet.rows) == ["0: A1=1.0", "1: "])
    #expect(try Self.lines(sheet.rows).count == 2)
  }

  @Test func `rows are limited as elsewhere`() throws {
    var limits = ReadLimits()
    limits.rows = 1
    let results = Array(try Self.sheet(WorkbookParts(rows: "<row/><row/>"), limits: limits).rows)
    #expect(results.map { try? $0.get().index } == [0, nil])
  }

  @Test func `copied rows travel to another task`() async throws {
    let rows = try Self.sheet(WorkbookParts(rows: "<row><c><v>1</v></c></row>")).rows.map { try $0.get() }
    let count = await Task.detached { rows.flatMap(\.cells).count }.value
    #expect(count == 1)
  }
}

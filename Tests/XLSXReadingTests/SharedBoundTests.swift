import TestSupport
import Testing
import XLSXReading

/// What holds for the sheets of a workbook together, and for what a cell may hold.
@Suite struct SharedBoundTests {
  private static let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

  /// What reading snapshots of all sheets ends with.
  private func error(_ parts: WorkbookParts, _ limits: ReadLimits = ReadLimits()) throws -> XLSXReadError? {
    do throws(XLSXReadError) {
      for sheet in try opened(parts.bytes, limits: limits).worksheets { _ = try sheet.snapshot() }
      return nil
    } catch {
      return error
    }
  }

  @Test func `a part that is two sheets is read as neither`() throws {
    let sheets = ["A", "B"].map { ($0, WorkbookParts.sheet(rows: Self.row)) }
    var parts = WorkbookParts(sheets: sheets)
    #expect(try error(parts) == nil)
    let links = try #require(parts["xl/_rels/workbook.xml.rels"])
    parts["xl/_rels/workbook.xml.rels"] = links.replacing("sheet2.xml", with: "sheet1.xml")
    #expect(try error(parts)?.code == .ambiguousPart)
    var twice = WorkbookParts(sheets: sheets)
    twice["xl/workbook.xml"] = twice["xl/workbook.xml"]?.replacing("r:id=\"rId2\"", with: "r:id=\"rId1\"")
    #expect(try error(twice)?.code == .ambiguousPart)
  }

  @Test func `what stands around the cells counts over all sheets of a workbook`() throws {
    let merged = "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>"
    let sheet = WorkbookParts.sheet(rows: Self.row, around: merged)
    let parts = WorkbookParts(sheets: [("A", sheet), ("B", sheet)])
    var limits = ReadLimits()
    limits.snapshotItems = 4
    #expect(try error(parts, limits) == nil)
    limits.snapshotItems = 3
    #expect(try error(parts, limits)?.reason == "snapshotItems > 3")
  }

  @Test func `a formula that no program takes is not looked into`() throws {
    let parts = WorkbookParts(
      rows: "<row r=\"1\"><c r=\"A1\"><f>\(String(repeating: "(", count: 100))</f><v>1</v></c></row>")
    var limits = ReadLimits()
    limits.formulaBytes = 100
    #expect(try error(parts, limits) == nil)
    limits.formulaBytes = 99
    #expect(try error(parts, limits)?.reason == "formulaBytes > 99")
  }

  @Test(arguments: [
    "<dataValidations><dataValidation sqref=\"RANGES\"><formula1>1</formula1></dataValidation></dataValidations>",
    "<conditionalFormatting sqref=\"RANGES\"><cfRule type=\"dataBar\"><dataBar showValue=\"0\"/></cfRule></conditionalFormatting>",
  ])
  func `the ranges of a list count one by one, also those that are none`(around: String) throws {
    func parts(_ count: Int) -> WorkbookParts {
      let ranges = (0..<count).map { $0.isMultiple(of: 2) ? "A1" : "Z" }.joined(separator: " ")
      return WorkbookParts(rows: Self.row, around: around.replacing("RANGES", with: ranges))
    }
    var limits = ReadLimits()
    limits.listItems = 20
    #expect(try error(parts(20), limits) == nil)
    #expect(try error(parts(21), limits)?.reason == "listItems > 20")
  }

  @Test func `a column without width and a row without height are hidden`() throws {
    let parts = WorkbookParts(
      rows:
        "<row r=\"1\" ht=\"0\" customHeight=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" ht=\"15\"><c r=\"A2\"><v>1</v></c></row>",
      around:
        "<cols><col min=\"2\" max=\"2\" width=\"0\" customWidth=\"1\"/><col min=\"3\" max=\"3\" width=\"9\"/></cols>")
    let snapshot = try opened(parts.bytes).worksheets[0].snapshot()
    #expect(snapshot.isRowHidden(0) && !snapshot.isRowHidden(1))
    #expect(snapshot.hiddenColumns == [1...1])
  }

  @Test(arguments: [
    ("<c r=\"A1\"><v>1,610</v></c>", ReadWarning.Code.notANumber), ("<c r=\"A1\" t=\"b\"><v>610</v></c>", .notABoolean),
    ("<c r=\"A1\" t=\"d\"><v>6月</v></c>", .notADate),
  ])
  func `a value that is none of its kind leaves doubt: programs show something else`(
    cell: String, code: ReadWarning.Code
  ) throws {
    let workbook = try opened(WorkbookParts(rows: "<row r=\"1\">\(cell)</row>").bytes)
    _ = try workbook.worksheets[0].snapshot()
    #expect(workbook.warnings.map(\.code) == [code] && code.leavesDoubt)
  }
}

import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

@Suite struct LongTextTests {
  private func lengths(_ parts: WorkbookParts, _ limits: ReadLimits = .standard) throws -> (
    units: [Int], warned: [String]
  ) {
    let workbook = try opened(parts.bytes, limits: limits)
    var units: [Int] = []
    try workbook.worksheets[0].forEachRow { row, cells in
      for index in cells.indices { units.append(row.text(of: cells[index])?.utf16.count ?? -1) }
    }
    #expect(workbook.warnings.allSatisfy { $0.code == .textCut })
    #expect(workbook.worksheets[0].lostCells == workbook.warnings.count)
    return (units, workbook.warnings.map { $0.cell?.a1 ?? "" })
  }

  @Test(arguments: [(49, 49), (50, 50), (51, 50), (400, 50)])
  func `a text is cut where a spreadsheet program would cut it`(count: Int, kept: Int) throws {
    var limits = ReadLimits()
    #expect(limits.cellCharacters == 32_767)
    limits.cellCharacters = 50
    for letter in ["x", "长"] {
      let text = String(repeating: letter, count: count)
      let read = try lengths(
        WorkbookParts(
          rows: """
            <row><c t="s"><v>0</v></c><c t="str"><v>\(text)</v></c><c t="inlineStr"><is><t>\(text)</t></is></c>\
            <c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>
            """,
          strings: "<si><t>\(text)</t></si><si><r><t>\(text)</t></r></si><si><t>短</t></si>"), limits)
      #expect(read.units == [kept, kept, kept, kept, 1])
      #expect(read.warned == (count > kept ? ["A1", "B1", "C1", "D1"] : []))
    }
  }

  @Test func `a character of two units is whole or gone`() throws {
    var limits = ReadLimits()
    limits.cellCharacters = 5
    let text = "<si><t>ab😀😀</t></si><si><t>a😀😀</t></si>"
    let read = try lengths(
      WorkbookParts(rows: "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>", strings: text), limits)
    #expect(read.units == [4, 5])
    #expect(read.warned == ["A1"])
  }

  @Test func `runs of a text that was cut end with it`() throws {
    var limits = ReadLimits()
    limits.cellCharacters = 3
    let item = "<r><rPr><strike/></rPr><t>12</t></r><r><t>34</t></r><r><rPr><strike/></rPr><t>56</t></r>"
    let parts = WorkbookParts(
      rows: "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is>\(item)</is></c></row>", strings: "<si>\(item)</si>")
    let snapshot = try opened(parts.bytes, limits: limits).worksheets[0].snapshot()
    for cell in snapshot.cells {
      #expect(cell.value == .string("123"))
      #expect(cell.runs.map(\.text) == ["12", "3"])
    }
  }
}

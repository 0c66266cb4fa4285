import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

@Suite struct StructureTests {
  @Test func `missing references count on`() throws {
    let lines = try cellLines(
      rows: """
        <row r="1"><c r="A1"><v>1</v></c><c><v>2</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row>\
        <row><c><v>6</v></c></row><row r="5"><c><v>7</v></c></row>
        """)
    #expect(
      lines == [
        "A1 number 1.0", "B1 number 2.0", "D1 number 4.0", "E1 number 5.0", "A2 number 6.0", "A5 number 7.0",
      ])
  }

  @Test func `cells come by column, and the last of a place counts`() throws {
    let lines = try cellLines(
      rows:
        "<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>9</v></c><c r=\"b1\"><v>2</v></c><c r=\"A1\"><v>1</v></c></row>"
    )
    #expect(lines == ["A1 number 1.0", "B1 number 2.0", "C1 number 3.0"])
  }

  @Test func `a cell that names another row is there`() throws {
    let parts = WorkbookParts(
      rows: "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B7\"><v>2</v></c></row><row><c><v>3</v></c></row>")
    #expect(try cellLines(parts) == ["A2 number 1.0", "B7 number 2.0", "A3 number 3.0"])
    #expect(try warningCodes(parts) == [.rowMismatch])
  }

  @Test(arguments: [
    "XFE1", "A1048577", "A0", "1A", "AAAA1", "A", "A99999999999999999999", "A-1", "", "Ａ１", "A1:B2", "$A$1", "&#65;",
  ])
  func `a cell of a bad reference is left out`(reference: String) throws {
    let parts = WorkbookParts(
      rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"\(reference)\"><v>2</v></c></row>")
    let codes = try warningCodes(parts)
    #expect(try cellLines(parts).first == "A1 number 1.0")
    #expect(codes.isEmpty || codes == [.badReference] || codes == [.rowMismatch])
    if reference != "$A$1" { #expect(try cellLines(parts).count == 1) }
  }

  @Test(arguments: ["0", "-1", "1048577", "4294967297", "99999999999999999999", "x", ""])
  func `a row of a bad number is left out`(number: String) throws {
    let parts = WorkbookParts(
      rows: """
        <row r="1"><c r="A1"><v>1</v></c></row><row r="\(number)"><c><v>2</v></c><c r="C9"><v>9</v></c></row>\
        <row><c><v>3</v></c></row>
        """)
    #expect(try cellLines(parts) == ["A1 number 1.0", "C9 number 9.0", "A2 number 3.0"])
    #expect(try warningCodes(parts) == [.badRowNumber])
  }

  @Test func `a row one cell too long loses that cell`() throws {
    let cells = String(repeating: "<c><v>1</v></c>", count: CellReference.columnLimit + 1)
    let parts = WorkbookParts(rows: "<row>\(cells)</row>")
    let lines = try cellLines(parts)
    #expect(lines.count == CellReference.columnLimit)
    #expect(lines.last == "XFD1 number 1.0")
    #expect(try warningCodes(parts) == [.badReference])
  }

  @Test func `any prefix and the strict namespace are as good`() throws {
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    var parts = WorkbookParts()
    parts[WorkbookParts.firstSheet] = """
      <x:worksheet xmlns:x="\(strict)"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>\
      <x:c r="B1" t="inlineStr"><x:is><x:t>t</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>
      """
    #expect(try cellLines(parts) == ["A1 number 1.0", "B1 string t"])
  }

  @Test func `elements of another namespace are not cells`() throws {
    var parts = WorkbookParts()
    parts[WorkbookParts.firstSheet] = """
      <worksheet xmlns="\(WorkbookParts.main)" xmlns:f="urn:f"><f:sheetData><f:row r="1"><f:c r="A1"><f:v>9</f:v></f:c></f:row>\
      </f:sheetData><sheetData><row r="1"><f:c r="A1"><f:v>8</f:v></f:c><c r="A1"><f:v>7</f:v><v>1</v></c></row></sheetData>\
      <row r="5"><c r="A5"><v>5</v></c></row></worksheet>
      """
    #expect(try cellLines(parts) == ["A1 number 1.0"])
  }

  @Test func `loose syntax is still XML`() throws {
    var parts = WorkbookParts()
    parts[WorkbookParts.firstSheet] = """
      <worksheet\n xmlns = '\(WorkbookParts.main)'\n><sheetData\t><row\nr='1'\n><c\n r = '&#65;1'\n ><v >1<!-- x -->2</v\n></c >\
      </row></sheetData></worksheet >\n\n<!-- end -->\n<?pi?>
      """
    #expect(try cellLines(parts) == ["A1 number 12.0"])
  }

  @Test func `dimension and counts are never believed`() throws {
    var parts = WorkbookParts(rows: "<row><c t=\"s\"><v>1</v></c></row>", strings: "")
    parts["xl/sharedStrings.xml"] = """
      <sst xmlns="\(WorkbookParts.main)" count="4294967295" uniqueCount="4294967295"><si><t>a</t></si><si><t>b</t></si></sst>
      """
    #expect(try cellLines(parts) == ["A1 string b"])
  }

  @Test func `options choose columns, rows and blank cells`() throws {
    let parts = WorkbookParts(
      rows:
        "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c><c s=\"1\"/></row><row><c><v>5</v></c></row>",
      styles: WorkbookParts.styles(ids: [9]))
    let workbook = try opened(parts.bytes)
    var options = RowOptions()
    options.columns = 1..<3
    #expect(try cellLines(workbook, options: options) == ["S!B1 number 2.0", "S!C1 number 3.0"])
    options = RowOptions()
    options.rowLimit = 2
    #expect(try cellLines(workbook, options: options).count == 4)
    options.includesBlankCells = true
    var percentages = 0
    try workbook.worksheets[0].forEachRow(options: options) { row, cells in
      for index in cells.indices where row.numberFormat(of: cells[index]).isPercentage { percentages += 1 }
    }
    #expect(percentages == 1)
  }

  @Test func `reading can stop`() throws {
    let parts = WorkbookParts(rows: "<row/><row/><row/><row><broken")
    var rows = 0
    try opened(parts.bytes).worksheets[0].scanRows { row, _ in
      rows += 1
      return row.index == 1 ? .stop : .goOn
    }
    #expect(rows == 2)
  }

  @Test func `a cell is sixteen bytes`() {
    #expect(MemoryLayout<Cell>.stride == 16)
  }
}

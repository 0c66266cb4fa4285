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

  @Test(arguments: ["XFE1", "A1048577", "A0", "AAAA1", "A99999999999999999999", "&#65;0"])
  func `a cell outside the grid is left out, and counted`(reference: String) throws {
    let parts = WorkbookParts(
      rows: """
        <row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c><c r="\(reference)"><v>3</v></c>\
        <c><v>4</v></c></row>
        """)
    #expect(try cellLines(parts) == ["A1 number 1.0", "B2 number 2.0", "C2 number 4.0"])
    let workbook = try opened(parts.bytes)
    _ = try cellLines(workbook)
    #expect(workbook.warnings.map(\.code) == [.badReference])
    #expect(workbook.worksheets[0].lostCells == 1)
  }

  @Test(arguments: ["1A", "A", "A-1", "", "Ａ１", "A1:B2", "&#65;", "R1C1", "?"])
  func `a cell whose reference is none stands behind its neighbour`(reference: String) throws {
    let parts = WorkbookParts(
      rows: """
        <row r="1"><c r="\(reference)"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c><c r="\(reference)"><v>3</v></c>\
        <c><v>4</v></c></row>
        """)
    #expect(try cellLines(parts) == ["A1 number 1.0", "B2 number 2.0", "C2 number 3.0", "D2 number 4.0"])
    let workbook = try opened(parts.bytes)
    _ = try cellLines(workbook)
    #expect(workbook.warnings.map(\.code) == [.unplacedCell, .unplacedCell])
    #expect(workbook.warnings.map { $0.cell?.a1 } == ["A1", "C2"])
    #expect(workbook.worksheets[0].lostCells == 0)
  }

  @Test func `dollar signs do not shift a cell`() throws {
    let parts = WorkbookParts(
      rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"$C$1\"><v>3</v></c><c><v>4</v></c></row>")
    #expect(try cellLines(parts) == ["A1 number 1.0", "C1 number 3.0", "D1 number 4.0"])
    #expect(try warningCodes(parts) == [])
  }

  @Test func `a cell that stands twice, or has two values, is warned about where they differ`() throws {
    let parts = WorkbookParts(
      rows: """
        <row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c><c r="B1"><v>3</v></c><c r="B1"><v>3.0</v></c>\
        <c r="C1"><v>4</v><v>5</v></c><c r="D1"><v>6</v><v>6</v></c>\
        <c r="E1" t="inlineStr"><is><t>a</t></is><is><t>b</t></is></c><c r="F1" t="str"><v>x</v></c>\
        <c r="F1" t="inlineStr"><is><t>x</t></is></c><c r="G1"><v>7</v></c><c r="G1" s="1"/></row>
        """, styles: WorkbookParts.styles(ids: [14]))
    #expect(
      try cellLines(parts) == [
        "A1 number 2.0", "B1 number 3.0", "C1 number 5.0", "D1 number 6.0", "E1 string b", "F1 string x",
        "G1 number 7.0",
      ])
    let workbook = try opened(parts.bytes)
    _ = try cellLines(workbook)
    #expect(workbook.warnings.allSatisfy { $0.code == .repeatedCell })
    #expect(workbook.warnings.map { "\($0.cell?.a1 ?? "") \($0.detail)" }.sorted() == ["A1 1.0", "C1 4", "E1 a"])
  }

  @Test(arguments: [
    #"t="inlineStr"><v>198</v><is><t>298</t></is>"#, #"><v>198</v><is><t>298</t></is>"#,
    #"t="s"><is><t>298</t></is><v>0</v>"#, #"><v>2<b>9</b>98</v>"#, #"t="str"><v>2<b/>98</v>"#,
    #"t="inlineStr"><is><t>2<b>9</b>98</t></is>"#, #"t="inlineStr"><is><r><t>2<t>9</t>98</t></r></is>"#,
    #"t="s"><v>1</v>"#,
  ])
  func `a value that is not all of a cell is two values`(cell: String) throws {
    let parts = WorkbookParts(
      rows: "<row r=\"1\"><c r=\"A1\" \(cell)</c></row>", strings: "<si><t>198</t></si><si><t>2<b>9</b>98</t></si>")
    #expect(try warningCodes(parts) == [.repeatedCell])
  }

  @Test func `a value beside the same text is one`() throws {
    let parts = WorkbookParts(rows: #"<row r="1"><c r="A1" t="inlineStr"><v>a</v><is><t>a</t></is></c></row>"#)
    #expect(try warningCodes(parts) == [])
  }

  @Test func `one number under two formats is two values`() throws {
    let parts = WorkbookParts(
      rows: "<row><c r=\"A1\"><v>45322</v></c><c r=\"A1\" s=\"1\"><v>45322</v></c></row>",
      styles: WorkbookParts.styles(ids: [14]))
    #expect(try cellLines(parts) == ["A1 date 2024-01-31"])
    #expect(try warningCodes(parts) == [.repeatedCell])
  }

  @Test func `a snapshot warns of rows and cells that stand in two rows`() throws {
    func warnings(_ second: String) throws -> [String] {
      let parts = WorkbookParts(
        rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"/><row r=\"1\">\(second)</row>")
      return try opened(parts.bytes).worksheets[0].snapshot().warnings.map {
        "\($0.code.rawValue) \($0.cell?.a1 ?? "")"
      }
    }
    #expect(try warnings("<c r=\"A1\"><v>2</v></c>") == ["repeated-cell A1"])
    #expect(try warnings("<c r=\"B1\"><v>2</v></c><c r=\"C1\"><v>2</v></c>") == ["repeated-row B1"])
    #expect(try warnings("<c r=\"A1\"><v>1</v></c>") == [])
    #expect(try warnings("<c r=\"A1\"/>") == [])
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
    let sheet = try opened(parts.bytes).worksheets[0]
    try sheet.forEachRow { _, _ in }
    #expect(sheet.lostCells == 1)
  }

  @Test func `a row one cell too long loses that cell`() throws {
    let cells = String(repeating: "<c><v>1</v></c>", count: CellReference.columnLimit + 1)
    let parts = WorkbookParts(rows: "<row>\(cells)</row>")
    let lines = try cellLines(parts)
    #expect(lines.count == CellReference.columnLimit)
    #expect(lines.last == "XFD1 number 1.0")
    #expect(try warningCodes(parts) == [.badReference])
    let sheet = try opened(parts.bytes).worksheets[0]
    try sheet.forEachRow { _, _ in }
    #expect(sheet.lostCells == 1)
  }

  @Test func `a sheet with an empty relationship is passed over`() throws {
    let sheet = WorkbookParts.sheet(rows: "<row><c><v>1</v></c></row>")
    var parts = WorkbookParts(sheets: [("S", sheet), ("空", sheet), ("T", sheet)])
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"]?.replacing("r:id=\"rId2\"", with: "r:id=\"\"")
    let workbook = try opened(parts.bytes)
    #expect(workbook.worksheets.map(\.name) == ["S", "T"])
    #expect(workbook.worksheets.map(\.sheetIndex) == [0, 2])
    #expect(workbook.warnings.map(\.code) == [.sheetWithoutPart])
    #expect(workbook.warnings.map(\.sheet) == ["空"])
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

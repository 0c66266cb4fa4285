import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

/// Markup that says one thing to new programs and another to old ones: the other is read.
@Suite struct AlternateContentTests {
  private static let namespace = "http://schemas.openxmlformats.org/markup-compatibility/2006"

  private static func alternate(choice: String, fallback: String) -> String {
    """
    <mc:AlternateContent xmlns:mc="\(namespace)"><mc:Choice Requires="x99" xmlns:x99="urn:x">\(choice)</mc:Choice> \
    <mc:Fallback>\(fallback)</mc:Fallback></mc:AlternateContent>
    """
  }

  @Test func `rows and cells of the fallback are read in their places`() throws {
    let row = Self.alternate(
      choice: "<row r=\"2\"><c r=\"A2\"><v>99</v></c></row>",
      fallback: "<row r=\"2\"><c r=\"A2\"><v>3</v></c><c><v>4</v></c></row><row r=\"3\"><c r=\"A3\"><v>5</v></c></row>")
    let cells = Self.alternate(
      choice: "<c r=\"B1\"><v>99</v></c>", fallback: "<c r=\"B1\"><v>2</v></c><c r=\"C1\" t=\"str\"><v>甲</v></c>")
    let value = Self.alternate(choice: "<v>99</v>", fallback: "<v>7</v>")
    let lines = try cellLines(
      rows: """
        <row r="1"><c r="A1"><v>1</v></c>\(cells)<c r="D1"><v>8</v></c></row>\(row)<row r="4"><c r="A4">\(value)</c>\
        <c r="B4" t="inlineStr">\(Self.alternate(choice: "<is><t>x</t></is>", fallback: "<is><t>乙</t></is>"))</c></row>
        """)
    #expect(
      lines == [
        "A1 number 1.0", "B1 number 2.0", "C1 string 甲", "D1 number 8.0", "A2 number 3.0", "B2 number 4.0",
        "A3 number 5.0",
        "A4 number 7.0", "B4 string 乙",
      ])
  }

  @Test func `shared strings and their runs are counted as the fallback has them`() throws {
    let run = Self.alternate(choice: "<r><t>x</t></r>", fallback: "<r><t>二</t></r>")
    let items = Self.alternate(choice: "<si><t>x</t></si>", fallback: "<si><t>b</t></si><si><t>c</t></si>")
    let cells = (0...4).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    let lines = try cellLines(
      rows: "<row>\(cells)</row>",
      strings: "<si><t>a</t></si>\(items)<si><r><t>一</t></r>\(run)</si>"
        + "<si>\(Self.alternate(choice: "<t>x</t>", fallback: "<t>d</t>"))</si>")
    #expect(lines == ["A1 string a", "B1 string b", "C1 string c", "D1 string 一二", "E1 string d"])
  }

  @Test func `styles are those of the fallback`() throws {
    let formats = Self.alternate(
      choice: "<numFmt numFmtId=\"200\" formatCode=\"0.00\"/>",
      fallback: "<numFmt numFmtId=\"200\" formatCode=\"yyyy-mm-dd\"/>")
    let indexes = Self.alternate(
      choice: "<xf numFmtId=\"9\"/><xf numFmtId=\"9\"/>", fallback: "<xf numFmtId=\"200\" fontId=\"1\"/>")
    let fonts = Self.alternate(
      choice: "<fonts><font/></fonts>",
      fallback: "<fonts><font/><font>\(Self.alternate(choice: "", fallback: "<strike/>"))</font></fonts>")
    let parts = WorkbookParts(
      rows: "<row><c s=\"1\"><v>45322</v></c><c s=\"2\"><v>1</v></c></row>",
      styles: "<numFmts>\(formats)</numFmts>\(fonts)<cellXfs><xf/>\(indexes)<xf numFmtId=\"46\"/></cellXfs>")
    #expect(try cellLines(parts) == ["A1 date 2024-01-31", "B1 duration PT24H0M0S"])
    let workbook = try opened(parts.bytes)
    #expect(try workbook.worksheets[0].snapshot()["A1"]?.font.isStruck == true)
    #expect(workbook.warnings.map(\.code) == [.repeatedCell])
  }

  @Test func `the whole of the cells may stand in a fallback`() throws {
    var parts = WorkbookParts()
    parts[WorkbookParts.firstSheet] = """
      <worksheet xmlns="\(WorkbookParts.main)">\(Self.alternate(choice: "<sheetData/>", fallback: "<sheetData><row><c><v>1</v></c></row></sheetData>"))\
      </worksheet>
      """
    #expect(try cellLines(parts) == ["A1 number 1.0"])
  }

  @Test func `what is within each other, empty or out of place`() throws {
    let inner = Self.alternate(choice: "<c><v>98</v></c>", fallback: "<c><v>2</v></c>")
    let nested = Self.alternate(choice: inner, fallback: inner)
    let empty =
      "<mc:AlternateContent xmlns:mc=\"\(Self.namespace)\"/>"
      + "<mc:AlternateContent xmlns:mc=\"\(Self.namespace)\"><mc:Choice/><mc:Fallback/></mc:AlternateContent>"
    let stray = "<mc:Fallback xmlns:mc=\"\(Self.namespace)\"><c><v>97</v></c></mc:Fallback>"
    let lines = try cellLines(
      rows: "<row><c><v>1</v></c>\(nested)\(empty)\(stray)<c><v>3</v></c></row>\(empty)<row><c><v>4</v></c></row>")
    #expect(lines == ["A1 number 1.0", "B1 number 2.0", "C1 number 3.0", "A2 number 4.0"])
  }

  @Test func `nobody can say what is shown where alternates stand among cells, rows or strings`() throws {
    let cell = Self.alternate(choice: "<c r=\"B1\"><v>99</v></c>", fallback: "<c r=\"B1\"><v>2</v></c>")
    let value = Self.alternate(choice: "<v>99</v>", fallback: "<v>7</v>")
    let text = Self.alternate(choice: "<t>99</t>", fallback: "<t>7</t>")
    let cases: [(rows: String, strings: String, warned: [String?])] = [
      ("<row r=\"1\"><c r=\"A1\"><v>1</v></c>\(cell)</row>", "", [nil]),
      ("<row r=\"1\"><c r=\"A1\">\(value)</c></row>", "", ["A1", nil]),
      ("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>\(text)</is></c></row>", "", ["A1", nil]),
      ("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>", "<si><t>a</t></si><si>\(text)</si>", ["B1"]),
      (
        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>",
        "<si><t>a</t></si>\(Self.alternate(choice: "<si/><si/>", fallback: ""))<si><t>b</t></si>", ["B1"]
      ),
    ]
    for (rows, strings, warned) in cases {
      let workbook = try opened(WorkbookParts(rows: rows, strings: strings).bytes)
      try workbook.worksheets[0].forEachRow { _, _ in }
      let warnings = workbook.worksheets[0].warnings
      #expect(warnings.map(\.cell?.a1) == warned, "\(rows)")
      #expect(warnings.allSatisfy { $0.code == .repeatedCell })
    }
  }

  @Test(arguments: [true, false])
  func `alternates in the workbook that hold sheets, names or the days' system make it ambiguous`(isOfSheet: Bool) {
    let sheet = #"<sheet name="S" sheetId="1" r:id="rId1"/>"#
    let elements =
      isOfSheet ? [sheet] : ["<sheets>\(sheet)</sheets>", #"<workbookPr date1904="1"/>"#, "<definedNames/>"]
    for element in elements {
      for alternate in [
        Self.alternate(choice: element, fallback: element), Self.alternate(choice: element, fallback: ""),
        Self.alternate(choice: "", fallback: element),
      ] {
        var parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
        let markup = parts["xl/workbook.xml"] ?? ""
        parts["xl/workbook.xml"] = markup.replacing(
          isOfSheet ? sheet : "<sheets>", with: alternate + (isOfSheet ? "" : "<sheets>"))
        #expect(throws: XLSXReadError.self, "\(alternate)") { try opened(parts.bytes) }
      }
    }
  }

  @Test func `alternates of no account in the workbook, as Excel writes them, are`() throws {
    var parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] ?? "").replacing(
      "<sheets>",
      with: Self.alternate(choice: #"<a:absPath xmlns:a="urn:a" url="C:"/>"#, fallback: "") + "<sheets>")
    #expect(try cellLines(parts) == ["A1 number 1.0"])
  }

  @Test func `two texts where one may stand are two readings`() throws {
    let cases = [
      "<t>2</t><t>7</t>", "<r><t>7</t></r><t>2</t>", "<r><t>2</t><r><t>7</t></r></r>", "<r><t>2</t><t>7</t></r>",
      "<r><t>1</t></r><r><rPr><b/></rPr><t>2</t><t>7</t></r>",
    ]
    for text in cases {
      let inline = WorkbookParts(rows: "<row><c t=\"inlineStr\"><is>\(text)</is></c></row>")
      let shared = WorkbookParts(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si>\(text)</si>")
      for parts in [inline, shared] {
        let sheet = try opened(parts.bytes).worksheets[0]
        try sheet.forEachRow { _, _ in }
        #expect(sheet.warnings.map(\.code) == [.repeatedCell], "\(text)")
      }
    }
    let sheet = try opened(
      WorkbookParts(rows: "<row><c t=\"inlineStr\"><is><r><t>2</t></r><r><t>7</t></r></is></c></row>").bytes
    ).worksheets[0]
    try sheet.forEachRow { _, _ in }
    #expect(sheet.warnings.isEmpty)
  }

  @Test func `of alternates and of two lists in styles, one is read and that is said`() throws {
    func warnings(_ old: String, _ new: String) throws -> Int {
      var parts = WorkbookParts(
        rows: "<row><c s=\"1\"><v>1</v></c></row>", styles: WorkbookParts.styles(codes: ["0"], ids: [200]))
      parts["xl/styles.xml"] = (parts["xl/styles.xml"] ?? "").replacing(old, with: new)
      let workbook = try opened(parts.bytes)
      try workbook.worksheets[0].forEachRow { _, _ in }
      return workbook.warnings.filter { $0.code.leavesDoubt }.count
    }
    let style = "<xf numFmtId=\"200\"/>"
    #expect(try warnings(style, Self.alternate(choice: "<xf numFmtId=\"14\"/>", fallback: style)) == 1)
    #expect(try warnings("</cellXfs>", "</cellXfs><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>") == 1)
    #expect(try warnings("</cellXfs>", "</cellXfs>" + Self.alternate(choice: "<x/>", fallback: "")) == 0)
    #expect(try warnings("", "") == 0)
  }

  @Test func `alternates in relationships and content types make them ambiguous`() throws {
    func broken(_ part: String, _ old: String, _ new: String) -> Bool {
      var parts = WorkbookParts(
        rows: "<row><c s=\"1\"><v>1</v></c></row>", styles: WorkbookParts.styles(codes: ["0"], ids: [200]))
      parts[part] = (parts[part] ?? "").replacing(old, with: new)
      do {
        try opened(parts.bytes).worksheets[0].forEachRow { _, _ in }
        return false
      } catch { return true }
    }
    let link = WorkbookParts.link("rId1", "worksheet", "worksheets/sheet1.xml")
    #expect(broken("xl/_rels/workbook.xml.rels", link, Self.alternate(choice: link, fallback: link)))
    let type = "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    #expect(broken("[Content_Types].xml", type, Self.alternate(choice: type, fallback: type)))
    #expect(!broken("none", "", ""))
  }

  @Test func `alternates about merged cells or conditional formats are said`() throws {
    let merge = "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"
    let parts = WorkbookParts(
      rows: "<row><c><v>1</v></c></row>", around: Self.alternate(choice: merge, fallback: ""))
    #expect(try opened(parts.bytes).worksheets[0].snapshot().warnings.map(\.code) == [.repeatedCell])
    let control =
      "<controls><control shapeId=\"1\"><controlPr><anchor><from/><to/></anchor></controlPr></control></controls>"
    let usual = WorkbookParts(
      rows: "<row><c><v>1</v></c></row>", around: Self.alternate(choice: control, fallback: ""))
    #expect(try opened(usual.bytes).worksheets[0].snapshot().warnings.isEmpty)
  }

  @Test func `a list of content types has its limit`() throws {
    var parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
    let overrides = (0..<20).map { "<Override PartName=\"/x\($0).xml\" ContentType=\"application/xml\"/>" }.joined()
    parts["[Content_Types].xml"] = (parts["[Content_Types].xml"] ?? "").replacing(
      "</Types>", with: overrides + "</Types>")
    var limits = ReadLimits()
    limits.listItems = 21
    #expect(throws: Never.self) { try opened(parts.bytes, limits: limits) }
    limits.listItems = 20
    #expect(throws: XLSXReadError.self) { try opened(parts.bytes, limits: limits) }
  }

  @Test func `another namespace of the same words is none of it`() throws {
    let lines = try cellLines(
      rows:
        "<row><c><v>1</v></c><x:AlternateContent xmlns:x=\"urn:x\"><x:Fallback><c><v>2</v></c></x:Fallback></x:AlternateContent></row>"
    )
    #expect(lines == ["A1 number 1.0"])
  }

  @Test(arguments: [1, 7, 40])
  func `many of them are read the same whole and through a window`(count: Int) throws {
    let rows = (1...count * 3).map { row in
      let usual = "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row)</v></c></row>"
      return row % 3 == 0 ? Self.alternate(choice: usual + usual, fallback: usual) : usual
    }
    #expect(try cellLines(rows: rows.joined()).count == count * 3)
  }
}

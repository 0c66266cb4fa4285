import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

@Suite struct CellValueTests {
  @Test func `each cell type has its value`() throws {
    let lines = try cellLines(
      rows: """
        <row r="1"><c r="A1"><v>1</v></c><c r="B1" t="n"><v>2.5</v></c><c r="C1" t="b"><v>1</v></c>\
        <c r="D1" t="b"><v>false</v></c><c r="E1" t="e"><v>#DIV/0!</v></c><c r="F1" t="str"><v> 文 </v></c>\
        <c r="G1" t="inlineStr"><is><r><t>in</t></r><rPh><t>x</t></rPh><r><t>line</t></r></is></c>\
        <c r="H1" t="s"><v>1</v></c><c r="I1" t="d"><v>2024-01-31T08:30:00</v></c><c r="J1" t="str"><v>7</v></c></row>
        """, strings: "<si><t>a</t></si><si><t>汇总</t></si>")
    #expect(
      lines == [
        "A1 number 1.0", "B1 number 2.5", "C1 bool true", "D1 bool false", "E1 error #DIV/0!", "F1 string  文 ",
        "G1 string inline", "H1 string 汇总", "I1 date 2024-01-31T08:30:00", "J1 string 7",
      ])
  }

  @Test(arguments: [
    ("0", 0.0), ("-0", 0), (" 12 ", 12), ("+5", 5), (".5", 0.5), ("5.", 5), ("1E+2", 100), ("1e-999", 0),
    ("5e-324", .leastNonzeroMagnitude), ("1.7976931348623157E308", .greatestFiniteMagnitude),
    ("12345678901234567890", 12345678901234567168),
    ("0.1000000000000000055511151231257827", 0.1), ("9007199254740993", 9007199254740992),
    ("0.30000000000000004", 0.1 + 0.2),
    ("123456789012345678901234567890", 123456789012345677877719597056), ("1780.25", 1780.25), ("1e22", 1e22),
    ("1e23", 1e23),
  ])
  func `a number is the nearest double`(text: String, expected: Double) throws {
    var numbers: [Double?] = []
    let parts = WorkbookParts(rows: "<row><c><v>\(text)</v></c></row>")
    try opened(parts.bytes).worksheets[0].forEachRow { _, cells in numbers.append(cells[0].number) }
    #expect(numbers == [expected])
  }

  @Test(arguments: [
    "NaN", "INF", "-INF", "1e999", "abc", "1,5", "0x10", "1_0", "１２", "1 2", "e5", ".", "+", "1e", "--1", "１",
  ])
  func `what is no number is read as text, with a warning`(text: String) throws {
    let parts = WorkbookParts(rows: "<row><c r=\"A1\"><v>\(text)</v></c></row>")
    #expect(try cellLines(parts) == ["A1 string \(text)"])
    #expect(try warningCodes(parts) == [.notANumber])
  }

  @Test(arguments: [
    ("<si><t> a b </t></si>", "a b"), ("<si><t xml:space=\"preserve\"> a b </t></si>", " a b "),
    ("<si><t>\u{A0}a\u{3000}</t></si>", "\u{A0}a\u{3000}"), ("<si><t>a_x000D_b</t></si>", "a\rb"),
    ("<si><t>_x005F_x000D_</t></si>", "_x000D_"), ("<si><t>_xD83D__xDE00_</t></si>", "😀"),
    ("<si><t>_xD83D_a</t></si>", "\u{FFFD}a"), ("<si><t>_x41_ _X0041_ _xZZZZ_</t></si>", "_x41_ _X0041_ _xZZZZ_"),
    ("<si><t>__x0041__</t></si>", "_A_"), ("<si><t>_x4e2d__x000a_</t></si>", "中\n"),
    ("<si><t>a\r\nb\rc&#13;d</t></si>", "a\nb\nc\rd"), ("<si><r><rPr><t/></rPr><t>a</t></r><r><t>b</t></r></si>", "ab"),
    ("<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>", "東京"),
    ("<si><t>&lt;&gt;&amp;&quot;&apos;&#x4e2d;&#20013;</t></si>", "<>&\"'中中"),
    ("<si><t>a<!-- x --><![CDATA[<b>&amp;]]>c<?pi?>d</t></si>", "a<b>&amp;cd"),
  ])
  func `a shared string is what a person sees`(item: String, expected: String) throws {
    #expect(try cellLines(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: item) == ["A1 string \(expected)"])
  }

  @Test func `cells without a value are none`() throws {
    let lines = try cellLines(
      rows: """
        <row r="1"><c r="A1" s="1"/><c r="B1" t="s"/><c r="C1" t="s"><v></v></c><c r="D1" t="inlineStr"/><c r="E1"><v/></c>\
        <c r="F1"><f>A1</f></c><c r="G1" t="str"><f>""</f><v></v></c><c r="H1" t="s"><v>0</v></c><c r="I1"><v>1</v></c></row>
        """, strings: "<si/>", styles: WorkbookParts.styles(ids: [14]))
    #expect(lines == ["I1 number 1.0"])
  }

  @Test func `a value where an inline string has none is warned about: other programs leave it out`() throws {
    let parts = WorkbookParts(
      rows: "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><v>2</v></c><c r=\"B1\" t=\"inlineStr\"><v> </v></c></row>")
    let sheet = try #require(opened(parts.bytes)["S"]).snapshot()
    #expect(sheet["A1"]?.value == .string("2"))
    #expect(sheet.warnings.map(\.code) == [.unknownCellType] && sheet.warnings.first?.cell?.a1 == "A1")
  }

  @Test func `a format makes dates of numbers only`() throws {
    let lines = try cellLines(
      rows: """
        <row r="1"><c r="A1" s="1"><v>45322</v></c><c r="B1" s="2"><v>1.5</v></c><c r="C1" s="1" t="str"><v>x</v></c>\
        <c r="D1" s="1" t="b"><v>1</v></c><c r="E1" s="3"><v>0.5</v></c><c r="F1" s="4"><v>45322.5</v></c></row>
        """,
      styles: WorkbookParts.styles(codes: ["yyyy/m/d", "[h]:mm"], ids: [14, 201, 21, 31]))
    #expect(
      lines == [
        "A1 date 2024-01-31", "B1 duration PT36H0M0S", "C1 string x", "D1 bool true", "E1 time 12:00:00",
        "F1 date 2024-01-31T12:00:00",
      ])
  }

  @Test func `a format inside a dxf is no format of a cell`() throws {
    let styles = """
      <numFmts><numFmt numFmtId="200" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>\
      <dxfs><dxf><numFmt numFmtId="200" formatCode="0.00"/></dxf></dxfs>
      """
    let lines = try cellLines(rows: "<row><c s=\"1\"><v>45322</v></c></row>", styles: styles)
    #expect(lines == ["A1 date 2024-01-31"])
  }

  @Test(arguments: ["1", "true"])
  func `the 1904 system counts from 1904`(flag: String) throws {
    let sheet = WorkbookParts.sheet(rows: "<row><c s=\"1\"><v>43860</v></c></row>")
    let parts = WorkbookParts(
      sheets: [("S", sheet)], styles: WorkbookParts.styles(ids: [14]), properties: "<workbookPr date1904=\"\(flag)\"/>")
    #expect(try cellLines(parts) == ["A1 date 2024-01-31"])
  }

  @Test func `formulas show their cached values and say what they are`() throws {
    let parts = WorkbookParts(
      rows: """
        <row r="1"><c r="A1"><f>SUM(B1:C1)&amp;""</f><v>3</v></c><c r="B1"><f>A9</f></c>\
        <c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f t="shared" si="0"/><v>4</v></c></row>
        """)
    let snapshot = try #require(try opened(parts.bytes)["S"]).snapshot()
    #expect(snapshot["A1"]?.formula == "SUM(B1:C1)&\"\"")
    #expect(snapshot["A1"]?.value == .number(3))
    #expect(snapshot["B1"]?.hasFormulaWithoutCachedValue == true)
    #expect(snapshot["C1"]?.hasFormulaWithoutCachedValue == false)
    #expect(snapshot["C1"]?.value == nil)
    #expect(snapshot["D1"]?.isFormula == true)
    #expect(snapshot["D1"]?.formula == nil)
  }

  @Test(arguments: ["1", "-1", "99999999999999999999", "abc", "0.5"])
  func `a bad shared string index leaves the cell without a value`(index: String) throws {
    let parts = WorkbookParts(
      rows: "<row><c><v>1</v></c><c t=\"s\"><v>\(index)</v></c></row>", strings: "<si><t>a</t></si>")
    #expect(try cellLines(parts) == ["A1 number 1.0"])
    #expect(try warningCodes(parts) == [.badSharedString])
  }

  @Test(arguments: ["500", "-1", "x", "99999999999999999999"])
  func `a bad style index is General`(style: String) throws {
    let parts = WorkbookParts(
      rows: "<row><c s=\"\(style)\"><v>45322</v></c></row>", styles: WorkbookParts.styles(ids: [14]))
    #expect(try cellLines(parts) == ["A1 number 45322.0"])
    #expect(try warningCodes(parts) == [.badStyle])
  }
}

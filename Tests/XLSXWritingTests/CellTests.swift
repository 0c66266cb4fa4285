import SpreadsheetML
import Testing
import XLSXWriting

@Suite struct CellTests {
  @Test(arguments: ["=1+1", "+86", "-3", "@某人", "'引", "约10", " 两边 "])
  func `text stays text, whatever it begins with`(text: String) throws {
    let book = try WrittenBook { _, sheet in try sheet.write(.text(text), at: "A1") }
    #expect(book.sheet.contains(#"<c r="A1" t="s"><v>0</v></c>"#))
    #expect(book.strings.contains(">\(text)</t>"))
  }

  @Test(arguments: [
    (CellContent.number(1780), #"<c r="B2"><v>1780</v></c>"#),
    (.number(-0.125), #"<c r="B2"><v>-0.125</v></c>"#),
    (.integer(38), #"<c r="B2"><v>38</v></c>"#),
    (.serialDate(45473), #"<c r="B2"><v>45473</v></c>"#),
    (.boolean(true), #"<c r="B2" t="b"><v>1</v></c>"#),
    (.formula("=SUM(A1:A2)", 3), #"<c r="B2"><f>SUM(A1:A2)</f><v>3</v></c>"#),
    (.formula("A1<B1", .boolean(false)), #"<c r="B2" t="str"><f>A1&lt;B1</f><v>FALSE</v></c>"#),
    (.formula("A1&\"x\"", "无x"), #"<c r="B2" t="str"><f>A1&amp;"x"</f><v>无x</v></c>"#),
    (.formula("A1", ""), #"<c r="B2" t="str"><f>A1</f><v></v></c>"#),
  ])
  func `a value is written as its kind`(content: CellContent, markup: String) throws {
    let book = try WrittenBook { _, sheet in try sheet.write(content, at: "B2") }
    #expect(book.sheet.contains(markup))
  }

  @Test(arguments: [
    ("a\u{1}b", "a_x0001_b"), ("_x0041_", "_x005F_x0041_"), ("a_b", "a_b"), ("\u{FFFE}", "_xFFFE_"),
    ("一\r\n二", "一_x000D_\n二"), ("一\t二", "一\t二"), ("＿x", "＿x"),
  ])
  func `characters that XML lacks are escaped`(text: String, stored: String) throws {
    let book = try WrittenBook { _, sheet in try sheet.write(.text(text), at: "A1") }
    #expect(book.strings.contains(">\(stored)</t>"))
  }

  @Test func `a later write replaces the earlier`() throws {
    let book = try WrittenBook { _, sheet in
      try sheet.write("先", at: "A1")
      try sheet.write(.number(2), at: "A1")
    }
    #expect(book.sheet.contains(#"<c r="A1"><v>2</v></c>"#))
  }

  @Test func `every cell of a merged range has the format`() throws {
    let book = try WrittenBook { _, sheet in
      try sheet.merge("B2:C3", .formula("1+1", 2), format: CellFormat(fill: 0xE9EEF4))
    }
    #expect(book.sheet.contains(#"<mergeCell ref="B2:C3"/>"#))
    #expect(book.sheet.contains(#"<c r="B2" s="1"><f>1+1</f><v>2</v></c><c r="C2" s="1"/>"#))
    #expect(book.sheet.contains(#"<c r="B3" s="1"/><c r="C3" s="1"/>"#))
  }

  @Test func `a merge of one cell is a plain cell`() throws {
    let book = try WrittenBook { _, sheet in try sheet.merge("B2", "题") }
    #expect(!book.sheet.contains("mergeCell"))
  }

  @Test func `runs of rich text keep their fonts`() throws {
    let book = try WrittenBook { _, sheet in
      let red = CellFont("黑体", size: 12, bold: true, color: 0xA3281E)
      try sheet.write(.richText([TextRun("逾期", font: red), TextRun(" 1项 ")]), at: "A1")
      try sheet.write(.richText([TextRun("独")]), at: "A2")
    }
    #expect(book.strings.contains(#"<color rgb="FFA3281E"/><rFont val="黑体"/>"#))
    #expect(book.strings.contains(#"<t xml:space="preserve"> 1项 </t>"#))
    #expect(book.strings.contains("<si><t>独</t></si>"))
  }

  @Test func `a link leads to its cell, and what is no text stays what it is`() throws {
    let book = try WrittenBook(sheet: "It's") { _, sheet in
      try sheet.write("看", at: "A1", link: .cell(sheet: "It's", "C7"), tip: "往下")
      try sheet.write(.number(5), at: "A2", link: .web("https://example.org/a b"))
    }
    #expect(book.sheet.contains(#"<hyperlink ref="A1" location="'It''s'!C7" tooltip="往下""#))
    #expect(book.sheet.contains(#"<v>5</v>"#))
    #expect(book.part("xl/worksheets/_rels/sheet1.xml.rels").contains("https://example.org/a%20b"))
  }

  @Test func `a comment carries its author and stays hidden`() throws {
    let book = try WrittenBook { _, sheet in
      try sheet.comment(CellComment("请改\n谢谢", author: "局办公室"), at: "B2")
    }
    #expect(book.part("xl/comments1.xml").contains("<author>局办公室</author>"))
    #expect(book.part("xl/comments1.xml").contains("请改\n谢谢"))
    #expect(book.part("xl/drawings/vmlDrawing1.vml").contains("visibility:hidden"))
  }

  @Test func `what is written is what the reader finds`() throws {
    let book = try WrittenBook { _, sheet in try sheet.write("_x0041_\u{1}", at: "A1") }
    #expect(try book.texts() == ["_x0041_\u{1}"])
  }
}

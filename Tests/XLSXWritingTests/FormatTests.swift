import SpreadsheetML
import Testing
import XLSXWriting

@Suite struct FormatTests {
  @Test func `equal formats are one format of the workbook`() throws {
    let book = try WrittenBook { _, sheet in
      for row in 0..<50 {
        try sheet.write("一", at: CellReference(row: row, column: row % 7), format: CellFormat(font: CellFont("仿宋")))
      }
    }
    #expect(book.styles.contains(#"<cellXfs count="2">"#))
  }

  @Test func `a format says all that it is`() throws {
    let format = CellFormat(
      font: CellFont("仿宋", size: 10.5, family: .roman, bold: true, italic: true, underline: .single, color: .black),
      fill: 0xFFF8DF,
      borders: CellBorders(left: CellBorder(.mediumDashed, 0x8A5A00), bottom: CellBorder(.dotted, 0xC4CAD2)),
      alignment: CellAlignment(.right, .center, wraps: true, indent: 2), numberFormat: ##"#,##0_ ;"−"#,##0_ ;0_ ;@_ "##,
      locked: false)
    let book = try WrittenBook { _, sheet in try sheet.write(.number(1), at: "A1", format: format) }
    for markup in [
      #"<b/><i/><u/><sz val="10.5"/><color rgb="FF000000"/><name val="仿宋"/><family val="1"/>"#,
      #"<patternFill patternType="solid"><fgColor rgb="FFFFF8DF"/>"#,
      #"<left style="mediumDashed"><color rgb="FF8A5A00"/></left>"#, #"<bottom style="dotted">"#,
      #"<alignment horizontal="right" vertical="center" indent="2" wrapText="1"/><protection locked="0"/>"#,
      ##"formatCode="#,##0_ ;&quot;−&quot;#,##0_ ;0_ ;@_ ""##,
    ] {
      #expect(book.styles.contains(markup))
    }
  }

  @Test(arguments: [
    (CellAlignment.Horizontal.left, "left"), (.center, "center"), (.right, "right"), (.fill, "fill"),
    (.justify, "justify"), (.centerAcross, "centerContinuous"), (.distributed, "distributed"),
  ])
  func `horizontal alignments go by their names`(alignment: CellAlignment.Horizontal, name: String) throws {
    let book = try WrittenBook { _, sheet in
      try sheet.write("一", at: "A1", format: CellFormat(alignment: CellAlignment(alignment)))
    }
    #expect(book.styles.contains(#"horizontal="\#(name)""#))
  }

  @Test(arguments: [
    CellFormat(font: CellFont("")), CellFormat(font: CellFont(size: 0)), CellFormat(font: CellFont(size: 410)),
    CellFormat(numberFormat: ""), CellFormat(alignment: CellAlignment(indent: 251)),
    CellFormat(alignment: CellAlignment(rotation: 91)),
  ])
  func `a format outside its limits is refused`(format: CellFormat) throws {
    _ = try WrittenBook { _, sheet in
      #expect(refusal { try sheet.write("一", at: "A1", format: format) } == .option)
    }
  }

  @Test func `a number format longer than the library holds is refused`() throws {
    _ = try WrittenBook { _, sheet in
      let code = "0\"" + String(repeating: "项", count: 42) + "\""
      #expect(refusal { try sheet.write(1, at: "A1", format: CellFormat(numberFormat: code)) } == .textTooLong)
    }
  }
}

import SpreadsheetML
import Testing
import XLSXWriting

@Suite struct SheetTests {
  @Test func `columns that are set twice do not overlap in the file`() throws {
    let book = try WrittenBook { _, sheet in
      try sheet.setColumns(0...5, width: 20)
      try sheet.setColumns(2...2, width: .pixels(40), hidden: true, outlineLevel: 1)
      try sheet.setColumnWidths([5, 39], from: 8)
    }
    #expect(book.sheet.contains(#"<col min="1" max="2" width="20.7109375" customWidth="1"/>"#))
    #expect(
      book.sheet.contains(#"<col min="3" max="3" width="5.7109375" hidden="1" customWidth="1" outlineLevel="1"/>"#))
    #expect(book.sheet.contains(#"<col min="4" max="6""#))
    #expect(book.sheet.contains(#"<col min="9" max="9" width="5.7109375""#))
  }

  @Test func `rows carry height, level and hiding`() throws {
    let book = try WrittenBook { _, sheet in
      try sheet.setRow(1, height: 33.75, hidden: true, outlineLevel: 2)
      try sheet.setRow(2, collapsed: true)
      try sheet.setOutline(symbolsAbove: true)
    }
    #expect(book.sheet.contains(#"<row r="2" ht="33.75" hidden="1" customHeight="1" outlineLevel="2"/>"#))
    #expect(book.sheet.contains(#"<row r="3" collapsed="1"/>"#))
    #expect(book.sheet.contains(#"summaryBelow="0""#))
  }

  @Test func `the view is set`() throws {
    let book = try WrittenBook { _, sheet in
      try sheet.freezePanes(at: "C8")
      try sheet.setZoom(90)
      try sheet.hideGridlines()
      try sheet.setTabColor(0x1F3A5F)
      try sheet.select("D9")
      try sheet.autofilter("A7:P20")
      try sheet.ignoreErrors(.numberStoredAsText, in: "A1:A9")
      try sheet.ignoreErrors(.numberStoredAsText, in: "C1:C9")
      #expect(refusal { try sheet.select("A1") } == .option)
    }
    #expect(book.sheet.contains(#"showGridLines="0""#) && book.sheet.contains(#"zoomScale="90""#))
    #expect(book.sheet.contains(#"<pane xSplit="2" ySplit="7" topLeftCell="C8""#))
    #expect(book.sheet.contains(#"<autoFilter ref="A7:P20"/>"#))
    #expect(book.sheet.contains(#"<ignoredError sqref="A1:A9 C1:C9" numberStoredAsText="1"/>"#))
  }

  @Test func `only one sheet can be the one that shows`() throws {
    let written = try WrittenBook { book, _ in
      let second = try book.addWorksheet("二")
      try second.activate()
      let third = try book.addWorksheet("三")
      #expect(refusal { try third.activate() } == .option)
    }
    #expect(written.workbook.contains(#"activeTab="1""#))
    #expect(!written.sheet.contains("tabSelected"))
  }

  @Test func `one row in memory takes rows in order only`() throws {
    let book = try WrittenBook(options: WorkbookOptions(keepsOneRow: true)) { _, sheet in
      try sheet.write("一", at: "A1")
      try sheet.write("三", at: "B3", format: CellFormat(fill: 0xE9EEF4))
      try sheet.write("三甲", at: "A3")
      try sheet.merge("C3:E3", "并")
      #expect(refusal { try sheet.write("二", at: "A2") } == .rowOrder)
      #expect(refusal { try sheet.setRow(1, height: 20) } == .rowOrder)
      #expect(refusal { try sheet.merge("A4:A5") } == .rowOrder)
    }
    #expect(book.sheet.contains(#"<c r="A1" t="inlineStr"><is><t>一</t></is></c>"#))
    #expect(book.sheet.contains(#"<c r="A3" t="inlineStr"><is><t>三甲</t></is></c><c r="B3" s="1""#))
    #expect(book.sheet.contains(#"<mergeCell ref="C3:E3"/>"#))
  }

  @Test func `the page is set up`() throws {
    let footer = PageSetup.HeaderFooter(
      left: .text("2024年 A&B", fontName: "仿宋", fontSize: 9),
      center: PageText([.text("— "), .page, .text(" —")], fontName: "宋体", fontSize: 10),
      right: PageText([.sheetName]))
    let book = try WrittenBook { _, sheet in
      try sheet.setPage(
        PageSetup(
          paper: .a3, pagesWide: 1, margins: .init(left: 12.7, right: 12.7, top: 25.4, bottom: 25.4),
          repeatedRows: 4...6, printArea: "A2:P20", footer: footer, breaksBeforeRows: [10], firstPage: 3))
    }
    #expect(book.sheet.contains(#"paperSize="8""#) && book.sheet.contains(#"fitToHeight="0""#))
    #expect(book.sheet.contains(#"firstPageNumber="3""#) && book.sheet.contains(#"orientation="landscape""#))
    #expect(book.sheet.contains(#"<pageMargins left="0.5" right="0.5" top="1" bottom="1""#))
    #expect(book.sheet.contains(#"&amp;L&amp;9&amp;"仿宋,Regular"2024年 A&amp;&amp;B&amp;C&amp;10"#))
    #expect(book.sheet.contains(#"<brk id="10""#))
    #expect(book.workbook.contains("'表'!$5:$7") && book.workbook.contains("'表'!$A$2:$P$20"))
  }

  @Test(arguments: [
    (PageSetup(footer: .init(left: .text(String(repeating: "字", count: 254)))), XLSXWriteError.Code.textTooLong),
    (PageSetup(footer: .init(left: .text("A&G"))), .character), (PageSetup(pagesWide: 0), .option),
    (PageSetup(breaksBeforeRows: [0]), .option), (PageSetup(breaksBeforeRows: [5, 5]), .option),
    (PageSetup(breaksBeforeRows: Array(1...1_024)), .tooMany), (PageSetup(repeatedRows: 0...1_048_576), .outOfBounds),
    (PageSetup(margins: .init(left: -1, right: 0, top: 0, bottom: 0)), .option),
  ])
  func `a page that cannot be is refused`(page: PageSetup, code: XLSXWriteError.Code) throws {
    _ = try WrittenBook { _, sheet in #expect(refusal { try sheet.setPage(page) } == code) }
  }
}

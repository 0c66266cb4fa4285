import SpreadsheetML
import Testing
import XLSXReading
import XLSXWriting

/// A workbook that makes its texts fit takes whatever somebody has typed.
@Suite struct FittingTextTests {
  private static let fits = WorkbookOptions(fitsTexts: true)
  private static let note = "……（超出单元格容量，以下从略）"

  @Test(arguments: [
    [TextRun("一"), TextRun(String(repeating: "字", count: 40_000))],
    [TextRun(String(repeating: "&", count: 20_000)), TextRun("<二>", font: CellFont("黑体", size: 9, bold: true))],
    [TextRun(String(repeating: "\u{1}", count: 32_000)), TextRun("\u{0}"), TextRun("三")],
    Array(repeating: TextRun(String(repeating: "段", count: 20), font: CellFont("黑体", size: 9)), count: 300),
    [TextRun(String(repeating: "_x0041_", count: 9_000)), TextRun("四")],
  ])
  func `runs of any length are written, and cut with a word where they are too long`(runs: [TextRun]) throws {
    let book = try WrittenBook(options: Self.fits) { _, sheet in
      try sheet.write(.richText(runs), at: "A1")
      try sheet.write("旁边", at: "B1")
    }
    let texts = try book.texts()
    #expect(texts.count == 2 && texts[1] == "旁边")
    let whole = runs.map(\.text).joined()
    #expect(texts[0] == whole || texts[0].hasSuffix(Self.note) && whole.hasPrefix(texts[0].prefix(20)))
  }

  @Test func `a run that fits is written as it is`() throws {
    let book = try WrittenBook(options: Self.fits) { _, sheet in
      try sheet.write(.richText([TextRun("甲"), TextRun("")]), at: "A1")
      try sheet.write(.richText([TextRun(""), TextRun("\u{0}")]), at: "A2")
      try sheet.write(.richText([TextRun("乙"), TextRun("&丙", font: CellFont("黑体", size: 9))]), at: "A3")
    }
    #expect(try book.texts() == ["甲", "乙&丙"])
  }

  @Test func `a text as long as a cell's is not cut`() throws {
    let text = String(repeating: "字", count: 32_767)
    let book = try WrittenBook(options: Self.fits) { _, sheet in
      try sheet.write(.text(text), at: "A1")
      try sheet.write(.text(text + "尾"), at: "A2")
    }
    let texts = try book.texts()
    #expect(texts[0] == text)
    #expect(texts[1].utf16.count == 32_767 && texts[1].hasSuffix(Self.note))
  }

  @Test func `messages, notes, charts, heads of pages and properties lose what they cannot hold`() throws {
    let long = "\u{0}\u{7}R&G" + String(repeating: "长", count: 400) + "\n"
    let book = try WrittenBook(options: Self.fits) { book, sheet in
      let message = DataValidation.Message(long, long)
      try sheet.validate(DataValidation(.any, input: message, error: message), on: "A1:A2")
      try sheet.comment(CellComment(long, author: long), at: "A1")
      try sheet.write("见", at: "B1", link: .web("https://example.org"), tip: long)
      for row in 0..<3 { try sheet.write(.integer(row), at: CellReference(row: row, column: 4)) }
      try sheet.insert(
        Chart(
          .bar, series: [ChartSeries(long, values: SheetRange("表", "E1:E3"))], title: long, width: 300, height: 200,
          description: long), at: "F1")
      try sheet.setPage(
        PageSetup(
          header: .init(left: .text(long), center: .text(long)),
          footer: .init(center: PageText([.page, .text(long), .pages]), right: .text("&G"))))
      try book.setCustomProperty("单位", to: .text(long))
    }
    let page = book.part("xl/worksheets/sheet1.xml")
    for mark in ["oddHeader>", "oddFooter>"] {
      let text = page.components(between: "<\(mark)", and: "</\(mark)").replacing("&amp;", with: "&")
      #expect(text.contains("＆G") && !text.contains("&G"))
      #expect((100...255).contains(text.utf16.count), "\(mark) \(text.utf16.count)")
    }
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> String {
    guard let from = firstRange(of: start)?.upperBound, let to = self[from...].firstRange(of: end)?.lowerBound else {
      return ""
    }
    return String(self[from..<to])
  }
}

import SpreadsheetML
import Testing
import XLSXWriting

@Suite struct LimitTests {
  @Test(arguments: [
    "", "a/b", "a\\b", "a?b", "a*b", "[a", "a]", "a:b", "'a", "a'", "a\u{0}", "a\nb",
    String(repeating: "表", count: 32), String(repeating: "𠮷", count: 16),
  ])
  func `a sheet name that programs refuse is refused`(name: String) throws {
    _ = try WrittenBook { book, _ in
      #expect(refusal { _ = try book.addWorksheet(name) } == .sheetName)
    }
  }

  @Test func `sheet names differ in more than case`() throws {
    _ = try WrittenBook(sheet: "Sheet") { book, _ in
      #expect(refusal { _ = try book.addWorksheet("sHEET") } == .duplicateSheetName)
      _ = try book.addWorksheet(String(repeating: "表", count: 31))
    }
  }

  @Test(arguments: [(-1, 0), (0, -1), (1_048_576, 0), (0, 16_384)])
  func `a cell outside the sheet is refused`(row: Int, column: Int) throws {
    _ = try WrittenBook { _, sheet in
      #expect(refusal { try sheet.write(1, at: CellReference(row: row, column: column)) } == .outOfBounds)
    }
  }

  @Test func `a text has up to 32767 characters`() throws {
    _ = try WrittenBook { _, sheet in
      try sheet.write(.text(String(repeating: "字", count: 32_767)), at: "A1")
      #expect(refusal { try sheet.write(.text(String(repeating: "字", count: 32_768)), at: "A2") } == .textTooLong)
      #expect(refusal { try sheet.write(.text(String(repeating: "𠮷", count: 16_384)), at: "A2") } == .textTooLong)
    }
  }

  @Test(arguments: [
    (CellContent.text("a\u{0}"), XLSXWriteError.Code.character), (.number(.nan), .notFinite),
    (.number(.infinity), .notFinite), (.formula("1", .number(.nan)), .notFinite), (.formula("=", 1), .option),
    (.formula("a\u{1}", 1), .character), (.formula(String(repeating: "1", count: 8_193), 1), .textTooLong),
    (.richText([]), .option), (.richText([TextRun("")]), .option),
    (.richText(Array(repeating: TextRun("一"), count: 251)), .tooMany),
    (.richText([TextRun("一"), TextRun(String(repeating: "字", count: 32_760))]), .textTooLong),
  ])
  func `content that a cell cannot hold is refused`(content: CellContent, code: XLSXWriteError.Code) throws {
    _ = try WrittenBook { _, sheet in
      #expect(refusal { try sheet.write(content, at: "C7") } == code)
    }
  }

  @Test func `an error names the sheet and the cell`() throws {
    _ = try WrittenBook(sheet: "填报表") { _, sheet in
      let error = #expect(throws: XLSXWriteError.self) { try sheet.write(.number(.nan), at: "C7") }
      #expect(error?.description == "填报表!C7: nan is no number a cell can hold")
    }
  }

  @Test func `merged ranges do not overlap`() throws {
    _ = try WrittenBook { _, sheet in
      try sheet.merge("B2:C3")
      try sheet.merge("E1:E200")
      for range: CellRange in ["C3:D4", "A1:B2", "B2:C3", "D100:F100", "A3:A90", "B1:B90"] where range != "A3:A90" {
        #expect(refusal { try sheet.merge(range) } == .mergeOverlap)
      }
      try sheet.merge("A3:A90")
    }
  }

  @Test(arguments: [
    ("", XLSXWriteError.Code.name), ("1a", .name), ("A1", .name), ("R1C1", .name), ("a b", .name), ("_xlnm.x", .name),
    (String(repeating: "名", count: 43), .textTooLong),
  ])
  func `a name that is none is refused`(name: String, code: XLSXWriteError.Code) throws {
    _ = try WrittenBook { book, _ in #expect(refusal { try book.define(name, as: "1") } == code) }
  }

  @Test func `a name is defined once`() throws {
    let written = try WrittenBook { book, _ in
      try book.define("pace_year", as: "='表'!$A$1")
      #expect(refusal { try book.define("PACE_YEAR", as: "1") } == .name)
    }
    #expect(written.workbook.contains(#"<definedName name="pace_year">'表'!$A$1</definedName>"#))
  }

  @Test(arguments: ["ftp://example.com", "file:///etc", "javascript:1", "", "https://example.com/internal:b", "看"])
  func `an address that is none is refused`(address: String) throws {
    _ = try WrittenBook { _, sheet in
      #expect(refusal { try sheet.write("看", at: "A1", link: .web(address)) } == .option)
    }
  }

  @Test func `an address has up to 2079 bytes once escaped`() throws {
    _ = try WrittenBook { _, sheet in
      let address = "https://example.com/" + String(repeating: " ", count: 700)
      #expect(refusal { try sheet.write("看", at: "A1", link: .web(address)) } == .textTooLong)
    }
  }

  @Test func `rows and columns keep to their sizes`() throws {
    _ = try WrittenBook { _, sheet in
      #expect(refusal { try sheet.setRow(0, height: 410) } == .option)
      #expect(refusal { try sheet.setRow(0, outlineLevel: 8) } == .option)
      #expect(refusal { try sheet.setColumns(0...0, width: 256) } == .option)
      #expect(refusal { try sheet.setColumns(0...16_384, width: 5) } == .outOfBounds)
      #expect(refusal { try sheet.setZoom(9) } == .option)
    }
  }
}

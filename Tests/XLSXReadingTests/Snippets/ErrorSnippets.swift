import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

/// `ErrorsAndWarnings.md` and `LimitsAndHostileFiles.md`, compiled and run.
@Suite struct ErrorSnippets {
  @Test func `an error says what and where`() throws {
    var parts = ExampleFile.parts
    parts[WorkbookParts.firstSheet] = "<worksheet xmlns=\"\(WorkbookParts.main)\"><sheetData><row></oops>"
    let bytes = parts.bytes
    var said = ""
    // shown
    do throws(XLSXReadError) {
      let workbook = try Workbook(bytes: bytes)
      for sheet in workbook.worksheets { try sheet.forEachRow { _, _ in } }
    } catch {
      switch error.code {
      case .encrypted: said = "a password, please"
      case .legacyXLS, .xlsb, .ods: said = "another format: \(error.remedy(in: .english))"
      default: said = error.message(in: .chinese)  // what, where, and what to do
      }
    }
    // shown
    #expect(said.hasPrefix("部件 xl/worksheets/sheet1.xml 第 "))
  }

  @Test func `each sheet stands for itself`() throws {
    var parts = ExampleFile.parts
    parts[WorkbookParts.firstSheet] = "<broken"
    let workbook = try Workbook(bytes: parts.bytes)
    // shown
    var broken: [String: XLSXReadError] = [:]
    for sheet in workbook.worksheets {
      do throws(XLSXReadError) {
        try sheet.forEachRow { row, cells in }
      } catch {
        broken[sheet.name] = error
      }
    }
    // shown
    #expect(broken.mapValues(\.code) == ["填报表": .malformedMarkup])
  }

  @Test func `warnings are asked for afterwards`() throws {
    let parts = WorkbookParts(rows: #"<row r="1"><c r="A1"><v>约三百</v></c></row>"#)
    let sheet = try #require(try Workbook(bytes: parts.bytes)["S"])
    // shown
    try sheet.forEachRow { row, cells in }
    for warning in sheet.warnings where warning.code == .notANumber {
      print(warning.message(in: .chinese))  // S!A1：数字单元格里不是数字，按文本读取（约三百）
    }
    // shown
    #expect(sheet.warnings.map { $0.message(in: .chinese) } == ["S!A1：数字单元格里不是数字，按文本读取（约三百）"])
  }

  @Test func `limits are given when a file is opened`() async throws {
    try await ExampleFile.at { path in
      // shown
      var limits = ReadLimits()
      limits.fileBytes = 20 << 20
      limits.cells = 1_000_000
      limits.wholePartBytes = 16 << 20  // larger sheets go through a window of 128 KiB
      let workbook = try Workbook(path: path, limits: limits)
      // shown
      #expect(try workbook["填报表"]?["B3"] == .number(120))
      limits.cells = 13
      let code = errorCode(ExampleFile.parts.bytes, limits: limits)
      #expect(code == nil, "thirteen in the first sheet, one in the second")
      limits.cells = 12
      #expect(errorCode(ExampleFile.parts.bytes, limits: limits) == .limitExceeded)
    }
  }
}

import FoundationEssentials
import Glibc
import SpreadsheetML
import Testing
import XLSXReading
import XLSXWriting

@Suite struct OutputTests {
  @Test func `a writer that is not closed leaves nothing behind`() throws {
    let folder = try Folder()
    do {
      let book = try WorkbookWriter(path: folder.file("a.xlsx"), properties: .sample)
      try book.addWorksheet("表").write("一", at: "A1")
      #expect(folder.names.count == 1)
    }
    #expect(folder.names.isEmpty)
  }

  @Test func `closing replaces what bore the name`() throws {
    let folder = try Folder()
    #expect(FileManager.default.createFile(atPath: folder.file("a.xlsx"), contents: Data([1])))
    let book = try WorkbookWriter(path: folder.file("a.xlsx"), properties: .sample)
    _ = try book.addWorksheet("表")
    #expect(folder.bytes(of: "a.xlsx") == [1])
    try book.close()
    #expect(folder.names == ["a.xlsx"])
    #expect(folder.bytes(of: "a.xlsx").prefix(2) == [0x50, 0x4B])
  }

  @Test func `a workbook that cannot be closed leaves the old file`() throws {
    let folder = try Folder()
    #expect(FileManager.default.createFile(atPath: folder.file("a.xlsx"), contents: Data([1])))
    let book = try WorkbookWriter(path: folder.file("a.xlsx"), properties: .sample)
    try book.addWorksheet("表").write("去", at: "B3", link: .cell(sheet: "没有", "A1"))
    do {
      try book.close()
      Issue.record("a link to nowhere was written")
    } catch {
      #expect(error.code == .unknownSheet)
      #expect(error.cell == "B3")
    }
    #expect(folder.names == ["a.xlsx"])
    #expect(folder.bytes(of: "a.xlsx") == [1])
  }

  @Test(arguments: ["/nowhere/at/all/a.xlsx", "", "a\u{0}b.xlsx", "/tmp/"])
  func `a place that cannot be written is refused at once`(path: String) {
    #expect(refusal { _ = try WorkbookWriter(path: path, properties: .sample) } == .file)
  }

  @Test func `a full disk is noticed, and leaves nothing behind`() async {
    await #expect(processExitsWith: .success) {
      // No file of this process grows beyond 256 KiB: parts are cut, the packed workbook would fit.
      _ = signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 262_144, rlim_max: 262_144)
      guard unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { exit(3) }
      let folder = try Folder()
      let code = refusal {
        let book = try WorkbookWriter(path: folder.file("a.xlsx"), properties: .sample)
        let sheet = try book.addWorksheet("表")
        for row in 0..<20_000 { try sheet.write(.number(7), at: CellReference(row: row, column: 0)) }
        try book.close()
      }
      exit(code == .file && folder.names.isEmpty ? 0 : 1)
    }
  }

  @Test(arguments: [false, true])
  func `the system's folder stands in for one of temporary files that is not there`(keepsOneRow: Bool) throws {
    let folder = try Folder()
    let options = WorkbookOptions(keepsOneRow: keepsOneRow, temporaryDirectory: folder.file("none"))
    let book = try WorkbookWriter(path: folder.file("a.xlsx"), properties: .sample, options: options)
    try book.addWorksheet("表").write("一", at: "A1")
    try book.close()
    #expect(folder.names == ["a.xlsx"])
  }

  @Test func `a file that others may read is no secret of the writer`() throws {
    let folder = try Folder()
    let book = try WorkbookWriter(path: folder.file("a.xlsx"), properties: .sample)
    _ = try book.addWorksheet("表")
    try book.close()
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("a.xlsx"))
    let permissions = try #require(attributes[.posixPermissions])
    let mode = try #require(Int("\(permissions)"))
    #expect(mode & 0o600 == 0o600 && mode & 0o111 == 0)
  }

  @Test func `a sheet outlives its workbook without harm`() throws {
    let folder = try Folder()
    let book = try WorkbookWriter(path: folder.file("a.xlsx"), properties: .sample)
    let sheet = try book.addWorksheet("表")
    try book.close()
    #expect(refusal { try sheet.write("一", at: "A1") } == .closed)
    #expect(refusal { try sheet.setZoom(90) } == .closed)
  }

  @Test func `a workbook needs a sheet that shows`() throws {
    let folder = try Folder()
    let book = try WorkbookWriter(path: folder.file("a.xlsx"), properties: .sample)
    _ = try book.addWorksheet("暗", visibility: .hidden)
    do {
      try book.close()
      Issue.record("a workbook without a visible sheet was written")
    } catch {
      #expect(error.code == .noVisibleSheet)
    }
    #expect(folder.names.isEmpty)
  }

  @Test func `a hidden first sheet stays hidden`() throws {
    let written = try WrittenBook(sheet: "明") { book, _ in
      _ = try book.addWorksheet("暗", visibility: .hidden)
    }
    #expect(written.workbook.contains(#"<sheet name="暗" sheetId="2" state="hidden""#))
    let folder = try Folder()
    let book = try WorkbookWriter(path: folder.file("a.xlsx"), properties: .sample)
    _ = try book.addWorksheet("暗", visibility: .hidden)
    _ = try book.addWorksheet("明")
    try book.close()
    let text = try WrittenBook(bytes: folder.bytes(of: "a.xlsx")).workbook
    #expect(text.contains(#"<sheet name="暗" sheetId="1" state="hidden""#) && text.contains(#"activeTab="1""#))
  }

  @Test func `equal calls make equal bytes, whenever they are made`() async throws {
    let folder = try Folder()
    try folder.writeSample("a.xlsx")
    try await Task.sleep(for: .milliseconds(2_100))
    try folder.writeSample("b.xlsx")
    #expect(folder.bytes(of: "a.xlsx") == folder.bytes(of: "b.xlsx"))
    #expect(folder.names == ["a.xlsx", "b.xlsx"])
  }

  @Test func `properties are what the caller says`() throws {
    let written = try WrittenBook { book, _ in
      try book.setCustomProperty("期别", to: .text("2024-06"))
      try book.setCustomProperty("序号", to: .number(7))
      try book.setCustomProperty("示例", to: .boolean(true))
      #expect(refusal { try book.setCustomProperty("期别", to: .number(1)) } == .name)
      #expect(
        refusal { try book.setCustomProperty("长", to: .text(String(repeating: "字", count: 256))) } == .textTooLong)
    }
    #expect(written.part("docProps/core.xml").contains("2024-06-30T00:00:00Z</dcterms:created>"))
    #expect(written.part("docProps/core.xml").contains("<dc:title>汇总</dc:title>"))
    let custom = written.part("docProps/custom.xml")
    #expect(custom.contains(#"name="期别"><vt:lpwstr>2024-06</vt:lpwstr>"#))
    #expect(custom.contains("<vt:r8>7</vt:r8>") && custom.contains("<vt:bool>true</vt:bool>"))
    let epoch = DocumentProperties(created: CalendarDay(year: 1970, month: 1, day: 1).map { CalendarMoment(day: $0) })
    #expect(refusal { _ = try WorkbookWriter(path: "/tmp/x.xlsx", properties: epoch) } == .option)
  }

  @Test func `what a workbook says about itself is read as it was written`() throws {
    let made = CalendarMoment(
      day: try #require(CalendarDay(year: 2024, month: 6, day: 30)),
      time: try #require(TimeOfDay(milliseconds: 485 * 60_000)))
    let properties = DocumentProperties(
      title: "汇总", subject: "月调度", creator: "局办公室", keywords: "计划", description: "一式两份", company: "市民政局",
      created: made, custom: ["份数": "2", "期别": "2024-06"])
    let folder = try Folder()
    let book = try WorkbookWriter(path: folder.file("a.xlsx"), properties: properties)
    let sheet = try book.addWorksheet("表")
    try sheet.comment(CellComment("请核实", author: "审核"), at: "C7")
    try sheet.comment(CellComment("看"), at: "A1")
    try book.close()
    let read = try Workbook(path: folder.file("a.xlsx"))
    var expected = properties
    (expected.lastModifiedBy, expected.modified) = ("局办公室", made)
    expected.application = "Microsoft Excel"
    #expect(read.properties == expected)
    let comments = try #require(read["表"]).snapshot().comments
    #expect(comments.map(\.reference.a1) == ["A1", "C7"])
    #expect(comments.map(\.comment) == [CellComment("看"), CellComment("请核实", author: "审核")])
  }

  @Test func `a workbook that says nothing about itself is the same on any day`() throws {
    let folder = try Folder()
    let book = try WorkbookWriter(path: folder.file("a.xlsx"))
    _ = try book.addWorksheet("表")
    try book.close()
    #expect(try Workbook(path: folder.file("a.xlsx")).properties.created?.isoText == "1980-01-01")
  }
}

extension Folder {
  /// A workbook with something of everything.
  func writeSample(_ name: String) throws {
    let book = try WorkbookWriter(path: file(name), properties: .sample)
    let sheet = try book.addWorksheet("表")
    for row in 0..<20 {
      try sheet.write(
        .number(Double(row) / 7), at: CellReference(row: row, column: 1), format: CellFormat(fill: 0xE9EEF4))
      try sheet.write(.text("行\(row)"), at: CellReference(row: row, column: 0))
    }
    try sheet.conditionalFormat(.dataBar(DataBar(0xB9C7DA)), on: "B1:B20")
    try sheet.comment(CellComment("看", author: "某"), at: "A1")
    try sheet.insert(
      Chart(.column, series: [ChartSeries("数", values: SheetRange("表", "B1:B20"))]), at: "D2")
    try book.setCustomProperty("期别", to: .text("2024-06"))
    try book.close()
  }
}

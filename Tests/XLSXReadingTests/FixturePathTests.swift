import FoundationEssentials
import TestSupport
import Testing
import XLSXReading

/// Every workbook that the tests know is read by both paths. Those built in code come through `opened`; these are files.
@Suite struct FixturePathTests {
  /// Paths of the files below these folders, from the root of the repository, sorted.
  private static func files(_ folders: String...) -> [String] {
    folders.flatMap { folder in
      ((try? FileManager.default.subpathsOfDirectory(atPath: "\(Article.root)/\(folder)")) ?? []).map {
        "\(folder)/\($0)"
      }
    }.sorted()
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(Article.root)/\(path)")))
  }

  static let workbooks = files("samples", "Tests").filter { $0.hasSuffix(".xlsx") || $0.contains("/Seeds/zip/") }
  static let sheets = files("Tests/Fuzzing/Seeds/worksheet")
  static let strings = files("Tests/Fuzzing/Seeds/strings")

  @Test(arguments: workbooks)
  func `a workbook of the repository reads the same by both paths`(path: String) throws {
    let bytes = try Self.bytes(path)
    // The first two ask for everything; the others would take long over so many cells.
    for options in SheetTrace.options.prefix(2) { #expect(SheetTrace.areEqual(bytes, options) == nil, "\(options)") }
  }

  @Test(arguments: sheets)
  func `a seed of the worksheet reads the same by both paths`(path: String) throws {
    var parts = WorkbookParts(
      strings: "<si><t>单位</t></si><si/><si><r><t>a</t></r><r><t>b</t></r></si>",
      styles: WorkbookParts.styles(codes: ["yyyy-mm-dd", "[h]:mm"], ids: [14, 9, 200, 201]))
    parts.setContent(WorkbookParts.firstSheet, try Self.bytes(path))
    for options in SheetTrace.options { #expect(SheetTrace.areEqual(parts.bytes, options) == nil, "\(options)") }
  }

  @Test(arguments: strings)
  func `a seed of the shared strings reads the same by both paths`(path: String) throws {
    let cells = (0..<20).map { #"<c t="s"><v>\#($0)</v></c>"# }.joined()
    var parts = WorkbookParts(rows: "<row r=\"1\">\(cells)</row>", strings: "")
    parts.setContent("xl/sharedStrings.xml", try Self.bytes(path))
    for options in SheetTrace.options { #expect(SheetTrace.areEqual(parts.bytes, options) == nil, "\(options)") }
  }

  @Test(arguments: 0..<100)
  func `a damaged archive breaks the same in pieces`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var bytes = try Self.bytes("Tests/Fuzzing/Seeds/zip/deflated.xlsx")
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    #expect(SheetTrace.areEqual(bytes, RowOptions()) == nil, "seed \(seed)")
  }

  @Test func `the files are there, and some are workbooks`() throws {
    #expect(Self.workbooks.count > 50 && !Self.sheets.isEmpty && !Self.strings.isEmpty)
    let good = try Self.workbooks.filter { path in errorCode(try Self.bytes(path)) == nil }
    #expect(good.count > 40)
  }

  /// A test that opens a workbook by itself would keep it from the comparison.
  @Test func `every other workbook of these tests is opened by the one function that compares`() throws {
    let opening = try Self.files("Tests/XLSXReadingTests").filter {
      $0.hasSuffix(".swift") && !$0.contains("/Snippets/")
    }
    .filter { path in String(decoding: try Self.bytes(path), as: UTF8.self).contains("Workbook(" + "bytes:") }
    #expect(opening.map { $0.split(separator: "/").last } == ["Reading.swift", "SheetTrace.swift"])
  }

  @Test func `the example of the articles reads the same by both paths`() throws {
    #expect(try opened(ExampleFile.parts.bytes).worksheets.count == 2)
  }

  @Test func `a difference would be seen`() throws {
    let parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
    var limits = ReadLimits()
    limits.cells = 0
    let lines = SheetTrace.lines(parts.bytes, RowOptions(), .standard)
    #expect(lines.count == 2)
    #expect(SheetTrace.lines(parts.bytes, RowOptions(), limits) != lines)
  }
}

import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

@Suite struct HostilePackageTests {
  private static let one = WorkbookParts.sheet(rows: "<row><c><v>1</v></c></row>")
  private static let twoSheets = WorkbookParts(sheets: [("S", one), ("T", one)])

  /// Reads sheet by sheet; gives each sheet's cells or the code of its error.
  private func outcomes(_ parts: WorkbookParts) throws -> [String] {
    var outcomes: [String] = []
    for sheet in try opened(parts.bytes).worksheets {
      do throws(XLSXReadError) {
        var count = 0
        try sheet.forEachRow { _, cells in count += cells.count }
        outcomes.append("\(sheet.name) \(count)")
      } catch {
        outcomes.append("\(sheet.name) \(error.code.rawValue)")
      }
    }
    return outcomes
  }

  @Test(arguments: [
    ("<Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>", "S 1"),
    ("<Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"./foo/../worksheets/./sheet1.xml\"/>", "S 1"),
    ("<Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"worksheets\\sheet1.xml\"/>", "S 1"),
    ("<Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"WorkSheets/Sheet%31.XML\"/>", "S 1"),
    ("<Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"../../../etc/passwd\"/>", "S missing-part"),
    (
      "<Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"http://127.0.0.1:9/s.xml\" TargetMode=\"External\"/>",
      "S bad-relationship"
    ),
    ("<Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"workbook.xml\"/>", "S wrong-root"),
    ("<Relationship Id=\"rId9\" Type=\"t/worksheet\" Target=\"worksheets/sheet1.xml\"/>", "S bad-relationship"),
  ])
  func `a sheet's relationship leads to its part or nowhere`(link: String, outcome: String) throws {
    var parts = Self.twoSheets
    let second = "<Relationship Id=\"rId2\" Type=\"t/worksheet\" Target=\"worksheets/sheet2.xml\"/>"
    parts["xl/_rels/workbook.xml.rels"] = WorkbookParts.links([link, second])
    #expect(try outcomes(parts) == [outcome, "T 1"])
  }

  @Test(arguments: [
    ("", "malformed-markup"), ("<a/>", "wrong-root"), (String(one.dropLast(20)), "malformed-markup"),
    ("<!DOCTYPE w>" + one, "doctype"), (one + "<more/>", "malformed-markup"),
    ("<worksheet xmlns=\"urn:other\"/>", "wrong-root"),
    (WorkbookParts.sheet(rows: String(repeating: "<a>", count: 300)), "limit-exceeded"),
    (WorkbookParts.sheet(rows: "<row><c r=\"A1\" r=\"B1\"/></row>"), "malformed-markup"),
    (WorkbookParts.sheet(rows: "<row><c><v>1</c></v></row>"), "malformed-markup"),
    (WorkbookParts.sheet(rows: "<row><c t=\"str\"><v>&x;</v></c></row>"), "malformed-markup"),
    (WorkbookParts.sheet(rows: "<row><c><v>1\u{0}</v></c></row>"), "malformed-markup"),
  ])
  func `a broken sheet does not stop the others`(markup: String, outcome: String) throws {
    var parts = Self.twoSheets
    parts[WorkbookParts.firstSheet] = markup
    #expect(try outcomes(parts) == ["S \(outcome)", "T 1"])
  }

  @Test func `a missing sheet does not stop the others`() throws {
    var parts = Self.twoSheets
    parts[WorkbookParts.firstSheet] = nil
    #expect(try outcomes(parts) == ["S missing-part", "T 1"])
  }

  @Test(arguments: ["xl/sharedStrings.xml", "xl/styles.xml"])
  func `broken tables stop every sheet, missing ones are a warning`(table: String) throws {
    var parts = WorkbookParts(sheets: [("S", Self.one), ("T", Self.one)], strings: "", styles: "")
    parts[table] = "<broken"
    #expect(try outcomes(parts) == ["S malformed-markup", "T malformed-markup"])
    parts[table] = nil
    #expect(try outcomes(parts) == ["S 1", "T 1"])
    #expect(try warningCodes(parts) == [.missingPart])
  }

  @Test(arguments: ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml"])
  func `a broken frame is an error`(part: String) {
    var parts = Self.twoSheets
    parts[part] = "<!DOCTYPE a><a/>"
    #expect(errorCode(parts.bytes) == .doctype)
    parts[part] = "<a>"
    #expect([.malformedMarkup, .wrongRoot].contains(errorCode(parts.bytes)))
  }

  @Test func `a workbook that the package does not name is found by convention`() throws {
    var parts = Self.twoSheets
    parts["_rels/.rels"] = nil
    #expect(try outcomes(parts) == ["S 1", "T 1"])
    #expect(try warningCodes(parts) == [.guessedWorkbook])
  }

  @Test func `a root relationship that leads to itself is an error`() {
    var parts = Self.twoSheets
    parts["_rels/.rels"] = WorkbookParts.links([WorkbookParts.link("r", "officeDocument", "_rels/.rels")])
    #expect(errorCode(parts.bytes) == .wrongRoot)
  }

  @Test func `sheets of other kinds are passed over`() throws {
    var parts = Self.twoSheets
    parts["xl/_rels/workbook.xml.rels"] = WorkbookParts.links([
      WorkbookParts.link("rId1", "chartsheet", "chartsheets/sheet1.xml"),
      WorkbookParts.link("rId2", "worksheet", "worksheets/sheet2.xml"),
    ])
    let workbook = try opened(parts.bytes)
    #expect(workbook.worksheets.map(\.name) == ["T"])
    #expect(workbook.worksheets.map(\.sheetIndex) == [1])
  }

  @Test func `of two links of one name nobody can say which is meant`() throws {
    var parts = Self.twoSheets
    let links = [
      WorkbookParts.link("rId1", "worksheet", "worksheets/sheet1.xml"),
      WorkbookParts.link("rId2", "worksheet", "worksheets/sheet2.xml"),
    ]
    for (more, code) in [
      (WorkbookParts.link("rId1", "worksheet", "worksheets/sheet1.xml"), nil),
      (WorkbookParts.link("rId1", "worksheet", "worksheets/sheet2.xml"), XLSXReadError.Code.badRelationship),
    ] {
      parts["xl/_rels/workbook.xml.rels"] = WorkbookParts.links(links + [more])
      #expect(errorCode(parts.bytes) == code)
    }
    parts["xl/other.xml"] = "<sst xmlns=\"\(WorkbookParts.main)\"/>"
    parts["xl/_rels/workbook.xml.rels"] = WorkbookParts.links(
      links + ["sharedStrings", "other"].map { WorkbookParts.link("s\($0)", "sharedStrings", "\($0).xml") })
    #expect(errorCode(parts.bytes) == .badRelationship)
  }

  @Test func `rows, cells, strings and snapshots are limited`() {
    var limits = ReadLimits()
    let parts = WorkbookParts(
      rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row/>", strings: "<si><t>abc</t></si><si/>")
    limits.rows = 1
    #expect(errorCode(parts.bytes, limits: limits) == .limitExceeded)
    limits = ReadLimits()
    limits.cells = 1
    #expect(errorCode(parts.bytes, limits: limits) == .limitExceeded)
    limits = ReadLimits()
    limits.sharedStrings = 1
    #expect(errorCode(parts.bytes, limits: limits) == .limitExceeded)
    limits = ReadLimits()
    limits.sharedStringBytes = 2
    #expect(errorCode(parts.bytes, limits: limits) == .limitExceeded)
    limits = ReadLimits()
    limits.snapshotCells = 2
    #expect(errorCode(parts.bytes, limits: limits) == nil)
    #expect(throws: XLSXReadError.self) { try opened(parts.bytes, limits: limits)["S"]?.snapshot() }
    limits = ReadLimits()
    limits.sheets = 1
    #expect(errorCode(Self.twoSheets.bytes, limits: limits) == .limitExceeded)
  }

  @Test func `the cells of all snapshots count, each sheet's once`() throws {
    var limits = ReadLimits()
    // Of each sheet a cell and its row.
    limits.snapshotCells = 4
    let workbook = try opened(Self.twoSheets.bytes, limits: limits)
    for name in ["S", "S", "T"] {
      for validations in [false, true] { _ = try workbook[name]?.snapshot(validations: validations) }
    }
    limits.snapshotCells = 3
    let tight = try opened(Self.twoSheets.bytes, limits: limits)
    _ = try tight["S"]?.snapshot()
    #expect(throws: XLSXReadError.self) { _ = try tight["T"]?.snapshot() }
  }

  @Test func `a package with two workbooks is none that anybody can tell`() {
    var parts = Self.twoSheets
    let links = ["rId1", "rId2"].map { WorkbookParts.link($0, "officeDocument", "xl/workbook.xml") }
    parts["_rels/.rels"] = WorkbookParts.links(links)
    #expect(errorCode(parts.bytes) == nil)
    parts["_rels/.rels"] = WorkbookParts.links([
      links[0], WorkbookParts.link("rId2", "officeDocument", "xl/workbook2.xml"),
    ])
    #expect(errorCode(parts.bytes) == .badRelationship)
  }

  @Test func `hidden columns named again and again are the same columns`() throws {
    let again = String(repeating: "<col min=\"20\" max=\"16384\" hidden=\"1\"/>", count: 20_000)
    let others =
      "<col min=\"3\" max=\"3\" hidden=\"1\"/><col min=\"9\" max=\"10\"/><col min=\"4\" max=\"5\" hidden=\"1\"/>"
    var parts = Self.twoSheets
    parts[WorkbookParts.firstSheet] = Self.one.replacing(
      "<sheetData>", with: "<cols>\(again)\(others)</cols><sheetData>")
    let sheet = try #require(try opened(parts.bytes)["S"]).snapshot()
    #expect(sheet.hiddenColumns == [2...4, 19...16383])
    #expect([1, 2, 4, 5, 18, 19, 16383].map(sheet.isColumnHidden) == [false, true, true, false, false, true, true])
  }

  @Test func `an error names the limit, as the property is called`() throws {
    let names = Set(Mirror(reflecting: ReadLimits()).children.compactMap(\.label))
    let parts = WorkbookParts(
      rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row/>", strings: "<si><t>abc</t></si><si/>")
    let tight: [(WritableKeyPath<ReadLimits, Int>, String)] = [
      (\.rows, "rows > 0"), (\.cells, "cells > 0"), (\.sharedStrings, "sharedStrings > 0"),
      (\.sharedStringBytes, "sharedStringBytes > 0"), (\.sheets, "sheets > 0"), (\.depth, "depth > 0"),
      (\.attributes, "attributes > 0"), (\.tokenBytes, "tokenBytes > 0"), (\.listItems, "listItems > 0"),
      (\.totalBytes, "totalBytes > 0"),
      (\.entries, "entries \(try ArchiveReader(bytes: parts.bytes).entries.count) > 0"),
      (\.fileBytes, "fileBytes \(parts.bytes.count) > 0"),
    ]
    for (limit, reason) in tight {
      var limits = ReadLimits()
      limits[keyPath: limit] = 0
      let error = readError(parts.bytes, limits: limits)
      #expect(error?.code == .limitExceeded && error?.reason == reason, "\(String(describing: error))")
      #expect(names.contains(String(reason.prefix { $0 != " " })))
    }
  }

  @Test func `a text counts as often as cells have it, over all sheets of a workbook`() throws {
    let rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>"
    var limits = ReadLimits()
    limits.snapshotTextBytes = 4 * 300
    let sheets = [("A", WorkbookParts.sheet(rows: rows)), ("B", WorkbookParts.sheet(rows: rows))]
    func read(_ length: Int) throws -> XLSXReadError? {
      let text = String(repeating: "长", count: length / 3)
      let bytes = WorkbookParts(sheets: sheets, strings: "<si><t>\(text)</t></si>").bytes
      let workbook = try opened(bytes, limits: limits)
      do throws(XLSXReadError) {
        for sheet in workbook.worksheets { _ = try sheet.snapshot() }
        // A second time is the same copy.
        _ = try workbook.worksheets[0].snapshot(validations: false)
        return nil
      } catch {
        // The limit of one sheet is the limit of all that are not read yet.
        #expect(throws: error) { _ = try workbook.worksheets[1].snapshot() }
        return error
      }
    }
    #expect(try read(300) == nil)
    for length in [303, 1203] {
      let error = try read(length)
      #expect(error?.code == .limitExceeded && error?.reason == "snapshotTextBytes > 1200", "\(length)")
    }
  }

  @Test func `lists of a package are bounded before they are inflated`() throws {
    let parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
    for part in ["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"] {
      let size = try #require(parts[part]).utf8.count
      var limits = ReadLimits()
      var long = parts
      long[part] = try #require(parts[part]) + String(repeating: " ", count: 5000)
      limits.packageListBytes = size + 4999
      let error = readError(long.bytes, limits: limits)
      #expect(error?.code == .limitExceeded && error?.part == part)
      #expect(error?.reason == "packageListBytes \(size + 5000) > \(size + 4999)")
      limits.packageListBytes += 1
      #expect(errorCode(long.bytes, limits: limits) == nil)
    }
  }

  @Test func `a value in pieces has a limit too`() {
    var limits = ReadLimits()
    limits.tokenBytes = 200
    let piece = String(repeating: "x", count: 50) + "<!-- -->"
    let parts = WorkbookParts(rows: "<row><c t=\"str\"><v>\(String(repeating: piece, count: 10))</v></c></row>")
    #expect(errorCode(parts.bytes, limits: limits) == .limitExceeded)
  }

  @Test func `warnings are kept up to a limit and counted past it`() throws {
    var limits = ReadLimits()
    limits.warnings = 2
    let cells = String(repeating: "<c><v>x</v></c>", count: 5)
    let sheet = try #require(
      try opened(WorkbookParts(rows: "<row>\(cells)</row>").bytes, limits: limits)["S"])
    try sheet.forEachRow { _, _ in }
    #expect(sheet.warnings.map(\.cell?.a1) == ["A1", "B1"])
    #expect(sheet.droppedWarnings == 3)
  }

  @Test func `two sheets of one name are both read`() throws {
    let parts = WorkbookParts(sheets: [("S", Self.one), ("s", Self.one)])
    #expect(try outcomes(parts) == ["S 1", "s 1"])
    #expect(try warningCodes(parts) == [.duplicateSheetName])
  }

  @Test func `a workbook without sheets is empty`() throws {
    #expect(try warningCodes(WorkbookParts(sheets: [])) == [.noWorksheets])
  }

  @Test(arguments: 0..<100)
  func `any change of markup ends in cells or an error`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var parts = WorkbookParts(
      rows: """
        <row r="1" hidden="1"><c r="A1" s="1"><f>B1</f><v>45322.5</v></c><c r="B1" t="s"><v>0</v></c>\
        <c r="C1" t="inlineStr"><is><r><t xml:space="preserve"> x_x0041_ </t></r></is></c></row>
        """, around: "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>",
      strings: "<si><t>a</t></si>", styles: WorkbookParts.styles(codes: ["yyyy"], ids: [200]))
    for name in [WorkbookParts.firstSheet, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"] {
      guard random.next() % 2 == 0, var bytes = parts[name].map({ Array($0.utf8) }) else { continue }
      for _ in 0..<(1 + Int(random.next() % 3)) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next() % 128)
      }
      parts.setContent(name, bytes)
    }
    for sheet in (try? opened(parts.bytes))?.worksheets ?? [] { _ = try? sheet.snapshot() }
  }
}

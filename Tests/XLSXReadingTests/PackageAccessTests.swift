import FoundationEssentials
import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

@Suite struct PackageAccessTests {
  @Test func `another kind of document is read part by part`() throws {
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let zip = ZipFile([
      ZipEntry("_rels/.rels", WorkbookParts.links([WorkbookParts.link("r", "officeDocument", "word/document.xml")])),
      ZipEntry(
        "word/document.xml", "<w:document xmlns:w=\"\(word)\"><w:p w:n=\"1\"><w:t>工作要点</w:t></w:p></w:document>"),
    ])
    let package = try PackageReader(ArchiveReader(bytes: zip.bytes))
    let part = try #require(try package.mainPart())
    var pull = try package.markup(part)
    var events: [MarkupPull.Event] = []
    while let event = try pull.next() {
      events.append(event)
      if event == .start(name: "p", .wordprocessingML) { #expect(try pull.attribute("n", .wordprocessingML) == "1") }
    }
    #expect(events.count == 7)
    #expect(events[3] == .text("工作要点"))
  }

  @Test func `entries of any archive are read by name`() throws {
    let inner = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
    let archive = try ArchiveReader(
      bytes: ZipFile([ZipEntry("六月/", ""), ZipEntry("六月/填报.xlsx", inner.bytes)]).bytes)
    #expect(archive.entries.map(\.name) == ["六月/", "六月/填报.xlsx"])
    #expect(archive.entries.map(\.isFolder) == [true, false])
    let workbook = try opened(archive.read(archive.entries[1]))
    #expect(try cellLines(workbook) == ["S!A1 number 1.0"])
  }

  @Test(arguments: [ReadLimits.standard.bytesInMemory, 10])
  func `a file is read from memory or in place alike`(bytesInMemory: Int) throws {
    let name = "huizong-reading-\(bytesInMemory)-\(UInt64.random(in: 0..<(.max))).xlsx"
    let path = FileManager.default.temporaryDirectory.appending(path: name).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = WorkbookParts(rows: "<row><c><v>1</v></c></row>").bytes
    #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
    var limits = ReadLimits()
    limits.bytesInMemory = bytesInMemory
    #expect(try cellLines(Workbook(path: path, limits: limits)) == ["S!A1 number 1.0"])
    #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes.dropLast(30))))
    #expect { try Workbook(path: path, limits: limits) } throws: { ($0 as? XLSXReadError)?.code == .damagedArchive }
    #expect(FileManager.default.createFile(atPath: path, contents: Data("a,b\n1,2,3,4,5\n".utf8)))
    #expect { try Workbook(path: path, limits: limits) } throws: { ($0 as? XLSXReadError)?.code == .csv }
  }

  @Test func `a snapshot may travel to another task`() async throws {
    let parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
    let snapshot = try #require(try opened(parts.bytes)["S"]).snapshot()
    let value = await Task.detached { snapshot["A1"]?.value }.value
    #expect(value == .number(1))
  }

  @Test func `text is asked for, and can be left alone`() throws {
    let parts = WorkbookParts(
      rows: "<row><c t=\"s\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"b\"><v>1</v></c></row>",
      strings: "<si><t>文</t></si>")
    var seen: [String?] = []
    try opened(parts.bytes)["S"]?.forEachRow { row, cells in
      for index in cells.indices { seen.append(row.text(of: cells[index])) }
      #expect(cells[2].boolean == true && cells[2].number == nil)
      #expect(cells[0].kind == .sharedString && cells[1].kind == .error)
    }
    #expect(seen == ["文", "#N/A", nil])
  }
}

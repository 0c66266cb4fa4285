import Foundation
import TestSupport
import Testing
import XLSXReading

@Suite struct HostileArchiveTests {
  private let good = WorkbookParts(rows: "<row><c><v>1</v></c></row>")

  /// The good workbook with its sheet's entry changed.
  private func changed(_ change: (inout ZipEntry) -> Void) -> [UInt8] {
    changed(WorkbookParts.firstSheet, of: good, change)
  }

  /// A workbook with the entry of one of its parts changed.
  private func changed(_ name: String, of parts: WorkbookParts, _ change: (inout ZipEntry) -> Void) -> [UInt8] {
    var zip = parts.zip
    for index in zip.entries.indices where zip.entries[index].name == Array(name.utf8) {
      change(&zip.entries[index])
    }
    return zip.bytes
  }

  @Test func `the good workbook reads`() {
    #expect(errorCode(good.bytes) == nil)
  }

  @Test func `every truncation is an error`() {
    let whole = good.bytes
    for length in stride(from: 0, to: whole.count, by: 7) {
      let code = errorCode(Array(whole[..<length]))
      #expect(code == .damagedArchive || code == .emptyFile || code == .unknownFormat || code == .csv, "\(length)")
    }
  }

  /// A file as it is, with the places that its directory names moved by a number of bytes.
  private static func moved(_ bytes: [UInt8], by shift: Int) -> [UInt8] {
    var bytes = bytes
    func add(at place: Int) {
      let value = (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) } + shift
      for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
    }
    for place in 0..<(bytes.count - 4) {
      if bytes[place...].starts(with: [0x50, 0x4B, 1, 2]) { add(at: place + 42) }
      if bytes[place...].starts(with: [0x50, 0x4B, 5, 6]) { add(at: place + 16) }
    }
    return bytes
  }

  @Test func `a file that may be read as two archives is not read`() throws {
    let (one, other) = (good.bytes, WorkbookParts(rows: "<row><c><v>9</v></c></row>").bytes)
    var commented = one
    commented[commented.count - 2] = UInt8(truncatingIfNeeded: other.count)
    commented[commented.count - 1] = UInt8(truncatingIfNeeded: other.count >> 8)
    let cases = [
      one + other, one + Self.moved(other, by: one.count), commented + other,
      commented + Self.moved(other, by: one.count), one + other + [0],
    ]
    for bytes in cases { #expect(errorCode(bytes) == .ambiguousArchive) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "two-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: folder) }
    var limits = ReadLimits()
    limits.bytesInMemory = 100
    for bytes in cases {
      try Data(bytes).write(to: folder)
      #expect(throws: XLSXReadError(.ambiguousArchive)) { try Workbook(path: folder.path(), limits: limits) }
    }
  }

  @Test func `an archive in an archive, and bytes behind one, are no second directory`() throws {
    let inner = good.bytes
    let outer = ZipFile([ZipEntry("a.xlsx", inner), ZipEntry("b.xlsx", inner)]).bytes
    let archive = try ArchiveReader(bytes: outer)
    #expect(archive.entries.map(\.name) == ["a.xlsx", "b.xlsx"])
    for entry in archive.entries { #expect(try archive.read(entry) == inner) }
    #expect(errorCode(inner + [1, 2, 3]) == nil)
    // A comment with the signature in it, behind which no directory can be.
    var commented = inner
    commented[commented.count - 2] = 44
    #expect(errorCode(commented + [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0x78, count: 40)) == nil)
    let empty = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 40)
    #expect(errorCode(commented + empty) == .ambiguousArchive)
  }

  @Test func `a wrong checksum, size or method is an error of that part`() throws {
    #expect(errorCode(changed { $0.crc ^= 1 }) == .damagedEntry)
    #expect(errorCode(changed { $0.size = 20 }) == .damagedEntry)
    #expect(errorCode(changed { $0.size += 1 }) == .damagedEntry)
    #expect(errorCode(changed { $0.method = 12 }) == .unsupportedCompression)
    #expect(errorCode(changed { $0.method = 8 }) == .damagedEntry)
    #expect(errorCode(changed { $0.flags |= 1 }) == .encrypted)
    let error = try #require(readError(changed { $0.crc ^= 1 }))
    #expect(error.part == WorkbookParts.firstSheet)
  }

  @Test(arguments: [
    "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
  ])
  func `a part known from another workbook is still checked`(name: String) throws {
    let styled = WorkbookParts(rows: #"<row><c s="1"><v>1</v></c></row>"#, styles: WorkbookParts.styles(ids: [14]))
    #expect(errorCode(styled.bytes) == nil)
    #expect(errorCode(changed(name, of: styled) { _ in }) == nil)
    for change in [{ $0.crc ^= 1 }, { $0.size += 1 }, { $0.method = 8 }, { $0.stored[9] ^= 1 }]
      as [(inout ZipEntry) -> Void]
    {
      let error = try #require(readError(changed(name, of: styled, change)))
      #expect(error.code == .damagedEntry)
      #expect(error.part == name)
    }
  }

  @Test(arguments: [1 << 30, 0xFFFF_FFF0])
  func `a size that the file cannot hold takes no memory`(size: Int) {
    #expect(errorCode(changed { $0.size = size }) == .limitExceeded)
  }

  @Test(arguments: [0x7FFF_FFFF, 0xFFFF_FFF0])
  func `a compressed size past the file is an error`(size: Int) {
    let code = errorCode(changed { $0.compressedSize = size })
    #expect(code == .damagedEntry || code == .damagedArchive)
  }

  @Test func `a part that inflates too much is refused, a large honest one is not`() {
    let start = "<worksheet xmlns=\"\(WorkbookParts.main)\"><sheetData> "
    let end = "<row><c><v>1</v></c></row></sheetData></worksheet>"
    var zip = good.zip
    zip.entries.removeAll { $0.name == Array(WorkbookParts.firstSheet.utf8) }
    zip.entries.append(ZipEntry(WorkbookParts.firstSheet, run: 258 * 400, after: start, before: end))
    var limits = ReadLimits()
    #expect(errorCode(zip.bytes, limits: limits) == nil)
    limits.ratioFloor = 10_000
    limits.ratio = 100
    #expect(errorCode(zip.bytes, limits: limits) == .limitExceeded)
    limits = ReadLimits()
    limits.partBytes = 100_000
    #expect(errorCode(zip.bytes, limits: limits) == .limitExceeded)
    limits = ReadLimits()
    limits.totalBytes = 100_000
    #expect(errorCode(zip.bytes, limits: limits) == .limitExceeded)
  }

  @Test func `files and entries are limited`() {
    var limits = ReadLimits()
    limits.entries = good.parts.count - 1
    #expect(errorCode(good.bytes, limits: limits) == .limitExceeded)
    limits = ReadLimits()
    limits.fileBytes = 100
    #expect(errorCode(good.bytes, limits: limits) == .limitExceeded)
  }

  @Test func `two parts of one name are refused, unless they are the same`() {
    var zip = good.zip
    zip.entries.append(ZipEntry(WorkbookParts.firstSheet, good[WorkbookParts.firstSheet] ?? ""))
    #expect(errorCode(zip.bytes) == nil)
    zip.entries.append(ZipEntry("XL/worksheets\\Sheet1.xml", WorkbookParts.sheet(rows: "<row><c><v>2</v></c></row>")))
    #expect(errorCode(zip.bytes) == .ambiguousPart)
  }

  @Test func `names that climb out are nobody's parts`() throws {
    var zip = good.zip
    zip.entries.append(ZipEntry("../../\(WorkbookParts.firstSheet)", "evil"))
    zip.entries.append(ZipEntry("..\\..\\xl\\workbook.xml", "evil"))
    zip.entries.append(ZipEntry("/etc/passwd", "evil"))
    #expect(try cellLines(opened(zip.bytes)) == ["S!A1 number 1.0"])
  }

  @Test func `names may have another case, backslashes or a leading slash`() throws {
    var zip = good.zip
    for index in zip.entries.indices {
      let name = String(decoding: zip.entries[index].name, as: UTF8.self)
      let other = index % 2 == 0 ? name.uppercased() : "/" + String(name.map { $0 == "/" ? "\\" : $0 })
      zip.entries[index].name = Array(other.utf8)
    }
    #expect(try cellLines(opened(zip.bytes)) == ["S!A1 number 1.0"])
  }

  @Test func `an entry's name may be no UTF-8`() throws {
    var zip = good.zip
    var entry = ZipEntry("x", "text")
    entry.name = [0xBB, 0xE3, 0xD7, 0xDC]  // GBK
    entry.flags = 0
    zip.entries.append(entry)
    let archive = try ArchiveReader(bytes: zip.bytes)
    let found = try #require(archive.entries.last)
    #expect(found.nameBytes == entry.name)
    #expect(try archive.read(found) == Array("text".utf8))
  }

  @Test(arguments: 0..<200)
  func `any change of bytes ends in cells or an error`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var bytes = good.bytes
    for _ in 0..<(1 + Int(random.next() % 8)) {
      bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
    }
    _ = errorCode(bytes)
  }
}

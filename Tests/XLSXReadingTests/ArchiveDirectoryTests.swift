import TestSupport
import Testing
import XLSXReading

/// Files of which programs read one directory or the other, or believe a member's own name.
@Suite struct ArchiveDirectoryTests {
  private static let good = WorkbookParts(rows: "<row><c><v>1</v></c></row>").bytes

  /// A file in its pieces: members, directory, end record.
  private struct Pieces {
    let members: [UInt8]
    let directory: [UInt8]
    var end: [UInt8]

    init(_ bytes: [UInt8]) {
      end = Array(bytes.suffix(22))
      let start = Self.number(end, 16)
      members = Array(bytes[..<start])
      directory = Array(bytes[start..<(start + Self.number(end, 12))])
    }

    static func number(_ bytes: [UInt8], _ place: Int) -> Int {
      (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }

    static func bytes(_ number: Int, _ width: Int) -> [UInt8] {
      (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// The record of a large archive with its locator, and where the file has it.
    func large(start: Int, at place: Int) -> [UInt8] {
      let members = Int(end[10]) | Int(end[11]) << 8
      let record =
        [0x50, 0x4B, 6, 6] + Self.bytes(44, 8) + Self.bytes(45, 2) + Self.bytes(45, 2) + Self.bytes(0, 8)
        + Self.bytes(members, 8) + Self.bytes(members, 8) + Self.bytes(directory.count, 8) + Self.bytes(start, 8)
      return record + [0x50, 0x4B, 6, 7] + Self.bytes(0, 4) + Self.bytes(place, 8) + Self.bytes(1, 4)
    }
  }

  @Test func `a second directory in front of the end record makes two archives of a file`() {
    let pieces = Pieces(Self.good)
    let two = pieces.members + pieces.directory + pieces.directory + pieces.end
    #expect(errorCode(two) == .ambiguousArchive)
    let stray = pieces.members + pieces.directory + [UInt8](repeating: 0, count: 50) + pieces.end
    #expect(errorCode(stray) == nil)
  }

  @Test func `a record of a large archive that says something else makes two archives of a file`() {
    let pieces = Pieces(Self.good)
    let (start, place) = (pieces.members.count, pieces.members.count + pieces.directory.count)
    func file(start: Int, at place: Int) -> [UInt8] {
      pieces.members + pieces.directory + pieces.large(start: start, at: place) + pieces.end
    }
    #expect(errorCode(file(start: start, at: place)) == nil)
    #expect(errorCode(file(start: start - 1, at: place)) == .ambiguousArchive)
    #expect(errorCode(file(start: start, at: place - 1)) == .ambiguousArchive)
  }

  @Test func `members whose heads lie over each other are not looked into one by one`() {
    var zip = WorkbookParts(rows: "<row><c><v>1</v></c></row>").zip
    zip.entries[0].extra = [UInt8](repeating: 0, count: 60_000)
    let pieces = Pieces(zip.bytes)
    // The first entry of the directory, again and again: it leads to one head with a long field.
    let entry = Array(pieces.directory.prefix(46 + zip.entries[0].name.count + 60_000))
    let short = Array(entry.dropLast(60_000).enumerated().map { (30...31).contains($0.offset) ? 0 : $0.element })
    let directory = [[UInt8]](repeating: short, count: 100).flatMap(\.self)
    let end =
      Array(pieces.end.prefix(8)) + Pieces.bytes(100, 2) + Pieces.bytes(100, 2) + Pieces.bytes(directory.count, 4)
      + pieces.end.suffix(6)
    #expect(errorCode(pieces.members + directory + end) == .ambiguousArchive)
  }

  @Test func `a part of a workbook that has a second name for some programs is not read`() throws {
    func file(_ second: String) -> [UInt8] {
      var zip = WorkbookParts(rows: "<row><c><v>1</v></c></row>").zip
      for index in zip.entries.indices where zip.entries[index].name == Array(WorkbookParts.firstSheet.utf8) {
        let field = [1] + Pieces.bytes(0, 4) + Array(second.utf8)
        zip.entries[index].extra = [0x75, 0x70] + Pieces.bytes(field.count, 2) + field
      }
      return zip.bytes
    }
    #expect(errorCode(file(WorkbookParts.firstSheet)) == nil)
    #expect(errorCode(file("xl/media/a.bin")) == .ambiguousArchive)
  }

  @Test func `a member that bears another name than the directory gives it is no member`() {
    func changed(_ old: String, _ new: String, inDirectory: Bool, inMembers: Bool) -> [UInt8] {
      let pieces = Pieces(Self.good)
      func replaced(_ bytes: [UInt8], _ isWanted: Bool) -> [UInt8] {
        isWanted ? bytes.replacing(Array(old.utf8), with: Array(new.utf8)) : bytes
      }
      return replaced(pieces.members, inMembers) + replaced(pieces.directory, inDirectory) + pieces.end
    }
    let (sheet, other) = ("sheet1.xml", "sheet2.xml")
    #expect(errorCode(changed(sheet, other, inDirectory: false, inMembers: true)) == .ambiguousArchive)
    #expect(errorCode(changed(sheet, other, inDirectory: true, inMembers: false)) == .ambiguousArchive)
    #expect(errorCode(changed(sheet, "sheet1.xm\0", inDirectory: true, inMembers: true)) == .ambiguousArchive)
  }
}

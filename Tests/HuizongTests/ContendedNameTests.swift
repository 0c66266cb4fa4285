import FoundationEssentials
import Glibc
import PlanModel
import TestSupport
import Testing

@testable import Huizong

/// Files whose names read the same: in different codes, or with something in them that nobody sees.
@Suite struct ContendedNameTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func put(_ name: [UInt8], _ content: String = "x") throws {
    try folder.write(content, to: "inbox/.keep")
    let path = "\(folder.path)/inbox/\(FileName.text(name))"
    try FileAccess.write(Array(content.utf8), to: "\(folder.path)/new")
    let moved = unsafe FileAccess.withPath("\(folder.path)/new") { old in
      unsafe FileAccess.withPath(path) { unsafe rename(old, $0) }
    }
    #expect(moved == 0)
  }

  private static let gbk: [UInt8] = [0xB6, 0xAB, 0xCF, 0xD8] + Array(".xlsx".utf8)

  private func days(_ list: String) throws -> (days: [String: String], problems: Int) {
    try folder.write("file,date\n\(list),2024-07-03\n", to: "inbox/receipts.csv")
    let inbox = try Inbox(folder: "\(folder.path)/inbox")
    let book = ReceiptBook(inbox, limits: .standard)
    let files = inbox.files.filter { $0.kind == .submission }
    #expect(Set(files.map(\.name)).count == files.count)
    let pairs = files.compactMap { file in book.received(file.name).map { (file.name, $0.description) } }
    return (Dictionary(uniqueKeysWithValues: pairs), book.problems.count)
  }

  @Test(arguments: [gbk, Array("东\u{7}县.xlsx".utf8), Array("东\n县.xlsx".utf8)])
  func `the file that is called just so keeps its name, and its day of receipt`(other: [UInt8]) throws {
    try put(Array("东县.xlsx".utf8))
    try put(other)
    let (days, problems) = try days("东县.xlsx")
    #expect(days == ["东县.xlsx": "2024-07-03"] && problems == 0)
    let inbox = try Inbox(folder: "\(folder.path)/inbox")
    #expect(inbox.files.first { $0.name == "东县.xlsx" }?.path.hasSuffix("/东县.xlsx") == true)
    #expect(inbox.files.contains { $0.name == "东县.xlsx（2）" })
  }

  @Test func `of two, none of which is called so, the list means neither, and that is said`() throws {
    try put(Self.gbk)
    try put(Array("东\u{7}县.xlsx".utf8))
    let (days, problems) = try days("东县.xlsx")
    #expect(days == [:] && problems == 1)
  }

  @Test func `composed and decomposed letters are two names`() throws {
    try put(Array("\u{E1}b.xlsx".utf8))
    try put(Array("a\u{301}b.xlsx".utf8))
    let (days, problems) = try days("a\u{301}b.xlsx")
    #expect(days.count == 1 && problems == 0)
    let inbox = try Inbox(folder: "\(folder.path)/inbox")
    let dated = try #require(inbox.files.first { $0.name == days.keys.first })
    #expect(dated.path.utf8.elementsEqual("\(folder.path)/inbox/a\u{301}b.xlsx".utf8))
  }

  @Test func `a number that is given takes no other file's name`() throws {
    try put(Array("东县.xlsx".utf8))
    try put(Self.gbk)
    try put(Array("东县.xlsx（2）".utf8))
    let names = try Inbox(folder: "\(folder.path)/inbox").files.filter { $0.kind == .submission }.map(\.name)
    #expect(names.sorted() == ["东县.xlsx", "东县.xlsx（2）", "东县.xlsx（3）"])
  }
}

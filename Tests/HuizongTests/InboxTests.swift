import PlanModel
import Testing

@testable import Huizong

@Suite struct InboxTests {
  @Test func `files are listed with their folders and told apart by their names`() throws {
    let folder = try Folder()
    for name in [
      "b.xlsx", "县区/a.xlsx", "县区/盖章件.pdf", "~$b.xlsx", "receipts.csv", "县区/receipts.csv", ".hidden", "旧表.xls",
    ] {
      try folder.write("", to: name)
    }
    let inbox = try Inbox(folder: folder.path)
    #expect(
      inbox.files.map { "\($0.name) \($0.kind)" }
        == [
          "b.xlsx submission", "~$b.xlsx ignored", "县区/a.xlsx submission", "县区/盖章件.pdf attachment", "旧表.xls submission",
        ])
  }

  @Test func `a folder that is not there, or is a file, is said so`() throws {
    let folder = try Folder()
    try folder.write("", to: "file")
    for path in ["\(folder.path)/none", "\(folder.path)/file"] {
      let error = #expect(throws: JobError.self) { try Inbox(folder: path) }
      #expect(error?.code == .missingFolder && error?.subject == path)
    }
  }

  @Test func `a folder too deep to be looked into is not passed over in silence`() throws {
    let folder = try Folder()
    let deep = (1...17).map(String.init).joined(separator: "/")
    try folder.write("", to: "\(deep)/a.xlsx")
    let inbox = try Inbox(folder: folder.path)
    #expect(inbox.files.map(\.name) == [(1...16).map(String.init).joined(separator: "/")])
    #expect(inbox.files.map(\.kind) == [.submission])
  }

  @Test func `receipts as a Chinese Excel saves them are read`() throws {
    let folder = try Folder()
    // 东县.xlsx in GBK.
    try folder.write(
      bytes: Array("file,date\r\n".utf8) + [0xB6, 0xAB, 0xCF, 0xD8] + Array(".xlsx,2024-07-03\r\n".utf8),
      to: "receipts.csv")
    #expect(try ReceiptBook(inbox: folder.path).received("东县.xlsx")?.description == "2024-07-03")
  }

  @Test func `receipts of every folder are read, by the name from the inbox`() throws {
    let folder = try Folder()
    try folder.write("\u{FEFF}file,date\r\nb.xlsx,2024-07-03\r\n\r\n\"a,b.xlsx\", 2024-07-04 \r\n", to: "receipts.csv")
    try folder.write("a.xlsx,2024-07-05", to: "县区/receipts.csv")
    let book = try ReceiptBook(inbox: folder.path)
    #expect(book.received("b.xlsx")?.description == "2024-07-03")
    #expect(book.received("a,b.xlsx")?.description == "2024-07-04")
    #expect(book.received("县区/a.xlsx")?.description == "2024-07-05")
    #expect(book.received("c.xlsx") == nil)
    #expect(
      try ReceiptBook(inbox: folder.path, otherwise: CivilDate("2024-07-01")).received("c.xlsx")?.description
        == "2024-07-01")
  }

  @Test(arguments: [
    ("b.xlsx", 1), ("file,date\nb.xlsx,7月3日", 2), ("a.xlsx,2024-07-03,x", 1), ("\"a.xlsx,2024-07-03", 1),
    ("b.xlsx,2024-02-30", 1),
  ])
  func `a line of receipts that cannot be understood is named`(text: String, line: Int) throws {
    let folder = try Folder()
    try folder.write(text, to: "receipts.csv")
    let error = #expect(throws: JobError.self) { try ReceiptBook(inbox: folder.path) }
    #expect(error?.code == .receipts(line: line))
    #expect(error?.message(in: .chinese).contains("第\(line)行") == true)
  }
}

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
          ".hidden ignored", "b.xlsx submission", "~$b.xlsx ignored", "县区/a.xlsx submission", "县区/盖章件.pdf attachment",
          "旧表.xls submission",
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
}

import FoundationEssentials
import LedgerStore
import PlanModel
import TestSupport
import Testing

@testable import Huizong

/// Where a command may write.
@Suite struct OutputPathTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("a key that proves whose a form is", to: "office.key")
    try folder.write("SQLite format 3\u{0}and so on", to: "台账.sqlite")
    try folder.write("SQLite format 3\u{0}and so on", to: "called.json")
    try folder.write(bytes: WorkbookParts(rows: "").bytes, to: "book.xlsx")
    try folder.write(bytes: WorkbookParts(rows: "").bytes, to: "no-ending")
    try folder.write(
      bytes: WorkbookParts(sheets: ["单位", "任务", "指标"].map { ($0, WorkbookParts.sheet()) }).bytes, to: "计划.xlsx")
    try folder.write("PK\u{3}\u{4} and nothing more", to: "cut.xlsx")
    var document = WorkbookParts(rows: "")
    document["word/document.xml"] = "<document/>"
    try folder.write(bytes: document.bytes, to: "通报.docx")
    try folder.write("huizong: 1", to: "plan.yaml")
    try folder.write("说明", to: "page.html")
    try folder.write("{\"format\":\"huizong partial\"}", to: "part")
    try folder.write("{\n  \"attachments\" : []", to: "run.json")
    try folder.write("{\"rule\":\"not-a-number\"}\n", to: "findings.jsonl")
    try folder.write("# huizong\n\(String(repeating: "0f", count: 32))\n", to: "key.txt")
    try folder.write("<!DOCTYPE html>", to: "web")
    try folder.write("【草稿】", to: "run.log")
    try folder.write("\u{FEFF}a key that Notepad has saved", to: "bom.key")
    try folder.write("file,date", to: "receipts.csv")
    try folder.write(bytes: SmallOffice.sounding().form("east"), to: "form.xlsx")
    try folder.write("", to: "empty")
  }

  @Test(arguments: [
    "office.key", "bom.key", "台账.sqlite", "called.json", "receipts.csv", "form.xlsx", "key.txt", "book.xlsx",
    "no-ending", "计划.xlsx", "cut.xlsx", "通报.docx", "plan.yaml",
  ])
  func `what no command has written there is not replaced`(name: String) {
    let path = "\(folder.path)/\(name)"
    #expect(throws: JobError(.anotherKind, path)) { try OutputPath.check([(path, .text)]) }
  }

  @Test(arguments: [
    "page.html", "run.json", "findings.jsonl", "web", "run.log", "empty", "new.key",
  ])
  func `an output of before, and what is not there, is written`(name: String) throws {
    try OutputPath.check([("\(folder.path)/\(name)", .text)])
  }

  @Test(arguments: ["page.html", "run.log", "part"])
  func `what is no workbook gives way to none`(name: String) {
    let path = "\(folder.path)/\(name)"
    #expect(throws: JobError(.anotherKind, path)) { try OutputPath.check([(path, .workbook)]) }
  }

  @Test func `each kind gives way to its own alone`() throws {
    let files: [OutputPath.Kind: String] = [
      .workbook: "book.xlsx", .page: "web", .report: "run.json", .part: "part", .text: "run.log",
      .document: "通报.docx", .plan: "plan.yaml", .planBook: "计划.xlsx",
    ]
    for (kind, name) in files {
      let path = "\(folder.path)/\(name)"
      for other in files.keys {
        let isTaken = other == kind || other == .text && [.page, .report].contains(kind)
        #expect(
          (try? OutputPath.check([(path, other)])) == nil ? !isTaken : isTaken, "\(other) over \(kind)")
      }
    }
  }

  @Test func `a name longer than file systems take is said before anything is done`() {
    let path = "\(folder.path)/\(String(repeating: "长", count: 84)).xlsx"
    #expect(throws: JobError(.cannotWriteFor(.longName), path)) { try OutputPath.check([(path, .workbook)]) }
    #expect(throws: Never.self) { try OutputPath.check([(path.replacing("长长长", with: "长"), .workbook)]) }
  }

  @Test func `the document of the plan is not replaced`() throws {
    try folder.write("原文", to: "原文.txt")
    try folder.write(
      OfficePlan.text.replacing(
        "year: 2024", with: "year: 2024\nsource: {file: 原文.txt, sha256: \(String(repeating: "0", count: 64))}"),
      to: "plan.yaml")
    let plan = try OpenPlan(path: "\(folder.path)/plan.yaml", withoutKey: true)
    let path = "\(folder.path)/原文.txt"
    #expect(throws: JobError(.wouldReplace, path)) { try OutputPath.check([(path, .text)], plan: plan) }
  }

  @Test func `the units' workbooks and the long lists beside a summary replace nothing that is not theirs`() throws {
    let office = try SmallOffice.sounding()
    let plan = try office.lay(in: folder)
    let june = try #require(Period("2024-06"))
    let inbox = "\(folder.path)/inbox"
    func check(_ summary: String, others: [String] = [], isSplit: Bool = true) throws {
      try OutputPath.check(
        besides: "\(folder.path)/\(summary)", isSplit: isSplit, of: plan, in: june,
        others: others.map { "\(folder.path)/\($0)" }, folders: [inbox])
    }
    try check("汇总.xlsx")
    let east = try #require(plan.plan.units.first { $0.id == "east" })
    let book = "汇总-分单位/\(east.name)_2024年6月.xlsx"
    #expect(throws: JobError(.sameOutput, "\(folder.path)/\(book)")) { try check("汇总.xlsx", others: [book]) }
    try check("汇总.xlsx", others: [book], isSplit: false)
    // A form of the unit lies where its workbook is to be.
    try folder.write(bytes: SmallOffice.sounding().form("east"), to: book)
    #expect(throws: JobError(.anotherKind, "\(folder.path)/\(book)")) { try check("汇总.xlsx") }
    try folder.write(bytes: WorkbookParts(rows: "").bytes, to: book)
    try check("汇总.xlsx")
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/in-分单位", withDestinationPath: inbox)
    #expect(throws: JobError(.outputAmongSubmissions, "\(folder.path)/in-分单位")) { try check("in.xlsx") }
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/linked.findings.csv", withDestinationPath: "\(folder.path)/no-ending")
    #expect(throws: JobError(.anotherKind, "\(folder.path)/linked.findings.csv")) { try check("linked.xlsx") }
    try folder.write(bytes: WorkbookParts(rows: "").bytes, to: "汇总.findings.csv")
    #expect(throws: JobError(.anotherKind, "\(folder.path)/汇总.findings.csv")) { try check("汇总.xlsx") }
  }

  @Test func `the names that a ledger uses beside its own are taken by nothing`() throws {
    for ending in SideFiles.endings {
      let path = "\(folder.path)/台账.sqlite\(ending)"
      #expect(throws: JobError(.wouldReplace, path)) {
        try OutputPath.check([(path, .workbook)], files: ["\(folder.path)/台账.sqlite"])
      }
    }
  }
}

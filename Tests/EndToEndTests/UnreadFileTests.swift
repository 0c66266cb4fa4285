import Foundation
import Testing

/// Commands whose answer is another than a list of files name what they could not read all the same.
@Suite final class UnreadFileTests {
  private static let plan = "samples/shanwei-2024/plan.yaml"
  private let folder = FileManager.default.temporaryDirectory.appending(path: "unread-\(UUID().uuidString)").path()
  private var inbox: String { "\(folder)/2024-06" }

  init() throws {
    try FileManager.default.createDirectory(atPath: "\(folder)/2024-06", withIntermediateDirectories: true)
    try Data("no workbook".utf8).write(to: URL(filePath: "\(folder)/2024-06/坏的.xlsx"))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func isNamed(_ text: String) -> Bool {
    text.split(separator: "\n").contains { $0.contains("坏的.xlsx：") && $0.contains("请") }
  }

  @Test func `the draft of a bulletin`() throws {
    let run = try CommandRun(
      shell: "huizong bulletin --plan \(Self.plan) --period 2024-06 -o \(folder)/out.txt \(inbox)")
    #expect(run.status == 1 && isNamed(run.complaint), "\(run.complaint)")
  }

  @Test func `forms with what has come in of the period, tried first`() throws {
    let run = try CommandRun(
      shell: "huizong template --self-test --plan \(Self.plan) --period 2024-06 --unit 社会福利科 --reported \(inbox) "
        + "-o \(folder)/out")
    #expect(run.status == 1 && isNamed(run.complaint), "\(run.complaint)")
    #expect(run.complaint.components(separatedBy: "坏的.xlsx").count == 2, "once: \(run.complaint)")
  }

  @Test(arguments: ["", " --text"]) func `who has reported, from the inbox and from a ledger`(text: String) throws {
    let book =
      "huizong consolidate --plan \(Self.plan) --period 2024-06 --ledger \(folder)/l.sqlite -o \(folder)/b.xlsx \(inbox)"
    #expect(try CommandRun(shell: book).status == 1)
    for source in [inbox, "--ledger \(folder)/l.sqlite"] {
      let run = try CommandRun(shell: "huizong status --plan \(Self.plan) --period 2024-06\(text) \(source)")
      #expect(run.status == 1 && isNamed(text.isEmpty ? run.output : run.complaint), "\(run.output)\(run.complaint)")
    }
  }

  @Test func `a list of receipts of an earlier month, by which points are taken`() throws {
    let month = "\(folder)/2024-05"
    try FileManager.default.copyItem(atPath: "samples/shanwei-2024/submissions/2024-05", toPath: month)
    let text = String(decoding: try Data(contentsOf: URL(filePath: "\(month)/receipts.csv")), as: UTF8.self)
    try Data(text.replacing("2024-06-07", with: "六月七日").utf8).write(to: URL(filePath: "\(month)/receipts.csv"))
    let run = try CommandRun(
      shell:
        "huizong consolidate --plan \(Self.plan) --period 2024-06 --history \(month) -o \(folder)/b.xlsx --report \(folder)/r.json \(inbox)"
    )
    #expect(run.complaint.contains("往期的收件登记：2024-05/“receipts.csv”第"), "\(run.complaint)")
    #expect(run.complaint.contains("“六月七日”不是日期"), "\(run.complaint)")
    let report = String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/r.json")), as: UTF8.self)
    #expect(report.contains("六月七日"))
  }

  @Test func `a comparison of rules`() throws {
    let run = try CommandRun(
      shell: "huizong rules compare \(Self.plan) \(Self.plan) --plan \(Self.plan) \(inbox)")
    #expect(run.status == 1 && isNamed(run.output), "\(run.output)")
  }

  @Test(arguments: [
    ("formSheets=1", "formSheets > 1"), ("sheetCells=9", "sheetCells > 9"), ("sheetBytes=1KB", "sheetBytes"),
  ])
  func `a limit has the name under which it can be raised`(limit: String, words: String) throws {
    let form = "samples/shanwei-2024/submissions/2024-06/县区/海丰6月.xlsx"
    let run = try CommandRun(shell: "huizong check --plan \(Self.plan) --limits \(limit) \(form)")
    #expect(run.status == 1 && run.output.contains("（\(words)"), "\(run.output)")
  }

  @Test func `what lies beside the forms`() throws {
    try Data(count: 2000).write(to: URL(filePath: "\(inbox)/佐证.pdf"))
    let run = try CommandRun(
      shell: "huizong consolidate --plan \(Self.plan) --period 2024-06 --limits attachmentBytes=1KB --dry-run \(inbox)")
    #expect(run.output.contains("佐证.pdf 读不到：文件有2KB，太大"), "\(run.output)")
  }
}

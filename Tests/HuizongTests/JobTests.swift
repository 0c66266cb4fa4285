import FoundationEssentials
import PlanModel
import Testing

@testable import Huizong

/// The jobs over the sample plan of the project.
@Suite struct JobTests {
  static let plan = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../samples/shanwei-2024/plan.yaml"
  )
  .standardized.path()

  private func open(_ folder: Folder? = nil) throws -> OpenPlan { try OpenPlan(path: Self.plan) }

  @Test func `templates go out to all units and are the same bytes each time`() async throws {
    let (first, second) = (try Folder(), try Folder())
    for folder in [first, second] {
      let job = try TemplateJob(
        plan: open(), period: Period("2024-06")!, units: [], history: [], output: folder.path, workers: 2)
      let forms = try await job.run { _ in Issue.record("the sample has a key") }
      #expect(forms.count == 15 && forms.allSatisfy { $0.rows > 0 })
    }
    #expect(first.names == second.names && first.names.count == 15)
    for name in first.names { #expect(try first.bytes(name) == second.bytes(name), "\(name)") }
  }

  @Test func `a group of units stands for its members`() async throws {
    let folder = try Folder()
    let job = try TemplateJob(
      plan: open(), period: Period("2024-06")!, units: ["各县（市、区）民政局", "局办公室"], history: [], output: folder.path,
      workers: 1)
    #expect(job.units.map(\.id) == ["office", "chengqu", "haifeng", "lufeng", "luhe"])
  }

  @Test(
    arguments: [
      ("2024-13", [], JobError.Code.unreadablePeriod), ("2023-06", [], .periodOfAnotherYear(plan: 2024)),
      ("2024-03", [], .periodBeforeReporting(from: Period("2024-04")!)),
    ] as [(String, [String], JobError.Code)])
  func `a period that cannot be is said so`(period: String, units: [String], code: JobError.Code) throws {
    let error = #expect(throws: JobError.self) {
      let plan = try open()
      return try TemplateJob(
        plan: plan, period: plan.period(period), units: units, history: [], output: "/nowhere", workers: 1)
    }
    #expect(error?.code == code)
    for language in Language.allCases { #expect(error?.message(in: language).contains(period) == true) }
  }

  @Test func `an unknown unit is answered with the known ones`() throws {
    let error = #expect(throws: JobError.self) {
      try TemplateJob(
        plan: open(), period: Period("2024-06")!, units: ["火星科"], history: [], output: "/nowhere", workers: 1)
    }
    #expect(error?.message(in: .chinese).contains("陆丰市民政局") == true)
  }

  @Test func `forms that nobody filled are incomplete, and what is no form is refused`() async throws {
    let folder = try Folder()
    _ = try await TemplateJob(
      plan: open(), period: Period("2024-06")!, units: ["finance"], history: [], output: folder.path, workers: 1
    ).run { _ in }
    try folder.write("hello", to: "b.txt.xlsx")
    let files = folder.names.map { "\(folder.path)/\($0)" } + ["\(folder.path)/none.xlsx"]
    let reports = try await CheckJob(plan: open(), period: nil, history: [], files: files, workers: 2).run()
    #expect(reports.map(\.file) == files)
    let output = CheckOutput(reports, language: .chinese)
    #expect(output.files.map(\.verdict) == ["incomplete", "refused", "refused"])
    #expect(reports.map(\.isAbsent) == [false, false, true])
    #expect(try CheckOutput(json: output.json()) == output)
    #expect(output.files[0].cells.map { $0.expected == $0.blank } == true)
    let text = reports[1].text(rules: try open().rules, language: .english)
    #expect(text.contains("refused") && text.contains("xlsx"))
  }

  @Test func `a period in which nobody reports is consolidated and says so`() async throws {
    let folder = try Folder()
    let job = try ConsolidateJob(
      plan: open(), period: Period("2024-06")!, source: .inbox(folder.path, earlier: []), workers: 2)
    let outcome = try await job.run()
    #expect(outcome.intake.filesSeen == 0 && outcome.needsSomebody)
    #expect(outcome.text(language: .chinese).hasPrefix("2024年6月：应报15家，已报0家，缺15家：局办公室、"))
    try outcome.period.writeBook(to: "\(folder.path)/summary.xlsx")
    #expect(folder.names == ["summary.xlsx"])
  }

  @Test func `a receipt for a file that is not there is told`() async throws {
    let folder = try Folder()
    try folder.write("gone.xlsx,2024-07-01", to: "receipts.csv")
    try folder.write("", to: "盖章件.pdf")
    let outcome = try await ConsolidateJob(
      plan: open(), period: Period("2024-06")!, source: .inbox(folder.path, earlier: []), workers: 1
    )
    .run()
    #expect(
      outcome.intake.receipts.withoutFile == ["gone.xlsx"] && outcome.intake.attachments.map(\.name) == ["盖章件.pdf"]
        && outcome.intake.filesSeen == 1)
    #expect(
      outcome.intake.receipts.messages(in: .chinese) == ["“receipts.csv”第1行登记了“gone.xlsx”，文件夹里没有这个文件。"])
    let status = try await StatusJob(
      plan: open(), period: Period("2024-06")!, source: .inbox(folder.path), workers: 1
    ).run()
    #expect(status.text(language: .english).contains("“receipts.csv” line 1 lists “gone.xlsx”"))
  }
}

extension JobTests {
  @Test func `a rule that cannot be used stops every job, with line and column`() throws {
    let folder = try Folder()
    let text = String(decoding: try #require(FileManager.default.contents(atPath: Self.plan)), as: UTF8.self)
    try folder.write(
      text.replacing(
        "rules: []", with: "rules:\n  - {id: X01, name: my-rule, grade: error}\n  - {id: E20, off: true}"),
      to: "plan.yaml")
    let path = "\(folder.path)/plan.yaml"
    let error = #expect(throws: JobError.self) { try OpenPlan(path: path) }
    let lines = error?.message(in: .chinese).split(separator: "\n") ?? []
    #expect(lines.count == 4 && lines.allSatisfy { $0.hasPrefix("\(path):14") })
    #expect(lines.last == "\(path):1490:15: 规则 E20：文件根本不能用的规则（E20–E28）不能放宽、停用或豁免，只能改文字；请删去“off”。")
  }

  @Test func `a waiver that is over is said for the period it no longer covers`() throws {
    let folder = try Folder()
    let text = String(decoding: try #require(FileManager.default.contents(atPath: Self.plan)), as: UTF8.self)
    let waiver =
      "waivers:\n  - {rule: E04, unit: 陆丰市民政局, askedBy: 甲, approvedBy: 乙, why: 系统停用, until: 2024-05}\nrules: []"
    try folder.write(text.replacing("rules: []", with: waiver), to: "plan.yaml")
    try folder.write("0123456789abcdef", to: "sample.key")
    let path = "\(folder.path)/plan.yaml"
    let plan = try OpenPlan(path: path)
    #expect(
      plan.expiredWaivers(in: try plan.period("2024-06"), .chinese)
        == ["\(path):1489：规则 E04（陆丰市民政局）的豁免已于2024年5月31日到期，2024年6月不再适用。"])
    #expect(plan.expiredWaivers(in: try plan.period("2024-05"), .chinese) == [])
  }

  @Test func `a summary that cannot be written says why, and leaves nothing`() async throws {
    let folder = try Folder()
    let job = try ConsolidateJob(
      plan: OpenPlan(path: Self.plan), period: Period("2024-06")!, source: .inbox(folder.path, earlier: []), workers: 1)
    let period = try await job.run().period
    for (path, refusal) in [("\(folder.path)/none/s.xlsx", JobError.Refusal.noFolder), (folder.path, .isFolder)] {
      let error = #expect(throws: JobError.self) { try period.writeBook(to: path) }
      #expect(error?.code == .cannotWriteFor(refusal))
      #expect(error?.message(in: .chinese).contains(path) == true)
    }
    let missing = "\(folder.path)/none/s.xlsx"
    let error = #expect(throws: JobError.self) { try period.writeBook(to: missing, split: true) }
    #expect(error?.code == .cannotWriteFor(.noFolder))
    #expect(folder.names == [])
    // A unit's workbook that cannot be written is named, not the book.
    let obstacle = "s-分单位/陆丰市民政局_2024年6月.xlsx"
    try folder.write("", to: "\(obstacle)/in the way")
    let other = #expect(throws: JobError.self) {
      try period.writeBook(to: "\(folder.path)/s.xlsx", split: true)
    }
    #expect(other?.message(in: .chinese).contains(obstacle) == true)
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(obstacle)")
    let units = try period.writeBook(to: "\(folder.path)/s.xlsx", split: true)
    #expect(units?.count == 15 && units?.folder == "\(folder.path)/s-分单位")
  }
}

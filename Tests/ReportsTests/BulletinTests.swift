import Consolidation
import FoundationEssentials
import PlanModel
import Testing
import Validation
import XLSXReading

@testable import Reports

@Suite struct BulletinTests {
  private func paragraphs(_ period: ConsolidatedPeriod) throws -> [BulletinParagraph] {
    BulletinText(content: try SummaryContent(period: period, issued: nil)).paragraphs
  }

  private func folder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/bulletin-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func `the sections stand in their order, and what to do next is left open`() throws {
    let all = try paragraphs(SummarySample.whole())
    #expect(
      all.filter { $0.kind == .heading }.map(\.text) == ["一、总体情况", "二、主要指标", "三、分单位排名", "四、存在问题", "五、下一步要求"])
    let open = try #require(all.firstIndex { $0.kind == .open })
    #expect(all[open - 1].text == "五、下一步要求")
    #expect(all.first?.text.replacing("\n", with: "") == "关于2024年6月重点工作任务完成情况的通报")
  }

  @Test func `every sentence has a figure`() throws {
    let broken = BuiltInRule.notNumber.finding(unit: "office", file: "局.xlsx", sheet: "填报表", cells: ["J9"], text: "约八成")
    let periods = [
      try SummarySample.whole(), try SummarySample.period([]),
      try SummarySample.period([
        SummarySample.file("office", "局.xlsx", findings: [broken], SummarySample.office),
        SummarySample.file("east", "东.xlsx", received: "2024-07-09", Array(SummarySample.east.dropFirst())),
      ]),
    ]
    for period in periods {
      let bodies = try paragraphs(period).filter { $0.kind == .body }.map(\.text)
      #expect(!bodies.isEmpty)
      for text in bodies { #expect(text.contains { $0.isNumber }, "\(text)") }
    }
  }

  @Test func `figures are those of the summary`() throws {
    let bodies = try paragraphs(SummarySample.whole()).filter { $0.kind == .body }.map(\.text)
    #expect(
      bodies.contains(
        "2项任务分解为6项指标，纳入考核的4项中，2项已完成或达到序时进度（50.0%），1项未达序时（25.0%），1项逾期（25.0%）。年度序时进度为50.0%。"))
    #expect(bodies.contains("1.改造：目标100户，累计完成45户，完成率45.0%，低于序时进度5.0个百分点；最高东县75.0%，最低西县0.0%。"))
    #expect(bodies.contains("县（市、区）达序时率：第1名东县（100.0%）、第2名西县（0.0%）。"))
  }

  @Test func `who did not report is not ranked, and is named among the problems`() throws {
    let period = try SummarySample.period([
      SummarySample.file("east", "东.xlsx", received: "2024-07-09", SummarySample.east)
    ])
    let texts = try paragraphs(period).map(\.text)
    #expect(texts.contains { $0.hasPrefix("县（市、区）达序时率：第1名东县") && $0.hasSuffix("不参加排名的：西县。") })
    #expect(texts.contains("缺报2家：局办公室、西县民政局。") && texts.contains("迟报1家：东县民政局。"))
  }

  @Test func `of many units the two ends are named, never overlapping`() throws {
    var plan = SummarySample.plan([])
    let ids = (1...7).map { "c\($0)" }
    plan.units = ids.map { Unit(id: $0, name: $0, kind: .county) }
    plan.tasks[0].indicators = [
      Indicator(
        code: "1-01", name: "改造", value: 700, measure: "户", reportedBy: ids,
        allocation: Dictionary(uniqueKeysWithValues: ids.map { ($0, 100) })),
      Indicator(code: "1-02", name: "家数", value: 1, measure: "家", aggregate: .eachUnitMeets, reportedBy: ids),
    ]
    plan.reporting.units = ids
    plan.reporting.counties = ids
    let files = ids.enumerated().map { index, id in
      SummarySample.file(
        id, "\(id).xlsx",
        [
          SummarySample.row("1-01", SummarySample.number(index < 3 ? "60" : "10")),
          SummarySample.row("1-02", SummarySample.number(index < 5 ? "1" : "0")),
        ])
    }
    let text = try paragraphs(SummarySample.period(files, plan: plan)).map(\.text).first { $0.hasPrefix("县（市、区）") }
    #expect(
      text
        == "县（市、区）达序时率：前三位为第1名c1（100.0%）、第1名c2（100.0%）、第1名c3（100.0%）；后三位为第4名c5（50.0%）、第6名c6（0.0%）、第6名c7（0.0%）。")
  }

  @Test func `a document is a whole package, the same each time, marked as a draft`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var plan = SummarySample.plan()
    plan.issuer = "某市<民政>&局"
    let bulletin = Bulletin(period: try SummarySample.period([], plan: plan))
    try bulletin.write(to: folder + "/一.docx", as: .document)
    try bulletin.write(to: folder + "/二.docx", as: .document)
    let bytes = try #require(FileManager.default.contents(atPath: folder + "/一.docx"))
    #expect(bytes == FileManager.default.contents(atPath: folder + "/二.docx"))
    #expect(bytes.starts(with: [0x50, 0x4B]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
  }

  @Test func `text is plain, and marked as a draft`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Bulletin(period: try SummarySample.whole()).write(to: folder + "/通报.txt", as: .text)
    let text = String(decoding: try #require(FileManager.default.contents(atPath: folder + "/通报.txt")), as: UTF8.self)
    #expect(text.hasPrefix("【草稿　示例数据】\n关于2024年6月重点工作任务完成情况的通报\n各有关单位：\n"))
    #expect(text.hasSuffix("（成文日期）\n"))
  }

  @Test func `a folder that is not there is said`() throws {
    #expect(throws: ReportError.self) {
      try Bulletin(period: try SummarySample.whole()).write(to: "/no such folder/通报.docx", as: .document)
    }
  }
}

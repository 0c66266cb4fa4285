import FoundationEssentials
import PlanModel
import Testing
import Validation
import XLSXReading

@testable import Forms

/// The examples that a form's own messages give pass when they are typed.
@Suite struct EntryExampleTests {
  private static let periods = ["2024-01", "2024-02", "2024-06", "2024-12", "2024Q1", "2024Q3", "2024H1", "2024"]

  private static let indicators = [
    FormSample.indicators[0], FormSample.indicators[1],
    Indicator(code: "2-01", name: "户数", value: 3, measure: "户", reportedBy: ["east"]),
    Indicator(
      code: "2-02", name: "小额", value: FixedDecimal("0.5"), measure: "万元", kind: .money, accumulation: .flow,
      reportedBy: ["east"], places: 2),
    Indicator(
      code: "2-03", name: "满意率", value: 90, measure: "%", kind: .ratio, accumulation: .level, aggregate: .latest,
      reportedBy: ["east"], places: 1),
    Indicator(code: "2-04", name: "里程", value: 12, measure: "公里", kind: .length, reportedBy: ["east"], places: 2),
    Indicator(code: "2-05", name: "床位", role: .context, measure: "张", accumulation: .level, reportedBy: ["east"]),
    Indicator(
      code: "2-06", name: "方案", comparator: .complete, kind: .milestone, accumulation: .milestone,
      aggregate: .milestone, deadline: .init(date: CivilDate("2024-12-31")!, isStated: true), reportedBy: ["east"]),
    Indicator(
      code: "2-07", name: "调度", role: .mechanism, comparator: .complete, kind: .milestone, accumulation: .flow,
      reportedBy: ["east"]),
  ]

  @Test(arguments: periods, [false, true])
  func `a row filled with its examples has nothing to be mended`(period: String, isLater: Bool) throws {
    let period = try #require(Period(period))
    var indicators = Self.indicators
    for index in indicators.indices { indicators[index].frequency = period.kind }
    let plan = Plan(
      title: "计划", issuer: "局", year: 2024, units: [FormSample.east],
      tasks: [PlanTask(id: "1", heading: "任务", text: "任务。", leads: [], responsible: [], indicators: indicators)],
      reporting: Reporting(units: ["east"]))
    let rules = RulePackage(plan: plan)
    for indicator in indicators {
      let previous = isLater && !indicator.isDated ? try indicator.value?.divided(by: 2, places: indicator.places) : 0
      let layout = FormLayout(
        plan: plan, unit: FormSample.east, period: period,
        previous: previous.map { [indicator.code: $0] } ?? [:])
      let row = try #require(layout.row(indicator.code))
      let example = EntryExample(layout: row, indicator: indicator, unit: "east", period: period)
      let day = Submission.Entry(
        figure: .date(try #require(CivilDate(example.day)), precision: .day), origin: nil)
      let number = try #require(FixedDecimal(example.number))
      #expect(number.normalized.places <= max(indicator.places, 0), "\(indicator.name)")
      let before = previous ?? 0
      func entry(_ value: FixedDecimal) -> Submission.Entry { .init(figure: .decimal(value), origin: nil) }
      let isFlow = indicator.accumulation == .flow
      let typed =
        indicator.isRecurring
        ? Submission.Row(code: indicator.code, previous: entry(before), current: day, cumulative: entry(1))
        : indicator.isDated
          ? Submission.Row(code: indicator.code, cumulative: day)
          : Submission.Row(
            code: indicator.code, previous: entry(before),
            current: entry(isFlow ? number : try number.subtracting(before)),
            cumulative: entry(isFlow ? try before.adding(number) : number),
            problems: .init(figure: .text("招标延期"), origin: nil), nextSteps: .init(figure: .text("增派队伍"), origin: nil))
      let submission = Submission(
        file: "东.xlsx", digest: "d", unit: "east", period: period, rows: [typed],
        signature: .init(preparer: "甲", reviewer: "乙", phone: "0660-3361210"))
      let found = SubmissionChecker(rules: rules, period: period).check(submission)
      #expect(found.map(\.id) == [], "\(indicator.name) \(example.number) \(example.day)")
    }
  }

  @Test func `a message offers the dash only where it is taken`() throws {
    func takesDash(_ indicator: Indicator, previous: FixedDecimal? = 0) throws -> Bool {
      let layout = FormLayout(
        plan: FormSample.plan, unit: FormSample.east, period: FormSample.june,
        previous: previous.map { [indicator.code: $0] } ?? [:])
      return EntryExample(
        layout: try #require(layout.row(indicator.code)), indicator: indicator, unit: "east", period: FormSample.june
      ).takesDash
    }
    #expect(try !takesDash(FormSample.indicators[0]))
    #expect(try takesDash(FormSample.indicators[2]))
    #expect(try !takesDash(FormSample.indicators[2], previous: 120))
  }

  @Test func `no message of January's form names a day of another month`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "form-\(UUID().uuidString).xlsx").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try TemplateWriter(
      rules: RulePackage(plan: FormSample.plan), unit: FormSample.east, period: Period("2024-01")!
    ).write(to: path, key: FormSample.key)
    let archive = try ArchiveReader(bytes: Array(try #require(FileManager.default.contents(atPath: path))))
    for entry in archive.entries where entry.name.hasPrefix("xl/worksheets/") || entry.name.hasSuffix("Strings.xml") {
      let markup = String(decoding: try archive.read(entry), as: UTF8.self)
      for month in 2...12 {
        #expect(!markup.contains("2024-\(month < 10 ? "0" : "")\(month)-1"), "\(entry.name)")
      }
    }
  }
}

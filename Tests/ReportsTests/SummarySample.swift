import Consolidation
import PlanModel

/// A plan of two counties and two sections with an indicator of each kind, small enough to work out by hand.
enum SummarySample {
  static let june = Period("2024-06")!
  static let counties = ["east", "west"]

  static let sum = Indicator(
    code: "1-01", name: "改造", value: 100, measure: "户", deadline: yearEnd, reportedBy: counties,
    allocation: ["east": 60, "west": 40], illustrative: .fields(["allocation"]))
  static let length = Indicator(
    code: "1-02", name: "检查", value: FixedDecimal("132.23"), measure: "公里", kind: .length, reportedBy: counties,
    places: 2)
  static let ratio = Indicator(
    code: "1-03", name: "占比", value: 90, measure: "%", kind: .ratio, accumulation: .level, aggregate: .ratio,
    numerator: "1-04",
    denominator: "1-05", deadline: yearEnd, places: 1)
  static let numerator = Indicator(code: "1-04", name: "已建", role: .context, measure: "个", reportedBy: counties)
  static let denominator = Indicator(code: "1-05", name: "总数", role: .context, measure: "个", reportedBy: counties)
  static let floor = Indicator(
    code: "1-06", name: "示范点", value: 1, measure: "家", per: "县", aggregate: .eachUnitMeets, reportedBy: counties)
  static let milestone = Indicator(
    code: "2-01", name: "印发", comparator: .complete, kind: .milestone, accumulation: .milestone, aggregate: .milestone,
    deadline: .init(date: CivilDate("2024-06-15")!, isStated: false), reportedBy: ["office"],
    illustrative: .fields(["deadline"]))
  static let words = Indicator(
    code: "2-02", name: "学习", role: .direction, comparator: .complete, kind: .text, accumulation: .level,
    aggregate: .latest,
    reportedBy: ["office", "east"])

  private static let yearEnd = CivilDate("2024-12-31").map { Indicator.Deadline(date: $0, isStated: true) }

  static let all = [sum, length, ratio, numerator, denominator, floor, milestone, words]

  static func plan(_ indicators: [Indicator] = all) -> Plan {
    func task(_ id: String, _ heading: String, lead: String) -> PlanTask {
      PlanTask(
        id: id, path: ["一", "(\(id))"], heading: heading, text: "\(heading)。", leads: [lead], responsible: ["各县民政局"],
        indicators: indicators.filter { $0.code.hasPrefix(id) })
    }
    return Plan(
      title: "计划", issuer: "某市民政局", year: 2024,
      units: [
        Unit(id: "office", name: "局办公室", kind: .section), Unit(id: "welfare", name: "社会福利科", kind: .section),
        Unit(id: "east", name: "东县民政局", short: "东县", kind: .county),
        Unit(id: "west", name: "西县民政局", short: "西县", kind: .county),
      ],
      tasks: [task("1", "养老", lead: "社会福利科"), task("2", "党建", lead: "局办公室")],
      reporting: Reporting(
        units: ["office", "east", "west"], counties: counties, due: [.month: .init(monthsAfter: 1, day: 5)]))
  }

  static func number(_ text: String) -> Figure { FixedDecimal(text).map { .decimal($0) } ?? .blank }

  static func row(_ code: String, _ cumulative: Figure, progress: String = "") -> Submission.Row {
    Submission.Row(
      code: code, cumulative: .init(figure: cumulative, origin: nil),
      progress: .init(figure: progress.isEmpty ? .blank : .text(progress), origin: nil))
  }

  static func file(
    _ unit: String, _ name: String, received: String? = "2024-07-03", findings: [Finding] = [],
    _ rows: [Submission.Row]
  ) -> Candidate {
    Candidate(
      submission: Submission(
        file: name, digest: "digest of \(name)", unit: unit, period: june, rows: rows,
        signature: .init(preparer: "李某", reviewer: "蔡某", phone: "0660-3360011", date: CivilDate("2024-07-02"))),
      received: received.flatMap { CivilDate($0) }, findings: findings)
  }

  static let east = [
    row("1-01", number("45"), progress: "=东县说"), row("1-02", number("70.1")), row("1-04", number("9")),
    row("1-05", number("10")), row("1-06", number("2")), row("2-02", .blank, progress: "东县在学"),
  ]
  static let west = [
    row("1-01", number("0"), progress: "西县说"), row("1-02", number("0.02")), row("1-04", number("1")),
    row("1-05", number("30")), row("1-06", number("0")),
  ]
  static let office = [row("2-01", .text("推进中")), row("2-02", .blank, progress: "局里先说")]

  static func period(
    _ candidates: [Candidate], refused: [RefusedFile] = [], plan: Plan = plan()
  ) throws -> ConsolidatedPeriod {
    try Consolidator(plan: plan, period: june).consolidate(candidates, refused: refused)
  }

  /// Everybody reported, in time.
  static func whole() throws -> ConsolidatedPeriod {
    try period([file("east", "东.xlsx", east), file("west", "西.xlsx", west), file("office", "局.xlsx", office)])
  }
}

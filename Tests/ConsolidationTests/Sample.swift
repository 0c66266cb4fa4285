import Consolidation
import PlanModel

/// A plan of two counties and a section, small enough to work out by hand.
enum Sample {
  static let june = Period("2024-06")!
  static let counties = ["east", "west"]

  static func plan(_ indicators: Indicator...) -> Plan {
    Plan(
      title: "计划", issuer: "局", year: 2024,
      units: [
        Unit(id: "east", name: "东县民政局", short: "东县", kind: .county),
        Unit(id: "west", name: "西县民政局", short: "西县", kind: .county),
        Unit(id: "office", name: "局办公室", kind: .section),
      ],
      tasks: [PlanTask(id: "1", heading: "任务", text: "任务。", leads: ["局办公室"], responsible: [], indicators: indicators)],
      reporting: Reporting(
        units: ["office", "east", "west"], counties: counties, from: Period("2024-04"),
        due: [.month: .init(monthsAfter: 1, day: 5)]))
  }

  static func row(_ code: String, _ cumulative: Figure, current: Figure = .blank) -> Submission.Row {
    Submission.Row(
      code: code, current: .init(figure: current, origin: nil), cumulative: .init(figure: cumulative, origin: nil))
  }

  static func candidate(
    _ unit: String, _ file: String, received: String? = "2024-07-03", parent: String? = nil, findings: [Finding] = [],
    _ rows: Submission.Row...
  ) -> Candidate {
    Candidate(
      submission: Submission(
        file: file, digest: "digest of \(file)", unit: unit, period: june, parent: parent, rows: rows),
      received: received.flatMap { CivilDate($0) }, findings: findings)
  }

  static func decimal(_ text: String) -> Figure { .decimal(FixedDecimal(text)!) }
}

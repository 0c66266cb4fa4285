internal import Forms
internal import FoundationEssentials
internal import LedgerStore
internal import PlanFile
internal import PlanModel

/// A plan of many counties and a ledger with a year of their submissions, to see what questions to it cost.
struct LargeLedger {
  let folder: String
  let counties: Int

  private static let indicators = 12
  private static let stamp = AuditStamp(at: "2024-12-31T12:00:00+08:00")

  private var planText: String {
    let ids = (0..<counties).map { "u\($0)" }
    let units = ids.enumerated().map { "  - {id: \($1), name: 第\($0)县民政局, kind: county}" }.joined(separator: "\n")
    let indicators = (1...Self.indicators).map { number in
      "      - {code: \"1.1-\(number < 10 ? "0" : "")\(number)\", name: 指标\(number), quote: 养老服务, role: target, value: \(100 * counties), unit: 户, "
        + "kind: count, measure: cumulative, aggregate: sum, frequency: month, reportedBy: [counties]}"
    }.joined(separator: "\n")
    return """
      version: 1
      revision: 1
      title: 大计划
      titleStated: false
      issuer: 某省民政厅
      year: 2024
      units:
        - {id: office, name: 厅办公室, kind: section}
      \(units)
        - {id: counties, name: 各县民政局, kind: group, members: [\(ids.joined(separator: ", "))]}
      tasks:
        - id: "1.1"
          path: [一]
          heading: 养老服务
          text: 养老服务。
          leads: [厅办公室]
          responsible: []
          source: {line: 1, column: 1, endLine: 1, endColumn: 5}
          indicators:
      \(indicators.replacing("      - ", with: "            - "))
      reporting:
        units: [\(ids.joined(separator: ", "))]
        counties: []
        due: {month: 次月5日}
        key: office.key

      """
  }

  /// Writes plan.yaml, office.key, an empty inbox and ledger.sqlite into the folder.
  /// - Returns: submissions.
  func write() throws -> Int {
    try FileManager.default.createDirectory(atPath: "\(folder)/inbox", withIntermediateDirectories: true)
    let text = planText
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/plan.yaml"))
    try Data("a key for benchmarks and nothing else".utf8).write(to: URL(filePath: "\(folder)/office.key"))
    let plan = try PlanReader().read(text)
    let digest = Digest.hex(of: Array(text.utf8))
    let ledger = try Ledger(path: "\(folder)/ledger.sqlite", .write, stamp: Self.stamp)
    var count = 0
    for month in 1...12 {
      guard let period = Period(kind: .month, year: 2024, ordinal: month), let first = plan.units.dropFirst().first
      else { continue }
      let layout = FormLayout(plan: plan, unit: first, period: period)
      for start in stride(from: 0, to: counties, by: 1_000) {
        try ledger.record(Self.stamp) { writer in
          for county in start..<min(start + 1_000, counties) {
            let submission = submission(county, period, month)
            let day = period.lastDay.next
            try writer.receive(
              ReceivedFile(
                digest: submission.digest, name: submission.file, folder: "inbox", period: period, size: 20_000,
                day: day, isStated: true))
            let form = ReadForm(
              submission: submission, findings: [], accounting: CellAccounting(), layout: layout, serial: "ABCDEFGH")
            let reading = try writer.read(
              .form(form), digest: submission.digest, part: "", plan: digest, key: nil, asked: period)
            try writer.judge(reading: reading, plan: digest, findings: [], isAcceptable: true)
            try writer.decide(
              .accepted, digest: submission.digest, part: "", unit: submission.unit, period: period, why: "计入汇总")
            count += 1
          }
        }
      }
    }
    return count
  }

  private func submission(_ county: Int, _ period: Period, _ month: Int) -> Submission {
    let file = "第\(county)县\(period).xlsx"
    let digest = Digest.hex(of: Array(file.utf8))
    func entry(_ figure: Figure, _ cell: String) -> Submission.Entry {
      .init(
        figure: figure, origin: FigureOrigin(file: file, digest: digest, sheet: "填报表", cell: cell, text: figure.plain))
    }
    let rows = (1...Self.indicators).map { number in
      // Counties that do not copy from each other.
      let start = (county &* 2_654_435_761 &+ number &* 40_503) >> 7 & 0x3FF
      let (row, before) = (number + 6, FixedDecimal((month - 1) * 8 + start))
      return Submission.Row(
        code: "1.1-\(number < 10 ? "0" : "")\(number)", previous: entry(.decimal(before), "H\(row)"),
        current: entry(.decimal(8), "I\(row)"),
        cumulative: entry(.decimal(FixedDecimal(month * 8 + start)), "J\(row)"),
        progress: entry(.text("累计\(month * 8)户，按计划推进。"), "M\(row)"))
    }
    return Submission(
      file: file, digest: digest, unit: "u\(county)", period: period, rows: rows,
      signature: .init(preparer: "甲", reviewer: "乙", phone: "0660-3361210", date: period.lastDay))
  }
}

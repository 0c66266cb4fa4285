import Forms
import PlanModel
import TestSupport
import Testing

@testable import LedgerStore

/// What goes into the ledger comes out as it was.
@Suite struct RecordTests {
  /// A submission with something of every kind, drawn by lot.
  static func submission(_ random: inout SplitMix, file: String = "东县.xlsx") -> Submission {
    func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
    let digest = String(repeating: "a", count: 64)
    func figure() -> Figure {
      switch below(8) {
      case 0: .blank
      case 1: .notApplicable
      case 2: .nilReturn
      case 3: .text(["推进中", "12", "—", "", "“引号”", "第一行\n第二行"][below(6)])
      case 4: .date(CivilDate(dayNumber: 19_800 + below(200))!, precision: [.day, .month, .quarter, .year][below(4)])
      default: .decimal(FixedDecimal(["0", "-3", "12.50", "40000", "0.001"][below(5)])!)
      }
    }
    func entry() -> Submission.Entry {
      if below(4) == 0 { return .absent }
      return .init(
        figure: figure(),
        origin: FigureOrigin(
          file: file, digest: digest, sheet: ["填报表", "Sheet1"][below(2)], cell: "J\(below(90) + 1)",
          text: ["", "12.50户", "约31"][below(3)],
          normalizations: (0..<below(3)).map { .init(rule: "rule-\($0)", from: "１", to: "1") }))
    }
    let rows = (0..<below(6)).map { index in
      Submission.Row(
        code: "1-0\(index)", allocation: entry(), previous: entry(), current: entry(), cumulative: entry(),
        progress: entry(), problems: entry(), nextSteps: entry(), explanation: entry())
    }
    let place = FigureOrigin(file: file, digest: digest, sheet: "签署", cell: "B6", text: "甲")
    return Submission(
      file: file, digest: digest, unit: "east", period: Period(["2024-06", "2024Q2", "2024H1", "2024"][below(4)])!,
      parent: below(2) == 0 ? nil : String(repeating: "b", count: 64), rows: rows,
      signature: .init(
        preparer: "甲", reviewer: "", phone: "0660", date: below(2) == 0 ? nil : CivilDate("2024-07-02"),
        places: below(2) == 0 ? [:] : ["填报人": place]),
      lists: below(2) == 0 ? [:] : ["1-01": [Submission.ListRow(values: ["对象": entry(), "办结日期": entry()])]],
      review: below(2) == 0
        ? nil
        : LineReview(
          words: [.init(task: "1", progress: entry(), problems: entry(), nextSteps: entry())],
          opinions: [
            .init(
              indicator: "1-01", unit: "west", shown: "31", verdict: [nil, .confirmed, .queried][below(3)],
              remark: entry(), origin: below(2) == 0 ? nil : place)
          ]),
      columns: below(3) == 0 ? [.current, .progress] : nil)
  }

  @Test func `a submission`() throws {
    var random = SplitMix(seed: 6)
    for _ in 0..<500 {
      let submission = Self.submission(&random)
      let record = SubmissionRecord(submission)
      #expect(try record.submission(of: .init(name: submission.file, digest: submission.digest)) == submission)
    }
  }

  @Test func `a figure`() {
    for figure in [
      Figure.blank, .notApplicable, .nilReturn, .text(""), .text("无"), .text("—"), .text("12"), .text("“"),
      .decimal(FixedDecimal("12.50")!), .decimal(0), .date(CivilDate("2024-06-30")!, precision: .month),
    ] {
      #expect(FigureCode.figure(FigureCode.text(figure)) == figure)
    }
    #expect(FigureCode.figure("12户") == nil && FigureCode.figure("2024-06-31") == nil)
  }

  @Test func `a finding, whatever its resolution`() throws {
    for resolution in [
      Finding.Resolution.open, .trial(until: Period("2024-06")!), .explained("核减 2 项"),
      .waived(by: "张 某", until: CivilDate("2024-12-31")!),
    ] {
      let finding = Finding(
        id: "W08", rule: "approximate", grade: .warning, resolution: resolution, unit: "east", file: "a.xlsx",
        sheet: "填报表", cells: ["J7", "J8"], indicator: "1-01", column: "累计完成", text: "约31", value: "31", expected: nil,
        difference: "1")
      #expect(try FindingRecord(finding).finding(in: "a.xlsx") == finding)
    }
  }
}

import Consolidation
import PlanModel
import Testing

/// What a month's snapshot leaves for later books: how things stood, and which figures were corrected.
@Suite struct CorrectionTests {
  private static let plan = Sample.plan(
    Indicator(code: "1-01", name: "数", value: 100, reportedBy: Sample.counties),
    Indicator(code: "1-02", name: "他", value: 10, reportedBy: Sample.counties))

  private func june(_ candidates: Candidate..., earlier: EarlierMonths = EarlierMonths()) throws -> ConsolidatedPeriod {
    try Consolidator(plan: Self.plan, period: Sample.june, earlier: earlier).consolidate(candidates)
  }

  @Test func `a figure that a later file has otherwise is a correction, one that stayed is none`() throws {
    let period = try june(
      Sample.candidate(
        "east", "a", received: "2024-07-02", Sample.row("1-01", Sample.decimal("264")),
        Sample.row("1-02", Sample.decimal("3"))),
      Sample.candidate(
        "east", "b", received: "2024-07-04", Sample.row("1-01", Sample.decimal("262")),
        Sample.row("1-02", Sample.decimal("3"))))
    #expect(
      period.corrections == [
        Correction(
          unit: "east", code: "1-01", period: Sample.june, from: 264, to: 262, received: CivilDate("2024-07-04"))
      ])
  }

  @Test func `files of the same day contradict each other and correct nothing`() throws {
    let period = try june(
      Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("264"))),
      Sample.candidate("east", "b", Sample.row("1-01", Sample.decimal("262"))))
    #expect(period.corrections == [])
  }

  @Test func `of the month before, what came after its forms were due is new`() throws {
    let may = Period("2024-05")!
    func correction(_ received: String?) -> Correction {
      Correction(unit: "east", code: "1-01", period: may, from: 1, to: 2, received: received.flatMap { CivilDate($0) })
    }
    let all = [correction("2024-06-05"), correction("2024-06-06"), correction(nil)]
    let snapshot = MonthlySnapshot(period: may, counties: [], departments: [], corrections: all)
    let period = try june(earlier: EarlierMonths(snapshots: [snapshot]))
    #expect(period.newCorrections == Array(all.dropFirst()))
    #expect(period.lastSnapshot == snapshot)
  }

  @Test func `a snapshot says how each item stood and who reported`() throws {
    let snapshot = try MonthlySnapshot(
      june(Sample.candidate("east", "a", received: "2024-07-09", Sample.row("1-01", Sample.decimal("60")))))
    let item = try #require(snapshot.item("1-01"))
    #expect(item.total == 60 && item.target == 100 && item.rate == 60 && item.pace == 50 && item.gap == 10)
    #expect(item.state == .ahead)
    #expect(snapshot.item("1-02")?.state == .notReported)
    #expect(snapshot.reports == ["east": .late, "west": .missing])
    #expect(snapshot.departments.map(\.assessed) == [2] && snapshot.departments.map(\.onPace) == [1])
  }
}

import Consolidation
import PlanModel
import Testing

/// What earlier periods leave: figures to compare with, objects of lists.
@Suite struct EarlierTests {
  private func compare(_ value: String, _ base: String) throws -> FigureComparison {
    try FigureComparison(value: #require(FixedDecimal(value)), base: #require(FixedDecimal(base)))
  }

  @Test(
    arguments: [
      ("12", "10", "2", "20", nil), ("8", "10", "-2", "-20", nil), ("5", "0", "5", nil, nil), ("0", "0", "0", nil, nil),
      ("-3", "-10", "7", nil, .less), ("-12", "-10", "-2", nil, .more), ("4", "-10", "14", nil, .turned),
      ("-10", "-10", "0", nil, .same), ("0", "-10", "10", nil, .turned), ("-2", "10", "-12", "-120", nil),
    ] as [(String, String, String, String?, FigureComparison.Loss?)])
  func `a base of zero or below has no percentage, and one below has a word`(
    value: String, base: String, change: String, percentage: String?, loss: FigureComparison.Loss?
  ) throws {
    let comparison = try compare(value, base)
    #expect(comparison.change == FixedDecimal(change))
    #expect(comparison.percentage == percentage.flatMap { FixedDecimal($0) })
    #expect(comparison.loss == loss)
  }

  @Test(arguments: [
    ("2024-05/东县.xlsx", false, true), ("2024-04/东县.xlsx", true, false), ("往期/东县.xlsx", false, false),
  ])
  func `of a month with a file that could not be read nobody can say who did not report`(
    unread: String, isMayWhole: Bool, isAprilWhole: Bool
  ) throws {
    func snapshot(_ month: String) throws -> MonthlySnapshot {
      MonthlySnapshot(
        period: try #require(Period(month)),
        counties: [.init(id: "east", status: .missing), .init(id: "west", status: .late)],
        departments: [.init(id: "office", status: .missing), .init(id: "市局", status: nil)],
        reports: ["east": .missing, "west": .late, "office": .missing])
    }
    let earlier = EarlierMonths(snapshots: try [snapshot("2024-05"), snapshot("2024-04")], unread: [unread])
    for (snapshot, isWhole) in zip(earlier.snapshots, [isAprilWhole, isMayWhole]) {
      #expect(snapshot.reports == (isWhole ? ["east": .missing, "west": .late, "office": .missing] : ["west": .late]))
      #expect(snapshot.counties.map(\.id) == (isWhole ? ["east", "west"] : ["west"]))
      #expect(snapshot.departments.map(\.id) == (isWhole ? ["office", "市局"] : ["市局"]))
      #expect(earlier.isWhole(snapshot.period) == isWhole)
    }
    let june = try Consolidator(plan: Sample.plan(), period: Sample.june, earlier: earlier).consolidate([])
    #expect(june.lastSnapshot != nil && (june.comparableSnapshot != nil) == isMayWhole)
  }

  @Test func `only units with both figures are compared, and the others are named`() throws {
    var plan = Sample.plan()
    plan.tasks[0].indicators = [
      Indicator(code: "1-01", name: "数", value: 100, reportedBy: Sample.counties),
      Indicator(code: "1-02", name: "背景", role: .context, reportedBy: Sample.counties),
    ]
    let earlier = EarlierMonths(
      lastPeriod: ["1-01": ["east": 4], "1-02": ["east": 1]], lastYear: ["1-01": ["east": 20, "west": 0]])
    let period = try Consolidator(plan: plan, period: Sample.june, earlier: earlier).consolidate([
      Sample.candidate("east", "a", Sample.row("1-01", Sample.decimal("30"), current: Sample.decimal("6"))),
      Sample.candidate("west", "b", Sample.row("1-01", Sample.decimal("10"), current: Sample.decimal("1"))),
    ])
    let compared = try period.comparisons()
    #expect(compared.map(\.result.indicator.code) == ["1-01"])
    let last = try #require(compared.first?.lastPeriod)
    #expect(last.value == 6 && last.base == 4 && last.percentage == 50)
    #expect(last.leftOut.map(\.id) == ["west"])
    let year = try #require(compared.first?.lastYear)
    #expect(year.value == 40 && year.base == 20 && year.percentage == 100 && year.leftOut == [])
  }

  // MARK: Lists

  private static func sighting(_ object: String, _ period: String, _ state: String?, day: String? = nil) -> ListSighting
  {
    ListSighting(
      code: "1-01", unit: "east", object: object, period: Period(period)!, state: state,
      day: day.flatMap { CivilDate($0) })
  }

  private static func row(_ object: String, _ state: String, _ day: String? = nil) -> Submission.ListRow {
    var values = [
      ListColumn.object.chinese: Submission.Entry(figure: .text(object), origin: nil),
      ListColumn.state.chinese: Submission.Entry(figure: state.isEmpty ? .blank : .text(state), origin: nil),
    ]
    if let day {
      values[ListColumn.date.chinese] = .init(figure: .date(CivilDate(day)!, precision: .day), origin: nil)
    }
    return Submission.ListRow(values: values)
  }

  private func lives(
    _ earlier: [ListSighting], _ rows: [Submission.ListRow], deadline: String? = nil
  ) throws -> [ListLife] {
    var plan = Sample.plan()
    var indicator = Indicator(
      code: "1-01", name: "问题整改", role: .workload, value: 5, kind: .list, reportedBy: ["east"])
    indicator.deadline = deadline.flatMap { CivilDate($0) }.map { .init(date: $0, isStated: true) }
    plan.tasks[0].indicators = [indicator]
    var submission = Submission(
      file: "a", digest: "a", unit: "east", period: Sample.june, parent: nil,
      rows: [Sample.row("1-01", Sample.decimal("1"))])
    submission.lists = ["1-01": rows]
    return try Consolidator(plan: plan, period: Sample.june, earlier: EarlierMonths(objects: earlier))
      .consolidate([Candidate(submission: submission, received: nil, findings: [])]).listLives
  }

  @Test func `an object is opened, changed and closed, with its dates`() throws {
    let lives = try lives(
      [
        Self.sighting("账目不清", "2024-05", "推进中"), Self.sighting("账目不清", "2024-04", "未启动"),
        Self.sighting("公示不及时", "2024-04", "已办结", day: "2024-04-20"),
      ], [Self.row("账目 不清", "已办结", "2024-06-12"), Self.row("档案缺件", "未启动")])
    #expect(lives.map(\.object) == ["公示不及时", "账目 不清", "档案缺件"])
    let changed = lives[1]
    #expect(changed.opened.description == "2024-04")
    #expect(changed.states.map { "\($0.period) \($0.state)" } == ["2024-04 未启动", "2024-05 推进中", "2024-06 已办结"])
    #expect(changed.closed == CivilDate("2024-06-12") && changed.closedIn == Sample.june && !changed.isOpen)
    #expect(lives[0].closedIn?.description == "2024-04")
    #expect(lives[0].isListed, "what is done need not be carried on")
    #expect(lives[2].opened == Sample.june && lives[2].isOpen && lives[2].closed == nil)
  }

  @Test func `an open object that the form has no more is said to be missing from it`() throws {
    let lives = try lives([Self.sighting("账目不清", "2024-05", "推进中")], [Self.row("档案缺件", "未启动")])
    #expect(lives.map(\.isListed) == [false, true])
    #expect(lives[0].isOpen)
  }

  @Test func `an object of which the form says no state, or two, has none of this period`() throws {
    let before = [Self.sighting("甲", "2024-05", "推进中"), Self.sighting("乙", "2024-05", "推进中")]
    let lives = try lives(
      before, [Self.row("甲", ""), Self.row("乙", "已办结", "2024-06-12"), Self.row("乙", "未启动"), Self.row("丙", "推进中")])
    #expect(lives.map(\.isUnstated) == [true, true, false])
    #expect(lives.map(\.state) == ["推进中", "推进中", "推进中"] && lives.allSatisfy { $0.isOpen && $0.closed == nil })
  }

  @Test(arguments: [("2024-06-30", true), ("2024-07-01", false)])
  func `an object that is open past its deadline is overdue`(deadline: String, isOverdue: Bool) throws {
    let lives = try lives([], [Self.row("甲", "推进中"), Self.row("乙", "已办结", "2024-06-02")], deadline: deadline)
    #expect(lives.map(\.isOverdue) == [isOverdue, false])
  }
}

import PlanFile
import PlanModel
import Testing

/// Fields of the schema that the small plan does not use.
struct PlanFieldsTests {
  private func plan(replacing old: String, with new: String) throws -> Plan {
    try PlanReader().read(SmallPlan.text(replacing: old, with: new))
  }

  private func indicator(adding lines: String) throws -> Indicator {
    let plan = try plan(replacing: "        unit: 户\n", with: "        unit: 户\n" + lines)
    return try #require(plan.indicator(code: "1.1-01"))
  }

  @Test func `targets that change during the year are kept with their basis`() throws {
    let indicator = try indicator(adding: "        targets: [{from: 2024-07, value: 36, basis: 某民〔2024〕3号}]\n")
    #expect(indicator.targets.map(\.value) == [36])
    #expect(indicator.targets.first?.basis == "某民〔2024〕3号")
    let (june, july) = (try #require(Period("2024-06")), try #require(Period("2024-07")))
    #expect(indicator.target(in: june) == 30)
    #expect(indicator.target(in: july) == 36)
  }

  @Test func `an indicator carries on one of last year`() throws {
    #expect(try indicator(adding: "        continues: 2023/1.1-02\n").continues == "2023/1.1-02")
  }

  @Test func `points of the pace are percentages by period`() throws {
    let pace = try indicator(adding: "        pace: {points: {2024-09: 80, 2024Q2: 45.5}}\n").pace
    guard case .points(let points) = pace else {
      Issue.record("no points")
      return
    }
    #expect(points.map(\.period.description) == ["2024Q2", "2024-09"])
    #expect(points.map(\.percentage.description) == ["45.5", "80"])
  }

  @Test func `steps of the pace have a date and a name`() throws {
    let pace = try indicator(adding: "        pace: {milestones: [{date: 2024-05-31, name: 招标}]}\n").pace
    #expect(pace == .milestones([.init(date: try #require(CivilDate("2024-05-31")), name: "招标")]))
  }

  @Test func `a range has two ends and no value`() throws {
    let text = SmallPlan.text(
      replacing: "        value: 30\n", with: "        comparator: range\n        min: 4\n        max: 5\n"
    ).replacing("            allocation: {东县: 18, 西县: 12}\n", with: "")
      .replacing("        allocation: {东县: 18, 西县: 12}\n", with: "")
    let plan = try PlanReader().read(text)
    #expect(plan.indicator(code: "1.1-01")?.range == 4...5)
  }

  @Test func `a decimal keeps its places`() throws {
    let plan = try plan(replacing: "东县: 18, 西县: 12", with: "东县: 17.50, 西县: 12.50")
    #expect(plan.indicator(code: "1.1-01")?.allocation["east"]?.description == "17.50")
  }

  @Test func `a task that is dropped during the year says until when and why`() throws {
    let plan = try plan(replacing: "    leads: [办公室]", with: "    until: 2024-06\n    reason: 机构改革\n    leads: [办公室]")
    #expect(plan.tasks.last?.until == Period("2024-06"))
    #expect(plan.tasks.last?.reason == "机构改革")
  }

  @Test func `a unit keeps its former names, and they still mean it`() throws {
    let plan = try plan(
      replacing: "short: 东县,", with: "short: 东县, formerly: [{name: 东县社会局, until: 2024-03}], from: 2024-01,")
    #expect(plan.unit(id: "east")?.formerly == [.init(name: "东县社会局", until: Period("2024-03"))])
    #expect(plan.unit(named: "东县社会局")?.id == "east")
  }

  @Test func `revisions are kept as written`() throws {
    let plan = try PlanReader().read(
      SmallPlan.text + """
        revisions:
          - {revision: 1, date: 2024-02-01}

        """)
    #expect(plan.revisions.first?["date"] == "2024-02-01")
  }

  static let layout = """
    layouts:
      - id: monthly
        title: 县里的月报表
        sheets: [月报]
        except: [封面]
        fixed: [{cell: A1, text: 月报表}]
        unit: [{label: 填报单位}, {sheet: _meta, label: department}]
        period: {sheetName: true}
        columns: {indicator: 项目, value: [完成情况, "{month}月"]}
        measure: 元
        rows: {改造: "1.1-01"}
        skip: [其中]

    """

  @Test func `a layout is described by the words of its form`() throws {
    let layout = try #require(try PlanReader().read(SmallPlan.text + Self.layout).layouts.first)
    #expect(
      layout
        == ForeignLayout(
          id: "monthly", title: "县里的月报表", sheets: ["月报"], except: ["封面"],
          fixed: [.init(place: .init(spot: .cell("A1")), text: "月报表")],
          unit: [.init(spot: .label("填报单位")), .init(sheet: "_meta", spot: .label("department"))],
          period: .init(spot: .sheetName), columns: [.indicator: ["项目"], .value: ["完成情况", "{month}月"]], measure: "元",
          rows: ["改造": "1.1-01"], skip: ["其中"]))
    #expect(layout.isMonthly)
  }

  @Test(arguments: [
    ("id: monthly", "id: null", PlanFileProblem.Code.missingKey), ("{cell: A1, text", "{cell: 一, text", .badValue),
    ("{sheetName: true}", "{sheet: 月报}", .missingKey), ("{sheetName: true}", "{label: a, cell: B1}", .missingKey),
    ("indicator: 项目, ", "", .missingKey), ("value: [完成", "target: [完成", .missingKey),
    ("\"1.1-01\"", "\"9.9-99\"", .unknownCode), ("skip:", "leave:", .unknownKey),
    ("    skip: [其中]\n", "  - {id: monthly, unit: {cell: A1}, columns: {code: 编码, value: 数}}\n", .duplicateID),
  ])
  func `a description that cannot be followed is named`(_ old: String, _ new: String, _ code: PlanFileProblem.Code) {
    let error = #expect(throws: PlanFileError.self) {
      try PlanReader().read(SmallPlan.text + Self.layout.replacing(old, with: new))
    }
    #expect(error?.problems.map(\.code).contains(code) == true, "\(String(describing: error))")
  }

  @Test(arguments: [("当月25日", 0, 25), ("次月5日", 1, 5), ("次年1月15日", 1, 15), ("次年2月1日", 2, 1)])
  func `a due date is said in the words of the office`(_ words: String, _ months: Int, _ day: Int) throws {
    let plan = try plan(replacing: "次年1月15日", with: words)
    #expect(plan.reporting.due[.year] == .init(monthsAfter: months, day: day))
  }
}

import PlanModel
import Testing
import Validation

/// What the plan says of rules, over the rules as they are shipped.
@Suite struct RuleCatalogueTests {
  private static let june = Period("2024-06")!
  private static let place = RuleSource.Place(line: 3, column: 5)

  private func change(_ id: String, _ edit: (inout RuleChange) -> Void = { _ in }) -> RuleChange {
    var change = RuleChange(id: id, place: Self.place)
    edit(&change)
    return change
  }

  private func catalogue(_ changes: RuleChange..., waivers: [Waiver] = []) -> RuleCatalogue {
    let houses = Indicator(code: "1-01", name: "适老化改造", value: 100, measure: "户", reportedBy: ["east"])
    return RuleCatalogue(
      plan: Plan(
        title: "计划", issuer: "局", year: 2024,
        units: [Unit(id: "east", name: "东县", kind: .county), Unit(id: "west", name: "西县", kind: .county)],
        tasks: [PlanTask(id: "1", heading: "任务", text: "", leads: [], responsible: [], indicators: [houses])],
        rules: changes, waivers: waivers, reporting: Reporting(units: ["east", "west"])))
  }

  private func finding(_ rule: BuiltInRule = .notNumber, indicator: String? = "1-01") -> Finding {
    rule.finding(unit: "east", file: "东.xlsx", sheet: "填报表", cells: ["J7"], indicator: indicator, text: "约八成")
  }

  private func waiver(_ rule: String = "E02", unit: String? = "east", indicator: String? = nil, until: String) throws
    -> Waiver
  {
    Waiver(
      rule: rule, unit: unit, indicator: indicator, askedBy: "东县", approvedBy: "局长", why: "系统停用",
      until: try #require(CivilDate(until)), place: Self.place)
  }

  @Test func `without a plan's word findings stay as they are`() {
    #expect(catalogue().settled([finding()], in: Self.june) == [finding()])
    #expect(catalogue().problems == [])
  }

  @Test func `a rule is softened, switched off and dated`() {
    let soft = catalogue(change("E02") { $0.grade = .warning })
    #expect(soft.settled([finding()], in: Self.june).map(\.grade) == [.warning])
    #expect(soft.settled([finding()], in: Self.june).map(\.id) == ["E02"])
    let off = catalogue(change("E02") { $0.isOff = true })
    #expect(off.settled([finding(), finding(.approximate)], in: Self.june).map(\.id) == ["W08"])
    let later = catalogue(change("E02") { $0.validFrom = Period("2024-07") })
    #expect(later.settled([finding()], in: Self.june) == [])
    let ended = catalogue(change("E02") { $0.validUntil = Period("2024-05") })
    #expect(ended.settled([finding()], in: Self.june) == [])
    let within = catalogue(
      change("E02") { ($0.validFrom, $0.validUntil) = (Period("2024-06"), Period("2024Q2")) })
    #expect(within.settled([finding()], in: Self.june).count == 1)
  }

  @Test(
    arguments: [
      (.init(kinds: [.money]), 0), (.init(kinds: [.count]), 1), (.init(unitKinds: [.section]), 0),
      (.init(periods: [.quarter]), 0), (.init(indicators: ["1-01"]), 1), (.init(isPaced: false), 0),
    ] as [(RuleSource.Scope, Int)])
  func `a scope says of what a rule is asked`(scope: RuleSource.Scope, count: Int) {
    let narrowed = catalogue(change("E02") { $0.scope = scope })
    #expect(narrowed.rule("E02")?.scope.subject == .reading)
    #expect(narrowed.settled([finding()], in: Self.june).count == count)
  }

  @Test func `a trial is shown and not counted, up to its last period`() {
    let rules = catalogue(change("E02") { $0.trialUntil = Period("2024-06") })
    #expect(rules.settled([finding()], in: Self.june).map(\.resolution) == [.trial(until: Self.june)])
    #expect(rules.settled([finding()], in: Period("2024-07")!).map(\.resolution) == [.open])
  }

  @Test func `a waiver covers its rule, unit and indicator until its day`() throws {
    let last = try #require(CivilDate("2024-06-30"))
    for (waiver, isCovered) in [
      (try waiver(until: "2024-06-30"), true), (try waiver("actual-not-number", unit: nil, until: "2024-06-30"), true),
      (try waiver(indicator: "1-01", until: "2024-06-30"), true), (try waiver(until: "2024-06-29"), false),
      (try waiver(unit: "west", until: "2024-06-30"), false), (try waiver("E01", until: "2024-06-30"), false),
      (try waiver(indicator: "1-02", until: "2024-06-30"), false),
    ] {
      let resolution: Finding.Resolution = isCovered ? .waived(by: "局长", until: last) : .open
      #expect(
        catalogue(waivers: [waiver]).settled([finding()], in: Self.june).map(\.resolution) == [resolution], "\(waiver)")
    }
    let over = catalogue(waivers: [try waiver(until: "2024-05-31")])
    #expect(over.expiredWaivers(in: Self.june).count == 1 && over.expiredWaivers(in: Period("2024-05")!).isEmpty)
  }

  @Test func `an explanation answers what is to be explained, and nothing else`() {
    let findings = [finding(), finding(.approximate), finding(.normalized)]
    let settled = catalogue().settled(findings, in: Self.june) { _ in "按实有人数估算" }
    #expect(settled.map(\.resolution) == [.open, .explained("按实有人数估算"), .open])
    #expect(catalogue().settled(settled, in: Self.june) == settled)
  }

  @Test func `words come from the plan where it has its own`() {
    let rules = catalogue(
      change("E02") { ($0.message, $0.remedy) = ("{unit}的{indicator}{text}看不懂（{measure}）", "请改为{expected|整数}") })
    #expect(FindingWords(finding(), rules: rules).sentence() == "东县的适老化改造“约八成”看不懂（户），请改为整数。")
    #expect(FindingWords(finding(), rules: rules, language: .english).what == "东县的适老化改造“约八成”看不懂（户）")
  }

  @Test func `a rule of the plan's own needs its fields, and a built-in one keeps what it is`() {
    func problems(_ change: RuleChange) -> [String] {
      catalogue(change).problems.map { "\($0.code) \($0.found)" }
    }
    #expect(problems(change("X01") { $0.name = "own" }).count == 4)
    let own = change("X01") {
      ($0.name, $0.grade, $0.expression, $0.message, $0.remedy) = ("own", .error, "累计 > 0", "太少", "请核对")
    }
    #expect(problems(own) == [])
    #expect(catalogue(own).rule("own")?.id == "X01")
    var taken = own
    taken.name = "over-target"
    #expect(problems(taken) == ["nameTaken over-target"])
    var other = own
    (other.scope, other.scopeGivesSubject) = (.init(.reading), true)
    #expect(problems(other) == ["subject reading"])
    #expect(problems(change("E02") { $0.name = "other" }) == ["nameFixed actual-not-number"])
    #expect(
      problems(change("E02") { ($0.expression, $0.places) = ("累计 > 0", ["expression": Self.place]) })
        == ["observed expression"])
    for field in ["grade", "off", "trialUntil", "scope"] {
      #expect(problems(change("E22") { $0.places = ["id": Self.place, field: Self.place] }) == ["fixedRule \(field)"])
    }
    #expect(problems(change("E22") { ($0.message, $0.places) = ("不对", ["message": Self.place]) }) == [])
    #expect(problems(change("E02") { $0.message = "{colour}不对" }) == ["placeholder colour"])
  }

  @Test func `a waiver of no rule, or of one that cannot be waived, is a problem`() throws {
    for (rule, code) in [("E99", RuleProblem.Code.unknownRule), ("E20", .fixedRule)] {
      #expect(catalogue(waivers: [try waiver(rule, until: "2024-12-31")]).problems.map(\.code) == [code])
    }
  }

  @Test func `every problem has words and a place`() throws {
    let rules = catalogue(
      change("X01"), change("E22") { $0.places = ["off": Self.place] }, change("E02") { $0.message = "{colour}" },
      waivers: [try waiver("E99", until: "2024-12-31")])
    #expect(rules.problems.count == 8)
    for problem in rules.problems {
      #expect(problem.message(file: "plan.yaml", in: .chinese).hasPrefix("plan.yaml:3:5: 规则 \(problem.rule)："))
      #expect(problem.sentence(in: .english).count > 20)
    }
  }
}

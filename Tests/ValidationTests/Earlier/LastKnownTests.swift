import PlanModel
import Testing
import Validation

/// Sums, days and counts against the last period that is known.
@Suite struct LastKnownTests {
  /// What March's form says of itself, with January known and February not.
  @Test(
    arguments: [
      ("70", "75", ["W20 H7", "E04 J7"]), ("70", "95", ["W20 H7"]), ("90", "95", []), ("88", "88", []),
      ("90", "89", ["E04 J7"]),
    ] as [(String, String, [String])])
  func `a gap does not keep a sum from being compared`(previous: String, cumulative: String, expected: [String]) {
    for accumulation in [Indicator.Accumulation.cumulative, .flow, .list] {
      var sample = EarlierSample { $0.accumulation = accumulation }
      sample.period = Period("2024-03")!
      let current = FixedDecimal(Int(cumulative)! - Int(previous)!).shortest
      let january = sample.known("2024-01", sample.row(current: "88", cumulative: "88", file: "东县1月.xlsx"))
      let ids = sample.ids(
        sample.row(previous: previous, current: current, cumulative: cumulative), .init(known: ["1-01": [january]]))
      #expect(ids.filter { !$0.hasPrefix("W23") } == expected, "\(accumulation)")
    }
  }

  @Test func `the sentence names the cell, the earlier figure and where it stands`() {
    var sample = EarlierSample()
    sample.period = Period("2024-05")!
    let february = sample.known("2024-02", sample.row(cumulative: "33", file: "东县2月.xlsx"))
    let found = sample.findings(sample.row(previous: "12", cumulative: "20"), .init(known: ["1-01": [february]]))
    #expect(
      found.map(sample.sentence) == [
        "填报表!H7：上期累计12与报送过的33（2024年2月，东县2月.xlsx 填报表!J7）不一致，请核对；上期数有更正的，在“核实说明”写明。",
        "填报表!J7：累计完成20小于上期累计33（2024年2月，东县2月.xlsx 填报表!J7），请核对；确系核减的，在“核实说明”写明原因。",
      ])
  }

  @Test func `an explanation makes a fall across a gap a matter to be shown`() {
    let sample = EarlierSample()
    let march = sample.known("2024-03", sample.row(cumulative: "33", file: "东县3月.xlsx"))
    let row = sample.row(previous: "33", cumulative: "30", why: "核减重复登记3户")
    #expect(sample.ids(row, .init(known: ["1-01": [march]])) == ["W15 J7"])
    #expect(
      sample.ids(sample.row(cumulative: "30", why: "核减重复登记3户"), .init(known: ["1-01": [march]])) == ["W15 J7"])
  }

  @Test func `forms of longer periods are compared alike`() {
    var sample = EarlierSample { $0.frequency = .quarter }
    sample.period = Period("2024Q3")!
    let first = sample.known("2024Q1", sample.row(cumulative: "52", file: "东县一季度.xlsx"))
    #expect(
      sample.ids(sample.row(previous: "20", cumulative: "41"), .init(known: ["1-01": [first]])) == ["W20 H7", "E04 J7"])
  }

  @Test func `a level may fall, and a duty may not be done fewer times`() {
    let level = EarlierSample { $0.accumulation = .level }
    let march = level.known("2024-03", level.row(cumulative: "52"))
    #expect(level.ids(level.row(cumulative: "41"), .init(known: ["1-01": [march]])) == [])
    let duty = EarlierSample { ($0.role, $0.kind, $0.accumulation) = (.mechanism, .milestone, .flow) }
    let fourth = duty.known("2024-04", duty.row(current: "2024-04-10", cumulative: "4"))
    let row = duty.row(previous: "1", current: "2024-06-12", cumulative: "2")
    #expect(duty.ids(row, .init(known: ["1-01": [fourth]])) == ["W20 H7", "W52 J7"])
  }

  @Test(
    arguments: [
      ("2024-03-18", "推进中", ["W50 J7"]), ("2024-03-18", "未启动", ["W50 J7"]), ("2024-03-18", "2024-03-18", []),
      ("2024-03-18", "2024-03-19", ["W51 J7"]), ("2024-03", "2024-03-19", []), ("2024-03-18", "2024-03", []),
      ("2024-03", "2024-04-02", ["W51 J7"]), ("推进中", "2024-06-03", []), ("推进中", "推进中", []),
      ("2024-03-18", "—", ["E11 J7"]), ("推进中", "—", []),
    ] as [(String, String, [String])])
  func `what was done stays done, on its day`(before: String, now: String, expected: [String]) {
    let sample = EarlierSample { ($0.kind, $0.accumulation, $0.comparator) = (.milestone, .milestone, .complete) }
    let march = sample.known("2024-03", sample.row(cumulative: before, file: "东县3月.xlsx"))
    #expect(sample.ids(sample.row(cumulative: now), .init(known: ["1-01": [march]])) == expected)
  }

  @Test func `what was taken back is asked about until a form says why`() {
    let sample = EarlierSample { ($0.kind, $0.accumulation, $0.comparator) = (.milestone, .milestone, .complete) }
    let march = sample.known("2024-03", sample.row(cumulative: "2024-03-18", file: "东县3月.xlsx"))
    let silent = sample.known("2024-04", sample.row(cumulative: "推进中", file: "东县4月.xlsx"))
    let told = sample.known("2024-05", sample.row(cumulative: "推进中", why: "验收未通过，退回重做", file: "东县5月.xlsx"))
    let now = sample.row(cumulative: "推进中")
    let asked = sample.findings(now, .init(known: ["1-01": [silent, march]]))
    #expect(
      asked.map(sample.sentence) == [
        "填报表!J7：累计完成填的是“推进中”，但以前报的是已办结：2024-03-18（2024年3月，东县3月.xlsx 填报表!J7），请核对；确系撤回的，在“核实说明”写明原因。"
      ])
    #expect(sample.ids(now, .init(known: ["1-01": [told, silent, march]])) == [])
  }

  private static let due: [(EarlierSample, String)] = [
    (EarlierSample { $0.allocation = ["east": 12] }, "分解数12户"),
    (EarlierSample { ($0.value, $0.reportedBy) = (40, ["east"]) }, "应完成40户"),
    (EarlierSample { $0.deadline = .init(date: CivilDate("2024-11-30")!, isStated: true) }, "期限2024-11-30"),
    (EarlierSample { $0.accumulation = .flow }, "上期累计7户"), (EarlierSample { $0.accumulation = .level }, "上期累计7户"),
  ]

  @Test(arguments: due)
  func `a dash does not make an item vanish that is due`(sample: EarlierSample, reason: String) {
    let row = sample.row(
      previous: reason.hasPrefix("上期") ? "7" : "0", current: "—", cumulative: "—")
    let found = sample.findings(row, .init())
    #expect(found.map(\.id) == ["E11"] && found.map(\.expected) == [reason])
  }

  @Test func `a dash is taken where nothing was ever asked or reported`() {
    let sample = EarlierSample { $0.accumulation = .flow }
    let may = sample.known("2024-05", sample.row(current: "0", cumulative: "0"))
    let row = sample.row(previous: "0", current: "—", cumulative: "—")
    #expect(sample.ids(row, .init(known: ["1-01": [may]])) == [])
    let april = sample.known("2024-04", sample.row(current: "3", cumulative: "3"))
    #expect(sample.ids(row, .init(known: ["1-01": [may, april]])) == ["E11 I7"])
  }

  @Test(arguments: [("1120", true), ("1088", false), ("780", false)])
  func `the last month of a quarter that holds the sum of all three is asked about`(june: String, isAsked: Bool) {
    let sales = EarlierSample { ($0.kind, $0.accumulation, $0.measure) = (.money, .flow, "万元") }
    let known = [
      sales.known("2024-05", sales.row(previous: "1900", current: "390", cumulative: "2290")),
      sales.known("2024-04", sales.row(previous: "1510", current: "390", cumulative: "1900")),
    ]
    let row = sales.row(previous: "2290", current: june, cumulative: "\(2290 + Int(june)!)")
    let found = sales.findings(row, .init(known: ["1-01": known])).filter { $0.id == "W56" }
    #expect(found.map(\.expected) == (isAsked ? ["本季前两个月之和780"] : []))
  }
}

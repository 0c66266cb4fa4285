import PlanModel
import Testing
import Validation

/// W04: amounts that were written in another unit of measure, and amounts that only look odd.
@Suite struct AmountScaleTests {
  /// What is said of the last month of a series: the months' own amounts, from January on, and the year's share.
  private func isDoubted(_ amounts: [String], goal: String?, accumulation: Indicator.Accumulation = .flow) -> Bool {
    var sample = EarlierSample { indicator in
      (indicator.kind, indicator.accumulation, indicator.measure, indicator.places) = (.money, accumulation, "万元", 2)
      if let goal { (indicator.value, indicator.allocation) = (FixedDecimal(goal)!, ["east": FixedDecimal(goal)!]) }
    }
    var (sum, rows) = (FixedDecimal.zero, [Submission.Row]())
    for text in amounts {
      let before = sum
      // The texts are literals of this file: one that is no number is a slip in the test, and stops it.
      sum = try! sum.adding(FixedDecimal(text)!)
      rows.append(sample.row(previous: before.shortest, current: text, cumulative: sum.shortest))
    }
    sample.period = Period(kind: .month, year: 2024, ordinal: amounts.count)!
    let known = rows.dropLast().enumerated().map { sample.known("2024-0\($0 + 1)", $1) }
    return sample.findings(rows.last!, .init(known: ["1-01": known.reversed()])).contains { $0.id == "W04" }
  }

  static let slips: [(String, [String], String?)] = [
    ("元 in the first month", ["31250000"], "38000"), ("亿元 in the first month", ["0.31"], "38000"),
    ("千元 in the first month", ["3125000"], "38000"), ("百 in the first month", ["312500"], "38000"),
    ("元 and 亿元 at once", ["310000000000"], "38000"), ("4 for 40,000", ["3900", "4100", "3"], "40000"),
    ("元 after two months", ["3125.5", "2980", "30125000"], "38000"),
    ("元, no share", ["3125.5", "2980", "30125000"], nil),
    ("亿元 after one month", ["3125.5", "0.298"], "38000"),
    ("亿元 after four", ["310", "295", "331", "270", "0.0305"], nil),
    ("百万 after three even months", ["310", "295", "331", "3.05"], "4000"),
    ("百 after three even months", ["310", "295", "331", "30500"], "40000"),
    ("千元 after one month", ["3125.5", "2980000"], "38000"), ("千 too small", ["3125.5", "3010", "2.98"], nil),
    ("亿元 after lumpy months", ["1180", "36", "795", "0.09"], nil), ("元 of a small sum", ["1.2", "0.9", "11000"], "15"),
  ]

  @Test(arguments: slips)
  func `an amount in another unit of measure is asked about`(name: String, amounts: [String], goal: String?) {
    #expect(isDoubted(amounts, goal: goal))
    #expect(isDoubted(amounts, goal: goal, accumulation: .cumulative))
  }

  static let plausible: [(String, [String], String?)] = [
    ("even", ["3105", "3250.5", "2990"], "38000"), ("slow start", ["40", "55", "900"], "38000"),
    ("season ends", ["520", "470", "310", "22", "3"], "1500"), ("season begins", ["0", "0", "4", "35", "410"], "1500"),
    ("lumpy", ["0", "1180", "0", "0", "36", "795"], "3000"),
    ("one advance, then the main payment", ["0.4", "380"], "900"),
    ("one large payment, then small ones", ["860", "12", "2.5"], "1000"), ("zero months", ["0", "0", "0"], "38000"),
    ("nothing, then something", ["0", "0", "18"], "200"), ("a small share", ["0.2", "0.05", "0.6"], "2"),
    ("a small share, passed", ["1.1", "1.6", "0.9", "2.4"], "2"), ("a small share at once", ["2"], "2"),
    ("no share, first month", ["3105"], nil), ("no share, growing", ["12", "48", "190"], nil),
    ("ends of the year", ["80", "95", "88", "70", "102", "640"], "1200"),
    ("a correction", ["310", "295", "-20"], "4000"),
    ("double", ["310", "295", "620"], "4000"), ("a tenth", ["310", "295", "31"], "4000"),
    ("ten times", ["31", "29.5", "310"], "4000"), ("first month behind", ["12"], "4000"),
  ]

  @Test(arguments: plausible)
  func `an amount that is only uneven is left alone`(name: String, amounts: [String], goal: String?) {
    for count in 1...amounts.count {
      #expect(!isDoubted(Array(amounts.prefix(count)), goal: goal), "\(amounts.prefix(count))")
    }
  }

  @Test func `a level and a length are looked at alike, a floor may be passed many times`() {
    let level = EarlierSample { ($0.kind, $0.accumulation, $0.measure) = (.money, .level, "万元") }
    let may = level.known("2024-05", level.row(cumulative: "5120"))
    #expect(level.ids(level.row(cumulative: "51800000"), .init(known: ["1-01": [may]])) == ["W04 J7"])
    #expect(level.ids(level.row(cumulative: "5180"), .init(known: ["1-01": [may]])) == [])
    #expect(level.ids(level.row(cumulative: "0"), .init(known: ["1-01": [may]])) == ["W04 J7"])
    let road = EarlierSample { ($0.kind, $0.measure, $0.value, $0.allocation) = (.length, "公里", 12, ["east": 12]) }
    let row = road.row(previous: "0", current: "1200", cumulative: "1200")
    #expect(road.ids(row, .init()).contains("W04 J7"))
    let floor = EarlierSample { ($0.kind, $0.measure, $0.value, $0.aggregate) = (.money, "万元", 20, .eachUnitMeets) }
    #expect(
      floor.ids(floor.row(previous: "0", current: "150", cumulative: "150"), .init()).filter { $0.hasPrefix("W04") }
        == [])
  }

  @Test(arguments: [
    ("44", "352", true), ("44", "351", false), ("352", "44", true), ("352", "45", false), ("98", "0", true),
    ("6", "49", false),
    ("6", "50", true), ("10", "0", true), ("9", "0", false), ("0", "0", false), ("0", "98", false),
  ])
  func `a level of anything countable that moves eight times is asked about`(may: String, june: String, isAsked: Bool) {
    let beds = EarlierSample { ($0.kind, $0.accumulation, $0.measure) = (.count, .level, "张") }
    let known = beds.known("2024-05", beds.row(cumulative: may))
    let found = beds.ids(beds.row(cumulative: june), .init(known: ["1-01": [known]]))
    #expect(found == (isAsked ? ["W57 J7"] : []), "\(found)")
  }

  @Test func `a count is held against earlier ones only, and nothing less than eight times is asked about`() {
    let beds = EarlierSample {
      ($0.kind, $0.accumulation, $0.measure, $0.value, $0.allocation) = (.count, .level, "张", 10, ["east": 10])
    }
    let row = beds.row(cumulative: "350")
    #expect(!beds.ids(row, .init()).contains { $0.hasPrefix("W57") })
    let known = [beds.known("2024-05", beds.row(cumulative: "45")), beds.known("2024-04", beds.row(cumulative: "44"))]
    #expect(!beds.ids(row, .init(known: ["1-01": known])).contains { $0.hasPrefix("W57") })
  }

  @Test(arguments: [
    ("97.5", "0", true), ("97.5", "12", true), ("97.5", "12.5", false), ("1.2", "0", false), ("1.2", "96", false),
  ])
  func `a large rate that vanishes is asked about`(may: String, june: String, isAsked: Bool) {
    let rate = EarlierSample { ($0.kind, $0.accumulation, $0.measure, $0.places) = (.ratio, .level, "%", 1) }
    let known = rate.known("2024-05", rate.row(cumulative: may))
    #expect(
      rate.ids(rate.row(cumulative: june), .init(known: ["1-01": [known]])).filter { $0.hasPrefix("W57") }
        == (isAsked ? ["W57 J7"] : []))
  }

  @Test func `the sentence names the months that it is compared with`() {
    var sample = EarlierSample { ($0.kind, $0.accumulation, $0.measure) = (.money, .flow, "万元") }
    sample.period = Period("2024-03")!
    let known = [
      sample.known("2024-02", sample.row(current: "2980", cumulative: "6105.5")),
      sample.known("2024-01", sample.row(current: "3125.5", cumulative: "3125.5")),
    ]
    let row = sample.row(previous: "6105.5", current: "0.3", cumulative: "6105.8")
    #expect(
      sample.findings(row, .init(known: ["1-01": known])).map(sample.sentence) == [
        "填报表!I7：本期完成0.3与前期、应完成数或目标的2980～3125.5相差悬殊，可能不是按“万元”填的，请核对计量单位；属实的，在“核实说明”写明原因。"
      ])
  }
}

import PlanModel
import SpreadsheetML
import Testing
import Validation

@testable import Forms

@Suite struct NumberReaderTests {
  private func cell(_ value: CellValue?, percentage: Bool = false, formula: String? = nil) -> SourceCell {
    SourceCell(
      reference: CellReference(row: 0, column: 0), value: value, formula: formula, isPercentage: percentage,
      lacksResult: formula != nil && value == nil)
  }

  /// `1205 normalized`, `notApplicable`, `- actual-not-number`.
  private func line(_ understood: CellInterpretation) -> String {
    let figure =
      switch understood.figure {
      case .decimal(let value): value.shortest
      case .blank: "-"
      case .nilReturn: "nil"
      case .notApplicable: "n/a"
      case .text(let text): text
      case .date(let day, let precision): "\(day) \(precision)"
      }
    return ([figure] + understood.remarks.map(\.rule.rawValue)).joined(separator: " ")
  }

  @Test(arguments: [
    // M01, M02, M08, M22, M23
    ("1780", "户", "1780 normalized"), ("１７８０", "户", "1780 normalized"), ("６５％", "%", "65 normalized"),
    ("1,780", "户", "1780 normalized"), ("1，780", "户", "1780 normalized"), ("1 780", "户", "1780 normalized"),
    ("1,234,567.5", "万元", "1234567.5 normalized"), ("\u{3000}312\u{A0}", "户", "312 normalized"),
    ("3\u{200B}12\n", "户", "312 normalized"), ("31\n户", "户", "31 normalized"),
    ("\u{202E}298", "户", "- actual-not-number"),
    ("\u{202D}298\u{202C}", "户", "298 normalized"), ("1\n780", "户", "- actual-not-number"),
    ("1.780", "户", "- ambiguous-number"), ("1.785", "万元", "1.785 normalized"), ("1,78", "户", "- range-not-taken"),
    ("1、780", "户", "- range-not-taken"), ("1,780,5", "户", "- range-not-taken"), ("12 30", "户", "- actual-not-number"),
    ("0780", "户", "- actual-not-number"),
    // M03
    ("1780户", "户", "1780 normalized"), ("4.2亿", "万元", "42000 normalized"), ("4亿元", "万元", "40000 normalized"),
    ("30万元", "万元", "30 normalized"), ("30万", "万元", "30 normalized"), ("300000元", "万元", "30 normalized"),
    ("30家", "个", "30 normalized"), ("30公里", "户", "- unit-of-measure-not-convertible"), ("500米", "公里", "0.5 normalized"),
    ("31（户）", "户", "31 normalized"), ("0.5 (万家)", "户", "5000 normalized"), ("3（万）", "户", "- actual-not-number"),
    ("3千", "万元", "- ambiguous-number"), ("3千", "元", "3000 normalized"), ("三千", "万元", "3000 normalized"),
    ("1.2万户", "户", "12000 normalized"), ("3千万元", "万元", "3000 normalized"), ("1.2万场", "场", "12000 normalized"),
    ("31人", "人次", "- unit-of-measure-not-convertible"), ("12户", "人", "- unit-of-measure-not-convertible"),
    ("60华里", "公里", "- unit-of-measure-not-convertible"), ("3512万美元", "万元", "- unit-of-measure-not-convertible"),
    ("60000M", "米", "- unit-of-measure-not-convertible"), ("5千瓦时", "千瓦时", "5 normalized"),
    // M04, M05
    ("约30", "户", "30 approximate-value"), ("近100张", "张", "100 approximate-value"),
    ("超200张", "张", "200 approximate-value"), ("约30余户", "户", "30 approximate-value"),
    ("30余户", "户", "30 approximate-value"), ("约8成", "%", "80 approximate-value"), ("六成五", "%", "65 normalized"),
    ("八成", "%", "80 normalized"), ("4-5家", "家", "- range-not-taken"), ("1,2或3", "个", "- range-not-taken"),
    ("4~5", "家", "- range-not-taken"), ("250—300", "户", "- range-not-taken"), ("3百户", "户", "300 normalized"),
    ("1千米", "公里", "1 normalized"), ("不足30户", "户", "- actual-not-number"), ("还差31户", "户", "- actual-not-number"),
    ("减少5户", "户", "- actual-not-number"), ("计划2个", "个", "- actual-not-number"),
    ("未完成5家", "家", "- actual-not-number"), ("撤销3个", "个", "- actual-not-number"),
    // M07
    ("65%", "%", "65 normalized"), ("65", "%", "65 normalized"), ("0.65", "%", "- suspected-fraction"),
    ("0.65%", "%", "0.65 normalized"), ("1", "%", "- ambiguous-number"), ("百分之六十五", "%", "65 normalized"),
    ("65%", "户", "- unit-of-measure-not-convertible"), ("三成", "户", "- unit-of-measure-not-convertible"),
    // M09, M10
    ("已完成1205户", "户", "1205 number-among-words"), ("累计完成1205", "户", "1205 number-among-words"),
    ("已改造1205户", "户", "- actual-not-number"), ("见附件8", "户", "- actual-not-number"),
    ("四季度完成", "户", "- actual-not-number"), ("31户（含续建）", "户", "- actual-not-number"),
    ("已完成1205户,其中陆丰350户", "户", "- actual-not-number"),
    ("无", "户", "nil nil-return"), ("/", "户", "n/a"), ("—", "户", "n/a"), ("－", "户", "n/a"), ("  ", "户", "-"),
    ("暂无数据", "户", "- actual-not-number"), ("约八成", "户", "- unit-of-measure-not-convertible"),
    // M42
    ("(45)", "户", "-45 negative-in-brackets"), ("（45）个", "个", "-45 negative-in-brackets"),
    ("(45个)", "个", "-45 negative-in-brackets"), ("负45", "户", "-45 negative-in-brackets"),
    ("△45", "户", "-45 negative-in-brackets"), ("▲45户", "户", "-45 negative-in-brackets"),
    ("—45", "户", "-45 negative-in-brackets"), ("﹣45", "户", "-45 normalized"), ("45-", "户", "-45 negative-in-brackets"),
    ("-45", "户", "-45 normalized"), ("－45", "户", "-45 normalized"), ("+45", "户", "- actual-not-number"),
    ("(-45)", "户", "- actual-not-number"),
    // M48, M49
    ("三十五", "户", "35 normalized"), ("一千二百", "户", "1200 normalized"), ("两千五百", "户", "2500 normalized"),
    ("二〇二四", "户", "2024 normalized"), ("一八〇", "户", "180 normalized"), ("二〇", "户", "20 normalized"),
    ("两户", "户", "2 normalized"), ("三十多户", "户", "30 approximate-value"), ("三百零五户", "户", "305 normalized"),
    ("一百二", "户", "- ambiguous-number"), ("两千五", "户", "- ambiguous-number"), ("三五户", "户", "- range-not-taken"),
    ("二三十", "户", "- range-not-taken"), ("十七八个", "个", "- range-not-taken"), ("三六五", "户", "- actual-not-number"),
    ("一直在推进", "户", "- actual-not-number"), ("十分顺利", "户", "- actual-not-number"),
    ("三万", "万元", "3 normalized"), ("一万二千", "万元", "- ambiguous-number"), ("一万二千元", "万元", "1.2 normalized"),
    ("1O", "户", "- actual-not-number"), ("l2", "户", "- actual-not-number"), ("8¹", "户", "- actual-not-number"),
    ("六亿八千九百万户", "户", "689000000 normalized"), ("一亿零五百万", "万元", "- ambiguous-number"),
    ("一亿零五百万元", "万元", "10500 normalized"), ("七万四千", "元", "74000 normalized"), ("零件", "件", "- actual-not-number"),
    ("（一）", "户", "- actual-not-number"), ("-零成八", "%", "- actual-not-number"), ("-六成五", "%", "-65 normalized"),
    ("5万", "万人", "- ambiguous-number"),
    ("5千", "千米", "- ambiguous-number"), ("3万亿元", "亿元", "- actual-not-number"), ("5万元/月", "元/月", "50000 normalized"),
    ("5万%", "%", "- actual-not-number"), ("三万余户", "户", "30000 approximate-value"), ("50000户", "万户", "5 normalized"),
    ("1.234万户", "户", "12340 normalized"), ("七-", "户", "- actual-not-number"), ("\u{F9B2}", "户", "- actual-not-number"),
    ("5人", "万", "- unit-of-measure-not-convertible"), ("5", "万", "5 normalized"), ("三万五千", "万户", "- ambiguous-number"),
    ("五千", "千米", "- ambiguous-number"), ("-4百", "百分点", "-400 normalized"), ("3万余", "户", "30000 approximate-value"),
    // What is left at the ends, and what is no number at all
    ("198。", "户", "198 normalized"), ("650元", "元/月", "650 normalized"),
    ("暂无", "户", "nil nil-return"), ("N/A", "户", "n/a"), ("空", "户", "-"),
    ("1e5", "户", "- actual-not-number"), ("9999999999999999999", "户", "- actual-not-number"),
    ("#REF!", "户", "- actual-not-number"),
  ])
  func `typed text is understood in one way, or not taken`(text: String, measure: String, expected: String) {
    #expect(line(NumberReader(measure: measure).read(cell(.string(text)))) == expected)
  }

  @Test(arguments: [
    ("1O", "O"), ("还差31户", "还"), ("31户（含续建）", "("), ("十分顺利", "分"), ("约", "约"), ("31,户", ","), ("百姓", "百"),
    ("三百二百", "二"), ("(45", "("),
  ])
  func `what does not fit is named`(text: String, character: String) {
    let remark = NumberReader(measure: "户").read(cell(.string(text))).remarks.first
    #expect(remark?.rule == .notNumber && remark?.value == character)
  }

  @Test(arguments: [
    ("1.780", "1.78 / 1780"), ("一百二", "102 / 120"), ("三万五", "30005 / 35000"), ("-1.780", "-1.78 / -1780"),
  ])
  func `both readings of a text are named`(text: String, readings: String) {
    let remark = NumberReader(measure: "户").read(cell(.string(text))).remarks.first
    #expect(remark?.rule == .ambiguousNumber && remark?.value == readings)
  }

  @Test func `a word for what was done since January does not stand in a column for the period's own`() {
    let reader = NumberReader(measure: "户", takesCumulative: false)
    #expect(line(reader.read(cell(.string("累计31户")))) == "- actual-not-number")
    #expect(line(reader.read(cell(.string("完成31户")))) == "31 number-among-words")
  }

  @Test(arguments: [
    ("31万", "公里", "米", "310"), ("7万", "件", "美元", "- foreign"), ("5000000", "万元", "元", "500"), ("3万", "万元", "元", "3"),
    ("七万八千", "元", "万元", "- two"), ("500万元", "万元", "元", "500"), ("5万", "户", "万", "- foreign"),
    ("5", "吨", "万吨", "50000"), ("31万", "万元/亩", "万元", "31"), ("三万五千", "万元/亩", "万元", "- foreign"),
  ])
  func `numbers without a unit stand in that of the sheet`(
    text: String, measure: String, bare: String, expected: String
  ) {
    let said =
      switch QuantityGrammar(measure: measure, bareMeasure: bare).read(text) {
      case .quantity(let quantity): quantity.value.shortest
      case .foreignMeasure: "- foreign"
      case .ambiguous: "- two"
      default: "-"
      }
    #expect(said == expected)
  }

  @Test(arguments: [(360.5, "- fraction-of-whole-thing"), (360, "360")])
  func `things that come whole have no halves`(number: Double, expected: String) {
    let reader = NumberReader(measure: "户", takesFractions: false)
    #expect(line(reader.read(cell(.number(number)))) == expected)
  }

  @Test func `a number that is shown as a date is asked about`() {
    let stored = SourceCell(
      reference: CellReference(row: 0, column: 0), value: SerialDate(31).dateValue, rawNumber: 31, formula: nil,
      isPercentage: false, lacksResult: false)
    #expect(line(NumberReader(measure: "户").read(stored)) == "- figure-in-date-format")
  }

  @Test(arguments: [
    (0.65, true, "%", "65"), (65, false, "%", "65"), (0.65, false, "%", "- suspected-fraction"),
    (1, false, "%", "- ambiguous-number"), (0.0031, true, "%", "0.31"),
    (0, false, "%", "0"), (1780, false, "户", "1780"), (0.5, true, "户", "- unit-of-measure-not-convertible"),
    (1e300, false, "户", "- actual-not-number"), (0.1 + 0.2, false, "万元", "0.3"),
    (820.0000000000005, false, "万元", "820"), (-74.70000000000005, false, "万元", "-74.7"),
    (0.123456789012345, false, "万元", "0.123456789012345"), (1234.5, false, "万元", "1234.5"),
  ])
  func `a number counts by its format and the column's unit`(
    number: Double, percentage: Bool, measure: String, expected: String
  ) {
    #expect(line(NumberReader(measure: measure).read(cell(.number(number), percentage: percentage))) == expected)
  }

  @Test func `what is no number goes back, and a formula's noise is cut`() {
    let reader = NumberReader(measure: "户")
    #expect(line(reader.read(cell(.error("#DIV/0!")))) == "- formula-error")
    #expect(line(reader.read(cell(nil, formula: "[1]Sheet1!B3"))) == "- formula-error")
    #expect(line(reader.read(cell(nil))) == "-")
    #expect(line(reader.read(cell(.boolean(true)))) == "- actual-not-number")
    let sum = reader.read(cell(.number(0.1 + 0.2), formula: "A1+A2"))
    #expect(line(sum) == "0.3" && sum.normalizations.map(\.rule) == ["fifteen-digits"])
  }

  @Test(arguments: [
    ("2024.6.30", "2024-06-30 day text-date-converted"), ("2024/6/30", "2024-06-30 day text-date-converted"),
    ("2024年6月30日", "2024-06-30 day text-date-converted"),
    ("20240630", "2024-06-30 day text-date-converted"), ("24.6.30", "2024-06-30 day text-date-converted"),
    ("6月30日", "2024-06-30 day text-date-converted"),
    ("２０２４-06-30", "2024-06-30 day"), ("2024年6月", "2024-06-30 month text-date-converted"),
    ("2024年底", "2024-12-31 year text-date-converted"),
    ("6月底", "2024-06-30 month text-date-converted"), ("2024年5月末", "2024-05-31 month text-date-converted"),
    ("推进中", "推进中"),
    ("推进中。", "推进中"), ("未启动", "未启动"),
    ("—", "n/a"), ("", "-"), ("已完成", "- not-a-date"), ("2024-02-30", "- not-a-date"),
    ("六月", "2024-06-30 month text-date-converted"), ("2024-06-18 00:00:00", "2024-06-18 day text-date-converted"),
    ("2024/6/18 9:30", "2024-06-18 day text-date-converted"),
    ("2024-06-18T09:30:00", "2024-06-18 day text-date-converted"),
    ("2024年6月18号", "2024-06-18 day text-date-converted"), ("二〇二四年六月十八日", "2024-06-18 day text-date-converted"),
    ("2024年元月8日", "2024-01-08 day text-date-converted"), ("6月18日（周二）", "2024-06-18 day text-date-converted"),
    ("6月18日 星期二", "2024-06-18 day text-date-converted"), ("6月18日（周五）", "- not-a-date"),
    ("06/07/24", "- ambiguous-number"), ("7/5/24", "- ambiguous-number"),
    ("18/6/2024", "2024-06-18 day text-date-converted"),
    ("24/5/24", "2024-05-24 day text-date-converted"), ("2024.1", "- ambiguous-number"),
    ("2024.10", "- ambiguous-number"),
    ("2024-1", "2024-01-31 month text-date-converted"), ("6月18日前", "- not-a-date"), ("已于6月18日办结", "- not-a-date"),
    ("2024-6/18", "- not-a-date"), ("2024-06-18 25:00", "- not-a-date"),
    ("第二季度", "2024-06-30 quarter text-date-converted"),
  ])
  func `a typed day is understood`(text: String, expected: String) throws {
    let reader = DateReader(period: try #require(Period("2024-06")), example: "2024-06-30")
    #expect(line(reader.read(cell(.string(text)))) == expected)
  }

  @Test(arguments: [
    (45473.0, "2024-06-30 day normalized"), (2024.6, "2024-06-30 month text-date-converted"),
    (2024.1, "- ambiguous-number"), (7.0, "- not-a-date"),
  ])
  func `a number in a column for days`(number: Double, expected: String) throws {
    let reader = DateReader(period: try #require(Period("2024-06")), example: "2024-06-30")
    #expect(line(reader.read(cell(.number(number)))) == expected)
  }

  @Test(arguments: [
    ("1924-07-15", "- implausible-day"), ("2014年1月18日", "- implausible-day"), ("2023-12-31", "- implausible-day"),
    ("2024-01-01", "2024-01-01 day"), ("2042-01-18", "2042-01-18 day"),
  ])
  func `a day before the plan's year is asked about`(text: String, expected: String) throws {
    let reader = DateReader(
      period: try #require(Period("2024-06")), example: "2024-06-30",
      earliest: CivilDate(year: 2024, month: 1, day: 1))
    #expect(line(reader.read(cell(.string(text)))) == expected)
  }

  @Test func `a month typed as a number into a cell for days is that month`() throws {
    let reader = DateReader(period: try #require(Period("2024-06")), example: "2024-06-30")
    let stored = SerialDate(2024.6).dateValue
    let cell = SourceCell(
      reference: CellReference(row: 0, column: 0), value: stored, rawNumber: 2024.6, formula: nil, isPercentage: false,
      lacksResult: false)
    #expect(line(reader.read(cell)) == "2024-06-30 month text-date-converted")
  }

  /// A stored number as a format shows it.
  private func cell(_ number: Double, as code: String) -> SourceCell {
    let display = NumberFormat(code: code).display(of: number)
    return SourceCell(
      reference: CellReference(row: 0, column: 0), value: .number(number), rawNumber: number, formula: nil,
      isPercentage: display.isPercentage, lacksResult: false, display: display.isAsStored ? nil : display)
  }

  @Test(arguments: [
    (0.65, "0%", "%", "65"), (0.65, "-0%", "%", "- shown-otherwise"), (0.65, "(0%)", "%", "- shown-otherwise"),
    (0.65, "0%+", "%", "- shown-otherwise"), (0.65, "0%\"左右\"", "%", "65 approximate-value"),
    (31.5, "0\"万元\"", "万元", "31.5"), (31.5, "-0\"万元\"", "万元", "- shown-otherwise"),
    (2.86, "¥0.00", "万元", "2.86"), (2.86, "-¥0.00", "万元", "- shown-otherwise"),
    (2.86, "(¥0.00)", "万元", "- shown-otherwise"), (2.86, "-人民币0", "万元", "- shown-otherwise"),
    (30.5, "-已完成0", "万元", "- shown-otherwise"), (-2.86, "¥#,##0.00;-¥#,##0.00", "万元", "-2.86"),
    (-2.86, "¥#,##0.00_);(¥#,##0.00)", "万元", "-2.86"), (-3, "#,##0;\"△ \"#,##0", "万元", "-3"),
    (-3, "#,##0;#,##0", "万元", "- shown-otherwise"), (3, "0+", "万元", "- shown-otherwise"), (1200, "0.0E+0", "户", "1200"),
    (0, "0;-0;\"—\"", "户", "0"), (0, "_ \"¥\"* #,##0_ ;_ \"¥\"* \\-#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ ", "万元", "0"),
    (0, "0;-0;\"-户\"", "户", "0"), (0, "0;-0;\"未报\"", "户", "- shown-otherwise"),
  ])
  func `a number is taken as it is seen, sign and all`(number: Double, code: String, measure: String, wanted: String) {
    #expect(line(NumberReader(measure: measure).read(cell(number, as: code))) == wanted, "\(code)")
  }

  @Test(arguments: [
    ("General", true), ("0", true), ("#,##0", true), ("\"未启动\"", false), ("0\"+\"", false), ("0\" \"0", false),
    (";;;", false),
    ("-0", false), ("[=0]\"\";yyyy-mm-dd", true),
  ])
  func `a day that lost its format is taken where the number is seen`(code: String, isTaken: Bool) {
    let read = DateReader(period: FormSample.june, example: "").read(cell(45_461, as: code))
    #expect((read.figure.date != nil) == isTaken)
    #expect(isTaken || read.remarks.map(\.rule) == [.shownOtherwise])
  }
}

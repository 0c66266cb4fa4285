import PlanModel
import SpreadsheetML
import Testing
import Validation

@testable import Forms

@Suite struct NumberReaderTests {
  private func cell(_ value: CellValue?, percentage: Bool = false, formula: String? = nil) -> FoundCell {
    FoundCell(
      reference: CellReference(row: 0, column: 0), value: value, formula: formula, isPercentage: percentage,
      lacksResult: formula != nil && value == nil)
  }

  /// `1205 normalized`, `notApplicable`, `- actual-not-number`.
  private func line(_ understood: Understood) -> String {
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
    ("1,234,567.5", "户", "1234567.5 normalized"), ("\u{3000}312\u{A0}", "户", "312 normalized"),
    ("3\u{200B}12\n", "户", "312 normalized"),
    ("1.780", "户", "1.78 ambiguous-number"), ("1,78", "户", "- range-not-taken"),
    // M03
    ("1780户", "户", "1780 normalized"), ("4.2亿", "万元", "42000 normalized"), ("4亿元", "万元", "40000 normalized"),
    ("30万元", "万元", "30 normalized"), ("30万", "万元", "30 normalized"), ("300000元", "万元", "30 normalized"),
    ("30家", "个", "30 normalized"), ("30公里", "户", "- unit-of-measure-not-convertible"), ("500米", "公里", "0.5 normalized"),
    ("1.2万户", "户", "12000 normalized"),
    // M04, M05
    ("约30", "户", "30 approximate-value"), ("近100张", "张", "100 approximate-value"),
    ("超200张", "张", "200 approximate-value"),
    ("30余户", "户", "30 approximate-value"), ("约8成", "%", "80 approximate-value"), ("六成五", "%", "65 normalized"),
    ("八成", "%", "80 normalized"), ("4-5家", "家", "- range-not-taken"), ("1,2或3", "个", "- range-not-taken"),
    ("4~5", "家", "- range-not-taken"), ("250—300", "户", "- range-not-taken"), ("3百户", "户", "300 normalized"),
    ("1千米", "公里", "1 normalized"),
    // M07
    ("65%", "%", "65 normalized"), ("65", "%", "65 normalized"), ("0.65", "%", "65 suspected-fraction"),
    ("1", "%", "1 ambiguous-number"),
    // M09, M10
    ("已完成1205户", "户", "1205 number-among-words"), ("已完成1205户,其中陆丰350户", "户", "- actual-not-number"),
    ("无", "户", "nil nil-return"), ("/", "户", "n/a"), ("—", "户", "n/a"), ("－", "户", "n/a"), ("  ", "户", "-"),
    ("暂无数据", "户", "- actual-not-number"), ("约八成", "户", "- unit-of-measure-not-convertible"),
    // M42 and what is no number at all
    ("(45)", "户", "-45 negative-in-brackets"), ("-45", "户", "-45 normalized"), ("三十五", "户", "35 normalized"),
    ("198。", "户", "198 normalized"), ("650元", "元/月", "650 normalized"),
    ("暂无", "户", "nil nil-return"), ("N/A", "户", "n/a"), ("空", "户", "-"),
    ("1e5", "户", "- actual-not-number"), ("9999999999999999999", "户", "- actual-not-number"),
    ("#REF!", "户", "- actual-not-number"),
  ])
  func `typed text is understood in one way, taken with a warning, or sent back`(
    text: String, measure: String, expected: String
  ) {
    #expect(line(NumberReader(measure: measure).read(cell(.string(text)))) == expected)
  }

  @Test(arguments: [
    (0.65, true, "%", "65"), (65, false, "%", "65"), (0.65, false, "%", "65 suspected-fraction"),
    (1, false, "%", "1 ambiguous-number"),
    (0, false, "%", "0"), (1780, false, "户", "1780"), (0.5, true, "户", "- unit-of-measure-not-convertible"),
    (1e300, false, "户", "- actual-not-number"),
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
    ("六月", "- not-a-date"),
  ])
  func `a typed day is understood`(text: String, expected: String) throws {
    let reader = DateReader(period: try #require(Period("2024-06")), example: "2024-06-30")
    #expect(line(reader.read(cell(.string(text)))) == expected)
  }

  @Test(arguments: [
    (45473.0, "2024-06-30 day normalized"), (2024.6, "2024-06-30 month text-date-converted"),
    (2024.1, "2024-01-31 month ambiguous-number"), (7.0, "- not-a-date"),
  ])
  func `a number in a column for days`(number: Double, expected: String) throws {
    let reader = DateReader(period: try #require(Period("2024-06")), example: "2024-06-30")
    #expect(line(reader.read(cell(.number(number)))) == expected)
  }

  @Test func `a month typed as a number into a cell for days is that month`() throws {
    let reader = DateReader(period: try #require(Period("2024-06")), example: "2024-06-30")
    let stored = SerialDate(2024.6).dateValue
    let cell = FoundCell(
      reference: CellReference(row: 0, column: 0), value: stored, rawNumber: 2024.6, formula: nil, isPercentage: false,
      lacksResult: false)
    #expect(line(reader.read(cell)) == "2024-06-30 month text-date-converted")
  }
}

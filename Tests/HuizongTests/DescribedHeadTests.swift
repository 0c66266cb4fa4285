import PlanFile
import PlanModel
import SpreadsheetML
import TestSupport
import Testing
import Validation

@testable import Forms
@testable import Huizong

/// What stands in and above the heads of described forms: their titles, added columns, names and months.
@Suite struct DescribedHeadTests {
  private static let described = """
    layouts:
      - id: gexian
        title: 各县进度表
        unit: {sheetName: true}
        columns: {indicator: 指标, current: 本月, cumulative: 累计}

    """

  private static let heads = ["指标", "本月", "累计"]

  /// Of one form of the western county: `rule cell`, sorted, besides that it is of another make.
  private func said(_ bytes: [UInt8], _ layouts: String = described, period: Period? = SmallOffice.june) throws
    -> (form: ReadForm?, findings: [String])
  {
    let plan = try PlanReader().read(OfficePlan.text + layouts)
    let parts = SubmissionReader(plan: plan, period: period, key: nil).readParts(bytes: bytes, file: "表.xlsx")
    func lines(_ findings: [Finding]) -> [String] {
      findings.filter { $0.id != "N14" }.map { "\($0.id) \($0.cells.first ?? "-")" }
    }
    guard parts.count == 1 else { return (nil, ["\(parts.count) forms"]) }
    switch parts[0].reading {
    case .form(let form): return (form, lines(form.findings))
    case .refused(_, let findings): return (nil, lines(findings))
    }
  }

  private func book(_ rows: [[String]]) -> [UInt8] { TableBook.bytes([.init(name: "西县", rows: rows)]) }

  private static let row = ["适老化改造", "3", "20"]
  /// The other rows that the unit has to report.
  private static let others = [["各县床位", "", "12"], ["走访人次", "110", "410"]]

  @Test(arguments: [
    ("西县2024年6月重点工作进度表", ""), ("2024年上半年进度表", ""), ("西县2024年5月重点工作进度表", "E28 A1"),
    ("2024年一季度重点工作统计", "E28 A1"), ("2023年6月重点工作快报", "E28 A1"), ("东县民政局重点工作进度表", "E26 A1"),
  ])
  func `a title of another month, year or unit leaves the form open`(title: String, finding: String) throws {
    let found = try said(book([[title], Self.heads, Self.row] + Self.others))
    #expect(found.findings.joined() == finding)
    #expect((found.form != nil) == finding.isEmpty)
  }

  @Test(arguments: [
    "2024年1-5月", "2023年6月", "2023年", "5月份", "2024年5月31日", "2024年1-3月", "上年6月", "1-6月（上年）", "5月数据", "1-5月累计", "23年6月",
    "全年",
    "前两个月",
  ])
  func `a line above the table that is another period leaves the form open`(line: String) throws {
    let found = try said(book([["2024年6月进度表"], ["", "", "", line], Self.heads, Self.row] + Self.others)).findings
    #expect(found == ["E28 D2"], "\(found)")
  }

  @Test(arguments: [
    "2024年6月", "2024年1-6月", "2024年上半年", "2024年7月3日", "有效期至：2026年1月", "签发日期：二〇二四年七月三日", "2024/7/3",
    "打印：2024-07-03", "6月数据",
  ])
  func `a line above the table that is the period itself, or a day of printing, is no other`(line: String) throws {
    #expect(try said(book([["2024年6月进度表"], [line], Self.heads, Self.row] + Self.others)).findings == [])
  }

  @Test(arguments: ["上年同期", "1-5月", "计划数", "截至5月底", "西县"])
  func `words below a head make another column of it`(words: String) throws {
    for first in ["栏次", ""] {
      let found = try said(book([["2024年6月进度表"], Self.heads, [first, "1", words], Self.row] + Self.others))
      #expect(found.findings == ["E25 C3"], "\(first)")
    }
  }

  @Test func `numbers of columns below the heads say nothing`() throws {
    for row in [
      ["栏次", "1", "2"], ["甲", "1", "2=1"], ["甲", "A", "B"], ["栏次", "第1栏", "第2栏=第1栏"], ["甲", "乙", "丙=甲+乙"],
      ["栏次", "必填", "自动计算"],
    ] {
      let found = try said(book([["2024年6月进度表"], Self.heads, row, Self.row] + Self.others)).findings
      #expect(found == [], "\(row) \(found)")
    }
  }

  private func sold(_ rows: [[String]]) throws -> (form: ReadForm?, findings: [String]) {
    try said(
      book(rows + [["彩票销售量", "39775200", "213864200"], ["东县"]]),
      Self.described
        .replacing("sheetName: true", with: "cell: A\(rows.count + 2)"))
  }

  @Test func `a unit of measure in brackets of the title, over the heads or below them is meant`() throws {
    let heads = Self.heads
    for rows in [
      [["2024年6月进度表（元）"], heads], [["2024年6月进度表"], ["", "完成情况（元）", "完成情况（元）"], heads],
      [["2024年6月进度表"], heads, ["", "（元）", "（元）"]], [["2024年6月进度表"], heads, ["栏次", "单位：元", "单位：元"]],
    ] {
      let found = try sold(rows)
      let row = try #require(found.form?.submission.row("1.1-02"), "\(rows) \(found.findings)")
      #expect(row.cumulative.figure == .decimal(FixedDecimal("21386.42")!), "\(rows)")
      #expect(found.findings.contains { $0.hasPrefix("N01") || $0.hasPrefix("W40") }, "\(rows) \(found.findings)")
    }
  }

  @Test func `a multiple of what is counted, said above the table, takes no figure`() throws {
    let found = try said(book([["2024年6月进度表"], ["单位：万张"], Self.heads, Self.row] + Self.others))
    #expect(found.findings.contains("E03 C6"), "\(found.findings)")
  }

  @Test func `a column of units of measure that somebody added is meant`() throws {
    let sale = Self.described.replacing("sheetName: true", with: "cell: A4")
    func sold(_ unit: String, _ current: String, _ cumulative: String) throws -> (form: ReadForm?, findings: [String]) {
      let heads = ["指标", "计量单位", "本月", "累计"]
      return try said(book([["2024年6月进度表"], heads, ["彩票销售量", unit, current, cumulative], ["东县"]]), sale)
    }
    let yuan = try sold("元", "39775200", "213864200")
    #expect(yuan.form?.submission.row("1.1-02")?.cumulative.figure == .decimal(FixedDecimal("21386.42")!))
    #expect(try sold("户", "3977.52", "21386.42").findings.contains("E03 D3"))
  }

  @Test(arguments: ["其中：各县床位", "各县床位（张）", "其中:各县床位（张）", "①各县床位"])
  func `a row is told by its name with what may stand beside it`(name: String) throws {
    let found = try said(book([["2024年6月进度表"], Self.heads, Self.row, ["走访人次", "110", "410"], [name, "", "12"]]))
    #expect(found.form?.submission.row("1.1-16")?.cumulative.figure == .decimal(12), "\(found.findings)")
  }

  @Test func `months typed into the heads are days to the program, and months to the reader`() throws {
    let monthly = Self.described.replacing(
      "current: 本月, cumulative: 累计", with: "current: \"{month}月\"")
    var cells = ""
    for month in 1...6 {
      let day = CivilDate("2024-0\(month)-01")!.dayNumber - CivilDate("1899-12-30")!.dayNumber
      cells += "<c r=\"\(CellReference(row: 0, column: month).a1)\" s=\"1\"><v>\(day)</v></c>"
    }
    let figures = (1...6).map { "<c r=\"\(CellReference(row: 1, column: $0).a1)\"><v>\($0)</v></c>" }.joined()
    let text = { (place: String, text: String) in "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
    let rows = "<row r=\"1\">\(text("A1", "指标"))\(cells)</row><row r=\"2\">\(text("A2", "适老化改造"))\(figures)</row>"
    let parts = WorkbookParts(
      sheets: [("西县", WorkbookParts.sheet(rows: rows))],
      styles: WorkbookParts.styles(codes: ["yyyy&quot;年&quot;m&quot;月&quot;"], ids: [200]))
    let found = try said(parts.bytes, monthly)
    #expect(found.form?.submission.row("1.1-01")?.current.figure == .decimal(6), "\(found.findings)")
    #expect(found.form?.submission.row("1.1-01")?.cumulative.figure == .decimal(21))
  }

  @Test func `a form that names no period is of the month that closes the quarter asked for`() throws {
    let found = try said(book([Self.heads, Self.row]), period: Period("2024Q2"))
    #expect(found.form?.submission.period == SmallOffice.june, "\(found.findings)")
    #expect(try said(book([Self.heads, Self.row]), period: nil).findings == ["E28 -"])
  }
}

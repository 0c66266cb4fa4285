import Consolidation
import PlanFile
import PlanModel
import Testing
import Validation

@testable import Forms
@testable import Huizong

/// Forms that this program did not make, described in the plan by their own words.
@Suite struct ForeignFormTests {
  // MARK: Three shapes

  /// Codes of its own, unit and period in a hidden sheet, a sheet of details beside it.
  static let coded = """
    layouts:
      - id: jixiao
        title: 县级部门绩效指标填报表
        sheets: [指标填报]
        fixed: [{sheet: _meta, label: template_id, text: HZ-2024-JX}]
        unit: {sheet: _meta, label: county}
        period: {sheet: _meta, label: period}
        columns: {code: 指标编码, indicator: 指标名称, unit: 计量单位, value: 完成值, target: 目标值, explanation: 备注}
        rows: {ZB001: "1.1-01", ZB002: "1.1-19", ZB003: "1.1-16"}

    """

  static func codedBook(
    unit: String = "西县", period: String = "2024年06月", template: String = "HZ-2024-JX", value: String = "20"
  ) -> [UInt8] {
    TableBook.bytes([
      .init(name: "封面", rows: [["县级部门绩效指标填报表"], ["西县 民政局"]], merged: ["A1:H1"]),
      .init(
        name: "指标填报",
        rows: [
          ["西县民政局指标填报表（\(period)）"], ["单位：西县民政局"],
          ["序号", "指标编码", "指标名称", "计量单位", "分子", "分母", "完成值", "目标值", "备注"],
          ["1", "ZB001", "适老化改造（户）", "户", "20", "40", value, "100", ""],
          ["2", "ZB002", "走访", "万人次", "", "", "0.0410", "", ""],
          ["3", "ZB003", "床位", "张", "", "", "12", "", ""], ["4", "ZB999", "别的", "个", "", "", "7", "", ""],
          ["合计", "", "", "", "", "", "99", "", ""],
        ], merged: ["A1:I1", "A2:I2"]),
      .init(name: "明细", rows: [["序号", "指标编码", "指标名称"], ["1", "x", "y"]]),
      .init(
        name: "_meta",
        rows: [["template_id", template], ["county", unit], ["period", period], ["data_sheet", "指标填报"]],
        isHidden: true),
    ])
  }

  /// Two rows of headers, a column for each month, amounts in 元, unit and date in one line.
  static let monthly = """
    layouts:
      - id: yuebao
        title: 县里的月报表
        unit: {label: 填报单位}
        period: {label: 截至}
        columns: {indicator: 项目, target: 全年任务, current: [各月完成, "{month}月"], problems: 问题}
        rows: {销售彩票: "1.1-02", 办活动: "1.1-17"}
        measure: 元
        skip: [其中]

    """

  static func monthlyBook(june: String = "39775200", may: String = "29000000") -> [UInt8] {
    let months = (1...12).map { "\($0)月" }
    return TableBook.bytes([
      .init(
        name: "Sheet1",
        rows: [
          ["东县2024年重点工作月报表"], ["填报单位（盖章）：东县  截至2024年6月30日"],
          ["项目", "全年任务", "各月完成"] + Array(repeating: "", count: 11) + ["问题"], ["", ""] + months,
          ["销售彩票", "400000000", "10000000", "20000000", "30000000", "40000000", may, june]
            + Array(repeating: "", count: 6)
            + ["上半年偏低"],
          ["其中：体彩", "", "1", "2", "3", "4", "5", "6"], ["办活动", "24", "1", "1", "1", "2", "2", "3"],
          ["合计", "", "9"],
        ], merged: ["A3:A4", "B3:B4", "C3:N3", "O3:O4", "A1:O1", "A2:O2"])
    ])
  }

  /// One sheet for each county, the three figures typed by hand, no codes.
  static let bySheet = """
    layouts:
      - id: gexian
        title: 各县进度表
        except: [说明]
        unit: {sheetName: true}
        period: {cell: A1}
        columns: {indicator: 指标, previous: 截至上月, current: 本月, cumulative: 累计, progress: 进展}

    """

  static func sheetsBook(west: String = "20", others: Bool = true) -> [UInt8] {
    func sheet(_ name: String, _ rows: [[String]]) -> TableBook.Sheet {
      .init(name: name, rows: [["2024年1-6月进度"], ["指标", "截至上月", "本月", "累计", "进展"]] + rows, merged: ["A1:E1"])
    }
    let west = sheet(
      "西县", [["适老化改造", "17", "3", west, "已改造"], ["走访人次", "300", "110", "410", ""], ["各县床位", "", "", "12", ""]])
    let guide = TableBook.Sheet(name: "说明", rows: [["指标", "截至上月", "本月", "累计", "进展"], ["怎么填", "", "", "", ""]])
    guard others else { return TableBook.bytes([guide, west]) }
    return TableBook.bytes([
      guide, west, sheet("局办公室", [["全市床位", "", "", "32", ""]]), sheet("火星", [["全市床位", "", "", "1", ""]]),
    ])
  }

  // MARK: Reading

  private func read(_ bytes: [UInt8], _ layouts: String, period: Period? = SmallOffice.june) throws -> [FilePart] {
    let plan = try PlanReader().read(OfficePlan.text + layouts)
    return SubmissionReader(plan: plan, period: period, key: nil).readParts(bytes: bytes, file: "表.xlsx")
  }

  private func form(_ bytes: [UInt8], _ layouts: String, period: Period? = SmallOffice.june) throws -> ReadForm {
    let parts = try read(bytes, layouts, period: period)
    guard parts.count == 1, case .form(let form) = parts[0].reading else { throw Refused(parts: parts) }
    return form
  }

  struct Refused: Error { let parts: [FilePart] }

  @Test func `codes, unit and period of its own are taken for the plan's`() throws {
    let form = try form(Self.codedBook(), Self.coded, period: nil)
    #expect(form.submission.unit == "west" && form.submission.period == SmallOffice.june)
    #expect(form.submission.rows.map(\.code) == ["1.1-01", "1.1-16", "1.1-19"])
    #expect(form.submission.row("1.1-01")?.cumulative.figure == .decimal(20))
    #expect(form.submission.row("1.1-01")?.cumulative.origin?.cell == "G4")
    let visits = form.submission.row("1.1-19")?.cumulative
    #expect(visits?.figure == .decimal(410))
    #expect(visits?.origin?.normalizations.map(\.rule) == ["unit-of-measure"])
    #expect(
      form.findings.map(\.rule) == [BuiltInRule.foreignForm, .normalized, .outsideLayout].map(\.rawValue),
      "\(form.findings)")
    #expect(form.findings.last?.cells == ["A7", "B7", "C7", "D7", "G7"])
    #expect(form.accounting.expected == 3 && form.accounting.read == 3 && form.accounting.outside == 1)
  }

  @Test func `a column for each month gives the month and the sum`() throws {
    let form = try form(Self.monthlyBook(), Self.monthly)
    let sales = try #require(form.submission.row("1.1-02"))
    #expect(sales.current.figure == .decimal(FixedDecimal("3977.52")!))
    #expect(sales.previous.figure == .decimal(12_900))
    #expect(sales.cumulative.figure == .decimal(FixedDecimal("16877.52")!))
    #expect(sales.current.origin?.cell == "H5")
    #expect(sales.problems.figure == .text("上半年偏低"))
    #expect(form.submission.row("1.1-17")?.cumulative.figure == .decimal(10))
    #expect(form.findings.map(\.rule) == [BuiltInRule.foreignForm.rawValue], "\(form.findings)")
    #expect(try self.form(Self.monthlyBook(), Self.monthly, period: nil).submission.period == SmallOffice.june)
  }

  @Test func `a month left blank leaves the sum open and is asked for`() throws {
    let form = try form(Self.monthlyBook(may: ""), Self.monthly)
    #expect(form.submission.row("1.1-02")?.cumulative.figure == .blank)
    #expect(form.submission.row("1.1-02")?.current.figure == .decimal(FixedDecimal("3977.52")!))
    #expect(form.findings.filter { $0.rule == BuiltInRule.requiredBlank.rawValue }.map(\.cells) == [["G5"]])
  }

  @Test func `an indicator is read though its name begins as notes do`() throws {
    let form = try form(Self.monthlyBook(), Self.monthly.replacing("skip: [其中]", with: "skip: [其中, 办]"))
    #expect(form.submission.row("1.1-17")?.cumulative.figure == .decimal(10))
    #expect(form.findings.map(\.rule) == [BuiltInRule.foreignForm.rawValue], "\(form.findings)")
  }

  @Test func `a sheet for each unit is as many forms`() throws {
    let parts = try read(Self.sheetsBook(), Self.bySheet)
    #expect(parts.map(\.file) == ["表.xlsx［西县］", "表.xlsx［局办公室］", "表.xlsx［火星］"])
    guard case .form(let west) = parts[0].reading, case .form(let office) = parts[1].reading,
      case .refused(nil, let findings) = parts[2].reading
    else {
      Issue.record("\(parts)")
      return
    }
    #expect(west.submission.unit == "west" && office.submission.unit == "office")
    #expect(west.submission.row("1.1-01")?.current.figure == .decimal(3))
    #expect(west.submission.row("1.1-16")?.cumulative.figure == .decimal(12))
    #expect(office.submission.row("1.1-15")?.cumulative.figure == .decimal(32))
    #expect(findings.map(\.rule) == [BuiltInRule.unitUnknown.rawValue] && findings.first?.text == "火星")
  }

  @Test func `three figures that do not fit each other are named`() throws {
    let parts = try read(Self.sheetsBook(west: "21"), Self.bySheet)
    guard case .form(let west) = parts[0].reading else { throw Refused(parts: parts) }
    let found = west.findings.filter { $0.rule == BuiltInRule.notPreviousPlusCurrent.rawValue }
    #expect(found.map(\.cells) == [["D3"]] && found.first?.expected == "20" && found.first?.text == "21")
  }

  @Test(arguments: [
    ("6月", true), ("6月底", true), ("截至2024年6月30日", true), ("1—6月", true), ("一至六月", true), ("二季度", false),
    ("去年6月", false),
    ("6月计划", false), ("2-6月", false), ("截至6月20日", false), ("6月上旬", false), ("2023年6月", false), ("海丰县6月", false),
    ("5月", false), ("6月，不含县城", false),
  ])
  func `brackets are neutral where they are nothing but the form's own period`(inside: String, isNeutral: Bool) {
    #expect(HeadText("累计完成（\(inside)）").isNeutral(.cumulative, period: SmallOffice.june) == isNeutral)
  }

  @Test(arguments: [("5月", false), ("6月", true), ("1-6月", true), ("2023年", false), ("进度", true)])
  func `a head above the columns that names another period makes other columns of them`(above: String, isRead: Bool)
    throws
  {
    let book = TableBook.bytes([
      .init(
        name: "西县",
        rows: [
          ["2024年1-6月进度"], ["指标", above, "", "", ""], ["", "截至上月", "本月", "累计", "进展"],
          ["适老化改造", "17", "3", "20", "已改造"],
        ], merged: ["A2:A3", "B2:E2"])
    ])
    let parts = try read(book, Self.bySheet)
    switch parts.first?.reading {
    case .form(let form)?: #expect(isRead && form.submission.row("1.1-01")?.cumulative.figure == .decimal(20))
    case .refused(_, let findings)?: #expect(!isRead && findings.allSatisfy { $0.id == "E24" || $0.id == "E25" })
    case nil: Issue.record("no part")
    }
  }

  @Test func `a head that names another unit or period besides leaves both open`() throws {
    func rules(_ rows: [[String]], sheet: String = "西县") throws -> [String] {
      let table = [["指标", "截至上月", "本月", "累计", "进展"], ["适老化改造", "17", "3", "20", "已改造"]]
      return try read(TableBook.bytes([.init(name: sheet, rows: rows + table)]), Self.bySheet).flatMap { part in
        switch part.reading {
        case .form(let form): form.findings.map(\.id)
        case .refused(_, let findings): findings.map(\.id)
        }
      }
    }
    #expect(try rules([["2024年1-6月进度"], ["填报单位：西县民政局"]]).contains("N14"))
    #expect(try rules([["2024年1-6月进度"], ["填报单位：东县民政局"]]) == ["E26"])
    #expect(try rules([["2024年1-6月进度"], ["进度表（5月）"]]) == ["E28"])
    #expect(try rules([["2024年1-6月进度"]], sheet: "2.西县6月").contains("N14"))
  }

  @Test func `the months of a ledger do not replace what was reported`() throws {
    let plan = try PlanReader().read(OfficePlan.text + Self.monthly)
    let reader = SubmissionReader(plan: plan, period: SmallOffice.june, key: nil) { _, _ in
      ["1.1-17": 7, "1.1-02": 12_900]
    }
    let parts = reader.readParts(bytes: Self.monthlyBook(may: "—"), file: "表.xlsx")
    guard case .form(let form) = parts[0].reading else { throw Refused(parts: parts) }
    #expect(form.submission.row("1.1-02")?.cumulative.figure == .decimal(FixedDecimal("16877.52")!))
    #expect(form.findings.filter { $0.id == "W20" }.map(\.cells) == [["G5"]])
    #expect(form.findings.filter { $0.id == "W20" }.map(\.value) == ["10000"])
  }

  @Test func `a month that stands twice, or not at all, is asked for by its head`() throws {
    func book(_ heads: [String]) -> [UInt8] {
      TableBook.bytes([
        .init(
          name: "Sheet1",
          rows: [
            ["填报单位：东县  截至2024年6月30日"], ["项目", "全年任务"] + heads + ["问题"], ["办活动", "24", "1", "1", "1", "2", "2", "3"],
          ])
      ])
    }
    let layouts = Self.monthly.replacing("current: [各月完成, \"{month}月\"]", with: "current: \"{month}月\"")
    func cells(_ heads: [String]) throws -> [[String]]? {
      try read(book(heads), layouts).first.flatMap { part in
        if case .refused(_, let findings) = part.reading {
          findings.filter { $0.id == "E25" }.map(\.cells)
        } else {
          nil
        }
      }
    }
    #expect(try cells(["1月", "2月", "3月", "4月", "5月", "6月"]) == nil)
    #expect(try cells(["1月份", "2月份", "3月份", "4月份", "5月份", "6月份"]) == nil)
    #expect(try cells(["1月", "2月", "3月", "4月", "6月", "6月"]) == [["G2", "H2"]])
    #expect(try cells(["1月", "2月", "3月", "4月", "5月", "6月计划"]) == [["A2:I2"]])
  }

  @Test func `a figure in a note, or beside the table, is said`() throws {
    func book(note: String, beside: String) -> [UInt8] {
      TableBook.bytes([
        .init(
          name: "西县",
          rows: [
            ["2024年1-6月进度"], ["指标", "截至上月", "本月", "累计", "进展"], ["适老化改造", "17", "3", "20", "已改造", beside],
            [note],
          ])
      ])
    }
    func outside(_ note: String, _ beside: String, _ layouts: String = Self.bySheet) throws -> [[String]] {
      try read(book(note: note, beside: beside), layouts).flatMap { part -> [[String]] in
        guard case .form(let form) = part.reading else { return [["refused"]] }
        return form.findings.filter { $0.id == "W21" }.map(\.cells)
      }
    }
    #expect(try outside("注：适老化改造实为21户", "") == [["A4"]])
    #expect(try outside("注：数据以系统为准", "") == [])
    #expect(try outside("", "21") == [["F3"]])
    #expect(try outside("注：每月5日前报送", "", Self.bySheet + "    skip: [注]\n") == [])
  }

  @Test func `what is not as described is said by its own words`() throws {
    func rules(_ bytes: [UInt8], _ layouts: String, period: Period? = SmallOffice.june) throws -> [String] {
      try read(bytes, layouts, period: period).flatMap { part -> [String] in
        if case .refused(_, let findings) = part.reading { findings.map(\.id) } else { [] }
      }
    }
    #expect(try rules(Self.codedBook(unit: "火星局"), Self.coded) == ["E26"])
    #expect(try rules(Self.codedBook(period: "2024年5月"), Self.coded) == ["E22"])
    #expect(try rules(Self.codedBook(period: "上个月"), Self.coded) == ["E28"])
    #expect(try rules(Self.codedBook(template: "HZ-2023-JX"), Self.coded) == ["E24"])
    #expect(try rules(Self.codedBook(), Self.coded.replacing("value: 完成值", with: "value: 完成数")) == ["E25"])
    #expect(
      try rules(
        Self.codedBook(), Self.coded.replacing("    period: {sheet: _meta, label: period}\n", with: ""), period: nil)
        == ["E28"])
  }

  @Test func `our own forms are read as before beside them`() throws {
    let parts = try read(SmallOffice.sounding().form("east"), Self.coded)
    guard case .form(let form) = parts[0].reading else { throw Refused(parts: parts) }
    #expect(form.serial != nil && form.submission.columns == nil)
  }

  // MARK: From the inbox to the summary

  @Test func `they are checked, counted and sent back like ours`() async throws {
    var office = try SmallOffice.sounding()
    office.plan += Self.bySheet
    office.withdraw("west.xlsx")
    office.withdraw("office.xlsx")
    office.receive("各县.xlsx", Self.sheetsBook())
    let outcome = try await office.run()
    #expect(
      outcome.intake.filesSeen == 2 && outcome.intake.reports.count == 4
        && outcome.intake.severalForms == ["各县.xlsx": 3])
    let west = try #require(outcome.period.units.first { $0.unit.id == "west" })
    #expect(west.status == .onTime && west.files.counting.map(\.submission.file) == ["各县.xlsx［西县］"])
    #expect(outcome.period.units.first { $0.unit.id == "office" }?.status == .onTime)
    let renovated = try #require(outcome.period.results.first { $0.indicator.code == "1.1-01" })
    #expect(renovated.figures.compactMap(\.cumulative) == [31, 20])
    // Behind without a word on the reason: the form has no place for it, so nobody is asked.
    let asked = outcome.intake.reports.flatMap(\.findings).filter { $0.unit == "west" && $0.grade != .notice }.map(\.id)
    #expect(asked == [], "\(asked)")
    #expect(outcome.text(language: .chinese).contains("文件2个（其中1个含3份表）：读到3，不能收下1"))
  }

  @Test func `a return of one is our own form with what was understood`() async throws {
    var office = try SmallOffice.sounding()
    office.plan += Self.coded
    office.withdraw("west.xlsx")
    office.receive("west.xlsx", Self.codedBook(value: "约20"))
    let folder = try Folder()
    let outcome = try await office.sendBack(in: folder)
    let back = try #require(outcome.returns.first { $0.unit?.id == "west" }?.workbook)
    let plan = try PlanReader().read(office.plan)
    let reading = SubmissionReader(plan: plan, period: SmallOffice.june, key: SmallOffice.key).read(
      bytes: try folder.bytes("returns/\(back.name)"), file: back.name)
    guard case .form(let form) = reading else {
      Issue.record("\(reading)")
      return
    }
    #expect(form.submission.row("1.1-16")?.cumulative.figure == .decimal(12))
    #expect(form.submission.parent == Digest.hex(of: Self.codedBook(value: "约20")))
  }
}

/// Periods as people write them.
@Suite struct PeriodTextTests {
  @Test(arguments: [
    ("2024年6月", "2024-06"), ("2024年06月", "2024-06"), ("２０２４年６月份", "2024-06"), ("2024-06", "2024-06"),
    ("2024.6", "2024-06"), ("202406", "2024-06"), ("六月", "2024-06"), ("2024 年 十二 月", "2024-12"),
    ("2024年第二季度", "2024Q2"),
    ("2季度", "2024Q2"), ("2024Q3", "2024Q3"), ("2024年上半年", "2024H1"), ("下半年", "2024H2"), ("2024年", "2024"),
    ("截至2024年6月30日", "2024-06"), ("2024-06-30", "2024-06"), ("2024年1—6月", "2024-06"),
  ])
  func `is understood`(_ text: String, _ period: String) {
    #expect(PeriodText(text, year: 2024)?.period.description == period)
  }

  @Test(arguments: ["", "上月", "第五季度", "13月", "2024年13月", "06", "一到六"])
  func `is not guessed`(_ text: String) { #expect(PeriodText(text, year: 2024) == nil) }

  @Test func `up to a month is the half-year that ends with it, if that is asked for`() {
    #expect(PeriodText("2024年1-6月", year: 2024)?.period(wanted: Period("2024H1"), isMonthly: false) == Period("2024H1"))
    #expect(PeriodText("2024年6月", year: 2024)?.period(wanted: Period("2024H1"), isMonthly: false) == Period("2024-06"))
  }
}

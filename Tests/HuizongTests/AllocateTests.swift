import PlanFile
import PlanModel
import TestSupport
import Testing
import XLSXReading

@testable import Huizong

/// The split of targets, from a workbook into the plan file.
@Suite struct AllocateTests {
  private func run(_ rows: [[String]], plan text: String? = nil) throws -> (
    outcome: AllocateJob.Outcome, folder: Folder
  ) {
    let folder = try Folder()
    try folder.write(text ?? Self.block, to: "plan.yaml")
    try folder.write(bytes: TableBook.bytes(rows), to: "split.xlsx")
    let job = AllocateJob(plan: "\(folder.path)/plan.yaml", from: "\(folder.path)/split.xlsx")
    let outcome = try job.run()
    if outcome.isSound { try job.write(outcome, to: nil) }
    return (outcome, folder)
  }

  /// The office's plan with its first indicator as a block, as people write it.
  static let block = OfficePlan.text.replacing(
    "      - {code: \"1.1-01\", name: 适老化改造, quote: 养老服务, value: 100, unit: 户, allocation: {东县: 60, 西县: 40}, role: target, kind: count, measure: cumulative, aggregate: sum, frequency: month, reportedBy: [east, west]}",
    with: """
            # 改造任务，见文件第三页
            - code: "1.1-01"
              name: 适老化改造
              quote: 养老服务
              value: 100
              unit: 户
              role: target
              kind: count
              measure: cumulative
              aggregate: sum
              frequency: month
              reportedBy: [east, west]   # 两县
              allocation: {east: 60, west: 40}
              illustrative: [allocation]
      """)

  @Test func `the plan takes the split, and nothing else of its text changes`() throws {
    #expect(Self.block != OfficePlan.text)
    let (outcome, folder) = try run([["编码", "东县", "西县民政局"], ["1.1-01", "70", "30"], ["合计", "70", "30"]])
    #expect(outcome.isSound && outcome.changes.map(\.code) == ["1.1-01"] && outcome.unchanged == 0)
    let text = String(decoding: try folder.bytes("plan.yaml"), as: UTF8.self)
    let wanted = Self.block.replacing(
      "allocation: {east: 60, west: 40}\n        illustrative: [allocation]", with: "allocation: {east: 70, west: 30}")
    #expect(text == wanted)
    #expect(try PlanReader().read(text).indicator(code: "1.1-01")?.allocation == ["east": 70, "west": 30])
    #expect(AllocateJob.text(outcome, in: .chinese) == "1.1-01 适老化改造：东县60、西县40 → 东县70、西县30\n改动1项，0项不变。")
  }

  @Test(arguments: [
    ("<c r=\"B2\"><v>70</v></c><c r=\"B2\"><v>60</v></c>", "S!B2"),
    ("<c r=\"B2\"><v>7<b>1</b>0</v></c>", "S!B2"), ("<c r=\"B2\" t=\"s\"><v>99</v></c>", "S!B2"),
  ])
  func `of a split that says two things nothing is taken`(cell: String, place: String) throws {
    func text(_ cell: String, _ text: String) -> String {
      "<c r=\"\(cell)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    let parts = WorkbookParts(
      rows: "<row r=\"1\">\(text("A1", "编码"))\(text("B1", "东县"))\(text("C1", "西县"))</row>"
        + "<row r=\"2\">\(text("A2", "1.1-01"))\(cell)<c r=\"C2\"><v>30</v></c></row>")
    let folder = try Folder()
    try folder.write(Self.block, to: "plan.yaml")
    try folder.write(bytes: parts.bytes, to: "split.xlsx")
    let path = "\(folder.path)/split.xlsx"
    #expect(throws: JobError(.twoReadings(cells: [place]), path)) {
      try AllocateJob(plan: "\(folder.path)/plan.yaml", from: path).run()
    }
  }

  @Test func `an indicator is found by a name that is its own, and one without a split gets its first`() throws {
    let plain = Self.block.replacing(
      "        allocation: {east: 60, west: 40}\n        illustrative: [allocation]\n", with: "")
    let (outcome, folder) = try run([["指标", "东县", "西县"], ["适老化改造", "99", "1"]], plan: plain)
    #expect(outcome.isSound)
    let text = String(decoding: try folder.bytes("plan.yaml"), as: UTF8.self)
    #expect(text.contains("reportedBy: [east, west]   # 两县\n        allocation: {east: 99, west: 1}\n"))
  }

  @Test func `a plan file with the line ends of Windows keeps them`() throws {
    let windows = Self.block.replacing("\n", with: "\r\n")
    let (outcome, folder) = try run([["编码", "东县", "西县"], ["1.1-01", "70", "30"]], plan: windows)
    #expect(outcome.changes.count == 1)
    let text = String(decoding: try folder.bytes("plan.yaml"), as: UTF8.self)
    let wanted = Self.block.replacing(
      "allocation: {east: 60, west: 40}\n        illustrative: [allocation]", with: "allocation: {east: 70, west: 30}")
    #expect(text == wanted.replacing("\n", with: "\r\n"))
  }

  @Test func `an indicator that is all made up stays so, and is not reported as changed for ever`() throws {
    let plain = Self.block.replacing("illustrative: [allocation]", with: "illustrative: true")
    let (outcome, _) = try run([["编码", "东县", "西县"], ["1.1-01", "60", "40"]], plan: plain)
    #expect(outcome.changes.isEmpty && outcome.unchanged == 1)
  }

  struct Fault: CustomTestStringConvertible {
    let testDescription: String
    let rows: [[String]]
    let words: String
  }

  static let faults = [
    Fault(
      testDescription: "a sum that is not the target", rows: [["编码", "东县", "西县"], ["1.1-01", "70", "31"]],
      words: "S!B2:C2：指标1.1-01 适老化改造分解数合计101，目标是100，相差1"),
    Fault(
      testDescription: "an unknown code", rows: [["编码", "东县", "西县"], ["9-99", "70", "30"]], words: "S!B2：计划里没有指标“9-99”"),
    Fault(testDescription: "words", rows: [["编码", "东县", "西县"], ["1.1-01", "70户", "30"]], words: "S!B2：“70户”不是分解数"),
    Fault(
      testDescription: "twice", rows: [["编码", "东县", "西县"], ["1.1-01", "70", "30"], ["1.1-01", "60", "40"]],
      words: "S!B3：指标1.1-01分解了两次"),
    Fault(
      testDescription: "a rate", rows: [["编码", "东县", "西县"], ["1.1-13", "70", ""]], words: "S!B2：指标1.1-13没有可以分解的目标数"),
    Fault(
      testDescription: "a unit that does not report", rows: [["编码", "东县", "西县"], ["1.1-02", "39999", "1"]],
      words: "S!C2：西县民政局不报送指标1.1-02"),
    Fault(
      testDescription: "a unit with two columns", rows: [["编码", "东县", "西县", "东县民政局"], ["1.1-01", "60", "40", ""]],
      words: "S!D1：东县民政局占了两栏"),
    Fault(
      testDescription: "two columns of codes", rows: [["编码", "东县", "西县", "代码"], ["1.1-01", "70", "30", "1.1-01"]],
      words: "S!D1：表头“代码”有两栏"),
    Fault(
      testDescription: "the name of another indicator",
      rows: [["编码", "指标", "东县", "西县"], ["1.1-01", "民办学校", "70", "30"]], words: "S!B2：写的是“民办学校”"),
    Fault(
      testDescription: "two numbers in a cell", rows: [["编码", "东县", "西县"], ["1.1-01", "7 0", "30"]],
      words: "S!B2：“7 0”不是分解数"),
    Fault(
      testDescription: "another year",
      rows: [["2023年任务分解表"], ["编码", "东县", "西县"], ["1.1-01", "70", "30"]], words: "S!A1：写的是2023年"),
    Fault(
      testDescription: "another unit of measure above the table",
      rows: [["单位：万户"], ["编码", "东县", "西县"], ["1.1-01", "70", "30"]], words: "S!A1：计量单位写的是“万户”"),
    Fault(
      testDescription: "another unit of measure",
      rows: [["编码", "计量单位", "东县", "西县"], ["1.1-01", "万户", "70", "30"]], words: "S!B2：计量单位写的是“万户”"),
    Fault(
      testDescription: "a row that was emptied", rows: [["编码", "东县", "西县"], ["1.1-01", "—", ""]],
      words: "S!A2：指标1.1-01 适老化改造这一行没有数"),
    Fault(
      testDescription: "a unit that the plan does not have",
      rows: [["编码", "东县", "西县", "红海湾"], ["1.1-01", "70", "30", "20"]], words: "S!D2：“20”在表头“红海湾”下面"),
    Fault(
      testDescription: "a unit that is almost one of the plan",
      rows: [["编码", "东县", "西县", "东镇"], ["1.1-01", "30", "30", "40"]], words: "S!D2：“40”在表头“东镇”下面"),
    Fault(
      testDescription: "half a household", rows: [["编码", "东县", "西县"], ["1.1-01", "70.5", "29.5"]],
      words: "S!B2：“70.5”的小数太多"),
    Fault(
      testDescription: "a total under another head",
      rows: [["编码", "东县", "西县", "年度任务"], ["1.1-01", "70", "30", "90"]], words: "S!D2：“90”在表头“年度任务”下面"),
    Fault(
      testDescription: "a total with its unit", rows: [["编码", "东县", "西县", "合计"], ["1.1-01", "70", "30", "90户"]],
      words: "S!D2：“90户”不是分解数"),
    Fault(
      testDescription: "a total that looks like a name",
      rows: [["编码", "目标任务", "东县", "西县"], ["1.1-01", "90", "70", "30"]], words: "S!B2：指标1.1-01 适老化改造分解数合计90"),
    Fault(
      testDescription: "a line of sums that do not add up",
      rows: [["编码", "东县", "西县"], ["1.1-01", "70", "30"], ["合计", "71", "30"]], words: "S!B3：合计写的是71"),
    Fault(
      testDescription: "another year below the table",
      rows: [["编码", "东县", "西县"], ["1.1-01", "70", "30"], ["注：本表为2023年数"]], words: "S!A3：写的是2023年"),
    Fault(
      testDescription: "another year in Chinese",
      rows: [["二〇二三年任务分解表"], ["编码", "东县", "西县"], ["1.1-01", "70", "30"]], words: "S!A1：写的是2023年"),
    Fault(
      testDescription: "another year beside the number of a document",
      rows: [["2023年任务分解表（粤民发〔2024〕5号）"], ["编码", "东县", "西县"], ["1.1-01", "70", "30"]], words: "S!A1：写的是2023年"),
    Fault(
      testDescription: "a column without a head", rows: [["编码", "东县", "西县"], ["1.1-01", "70", "30", "20"]],
      words: "S!D2：“20”在没有表头的一栏"),
    Fault(
      testDescription: "two years", rows: [["2023-2024任务分解表"], ["编码", "东县", "西县"], ["1.1-01", "70", "30"]],
      words: "S!A1：写的是2023年"),
    Fault(
      testDescription: "a column of another year",
      rows: [["编码", "年份", "东县", "西县"], ["1.1-01", "2023", "70", "30"]], words: "S!B2：“2023”在表头“年份”下面"),
    Fault(
      testDescription: "what was done", rows: [["2024年完成情况"], ["编码", "东县", "西县"], ["1.1-01", "70", "30"]],
      words: "S!A1：“2024年完成情况”说的像是完成数"),
    Fault(
      testDescription: "another unit of measure below the table",
      rows: [["编码", "东县", "西县"], ["1.1-01", "70", "30"], ["注：单位为万户"]], words: "S!A3：计量单位写的是“万户”"),
    Fault(
      testDescription: "a multiple in the head",
      rows: [["编码", "计量单位（万）", "东县", "西县"], ["1.1-01", "户", "70", "30"]], words: "S!B1：计量单位写的是“万”"),
    Fault(
      testDescription: "a multiple in the title, beside a right unit of measure",
      rows: [["任务分解（万户）"], ["编码", "计量单位", "东县", "西县"], ["1.1-01", "户", "70", "30"]], words: "S!A1：计量单位写的是“万户”"),
    Fault(testDescription: "no table", rows: [["编码", "东县"], ["1.1-01", "100"]], words: "找不到分解表"),
  ]

  @Test(arguments: faults)
  func `a table at fault changes nothing and says where`(_ fault: Fault) throws {
    let (outcome, folder) = try run(fault.rows)
    #expect(!outcome.isSound)
    let text = AllocateJob.text(outcome, in: .chinese)
    #expect(text.contains(fault.words), "\(text)")
    #expect(String(decoding: try folder.bytes("plan.yaml"), as: UTF8.self) == Self.block)
  }

  @Test func `what people write about a table does not stand in its way`() throws {
    let (outcome, _) = try run([
      ["2024年度任务分解表", "", "", "单位：户"], ["粤民发〔2023〕5号"],
      ["序号", "编码", "指标", "目标值", "东县", "西县", "全年目标", "完成时限", "备注", "年份"],
      ["7", "1.1-01", "适老化改造", "100", "70", "30", "100", "2024年12月", "含2023年结转20户", "2024"],
      ["", "小计", "", "", "70", "30"], ["", "合计", "", "", "70", "30"], ["制表日期：2025年1月3日", "", "填表人：张三"],
    ])
    #expect(outcome.isSound, "\(AllocateJob.text(outcome, in: .chinese))")
  }

  @Test(arguments: [
    ("<mergeCells><mergeCell ref=\"B2:C2\"/></mergeCells>", "", "S!B2:C2：和别的格合并了"),
    ("<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>", "", "S!C2：在隐藏的行、列或工作表里"),
    ("", " hidden=\"1\"", "S!B2：在隐藏的行、列或工作表里"),
  ])
  func `shares that are hidden or merged are not taken`(around: String, row: String, words: String) throws {
    func text(_ cell: String, _ text: String) -> String {
      "<c r=\"\(cell)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    let parts = WorkbookParts(
      rows: "<row r=\"1\">\(text("A1", "编码"))\(text("B1", "东县"))\(text("C1", "西县"))</row>"
        + "<row r=\"2\"\(row)>\(text("A2", "1.1-01"))<c r=\"B2\"><v>70</v></c><c r=\"C2\"><v>30</v></c></row>",
      around: around)
    let folder = try Folder()
    try folder.write(Self.block, to: "plan.yaml")
    try folder.write(bytes: parts.bytes, to: "split.xlsx")
    let outcome = try AllocateJob(plan: "\(folder.path)/plan.yaml", from: "\(folder.path)/split.xlsx").run()
    #expect(!outcome.isSound && AllocateJob.text(outcome, in: .chinese).contains(words))
  }

  @Test func `another plan is not written over`() throws {
    let (outcome, folder) = try run([["编码", "东县", "西县"], ["1.1-01", "70", "30"]])
    try folder.write(Self.block, to: "other.yaml")
    let job = AllocateJob(plan: "\(folder.path)/plan.yaml", from: "\(folder.path)/split.xlsx")
    #expect(throws: JobError(.anotherKind, "\(folder.path)/other.yaml")) {
      try job.write(outcome, to: "\(folder.path)/other.yaml")
    }
    try job.write(outcome, to: "\(folder.path)/new.yaml")
  }

  @Test func `an entry written on one line is left alone`() throws {
    let error = #expect(throws: JobError.self) {
      try run([["编码", "东县", "西县"], ["1.1-01", "70", "30"]], plan: OfficePlan.text)
    }
    #expect(error?.code == .unusualPlanText)
  }
}

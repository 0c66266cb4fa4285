import PlanFile
import PlanModel
import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

@testable import Huizong

/// Cells of the tables that `plan import` and `plan allocate` read: one reading or none.
@Suite struct TableCellReadingTests {
  /// Styles: 0 General, 1 `0%`, 2 a day, 3 `0!.0,`, 4 `0.00"亿元"`, 5 struck through, 6 `#,##0.00`, 7 `0"户"`, 8 `0.0%`,
  /// 9 `;;;`, 10 `h:mm`, 11 `@"万"`, 12 and 13 for accounts.
  static let styles =
    #"<numFmts><numFmt numFmtId="170" formatCode="0!.0,"/><numFmt numFmtId="171" formatCode="0.00&quot;亿元&quot;"/>"#
    + #"<numFmt numFmtId="172" formatCode="0&quot;户&quot;"/><numFmt numFmtId="173" formatCode="0.0%"/><numFmt numFmtId="174" formatCode=";;;"/>"#
    + #"<numFmt numFmtId="175" formatCode="@&quot;万&quot;"/><numFmt numFmtId="176" formatCode="_ * 0_ ;_ @_ "/></numFmts>"#
    + #"<fonts><font/><font><strike/></font></fonts><cellXfs>"#
    + [
      (0, 0), (9, 0), (14, 0), (170, 0), (171, 0), (0, 1), (4, 0), (172, 0), (173, 0), (174, 0), (20, 0), (175, 0),
      (176, 0), (41, 0),
    ].map { format, font in
      "<xf numFmtId=\"\(format)\" fontId=\"\(font)\"/>"
    }.joined() + "</cellXfs>"

  private func read(_ cell: String, measure: String) throws -> Result<String, CellFault> {
    let parts = WorkbookParts(rows: "<row r=\"1\">\(cell)</row>", styles: Self.styles)
    let cell = try #require(Workbook(bytes: parts.bytes).worksheets[0].snapshot()["A1"])
    return Result { () throws(CellFault) in try cell.figureText(measure: measure) }
  }

  @Test(arguments: [
    (#"<c r="A1" s="1"><v>0.87</v></c>"#, "%", "87"), (#"<c r="A1" s="8"><v>0.285</v></c>"#, "%", "28.5"),
    (#"<c r="A1" s="1"><v>1.07</v></c>"#, "％", "107"), (#"<c r="A1" t="str"><v>87%</v></c>"#, "%", "87"),
    (#"<c r="A1" t="str"><v>８７．５％</v></c>"#, "%", "87.5"), (#"<c r="A1"><v>87</v></c>"#, "%", "87"),
    (#"<c r="A1" t="str"><v>0.6%</v></c>"#, "%", "0.6"), (#"<c r="A1" s="13"><v>0</v></c>"#, "户", "0"),
    (#"<c r="A1" s="6"><v>1780</v></c>"#, "户", "1780"), (#"<c r="A1" s="7"><v>1780</v></c>"#, "户", "1780"),
    (#"<c r="A1"><f>1+1</f><v>2</v></c>"#, "户", "2"), (#"<c r="A1"><v>0.30000000000000004</v></c>"#, "户", "0.3"),
    (#"<c r="A1" t="str"><v>若干</v></c>"#, "户", "若干"), (#"<c r="A1" t="str"><v>87%</v></c>"#, "户", "87%"),
  ])
  func `a figure is what is seen`(cell: String, measure: String, text: String) throws {
    #expect(try read(cell, measure: measure) == .success(text))
  }

  @Test(arguments: [
    (#"<c r="A1"><f>5*2</f></c>"#, "%", CellFault.noResult),
    (#"<c r="A1"><v>0.6</v></c>"#, "%", .bareFraction("0.6")),
    (#"<c r="A1" t="str"><v>0.95</v></c>"#, "%", .bareFraction("0.95")),
    (#"<c r="A1" t="str"><v>1.2E4</v></c>"#, "户", .scientific("1.2E4")),
    (#"<c r="A1" t="e"><v>#REF!</v></c>"#, "%", .error("#REF!")),
    (#"<c r="A1" s="5"><v>95</v></c>"#, "%", .struck),
    (#"<c r="A1" s="1"><v>0.87</v></c>"#, "户", .percentage(shown: "87%")),
    (#"<c r="A1" s="2"><v>45473</v></c>"#, "户", .date(shown: "2024-06-30", stored: "45473")),
    (#"<c r="A1" s="10"><v>0.5</v></c>"#, "户", .date(shown: "12:00:00", stored: "0.5")),
    (#"<c r="A1" s="3"><v>45000</v></c>"#, "万元", .display(format: "0!.0,", stored: "45000")),
    (#"<c r="A1" s="4"><v>4</v></c>"#, "万元", .display(format: "0.00\"亿元\"", stored: "4")),
    (#"<c r="A1" s="7"><v>4</v></c>"#, "家", .display(format: "0\"户\"", stored: "4")),
    (#"<c r="A1" s="9"><v>4</v></c>"#, "家", .display(format: ";;;", stored: "4")),
    (#"<c r="A1" t="b"><v>1</v></c>"#, "家", .truth),
    (#"<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>4</t></r><r><t>5</t></r></is></c>"#, "家", .struck),
    (
      #"<c r="A1" t="inlineStr"><is><r><t>36</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></is></c>"#,
      "家", .raised
    ),
  ])
  func `what may be read in two ways, or says nothing, is not taken`(cell: String, measure: String, fault: CellFault)
    throws
  {
    #expect(try read(cell, measure: measure) == .failure(fault))
    for language in [Language.chinese, .english] { #expect(!fault.words(in: language).isEmpty) }
  }

  /// What `plan export` calls the sheets.
  private static let names: [PlanTables.Section: String] = [
    .plan: "总体", .units: "单位", .tasks: "任务", .indicators: "指标", .notFigures: "非指标数", .doubts: "疑点", .unassigned: "未列入",
    .rules: "规则", .waivers: "豁免", .layouts: "版式", .revisions: "修订",
  ]

  /// The small office's plan as its tables, with one cell of 指标 in other markup.
  /// - Parameter code: `nil` puts the cell into the head.
  private func imported(_ code: String?, _ key: String, _ markup: String) throws -> ImportPlanJob.Outcome {
    let tables = try PlanTables(OfficePlan.text).tables
    let sheets = tables.map { table -> (name: String, markup: String) in
      let place = (table.columns.firstIndex(of: "code"), table.columns.firstIndex(of: key))
      let rows = ([table.columns] + table.rows).enumerated().map { row, cells in
        let texts = cells.enumerated().map { column, text in
          let a1 = CellReference(row: row, column: column).a1
          let isThere = row == 0 ? code == nil : code != nil && place.0.map { cells[$0] } == code
          if table.section == .indicators, isThere, column == place.1 {
            return markup.replacing("A1", with: a1)
          }
          let safe = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
          return text.isEmpty ? "" : "<c r=\"\(a1)\" t=\"inlineStr\"><is><t>\(safe)</t></is></c>"
        }
        return "<row r=\"\(row + 1)\">\(texts.joined())</row>"
      }
      return (Self.names[table.section] ?? table.section.rawValue, WorkbookParts.sheet(rows: rows.joined()))
    }
    let folder = try Folder()
    try folder.write(bytes: WorkbookParts(sheets: sheets, styles: Self.styles).bytes, to: "plan.xlsx")
    return try ImportPlanJob(workbook: "\(folder.path)/plan.xlsx").run()
  }

  @Test(arguments: [
    #"<c r="A1" s="1"><v>0.87</v></c>"#, #"<c r="A1" t="str"><v>87%</v></c>"#, #"<c r="A1"><v>87</v></c>"#,
    #"<c r="A1" s="12" t="str"><v>87</v></c>"#, #"<c r="A1" s="13"><v>87</v></c>"#,
  ])
  func `a target in per cent is imported as it is seen`(markup: String) throws {
    let outcome = try imported("1.1-13", "value", markup)
    #expect(outcome.plan?.indicator(code: "1.1-13")?.value == 87, "\(outcome.lines(in: .chinese))")
  }

  @Test(arguments: [
    ("1.1-01", "value", #"<c r="A1"><f>50*2</f></c>"#, "公式"),
    ("1.1-01", "value", #"<c r="A1" s="2"><v>100</v></c>"#, "1900-04-09"),
    ("1.1-01", "value", #"<c r="A1" t="e"><v>#N/A</v></c>"#, "#N/A"),
    ("1.1-01", "name", #"<c r="A1" t="e"><v>#NAME?</v></c>"#, "#NAME?"),
    ("1.1-01", "name", #"<c r="A1"><f>B1</f></c>"#, "公式"),
    ("1.1-01", "value", #"<c r="A1" s="5"><v>100</v></c>"#, "删除线"),
    ("1.1-01", "value", #"<c r="A1" s="1"><v>1</v></c>"#, "100%"),
    ("1.1-01", "unit", #"<c r="A1" s="2"><v>45473</v></c>"#, "2024-06-30"),
    ("1.1-01", "unit", #"<c r="A1" s="11" t="str"><v>户</v></c>"#, "显示的与存的“户”不同"),
    ("1.1-01", "value", #"<c r="A1" s="11" t="str"><v>100</v></c>"#, "显示的与存的“100”不同"),
  ])
  func `a cell that is not taken is named, and no plan is made`(
    code: String, key: String, markup: String, words: String
  ) throws {
    let outcome = try imported(code, key, markup)
    #expect(!outcome.isSound && outcome.faults.count == 1)
    let line = outcome.lines(in: .chinese)[0]
    #expect(line.hasPrefix("指标!") && line.contains(words), "\(line)")
  }

  @Test func `workbooks of the operator's own are bounded too, and a limit can be raised`() throws {
    let folder = try Folder()
    try folder.write(AllocateTests.block, to: "plan.yaml")
    let rows = (1...3).map { "<row r=\"\($0)\"><c t=\"str\"><v>东县</v></c><c t=\"str\"><v>西县</v></c></row>" }
    let path = "\(folder.path)/split.xlsx"
    try folder.write(bytes: WorkbookParts(rows: rows.joined()).bytes, to: "split.xlsx")
    var limits = InputLimits.standard
    limits[.formCells] = 8  // a row counts as a cell
    let error = #expect(throws: JobError.self) {
      _ = try AllocateJob(plan: "\(folder.path)/plan.yaml", from: path, limits: limits).run()
    }
    #expect(error?.message(in: .chinese).contains("formCells > 8") == true)
    #expect(throws: JobError.self) { _ = try ImportPlanJob(workbook: path, limits: limits).run() }
    limits[.formCells] = 9
    #expect(try !AllocateJob(plan: "\(folder.path)/plan.yaml", from: path, limits: limits).run().isSound)
    limits[.planBytes] = 10
    #expect(throws: JobError.self) {
      _ = try AllocateJob(plan: "\(folder.path)/plan.yaml", from: path, limits: limits).run()
    }
    #expect(throws: JobError.self) {
      _ = try ExportPlanJob(plan: "\(folder.path)/plan.yaml", limits: limits).run(to: "\(folder.path)/o.xlsx")
    }
  }

  @Test func `a head that shows another word than it holds names no column`() throws {
    let imported = try imported(nil, "unit", #"<c r="A1" s="11" t="str"><v>unit</v></c>"#)
    #expect(!imported.isSound && imported.lines(in: .chinese).first?.contains("显示的与存的“unit”不同") == true)
    let folder = try Folder()
    let rows =
      #"<row r="1"><c r="A1" t="str"><v>编码</v></c><c r="B1" s="11" t="str"><v>东县</v></c><c r="C1" t="str"><v>西县</v></c></row>"#
      + #"<row r="2"><c r="A2" t="str"><v>1.1-01</v></c><c r="B2"><v>60</v></c><c r="C2"><v>100</v></c></row>"#
    try folder.write(AllocateTests.block, to: "plan.yaml")
    try folder.write(bytes: WorkbookParts(rows: rows, styles: Self.styles).bytes, to: "split.xlsx")
    let outcome = try AllocateJob(plan: "\(folder.path)/plan.yaml", from: "\(folder.path)/split.xlsx").run()
    let text = AllocateJob.text(outcome, in: .chinese)
    #expect(!outcome.isSound && text.contains("S!B1：") && text.contains("显示的与存的“东县”不同"), "\(text)")
  }

  @Test(arguments: [
    (#"<c r="B2"><f>30*2</f></c>"#, "公式"), (#"<c r="B2" s="2"><v>61</v></c>"#, "1900-03-01"),
    (#"<c r="B2" t="e"><v>#VALUE!</v></c>"#, "#VALUE!"),
    (#"<c r="B2" s="5"><v>60</v></c>"#, "删除线"), (#"<c r="B2" s="1"><v>60</v></c>"#, "6000%"),
    (#"<c r="B2" t="b"><v>1</v></c>"#, "TRUE"), (#"<c r="B2" s="11" t="str"><v>60</v></c>"#, "显示的与存的“60”不同"),
    (#"<c r="B2" t="inlineStr"><is><r><t>60</t></r><r><rPr><strike/></rPr><t>0</t></r></is></c>"#, "删除线"),
  ])
  func `the same holds for shares`(cell: String, words: String) throws {
    let folder = try Folder()
    let rows =
      #"<row r="1"><c r="A1" t="str"><v>编码</v></c><c r="B1" t="str"><v>东县</v></c><c r="C1" t="str"><v>西县</v></c></row>"#
      + #"<row r="2"><c r="A2" t="str"><v>1.1-01</v></c>\#(cell)<c r="C2"><v>100</v></c></row>"#
    try folder.write(AllocateTests.block, to: "plan.yaml")
    try folder.write(bytes: WorkbookParts(rows: rows, styles: Self.styles).bytes, to: "split.xlsx")
    let outcome = try AllocateJob(plan: "\(folder.path)/plan.yaml", from: "\(folder.path)/split.xlsx").run()
    let text = AllocateJob.text(outcome, in: .chinese)
    #expect(!outcome.isSound && text.contains("S!B2：") && text.contains(words), "\(text)")
  }
}

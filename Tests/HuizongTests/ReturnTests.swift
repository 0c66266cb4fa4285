import Consolidation
import Forms
import PlanModel
import SpreadsheetML
import TestSupport
import Testing
import Validation
import XLSXReading

@testable import Huizong

/// What goes back to a unit, and what comes of it when it is mended.
@Suite struct ReturnTests {
  /// Rules that a clerk of the unit answers by writing over the marked cells.
  private static let mendable = RuleFixture.cellRules + RuleFixture.rowRules + RuleFixture.amountRules

  @Test func `an office in order has nothing to send back`() async throws {
    let folder = try Folder()
    let outcome = try await SmallOffice.sounding().sendBack(in: folder)
    #expect(outcome.returns.isEmpty && outcome.missing.isEmpty && outcome.sound == 3 && !outcome.needsSomebody)
    #expect(outcome.messages == [] && !folder.names.contains("returns"))
  }

  @Test(arguments: mendable)
  func `a mended return is accepted and replaces the file it answers`(fixture: RuleFixture) async throws {
    var office = try fixture.broken()
    let folder = try Folder()
    let outcome = try await office.sendBack(in: folder)
    let open = try await office.run().period.openFindings.filter { $0.file == "east.xlsx" && $0.grade != .notice }
    guard !open.isEmpty else {
      #expect(outcome.returns.isEmpty)
      return
    }
    let sent = try #require(outcome.returns.first { $0.file == "east.xlsx" })
    let workbook = try #require(sent.workbook)
    #expect(sent.unit?.id == "east" && workbook.name == "退回-2024年6月填报表-东县民政局.xlsx")
    #expect(workbook.notice.lines().count >= 1)
    var editor = try FormEditor(folder.bytes("returns/\(workbook.name)"))
    for (code, _, _) in SmallOffice.entries("east") {
      for column in [FormColumn.progress, .problems, .nextSteps, .explanation] { editor.set(code, column, .blank) }
    }
    for (code, column, entry) in SmallOffice.entries("east") { editor.set(code, column, entry) }
    editor.list(SmallOffice.objects("east"))
    if fixture.rule == .misplacedFigure {
      // The return keeps the figure where it stood, and asks to clear that cell.
      for cell in fixture.cells.compactMap({ CellReference(a1: $0) }) { editor.set(cell, .blank) }
    }
    office.receive("mended.xlsx", editor.parts.bytes)
    let second = try await office.run()
    let east = try #require(second.period.units.first { $0.unit.id == "east" })
    #expect(east.files.counting.map(\.submission.file) == ["mended.xlsx"], "\(second.period.openFindings)")
    #expect(east.openReturns.isEmpty)
    #expect(second.period.openFindings.filter { $0.file == "mended.xlsx" && $0.grade != .notice } == [])
  }

  /// Rules about what the office prints itself: in the return it stands as it was printed.
  private static let ours: Set<BuiltInRule> = [.overwritten, .targetChanged, .measureConverted]

  @Test(arguments: mendable.filter { !ours.contains($0.rule) })
  func `a return that comes back untouched is still asked for something`(fixture: RuleFixture) async throws {
    var office = try fixture.broken()
    let folder = try Folder()
    let outcome = try await office.sendBack(in: folder)
    guard let sent = outcome.returns.first(where: { $0.file == "east.xlsx" }), let workbook = sent.workbook else {
      return
    }
    office.receive("untouched.xlsx", try folder.bytes("returns/\(workbook.name)"))
    let open = try await office.run().period.openFindings.filter { $0.file == "untouched.xlsx" && $0.grade != .notice }
    #expect(!open.isEmpty, "\(fixture.rule)")
  }

  @Test func `the comment of a marked cell says what stands there and how to mend it`() async throws {
    let folder = try Folder()
    let office = try SmallOffice { editor in
      editor.set("01", .cumulative, "若干")
      editor.set("03", .cumulative, "约120张")
      editor.set("07", .progress, "走访26户，其中夜访8户")
    }
    let outcome = try await office.sendBack(in: folder, by: "2024-07-08")
    let workbook = try #require(outcome.returns.first?.workbook)
    let read = try Workbook(bytes: folder.bytes("returns/\(workbook.name)"))
    #expect(read.worksheets.map(\.name).prefix(3) == ["退回意见", "填表说明", "填报表"])
    let form = try #require(read.worksheets.first { $0.name == "填报表" }).snapshot()
    func text(_ place: String) -> CellValue? { form.cells.first { $0.reference.a1 == place }?.value }
    // The clerk's own words stand where somebody has to look again, and stay where nobody has.
    #expect(text("J7") == .string("若干") && text("J9") == .string("约120张"))
    #expect(form.cells.contains { $0.value == .string("走访26户，其中夜访8户") })
    #expect(
      outcome.messages == [
        """
        【退回单】东县民政局：2024年6月填报表（east.xlsx）有1处要修改、1处要核实：
        \(workbook.notice.lines().joined(separator: "\n"))
        已填内容都保留在“\(workbook.name)”里，请在其中改标了颜色的单元格，于2024年7月8日前把改好的这份报回，不用重填。
        """
      ])
    #expect(workbook.notice.lines().allSatisfy { $0.contains("填报表!J") })
  }

  @Test func `a unit of which nothing came is asked for its report, and a file of nobody is told so`() async throws {
    let folder = try Folder()
    var office = try SmallOffice.sounding()
    office.receive("west.xlsx", Array("no workbook".utf8))
    let outcome = try await office.sendBack(in: folder)
    #expect(outcome.missing.map(\.id) == ["west"])
    #expect(outcome.returns.map(\.file) == ["west.xlsx"] && outcome.returns[0].workbook == nil)
    #expect(outcome.messages.count == 2 && outcome.messages[0].hasPrefix("【退回单】“west.xlsx”认不出是哪个单位的"))
    #expect(outcome.messages[1] == "【催报单】西县民政局：2024年6月填报表应于2024年7月5日前报送，至今没有收到，请尽快报送。")
    #expect(!folder.names.contains("returns"))
  }

  @Test func `a form of another month goes back as an empty one of this month`() async throws {
    let folder = try Folder()
    var office = try SmallOffice.sounding()
    office.receive("east.xlsx", try office.form("east", period: #require(Period("2024-05"))))
    let outcome = try await office.sendBack(in: folder, by: "2024-07-08")
    let workbook = try #require(outcome.returns.first?.workbook)
    #expect(workbook.isBlank && outcome.missing.isEmpty)
    #expect(outcome.messages[0].hasSuffix("请在“\(workbook.name)”里填写，于2024年7月8日前报送。"))
    var editor = try FormEditor(folder.bytes("returns/\(workbook.name)"))
    for (code, column, entry) in SmallOffice.entries("east") { editor.set(code, column, entry) }
    editor.sign("填报人", "东县甲")
    editor.sign("审核人", "东县乙")
    editor.sign("联系电话", "0660-3361210")
    office.receive("filled.xlsx", editor.parts.bytes)
    let second = try await office.run()
    #expect(second.period.units.first { $0.unit.id == "east" }?.status == .onTime)
    // The office has no earlier months: what they would have had printed is for the unit to fill in.
    let findings = try #require(second.intake.reports.first { $0.file == "filled.xlsx" }).findings
    #expect(
      findings.allSatisfy { $0.column == FormColumn.previous.chinese && $0.rule == Candidate.blankRule }, "\(findings)")
  }

  @Test(arguments: ["inbox", "inbox/退回", "inbox/../inbox"])
  func `returns may not lie where submissions are looked for`(output: String) throws {
    let folder = try Folder()
    try folder.write("", to: "inbox/a.txt")
    let plan = try OpenPlan(path: JobTests.plan)
    let error = #expect(throws: JobError.self) {
      try ReturnJob(
        plan: plan, period: Period("2024-06")!, source: .inbox("\(folder.path)/inbox"), history: [],
        output: "\(folder.path)/\(output)", workers: 1)
    }
    #expect(error?.code == .outputAmongSubmissions)
  }
}

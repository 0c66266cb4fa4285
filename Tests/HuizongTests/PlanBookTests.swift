import PlanFile
import PlanModel
import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

@testable import Huizong

/// `huizong plan export` and `huizong plan import`.
@Suite struct PlanBookTests {
  /// The small office's plan as a workbook, edited, and what comes of importing it.
  private static func imported(_ edit: (inout WorkbookParts) -> Void = { _ in }) throws -> ImportPlanJob.Outcome {
    let folder = try Folder()
    try folder.write(OfficePlan.text, to: "plan.yaml")
    _ = try ExportPlanJob(plan: "\(folder.path)/plan.yaml").run(to: "\(folder.path)/plan.xlsx")
    let archive = try ArchiveReader(bytes: folder.bytes("plan.xlsx"))
    var parts = WorkbookParts()
    parts.parts = try archive.entries.filter { !$0.isFolder }.map { ($0.name, try archive.read($0)) }
    edit(&parts)
    try folder.write(bytes: parts.bytes, to: "edited.xlsx")
    return try ImportPlanJob(workbook: "\(folder.path)/edited.xlsx").run()
  }

  @Test func `the plan comes back, whatever the sheets are called`() throws {
    let outcome = try Self.imported { parts in
      for (sheet, name) in [("单位", "Sheet1"), ("任务", "科室"), ("指标", "单位")] {
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"]?.replacing("name=\"\(sheet)\"", with: "name=\"\(name)\"")
      }
    }
    #expect(outcome.plan == (try PlanReader().read(OfficePlan.text)))
    #expect(outcome.lines(in: .chinese) == ["读到单位3个、任务1项、指标26项。"])
  }

  @Test func `what is wrong is said with its cell, and nothing is written`() throws {
    let folder = try Folder()
    let outcome = try Self.imported { parts in
      parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"]?.replacing(
        "<t>东县民政局</t>", with: "<t>西县民政局</t>")
    }
    #expect(!outcome.isSound)
    #expect(outcome.lines(in: .chinese).count == 2)
    #expect(outcome.lines(in: .chinese)[0].hasPrefix("单位!C9："))
    #expect(!folder.names.contains("plan.yaml"))
  }

  @Test func `of two sheets with one table neither is taken`() throws {
    let outcome = try Self.imported { parts in
      parts["xl/workbook.xml"] = parts["xl/workbook.xml"]?.replacing(
        "</sheets>", with: "<sheet name=\"副本\" sheetId=\"99\" r:id=\"rId99\"/></sheets>")
      parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"]?.replacing(
        "</Relationships>",
        with: WorkbookParts.link("rId99", "worksheet", "worksheets/sheet99.xml") + "</Relationships>"
      )
      parts["xl/worksheets/sheet99.xml"] = parts["xl/worksheets/sheet3.xml"]
    }
    #expect(!outcome.isSound && outcome.faults.map(\.place) == ["副本"], "\(outcome.faults)")
    #expect(outcome.lines(in: .chinese).contains { $0.contains("同一种表") && $0.contains("请只留一张") })
  }

  /// The rows of all sheets changed.
  private static func rows(_ edit: (String) -> String) throws -> ImportPlanJob.Outcome {
    try imported { parts in
      for name in parts.parts.map(\.name) where name.hasPrefix("xl/worksheets/sheet") {
        parts[name] = parts[name].map(edit)
      }
    }
  }

  /// The row of keys, and the first one below it.
  private static var keys: Regex<Substring> { /<row r="6".*?<\/row>/ }
  private static var first: Regex<Substring> { /<row r="7".*?<\/row>/ }

  @Test func `what the table has no place for is not passed over`() throws {
    let beside = try Self.rows { text in
      text.replacing(Self.first) { "\($0.output.dropLast("</row>".count))<c r=\"AZ7\"><v>95</v></c></row>" }
    }
    #expect(beside.faults.contains { $0.place == "指标!AZ7" && $0.fault == .outside("95") }, "\(beside.faults)")
    let hidden = try Self.rows { $0.replacing("<row r=\"7\" ", with: "<row r=\"7\" hidden=\"1\" ") }
    #expect(hidden.faults.contains { $0.place == "指标!B7" && $0.fault == .hidden })
    let merged = try Self.rows { text in
      text.replacing("<mergeCells ", with: "<mergeCells><mergeCell ref=\"C7:C8\"/></mergeCells><mergeCells ")
    }
    #expect(merged.faults.contains { $0.place == "指标!C7:C8" && $0.fault == .merged })
  }

  @Test func `a table without its row of keys, or with rows above it, is not read as a shorter one`() throws {
    let one = try Self.imported { parts in
      let sheets = parts["xl/workbook.xml"]?.matches(of: /<sheet name="([^"]+)"/).map(\.1) ?? []
      let name = sheets.firstIndex(of: "指标").map { "xl/worksheets/sheet\($0 + 1).xml" }
      guard let name else { return }
      parts[name] = parts[name]?.replacing(Self.keys, with: "")
    }
    #expect(one.faults.map(\.place) == ["指标"] && one.faults.first?.fault == .noKeys, "\(one.faults)")
    let sorted = try Self.rows { text in
      guard let keys = text.firstMatch(of: Self.keys)?.output, let first = text.firstMatch(of: Self.first)?.output
      else {
        return text
      }
      func moved(_ row: Substring, _ old: Int, _ new: Int) -> String {
        String(row).replacing("<row r=\"\(old)\"", with: "<row r=\"\(new)\"").replacing(/r="([A-Z]+)[0-9]+"/) {
          "r=\"\($0.1)\(new)\""
        }
      }
      return text.replacing(keys + first, with: moved(first, 7, 6) + moved(keys, 6, 7))
    }
    #expect(sorted.faults.contains { $0.fault == .aboveKeys && $0.place.hasPrefix("指标!") }, "\(sorted.faults)")
  }

  @Test func `a file that is there is replaced only if that is asked for`() throws {
    let folder = try Folder()
    try folder.write("# 注释\n", to: "plan.yaml")
    let job = ImportPlanJob(workbook: "")
    let outcome = try Self.imported()
    let output = "\(folder.path)/plan.yaml"
    #expect(throws: JobError(.fileExists, output)) { try job.write(outcome, to: output, replacing: false) }
    #expect(try folder.bytes("plan.yaml") == Array("# 注释\n".utf8))
    try job.write(outcome, to: output, replacing: true)
    #expect(try PlanReader().read(contentsOf: output) == outcome.plan)
  }

  @Test func `a workbook that is no plan's is told so`() throws {
    let folder = try Folder()
    try folder.write(bytes: try SmallOffice.sounding().form("east"), to: "form.xlsx")
    let path = "\(folder.path)/form.xlsx"
    #expect(throws: JobError(.noPlanTables, path)) { try ImportPlanJob(workbook: path).run() }
  }
}

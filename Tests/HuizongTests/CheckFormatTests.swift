import FoundationEssentials
import PlanModel
import SpreadsheetML
import Testing
import XLSXReading

@testable import Huizong

/// What `check` says, in each of its formats.
@Suite struct CheckFormatTests {
  /// A form with four words for numbers and a nil return beside a file that is none.
  private func reports(_ folder: Folder) async throws -> (OpenPlan, [FileReport]) {
    var office = try SmallOffice.sounding()
    let codes = ["01", "03", "18", "19"]
    try folder.write(office.plan, to: "plan.yaml")
    try folder.write("a key for tests and nothing else", to: "office.key")
    let form = try office.form("east") { form in
      for code in codes { form.set(code, .cumulative, .text("若干\(code)，问13812345678")) }
      form.set("12", .cumulative, "无")
      form.set("11", .cumulative, 0)
    }
    office.receive("east.xlsx", form)
    try folder.write(bytes: form, to: "east.xlsx")
    try folder.write("hello", to: "b.xlsx")
    let plan = try OpenPlan(path: "\(folder.path)/plan.yaml")
    let files = ["east.xlsx", "b.xlsx"].map { "\(folder.path)/\($0)" }
    return (plan, try await CheckJob(plan: plan, period: nil, history: [], files: files, workers: 1).run())
  }

  @Test func `of one rule a few findings are listed, and how many more there are`() async throws {
    let (plan, reports) = try await reports(Folder())
    let few = reports[0].text(rules: plan.rules, language: .chinese, limit: 3)
    #expect(few.contains("E02 还有1条，没有列出。"))
    #expect(few.split(separator: "\n").count { $0.contains("] E02 ") } == 3)
    #expect(!reports[0].text(rules: plan.rules, language: .chinese).contains("没有列出"))
  }

  @Test func `every output masks the numbers of people`() async throws {
    let (plan, reports) = try await reports(Folder())
    let output = CheckOutput(reports, plan: plan, language: .chinese)
    for text in [
      try output.json(), try output.jsonLines(), reports[0].text(rules: plan.rules, language: .chinese),
    ] {
      #expect(text.contains("138****5678") && !text.contains("13812345678"))
    }
  }

  @Test func `lines of JSON hold each file with its findings behind it`() async throws {
    let (plan, reports) = try await reports(Folder())
    let lines = try CheckOutput(reports, plan: plan, language: .chinese).jsonLines().split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    #expect(lines.map(\.type) == ["file"] + Array(repeating: "finding", count: lines.count - 3) + ["file", "finding"])
    #expect(lines.filter { $0.type == "file" }.map(\.verdict) == ["returned", "refused"])
    #expect(lines.filter { $0.type == "file" }.compactMap(\.findings) == [lines.count - 3, 1])
    #expect(lines.filter { $0.file.hasSuffix("east.xlsx") }.allSatisfy { $0.unit == "east" && $0.period == "2024-06" })
    #expect(lines.last?.id == "E20")
  }

  private struct Line: Decodable {
    let type: String
    let file: String
    let verdict: String?
    let findings: Int?
    let unit: String?
    let period: String?
    let id: String?
  }

  @Test func `the workbook has a line for each file and each finding`() async throws {
    let folder = try Folder()
    let (plan, reports) = try await reports(folder)
    for name in ["one.xlsx", "two.xlsx"] { try reports.writeBook(of: plan, to: "\(folder.path)/\(name)") }
    #expect(try folder.bytes("one.xlsx") == folder.bytes("two.xlsx"))
    let workbook = try Workbook(bytes: folder.bytes("one.xlsx"))
    #expect(workbook.worksheets.map(\.name) == ["审核结果", "审核问题"])
    let files = try #require(workbook["审核结果"]).snapshot()
    #expect(files["E6"]?.value == .string("退回") && files["E7"]?.value == .string("不能收下"))
    // Read, nil returns, …: the sums tie.
    #expect(files["F6"]?.value == .number(23) && files["G6"]?.value == .number(18) && files["H6"]?.value == .number(1))
    #expect(files["K6"]?.value == .number(4) && files["M6"]?.value == .number(4))
    let findings = try #require(workbook["审核问题"]).snapshot()
    let rules = findings.cells.filter { $0.reference.column == 2 && $0.reference.row > 4 }.map(\.value)
    #expect(rules.prefix(5) == [.string("E02"), .string("E02"), .string("E02"), .string("E02"), .string("E20")])
  }

  @Test func `what cannot be written is said`() async throws {
    let (plan, reports) = try await reports(Folder())
    #expect(throws: JobError.self) { try reports.writeBook(of: plan, to: "/nowhere/at/all.xlsx") }
    #expect(throws: JobError.self) { try TextOutput.write("", to: "/nowhere/at/all.json") }
  }
}

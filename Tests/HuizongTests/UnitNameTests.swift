import Forms
import PlanFile
import PlanModel
import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

@testable import Huizong

/// Units may be called what no sheet or file can be called.
@Suite struct UnitNameTests {
  static let signs = ["/", "\\", "#", ":", "*", "?", "\"", "<", ">", "|", "[", "]", "'", "&", "%", "..", "＿"]

  private func plan(_ name: String) -> String {
    OfficePlan.text.replacing("东县民政局", with: name).replacing(
      "name: \(name), short: 东县", with: "name: \(Self.quoted(name)), short: \(Self.quoted(name)), aliases: [东县]")
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  @Test func `names of files are never two alike, and hold nothing that a system refuses`() {
    let names = [
      "办公室/党办", "办公室＿党办", "办公室:党办", ".东县", "东县. ", "东县", "A/b", "a＿B", " / ", "", String(repeating: "长", count: 200),
    ]
    let units = names.enumerated().map { Unit(id: "u\($0.offset)", name: $0.element, kind: .section) }
    let files = UnitFileNames(units)
    let made = units.map { files[$0] }
    #expect(Set(made.map { $0.lowercased() }).count == made.count, "\(made)")
    #expect(made[1] == "办公室＿党办" && made[0] == "办公室＿党办＿2" && made[3] == "＿东县" && made[5] == "东县")
    for name in made {
      #expect(!name.isEmpty && name.utf8.count <= 200 && !name.contains { "/\\:*?\"<>|[]".contains($0) }, "\(name)")
      #expect(name.first != "." && name.last != "." && name.last?.isWhitespace != true)
    }
  }

  @Test(arguments: signs)
  func `a name with any sign gets its form, its return, its sheet and its own book`(sign: String) async throws {
    let name = "\(sign)东\(sign)县局\(sign)"
    let folder = try Folder()
    try folder.write(plan(name), to: "plan.yaml")
    try folder.write("a key for tests and nothing else", to: "office.key")
    let plan = try OpenPlan(path: "\(folder.path)/plan.yaml")
    let unit = try #require(plan.plan.unit(id: "east"))
    #expect(unit.name == name)
    let forms = try await TemplateJob(
      plan: plan, period: Period("2024-06")!, units: [], history: [], output: "\(folder.path)/forms", workers: 1
    ).run { _ in }
    #expect(forms.allSatisfy { $0.state == .written })
    let form = try #require(forms.first { $0.unit.id == "east" }?.path)
    let file = String(form.split(separator: "/").last ?? "")
    var editor = try FormEditor(folder.bytes("forms/\(file)"))
    for (code, column, entry) in SmallOffice.entries("east") { editor.set(code, column, entry) }
    editor.set("01", .cumulative, "若干")
    try folder.write(bytes: editor.parts.bytes, to: "inbox/\(file)")
    try folder.write("\"\(file.replacing("\"", with: "\"\""))\",2024/7/3\n", to: "inbox/receipts.csv")
    let outcome = try await ConsolidateJob(
      plan: plan, period: Period("2024-06")!, source: .inbox("\(folder.path)/inbox", earlier: []), workers: 1
    ).run()
    #expect(
      outcome.intake.reports.first?.unit == "east" && outcome.intake.receipts.problems.isEmpty
        && outcome.intake.receipts.withoutFile.isEmpty)
    try outcome.period.writeBook(to: "\(folder.path)/book.xlsx")
    let split = try outcome.period.writeBook(to: "\(folder.path)/split.xlsx", split: true)
    #expect(split?.count == 3)
    let sent = try await ReturnJob(
      plan: plan, period: Period("2024-06")!, source: .inbox("\(folder.path)/inbox"), history: [],
      output: "\(folder.path)/returns", workers: 1
    ).run { _ in }
    #expect(sent.returns.first?.workbook?.state == .written)
    // Every link of the book leads to a sheet that is there.
    let book = try Workbook(path: "\(folder.path)/book.xlsx")
    let sheets = Set(book.worksheets.map(\.name))
    for sheet in book.worksheets {
      for link in try sheet.snapshot().hyperlinks {
        guard let location = link.location, let mark = location.lastIndex(of: "!") else { continue }
        let target = location[..<mark].trimmingQuotes
        #expect(sheets.contains(target), "\(location)")
      }
    }
  }

  @Test(arguments: ["东\u{7}县", "东\u{FFFF}县"])
  func `a name that nothing can hold is refused with what is wrong`(name: String) throws {
    let text = OfficePlan.text.replacing(
      "name: 东县民政局", with: "name: \"东\\u\(name.contains("\u{7}") ? "0007" : "FFFF")县\"")
    let error = #expect(throws: PlanFileError.self) { try PlanReader().read(text) }
    let problem = try #require(error?.problems.first { $0.code == .unusableName })
    #expect(problem.sentence(in: .chinese).contains("U+") && problem.sentence(in: .english).contains("U+"))
  }
}

extension Substring {
  fileprivate var trimmingQuotes: String {
    guard hasPrefix("'"), hasSuffix("'") else { return String(self) }
    return String(dropFirst().dropLast()).replacing("''", with: "'")
  }
}

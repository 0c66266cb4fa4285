import Foundation
import PlanFile
import PlanModel
import SpreadsheetML
import Testing
import Validation

@testable import Forms

/// The Python with openpyxl that the tests use.
enum TestPython {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
  static let path =
    ProcessInfo.processInfo.environment["HUIZONG_TEST_PYTHON"] ?? root.appending(path: ".build-venv/bin/python").path()
  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }
}

/// From the template through another program and back: every figure as it was typed, with its cell, for every unit of the
/// sample's plan.
///
/// Needs the Python that `scripts/setup --test` installs; `scripts/test` names it.
@Suite(.serialized, .enabled(if: TestPython.isThere)) struct RoundTripTests {
  static let june = Period("2024-06")!
  static let key = SigningKey(file: "a key for tests and nothing else")!

  struct Failed: Error { let complaint: String }

  private let forms: [FilledForm]
  private let plan: Plan
  private let folder: Folder

  init() throws {
    let text = String(
      decoding: try Data(contentsOf: TestPython.root.appending(path: "samples/shanwei-2024/plan.yaml")), as: UTF8.self)
    plan = try PlanReader().read(text)
    folder = try Folder()
    let rules = RulePackage(plan: plan)
    // The counties have reported everything that has a figure.
    var line = LineFigures()
    for indicator in plan.indicators {
      for unit in indicator.reportedBy { line.reported[unit, default: [:]][indicator.code] = .decimal(8) }
    }
    var forms: [FilledForm] = []
    for (index, id) in plan.reportingUnits(in: Self.june).enumerated() {
      let unit = try #require(plan.unit(id: id))
      // Every other indicator has a figure of the earlier period printed in.
      let codes = plan.indicators(reportedBy: id, in: Self.june).map(\.code)
      let previous = Dictionary(
        uniqueKeysWithValues: codes.enumerated().filter { ($0.offset + index) % 2 == 0 }.map {
          ($0.element, FixedDecimal(7))
        })
      let writer = TemplateWriter(rules: rules, unit: unit, period: Self.june, previous: previous, line: line)
      try folder.write("", to: "templates/.keep")
      try writer.write(to: "\(folder.path)/templates/\(id).xlsx", key: Self.key)
      forms.append(FilledForm(unit: unit, layout: writer.layout, period: Self.june, seed: UInt64(index) &+ 2_024))
    }
    self.forms = forms
  }

  private func path(_ kind: String, _ form: FilledForm) -> String { "\(folder.path)/\(kind)/\(form.unit.id).xlsx" }

  /// Has another program take the steps on each unit's file of `source`, and save it in `target`.
  private func run(
    _ program: String, from source: String, to target: String, _ steps: (FilledForm) -> [[String: String]]
  ) throws {
    try folder.write("", to: "\(target)/.keep")
    let jobs = forms.map { form -> [String: Any] in
      ["template": path(source, form), "output": path(target, form), "steps": steps(form)]
    }
    let list = "\(folder.path)/\(target).json"
    try JSONSerialization.data(withJSONObject: jobs).write(to: URL(filePath: list))
    let process = Process()
    process.executableURL = URL(filePath: TestPython.path)
    process.arguments = [
      "-W", "ignore", TestPython.root.appending(path: "scripts/oracle/run").path(), "fill", program, list,
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
    let complaint = Pipe()
    process.standardError = complaint
    try process.run()
    let words = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(complaint: words) }
  }

  private func read(_ kind: String, _ form: FilledForm) throws -> ReadForm {
    let bytes = Array(try Data(contentsOf: URL(filePath: path(kind, form))))
    let reading = SubmissionReader(plan: plan, period: Self.june, key: Self.key).read(bytes: bytes, file: kind)
    guard case .form(let read) = reading else { throw Failed(complaint: "\(reading)") }
    return read
  }

  private func expectAll(
    _ kind: String, _ moved: (CellReference) -> CellReference = { $0 },
    review: (CellReference, FilledForm) -> CellReference = { place, _ in place }
  ) throws {
    var (cells, reviewed) = (0, 0)
    for form in forms {
      let read = try read(kind, form)
      #expect(form.differences(read.submission, moved, review: { review($0, form) }) == [], "\(kind) \(form.unit.name)")
      #expect(read.serial != nil)
      let accounting = read.accounting
      #expect(accounting.expected == form.layout.rows.count && accounting.blank == 0 && accounting.unreadable == 0)
      cells += form.cells.count
      reviewed += form.reviewed.count
    }
    #expect(forms.count == 15 && cells > 600 && reviewed > 100)
  }

  @Test func `filled by openpyxl, saved again by LibreOffice, and broken by hand`() throws {
    try run("openpyxl", from: "templates", to: "openpyxl") { $0.steps() }
    try expectAll("openpyxl")

    try run("libreoffice", from: "openpyxl", to: "saved-again") { _ in [] }
    try expectAll("saved-again")

    // A row put in above the second indicator, 进展情况 moved before 计量单位, the sheet renamed; digits in full width.
    let inserted = FormSheet.firstRow + 1
    let from = FormColumn.allCases.firstIndex(of: .progress)!
    let to = FormColumn.allCases.firstIndex(of: .measure)!
    func moved(_ place: CellReference) -> CellReference {
      let column =
        place.column == from ? to : (to..<from).contains(place.column) ? place.column + 1 : place.column
      return CellReference(row: place.row >= inserted ? place.row + 1 : place.row, column: column)
    }
    // On 条线复核 a row is put in between its two tables.
    func shifted(_ place: CellReference, _ form: FilledForm) -> CellReference {
      let head = form.layout.review.map { ReviewGrid(table: $0).figureHead } ?? 0
      return CellReference(row: place.row >= head ? place.row + 1 : place.row, column: place.column)
    }
    func letters(_ column: Int) -> String { "\(CellReference(row: 0, column: column).a1.dropLast())" }
    func reviewSteps(_ form: FilledForm) -> [[String: String]] {
      form.layout.review.map { table in
        [["do": "insert-row", "sheet": table.sheet, "row": "\(ReviewGrid(table: table).figureHead + 1)"]]
      } ?? []
    }
    try run("libreoffice", from: "templates", to: "broken") { form in
      [
        ["do": "insert-row", "sheet": form.layout.sheet, "row": "\(inserted + 1)"],
        ["do": "move-column", "sheet": form.layout.sheet, "column": letters(from), "before": letters(to)],
      ] + reviewSteps(form) + form.steps(moved, review: { shifted($0, form) }, fullWidth: true)
        + [["do": "rename", "sheet": form.layout.sheet, "value": "Sheet1"]]
        + (form.layout.review.map { [["do": "rename", "sheet": $0.sheet, "value": "复核"]] } ?? [])
    }
    try expectAll("broken", moved, review: shifted)
  }
}

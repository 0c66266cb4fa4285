import FoundationEssentials
import PlanModel
import SpreadsheetML
import Validation
import XLSXReading

/// Writes a form filled in as a file, and reads and checks that file, as it would come back.
struct FormTrial {
  let rules: RulePackage
  let unit: Unit
  let period: Period
  let layout: FormLayout
  let key: SigningKey
  var history: RowHistory
  /// Where the file is put for the time of the trial.
  let path: String

  struct Outcome {
    let submission: Submission
    let findings: [Finding]

    func has(_ rule: String, _ code: String?) -> Bool {
      findings.contains { $0.rule == rule && (code == nil || $0.indicator == code) }
    }
  }

  /// The form as it was written is not taken back.
  struct Refusal: Error {
    let findings: [Finding]
  }

  /// Returns the codes of the rows whose cell to be filled nothing guards: neither a drop-down nor a check on entry.
  func unguarded() throws -> [String] {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try TemplateWriter(rules: rules, unit: unit, layout: layout, period: period).write(to: path, key: key)
    let workbook = try Workbook(path: path)
    let form = FormSheet(layout)
    let rules = try workbook.worksheets.first { $0.name == layout.sheet }?.snapshot().dataValidations ?? []
    let ranges = rules.flatMap(\.ranges)
    return layout.rows.enumerated().compactMap { index, row in
      let cell = form.cell(row.decidingColumn, FormSheet.firstRow + index)
      return row.entry.content == .words || ranges.contains { $0.contains(cell) } ? nil : row.code
    }
  }

  func run(_ contents: FormContents) throws -> Outcome {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try TemplateWriter(rules: rules, unit: unit, layout: layout, period: period, contents: contents)
      .write(to: path, key: key)
    let data = try Data(contentsOf: URL(filePath: path))
    let reading = SubmissionReader(plan: rules.plan, period: period, key: key).read(
      bytes: Array(data), file: "self-test")
    switch reading {
    case .refused(_, let findings): throw Refusal(findings: findings)
    case .form(let form):
      let known = rules.settled(form.findings, of: form.submission)
      let found = SubmissionChecker(rules: rules, period: period).check(form.submission, known: known, history: history)
      return Outcome(submission: form.submission, findings: known + found)
    }
  }
}

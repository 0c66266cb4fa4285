import Forms
import PlanModel
import Reports
import Validation

extension [FileReport] {
  /// Writes the reports of a check as a workbook.
  public func writeBook(of plan: OpenPlan, to path: String) throws(JobError) {
    do {
      try CheckBook(plan: plan.plan, rules: plan.rules.catalogue, files: map { CheckedFile($0) }).write(to: path)
    } catch {
      throw JobError(writing: path, error)
    }
  }
}

extension CheckedFile {
  fileprivate init(_ report: FileReport) {
    var cells: Cells?
    var period: Period?
    if case .form(let form)? = report.reading {
      let counts = form.accounting
      cells = Cells(
        expected: counts.expected, read: counts.read, nilReturns: counts.nilReturns,
        notApplicable: counts.notApplicable, blank: counts.blank, unreadable: counts.unreadable,
        outside: counts.outside)
      period = form.submission.period
    }
    self.init(
      file: report.file, unit: report.unit, period: period, verdict: report.disposition.words(in: .chinese),
      isAccepted: report.disposition.isAccepted, cells: cells, findings: report.findings)
  }
}

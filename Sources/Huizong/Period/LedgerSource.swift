import Consolidation
import LedgerStore
import PlanModel

/// A ledger, into which the files of an inbox go first where there is one.
struct LedgerSource: SubmissionSource {
  let book: LedgerSession
  let period: Period
  /// `nil` gives account of all that the ledger has received.
  let inbox: Inbox?
  let receipts: ReceiptBook?

  var path: String { book.view.ledger.path }

  func intake(progress: @escaping @Sendable (Int, Int) -> Void) async throws(JobError) -> PeriodIntake {
    let (taken, attachments) =
      if let inbox, let receipts {
        try await book.take(inbox, for: period, receipts: receipts, progress: progress)
      } else {
        try book.view.received(for: period)
      }
    try await book.settle(through: period)
    let candidates = try book.view.candidates(of: period)
    let (reports, severalForms) = try book.view.reports(on: taken, candidates, for: period)
    let background = PeriodIntake.Background(
      previous: try book.previous(for: period), choices: try book.view.choices(of: period),
      earlier: try await book.earlierMonths(for: period), adjustments: try book.view.adjustments(of: period))
    return PeriodIntake(
      period: period, reports: reports, severalForms: severalForms, attachments: attachments,
      ignored: inbox?.files.filter { $0.kind == .ignored }.map(\.name) ?? [],
      receipts: receipts.map(ReceiptFaults.init) ?? ReceiptFaults(),
      candidates: candidates, background: background, earlier: EarlierSubmissions(of: book.plan.plan))
  }

  func record(_ period: ConsolidatedPeriod) throws(JobError) { try book.note(period) }
}

import PlanModel
import Synchronization

/// What a ledger says of a unit before a period, for readers that cannot fail: whoever asked them asks `check` before
/// anything is made of what they say.
final class LedgerLookup: Sendable {
  private let view: LedgerView
  private let failure = Mutex<JobError?>(nil)

  init(_ view: LedgerView) {
    self.view = view
  }

  /// Returns what the unit reported before; nothing where the ledger cannot be read, and `check` then says so.
  func of(_ unit: String, before period: Period) -> EarlierSubmissions {
    do throws(JobError) {
      return try view.earlier(of: unit, before: period)
    } catch {
      failure.withLock { $0 = $0 ?? error }
      return EarlierSubmissions(of: view.plan.plan)
    }
  }

  /// - Throws: the first error that reading the ledger met with.
  func check() throws(JobError) {
    if let error = failure.withLock({ $0 }) { throw error }
  }
}

/// What is known of a unit before a period, wherever from.
struct EarlierLookup: Sendable {
  let of: @Sendable (_ unit: String, _ period: Period) -> EarlierSubmissions
  /// Throws what kept `of` from saying all there is.
  let check: @Sendable () throws(JobError) -> Void

  init(
    _ of: @escaping @Sendable (_ unit: String, _ period: Period) -> EarlierSubmissions,
    check: @escaping @Sendable () throws(JobError) -> Void = { () throws(JobError) in }
  ) {
    self.of = of
    self.check = check
  }
}

import LedgerStore
import PlanModel

extension LedgerDecisionJob {
  /// Returns a sentence that says what was noted about a file.
  func noted(_ form: Ledger.KnownForm, _ kind: FileDecision, _ language: Language) -> String {
    let unit = plan.plan.unit(id: form.unit)?.name ?? form.unit
    return language(
      "已记入台账：\(unit)\(form.period.chinese)“\(form.name)\(form.part)”\(kind.words(language))（\(by)：\(why)）。",
      "Noted: \(unit) \(form.period) “\(form.name)\(form.part)” \(kind.words(language)) (\(by): \(why)).")
  }
}

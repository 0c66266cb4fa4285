import Forms
import PlanModel

extension LedgerEntryJob {
  /// Returns a sentence that says which figure was noted.
  func noted(_ indicator: Indicator, _ value: FixedDecimal, proof: String, _ language: Language) -> String {
    language(
      "已记入台账：\(unit.name)\(period.chinese)“\(indicator.name)”\(FormColumn.cumulative.chinese)\(value.shortest)\(indicator.measure)（人工，\(by)：\(why)，依据“\(proof)”）。",
      "Noted: \(unit.name) \(period) “\(indicator.name)” \(FormColumn.cumulative.chinese) \(value.shortest) (by hand, \(by): \(why), evidence “\(proof)”)."
    )
  }

  /// Returns a sentence that says which points were noted.
  func noted(points value: FixedDecimal, proof: String, _ language: Language) -> String {
    language(
      "已记入台账：\(unit.name)\(period.chinese)\(value.isNegative ? "减" : "加")\((value.isNegative ? value.negated : value).shortest)分（人工，\(by)：\(why)，依据“\(proof)”），计入该期及包含它的季、半年、年考评。",
      "Noted: \(unit.name) \(period) \(value.shortest) points (by hand, \(by): \(why), evidence “\(proof)”); they count in the evaluations of the period and of those around it."
    )
  }
}

import Consolidation
public import PlanModel
import Validation

extension OpenPlan {
  /// Returns a line for each waiver that no longer holds for a period.
  public func expiredWaivers(in period: Period, _ language: Language) -> [String] {
    rules.catalogue.expiredWaivers(in: period).map { waiver in
      let unit = waiver.unit.map { plan.unit(id: $0)?.name ?? $0 }
      let subject = [unit, waiver.indicator].compactMap(\.self).joined(separator: " ")
      return language(
        "\(path):\(waiver.place.line)：规则 \(waiver.rule)\(subject.isEmpty ? "" : "（\(subject)）")的豁免已于\(waiver.until.chinese)到期，\(period.chinese)不再适用。",
        "\(path):\(waiver.place.line): the waiver of \(waiver.rule)\(subject.isEmpty ? "" : " (\(subject))") ended on \(waiver.until); it does not hold for \(period)."
      )
    }
  }

  /// Returns the same for every period that files were made for, in order.
  public func expiredWaivers(of reports: [FileReport], _ language: Language) -> [String] {
    let periods = reports.compactMap { report in
      report.candidate?.submission.period
    }
    return Set(periods).sorted().flatMap { expiredWaivers(in: $0, language) }
  }
}

extension [FileReport] {
  /// Returns what to look at first where no form's stamp was made with the plan's key: it is rather another key than all
  /// forms altered.
  public func keyHint(_ plan: OpenPlan, in language: Language) -> String? {
    func isAltered(_ finding: Finding) -> Bool { finding.rule == BuiltInRule.stampAltered.rawValue }
    let altered = count { $0.findings.contains(where: isAltered) }
    guard plan.key != nil, altered > 1, !contains(where: { $0.candidate?.isUnstamped == false }) else { return nil }
    return language(
      "有标识的\(altered)份表没有一份通过核验：请先查签名密钥“\(plan.keyPath)”是不是下发这些表时用的那一把。",
      "none of the \(altered) stamped forms is genuine: see first whether “\(plan.keyPath)” is the key they were made with."
    )
  }
}

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

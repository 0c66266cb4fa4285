import Consolidation
import LedgerStore
import PlanModel
import Validation

/// A figure that a person entered by hand, as a form with one row: 人工.
struct ManualEntry {
  let entry: StoredEntry
  let indicator: Indicator
  /// What the value was measured in when it was entered.
  let measure: String
  /// 上期累计; `nil` where it is not known.
  let previous: FixedDecimal?
  let day: CivilDate

  /// How messages and summaries name it.
  private var name: String { "人工录入（\(entry.by)，\(day)）" }

  /// The evidence stands for the file.
  private var digest: String { entry.evidence?.digest ?? "entry-\(entry.seq)" }

  /// As the plan measures now, which may have changed since; `nil` where it does not convert.
  private var value: FixedDecimal? { MeasureFamily.convert(entry.value, from: measure, to: indicator.measure) }

  /// An entry that does not convert counts for nothing, and says so.
  var candidate: Candidate {
    let origin = FigureOrigin(
      file: name, digest: digest, sheet: entry.evidence?.name ?? "", cell: "", text: entry.value.description,
      normalizations: value.map { value in
        value == entry.value
          ? []
          : [
            .init(rule: "unit-of-measure", from: entry.value.shortest + measure, to: value.shortest + indicator.measure)
          ]
      } ?? [])
    let isSame = value == entry.value
    let rule: BuiltInRule = value == nil ? .foreignMeasure : .measureConverted
    let restated = rule.finding(
      unit: entry.unit, file: name, sheet: origin.sheet, indicator: indicator.code, column: .cumulative,
      text: origin.text + measure, value: measure, expected: indicator.measure)
    return Candidate(
      submission: Submission(
        file: name, digest: "entry-\(entry.seq)", unit: entry.unit, period: entry.period,
        rows: [
          Submission.Row(
            code: indicator.code,
            previous: previous.map { .init(figure: .decimal($0), origin: nil) } ?? .absent,
            current: current.map { .init(figure: .decimal($0), origin: nil) } ?? .absent,
            cumulative: .init(figure: value.map { .decimal($0) } ?? .blank, origin: origin),
            explanation: .init(figure: .text(entry.why), origin: nil))
        ], signature: .init(preparer: entry.by)), received: day, findings: isSame ? [] : [restated], isManual: true)
  }

  /// 本期; `nil` where it cannot be worked out, or there is none.
  private var current: FixedDecimal? {
    guard let value, let previous, !indicator.accumulation.isState else { return nil }
    return try? value.subtracting(previous)
  }
}

import Consolidation
import LedgerStore
import PlanModel

/// A figure that a person entered by hand, as a form with one row: 人工.
struct ManualEntry {
  let entry: StoredEntry
  let indicator: Indicator
  /// 上期累计; `nil` where it is not known.
  let previous: FixedDecimal?
  let day: CivilDate

  /// How messages and summaries name it.
  private var name: String { "人工录入（\(entry.by)，\(day)）" }

  /// The evidence stands for the file.
  private var digest: String { entry.evidence?.digest ?? "entry-\(entry.seq)" }

  var candidate: Candidate {
    let origin = FigureOrigin(
      file: name, digest: digest, sheet: entry.evidence?.name ?? "", cell: "", text: entry.value.description)
    return Candidate(
      submission: Submission(
        file: name, digest: "entry-\(entry.seq)", unit: entry.unit, period: entry.period,
        rows: [
          Submission.Row(
            code: indicator.code,
            previous: previous.map { .init(figure: .decimal($0), origin: nil) } ?? .absent,
            current: current.map { .init(figure: .decimal($0), origin: nil) } ?? .absent,
            cumulative: .init(figure: .decimal(entry.value), origin: origin),
            explanation: .init(figure: .text(entry.why), origin: nil))
        ], signature: .init(preparer: entry.by)), received: day, findings: [], isManual: true)
  }

  /// 本期; `nil` where it cannot be worked out, or there is none.
  private var current: FixedDecimal? {
    guard let previous, !indicator.accumulation.isState else { return nil }
    return try? entry.value.subtracting(previous)
  }
}

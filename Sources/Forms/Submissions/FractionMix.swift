import PlanModel
import Validation

/// W24: of the rows in per cent some are filled with fractions and some are not, so that one of the two may be
/// misunderstood.
struct FractionMix {
  let unit: String
  let file: String
  let sheet: String

  /// - Parameter known: what reading the rows found; a bare fraction is among it as W05.
  func findings(_ rows: [Submission.Row], layout: FormLayout, known: [Finding]) -> [Finding] {
    let fractions = known.filter { $0.rule == BuiltInRule.bareFraction.rawValue }
    let codes = Set(fractions.compactMap(\.indicator))
    let others = rows.filter { row in
      layout.row(row.code)?.measure == "%" && !codes.contains(row.code) && (row.figure(in: .cumulative).number ?? 0) > 1
    }
    guard !fractions.isEmpty, !others.isEmpty else { return [] }
    let texts = fractions.compactMap(\.text) + others.compactMap { $0.cumulative.origin?.text }
    return [
      BuiltInRule.fractionMix.finding(
        unit: unit, file: file, sheet: sheet, cells: fractions.flatMap(\.cells), value: texts.joined(separator: "、"))
    ]
  }
}

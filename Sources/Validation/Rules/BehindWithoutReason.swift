import PlanModel

extension RowContext {
  /// W02: behind the pace, and the row names neither a problem nor a measure, or lacks one of them.
  @Sendable static func behindWithoutReason(_ context: RowContext) -> [Finding] {
    guard let gap = context.gap, gap < 0 else { return [] }
    let missing = [
      (context.row.problems, FormColumn.problems), (context.row.measures, FormColumn.measures),
    ].filter { !isSaid($0.0.figure) }
    guard let first = missing.first else { return [] }
    let cells = missing.compactMap { $0.0.origin?.cell }
    return [
      BuiltInRule.behindWithoutReason.finding(
        unit: context.submission.unit, file: context.submission.file,
        sheet: first.0.origin?.sheet ?? context.row.cumulative.origin?.sheet, cells: cells,
        indicator: context.indicator.code, column: first.1, text: first.0.origin?.text,
        value: gap.magnitude.description, expected: missing.map(\.1.chinese).joined(separator: "、"))
    ]
  }

  private static func isSaid(_ figure: Figure) -> Bool {
    guard case .text(let text) = figure else { return false }
    return text.contains { $0.isLetter || $0.isNumber } && text != "无"
  }
}

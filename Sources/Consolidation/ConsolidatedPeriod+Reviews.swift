public import PlanModel
import Validation

extension ConsolidatedPeriod {
  /// What a lead department says of one of its tasks.
  public struct LineWords: Hashable, Sendable {
    public let unit: Unit
    public let words: LineReview.Words
  }

  /// Returns what those leads of a task whose forms count say of it (条线复核), in their order.
  public func lineWords(of task: PlanTask) -> [LineWords] {
    task.leads.compactMap { name in
      guard let unit = plan.unit(named: name), let words = review(of: unit.id)?.words(of: task.id) else { return nil }
      return LineWords(unit: unit, words: words)
    }
  }

  /// Returns the review that a unit sent in. Of files that conflict that is taken which all of them say: which of two
  /// opinions holds is for people.
  private func review(of unit: String) -> LineReview? {
    guard let report = report(of: unit), let first = report.reviewing.first?.submission.review else { return nil }
    return report.conflictingReviews.dropFirst().compactMap(\.submission.review).reduce(first) { $0.agreed(with: $1) }
  }

  /// W36: a figure that the lead department queries, said of the county's form; N15: one that was changed after its
  /// review, said of the department's.
  ///
  /// A query stands until the department confirms the figure, or the county changes it.
  var reviews: [Finding] {
    units.flatMap { report -> [Finding] in
      guard let review = review(of: report.unit.id) else { return [] }
      return review.opinions.compactMap { finding(about: $0, of: report) }
    }
  }

  private func finding(about opinion: LineReview.Opinion, of lead: UnitReport) -> Finding? {
    guard let verdict = opinion.verdict, let result = result(code: opinion.indicator),
      let figure = result.figures.first(where: { $0.unit.id == opinion.unit }), !figure.isCarried,
      figure.state == .reported || figure.state == .notApplicable, let now = figure.row?.cumulative
    else { return nil }
    if let shown = opinion.shown, shown != now.figure.plain {
      return BuiltInRule.reviewOutdated.finding(
        unit: lead.unit.id, file: opinion.origin?.file ?? "", sheet: opinion.origin?.sheet,
        cells: opinion.origin.map { [$0.cell] } ?? [], indicator: opinion.indicator, text: now.figure.plain,
        value: "\(figure.unit.short)“\(result.indicator.name)”", expected: shown)
    }
    guard verdict == .queried else { return nil }
    return BuiltInRule.figureQueried.finding(
      unit: figure.unit.id, file: now.origin?.file ?? "", sheet: now.origin?.sheet,
      cells: now.origin.map { [$0.cell] } ?? [], indicator: opinion.indicator, column: .cumulative,
      text: now.figure.plain, value: lead.unit.name, expected: opinion.remark.figure.plain)
  }
}

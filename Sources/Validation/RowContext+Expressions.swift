import PlanModel

extension RowContext: ExpressionContext {
  func figure(_ reference: Reference) -> Figure {
    switch reference.subject {
    case .own: return figure(reference.column, in: row, of: indicator)
    case .indicator(let code):
      guard let other = code == indicator.code ? indicator : plan.indicator(code: code) else { return .blank }
      return figure(reference.column, in: submission.row(code), of: other)
    case .last: return history.last[indicator.code]?.figure(reference.column) ?? .blank
    case .lastYear: return history.lastYear[indicator.code]?.figure(reference.column) ?? .blank
    case .numerator, .denominator, .total: return .blank
    }
  }

  var list: [Submission.ListRow] { submission.lists[indicator.code] ?? [] }
  var isExplained: Bool { Explanation.isReal(row.explanation.figure) }
  func isNoted(_ observation: String) -> Bool { noted.contains(observation) }

  private func figure(_ column: Reference.Column, in row: Submission.Row?, of indicator: Indicator) -> Figure {
    switch column {
    case .target: Figure(indicator.target(in: period))
    case .allocation: Figure(indicator.allocation[submission.unit])
    case .goal: Figure(Self.goal(of: indicator, unit: submission.unit, in: period))
    case .pace: Figure(try? indicator.pacePercentage(in: period)?.rounded(to: 1))
    case .deadline: Figure(indicator.deadline?.date)
    case .periodStart: Figure((period.ending(indicator.frequency) ?? period).firstDay)
    case .periodEnd: Figure(period.lastDay)
    case .preparer: Figure(words: submission.signature.preparer)
    case .reviewer: Figure(words: submission.signature.reviewer)
    case .phone: Figure(words: submission.signature.phone)
    case .signedOn: Figure(submission.signature.date)
    default: row?.figure(column) ?? .blank
    }
  }
}

extension Submission.Row {
  /// What was reported in the column; blank for columns of the plan and of the form.
  func figure(_ column: Reference.Column) -> Figure {
    switch column {
    case .current: current.figure
    case .cumulative: cumulative.figure
    case .previous: previous.figure
    case .progress: progress.figure
    case .problems: problems.figure
    case .measures: measures.figure
    case .explanation: explanation.figure
    default: .blank
    }
  }
}

extension Figure {
  fileprivate init(_ number: FixedDecimal?) { self = number.map { .decimal($0) } ?? .blank }
  fileprivate init(_ day: CivilDate?) { self = day.map { .date($0, precision: .day) } ?? .blank }
  fileprivate init(words: String) { self = words.isEmpty ? .blank : .text(words) }
}

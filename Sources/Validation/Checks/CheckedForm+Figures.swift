public import PlanModel

extension CheckedForm {
  func figure(_ column: Reference.Column, ofIndicator code: String) -> Figure {
    guard let indicator = rules.indicators[code] else { return .blank }
    return figure(column, in: rows[code], of: indicator)
  }

  func figure(_ column: Reference.Column, in row: Submission.Row?, of indicator: Indicator) -> Figure {
    if let planned = column.planned(for: indicator, unit: submission.unit, in: period) { return planned }
    return column.isOfForm ? figure(column) : row?.figure(column) ?? .blank
  }

  /// Returns what stands once on the form.
  func figure(_ column: Reference.Column) -> Figure {
    switch column {
    case .periodStart, .periodEnd: column.planned(for: nil, unit: submission.unit, in: period) ?? .blank
    case .preparer: Figure(words: submission.signature.preparer)
    case .reviewer: Figure(words: submission.signature.reviewer)
    case .phone: Figure(words: submission.signature.phone)
    case .signedOn: Figure(submission.signature.date)
    default: .blank
    }
  }
}

extension Submission.Row {
  /// Returns what was reported in the column; blank for columns of the plan and of the form.
  func figure(_ column: Reference.Column) -> Figure {
    switch column {
    case .current: figure(in: .current)
    case .cumulative: figure(in: .cumulative)
    case .previous: figure(in: .previous)
    case .progress: figure(in: .progress)
    case .problems: figure(in: .problems)
    case .nextSteps: figure(in: .nextSteps)
    case .explanation: figure(in: .explanation)
    default: .blank
    }
  }
}

extension Reference.Column {
  /// Returns what plan and period say in the column, blank where they say nothing; `nil` for what the unit reports.
  ///
  /// - Parameter indicator: `nil` for the form as a whole.
  public func planned(for indicator: Indicator?, unit: String, in period: Period) -> Figure? {
    switch self {
    case .target: Figure(indicator?.target(in: period))
    case .allocation: Figure(indicator?.allocation[unit])
    case .goal: Figure(indicator?.goal(of: unit, in: period))
    case .pace: Figure(try? indicator?.pacePercentage(in: period)?.rounded(to: 1))
    case .deadline: Figure(indicator?.deadline?.date)
    case .periodStart: Figure((indicator.flatMap { period.ending($0.frequency) } ?? period).firstDay)
    case .periodEnd: Figure(period.lastDay)
    default: nil
    }
  }
}

extension Figure {
  fileprivate init(_ number: FixedDecimal?) { self = number.map { .decimal($0) } ?? .blank }
  fileprivate init(_ day: CivilDate?) { self = day.map { .date($0, precision: .day) } ?? .blank }
  fileprivate init(words: String) { self = words.isEmpty ? .blank : .text(words) }
}

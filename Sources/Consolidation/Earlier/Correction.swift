public import PlanModel

/// A figure that a unit reported, and reported otherwise in a later file of the same period: 更正.
public struct Correction: Hashable, Sendable {
  public let unit: String
  /// The indicator's code.
  public let code: String
  public let period: Period
  /// 累计完成 as the replaced file had it, and as it counts.
  public let from: FixedDecimal
  public let to: FixedDecimal
  /// When the file that counts came in.
  public let received: CivilDate?

  public init(
    unit: String, code: String, period: Period, from: FixedDecimal, to: FixedDecimal, received: CivilDate?
  ) {
    self.unit = unit
    self.code = code
    self.period = period
    self.from = from
    self.to = to
    self.received = received
  }
}

extension ConsolidatedPeriod {
  /// The figures of the period's own forms that were corrected, by unit in table order, then in the order of the plan.
  ///
  /// A file that had to go back was never counted: what was mended in it is no correction.
  public var corrections: [Correction] {
    units.flatMap { report -> [Correction] in
      let files = report.files
      guard !files.superseded.isEmpty || files.counting.count > 1 else { return [] }
      return plan.indicators(reportedBy: report.unit.id, in: period).compactMap { indicator in
        let code = indicator.code
        guard !files.disputed.contains(code), let source = files.source(of: code), !source.isManual,
          let now = source.submission.row(code)?.figure(in: .cumulative).number
        else { return nil }
        let replaced = (files.superseded + files.counting).last { older in
          !older.isManual && source.replaces(older) && older.submission.row(code)?.figure(in: .cumulative).number != nil
        }
        guard let before = replaced?.submission.row(code)?.figure(in: .cumulative).number, before != now else {
          return nil
        }
        return Correction(
          unit: report.unit.id, code: code, period: source.submission.period, from: before, to: now,
          received: source.received)
      }
    }
  }

  /// The corrected figures that the last book did not have: of this period, and of the one before those that came after
  /// its forms were due.
  public var newCorrections: [Correction] {
    guard let last = lastSnapshot else { return corrections }
    let due = plan.reporting.dueDate(of: last.period)
    let late = last.corrections.filter { correction in
      guard let due, let received = correction.received else { return true }
      return received > due
    }
    return late + corrections
  }

  /// The same, to be compared with; `nil` also where a file of it could not be read: what differs may be that file.
  public var comparableSnapshot: MonthlySnapshot? {
    lastSnapshot.flatMap { earlier.isWhole($0.period) ? $0 : nil }
  }

  /// The snapshot that closed the period before; `nil` where nothing is known of it, or across the turn of the year.
  public var lastSnapshot: MonthlySnapshot? {
    guard let last = period.previous, last.year == period.year else { return nil }
    let closing = plan.formPeriod(closing: last)
    return earlier.snapshots.first { $0.period == closing }
  }
}

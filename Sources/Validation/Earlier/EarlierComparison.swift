import PlanModel

/// One row of a form beside what the unit's earlier forms of the year said of it.
struct EarlierComparison {
  let submission: Submission
  let period: Period
  let indicator: Indicator
  let row: Submission.Row
  let earlier: EarlierFigures

  var known: [EarlierFigures.Known] { earlier.known[indicator.code] ?? [] }

  var findings: [Finding] {
    if let notApplicable { return [notApplicable] }
    var found: [Finding] = []
    func add(_ finding: Finding?) { if let finding { found.append(finding) } }
    if indicator.isDated, !indicator.isRecurring {
      add(day)
    } else if indicator.accumulation.isState {
      if indicator.entryKind.hasPrevious { add(previous) }
      add(amount)
    } else {
      add(previous ?? sum)
      add(fell)
      add(amount ?? yearInPeriod)
      add(repeated)
    }
    return found
  }

  /// The cell that the unit fills.
  var entry: (column: FormColumn, cell: Submission.Entry) {
    let column = indicator.entryKind.column
    return (column, row.entry(column))
  }

  // MARK: Figures

  /// The last period of which a number since the start of the year is known.
  private var last: (known: EarlierFigures.Known, value: FixedDecimal)? {
    known.lazy.compactMap { known in known.row.figure(in: .cumulative).number.map { (known, $0) } }.first
  }

  /// E11 by what was reported before: what was reported does not turn into nothing.
  private var notApplicable: Finding? {
    guard entry.cell.figure == .notApplicable, !indicator.isWordsOnly, let reason = earlierReason else { return nil }
    return BuiltInRule.notApplicableRequired.finding(
      in: submission, at: entry.cell, indicator, entry.column,
      expected: DueReasons(
        indicator, unit: submission.unit, previous: row.figure(in: .previous).number, in: period, earlier: reason
      ).words)
  }

  private var earlierReason: String? {
    known.lazy.compactMap { known -> String? in
      let figure = known.row.figure(in: .cumulative)
      guard figure.date != nil || figure.number.map({ !$0.isZero }) ?? false else { return nil }
      return "报过\(figure.plain)（\(known.place(known.row.cumulative))）"
    }.first
  }

  /// W20: 上期累计 on the form is not what the last period's counting file says, or less than what one before it said;
  /// N09 where it is what that file said before it was corrected.
  private var previous: Finding? {
    guard let stated = row.figure(in: .previous).number else { return nil }
    if let known = earlier.previous[indicator.code] {
      guard stated != known else { return nil }
      let rule: BuiltInRule = wasCorrected(stated) ? .previousCorrected : .previousDiffers
      return rule.finding(
        in: submission, at: row.previous, indicator, .previous, value: stated.shortest, expected: known.shortest)
    }
    // A period in between is missing: what it brought is not known, but nothing is taken away.
    guard !indicator.accumulation.isState, let last, stated < last.value else { return nil }
    return BuiltInRule.previousDiffers.finding(
      in: submission, at: row.previous, indicator, .previous, value: stated.shortest,
      expected: "\(last.value.shortest)（\(last.known.place(last.known.row.cumulative))）")
  }

  /// W56: the period's own figure is larger than all before it, or in the last month of a quarter than the two before,
  /// and no season explains that.
  private var yearInPeriod: Finding? {
    // In the second period of a year there is nothing to tell a sum from a better month.
    guard indicator.accumulation == .flow, !indicator.isDated, submission.period.ordinal > 2,
      let own = row.figure(in: .current).number, own >= 10, !Explanation.isReal(row.figure(in: .explanation))
    else { return nil }
    guard ownAmounts.map(\.value).max().map({ own.approximate >= 2 * $0.approximate }) ?? true else { return nil }
    let smaller: String
    if let before = row.figure(in: .previous).number, before > 0, own >= before {
      smaller = "到上期为止的累计\(before.shortest)"
    } else if let before = quarterSoFar, before > 0, own.approximate >= 1.4 * before.approximate {
      smaller = "本季前两个月之和\(before.shortest)"
    } else {
      return nil
    }
    return BuiltInRule.yearInPeriod.finding(
      in: submission, at: row.current, indicator, .current, value: own.shortest, expected: smaller)
  }

  /// The own figures of the earlier periods of the form's kind, the last first.
  private var ownAmounts: [(period: Period, value: FixedDecimal)] {
    known.filter { $0.period.kind == submission.period.kind }
      .compactMap { known in known.row.figure(in: .current).number.map { (known.period, $0) } }
  }

  /// What the first two months of the quarter brought, for the form of its last month; `nil` where one is not known.
  private var quarterSoFar: FixedDecimal? {
    guard submission.period.kind == .month, submission.period.ordinal.isMultiple(of: 3) else { return nil }
    let months = ownAmounts.filter {
      $0.period.year == submission.period.year && (1...2).contains(submission.period.ordinal - $0.period.ordinal)
    }
    return months.count == 2 ? try? months[0].value.adding(months[1].value) : nil
  }

  /// W59: the period's own figure is that of the period before, to the last digit.
  private var repeated: Finding? {
    guard indicator.accumulation == .flow, !indicator.isDated, let own = row.figure(in: .current).number,
      let last = ownAmounts.first, last.value == own, last.period.ordinal == submission.period.ordinal - 1,
      Self.significantDigits(own) >= 4, !Explanation.isReal(row.figure(in: .explanation))
    else { return nil }
    return BuiltInRule.amountRepeated.finding(
      in: submission, at: row.current, indicator, .current, value: own.shortest)
  }

  /// Returns how many digits are left without the zeros at both ends: 2 for 1200.
  private static func significantDigits(_ number: FixedDecimal) -> Int {
    let digits = number.shortest.filter(\.isNumber)
    return digits.drop { $0 == "0" }.reversed().drop { $0 == "0" }.count
  }

  private func wasCorrected(_ stated: FixedDecimal) -> Bool {
    earlier.superseded[indicator.code]?.contains(stated) ?? false
  }

  /// W30: the periods' own figures do not add up to 累计, said only where 上期累计 ties.
  private var sum: Finding? {
    guard indicator.accumulation == .flow, !indicator.isDated, let before = earlier.sums[indicator.code],
      let current = row.figure(in: .current).number, let stated = row.figure(in: .cumulative).number,
      let sum = try? before.adding(current), sum != stated
    else { return nil }
    return BuiltInRule.monthsNotAdding.finding(
      in: submission, at: row.cumulative, indicator, .cumulative, value: stated.shortest, expected: sum.shortest)
  }

  /// E04, or W15 with an explanation, or W52 of a duty: 累计 is below the last one that is known, whatever the form says
  /// of it. What the form's own 上期累计 shows is left to the rules that look at the form.
  private var fell: Finding? {
    guard let last, let now = row.figure(in: .cumulative).number, now < last.value else { return nil }
    let stated = row.figure(in: .previous).number
    // A sum that rests on a figure corrected since is W30's.
    if indicator.accumulation == .flow, let stated, wasCorrected(stated) { return nil }
    if let stated, now < stated { return nil }
    let rule: BuiltInRule =
      indicator.isRecurring
      ? .recurringFell : Explanations(submission).text(of: indicator.code) != nil ? .fellExplained : .cumulativeFell
    return rule.finding(
      in: submission, at: row.cumulative, indicator, .cumulative, value: now.shortest,
      expected: "\(last.value.shortest)（\(last.known.place(last.known.row.cumulative))）")
  }

  // MARK: Days

  /// W50: what was done is not any more; W51: it was done on another day.
  private var day: Finding? {
    guard let (known, day, precision) = done else { return nil }
    let said = "\(day)（\(known.place(known.row.cumulative))）"
    switch row.figure(in: .cumulative) {
    case .text(let word):
      return BuiltInRule.milestoneUndone.finding(
        in: submission, at: row.cumulative, indicator, .cumulative, value: word, expected: said)
    case .date(let now, let nowPrecision):
      // 6月 and then 6月12日 is the same day, told better.
      guard now != day, !precision.covers(now, end: day), !nowPrecision.covers(day, end: now) else { return nil }
      return BuiltInRule.completionDayChanged.finding(
        in: submission, at: row.cumulative, indicator, .cumulative, value: now.description, expected: said)
    default: return nil
    }
  }

  /// When an earlier form said that it was done, unless a later one took that back and said why.
  private var done: (EarlierFigures.Known, CivilDate, Figure.DatePrecision)? {
    for known in known {
      switch known.row.figure(in: .cumulative) {
      case .date(let day, let precision): return (known, day, precision)
      case .text where Explanation.isReal(known.row.figure(in: .explanation)): return nil
      default: continue
      }
    }
    return nil
  }

  // MARK: Amounts

  /// W04 by the amounts of the earlier periods, each period's own, and by what the unit has to reach; W57 for the number of what
  /// there is, of which no unit of measure could be another one.
  private var amount: Finding? {
    let isLevel = indicator.accumulation.isState
    // A count may grow a hundredfold within the year; what is counted anew each period does not: 650元/月, 8个.
    guard [.money, .length].contains(indicator.kind) || isLevel && [.count, .ratio].contains(indicator.kind) else {
      return nil
    }
    guard let own = (isLevel ? row.cumulative : row.current).figure.number else { return nil }
    let earlier = known.filter { $0.period.kind == submission.period.kind }
      .compactMap { (isLevel ? $0.row.cumulative : $0.row.current).figure.number }
    // A level that has gone to nothing was asked about when it went.
    if own.isZero, earlier.first?.isZero ?? true { return nil }
    let months = earlier.filter { $0 > 0 }
    let scale = AmountScale(
      months: months.map(\.approximate),
      goal: (indicator.goal(of: submission.unit, in: period) ?? indicator.target(in: period))?.approximate,
      isFloor: indicator.aggregate.countsUnits, isLevel: isLevel)
    let doubt: AmountScale.Doubt?
    switch indicator.kind {
    case .count: doubt = scale.isFarFromAll(own.approximate) ? .months : nil
    case .ratio:
      // Small rates come and go: 1.2% overdue, and then none. A large one does not vanish.
      doubt = months.allSatisfy { $0 >= 10 && $0 > own } && scale.isFarFromAll(own.approximate) ? .months : nil
    default:
      doubt = scale.doubt(
        own.approximate, cumulative: row.figure(in: .cumulative).number?.approximate ?? own.approximate)
    }
    guard let doubt else { return nil }
    let expected =
      switch doubt {
      case .goal: (indicator.goal(of: submission.unit, in: period) ?? indicator.target(in: period))?.shortest
      case .months:
        [months.min(), months.max()].compactMap { $0?.shortest }.reduce(into: [String]()) { texts, text in
          if texts.last != text { texts.append(text) }
        }.joined(separator: "～")
      }
    let (column, cell) = entry
    let rule: BuiltInRule = [.count, .ratio].contains(indicator.kind) ? .levelShift : .measureShift
    return rule.finding(
      in: submission, at: cell, indicator, column, value: cell.figure.number?.shortest ?? own.shortest,
      expected: expected)
  }
}

extension Figure.DatePrecision {
  /// Returns true if a day of this precision, given as `end`, the last day of its span, may mean `day`.
  fileprivate func covers(_ day: CivilDate, end: CivilDate) -> Bool {
    switch self {
    case .day: day == end
    case .month: day.year == end.year && day.month == end.month
    case .quarter: day.year == end.year && (day.month - 1) / 3 == (end.month - 1) / 3
    case .year: day.year == end.year
    }
  }
}

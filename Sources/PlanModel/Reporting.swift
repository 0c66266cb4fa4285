/// How a plan is reported: who, when, and how progress is judged.
public struct Reporting: Hashable, Sendable {
  /// The last day for a period's submission, counted from the period's end: 次月5日 is month 1, day 5.
  public struct DueRule: Hashable, Sendable {
    /// Months after the period's last month.
    public let monthsAfter: Int
    public let day: Int

    public init(monthsAfter: Int, day: Int) {
      self.monthsAfter = monthsAfter
      self.day = day
    }
  }

  public enum Holidays: String, Sendable, CaseIterable {
    /// A due day on a weekend or holiday moves to the next working day.
    case shift
    case none
  }

  public enum Fonts: String, Sendable, CaseIterable {
    /// 方正小标宋, 仿宋_GB2312 and the like.
    case official
    /// Fonts that every office program has.
    case common
  }

  /// Points taken off in the quarterly evaluation.
  public struct Deductions: Hashable, Sendable {
    public var late: FixedDecimal
    public var missing: FixedDecimal
    public var returned: FixedDecimal
    public var yellowTwice: FixedDecimal
    public var red: FixedDecimal

    public init(
      late: FixedDecimal, missing: FixedDecimal, returned: FixedDecimal, yellowTwice: FixedDecimal, red: FixedDecimal
    ) {
      self.late = late
      self.missing = missing
      self.returned = returned
      self.yellowTwice = yellowTwice
      self.red = red
    }

    /// 迟报−0.5、缺报−1、退回−0.5、黄灯累计2次−1、红灯−2.
    public static let standard = Deductions(
      late: FixedDecimal(coefficient: 5, scale: 1), missing: 1, returned: FixedDecimal(coefficient: 5, scale: 1),
      yellowTwice: 1, red: 2)
  }

  /// Ids of the units that report, in table order.
  public var units: [String]
  /// Ids of the units that get a column of their own in the indicator table, in order.
  public var counties: [String]
  /// The first period reported; the year's first if `nil`.
  public var from: Period?
  public var due: [Period.Kind: DueRule]
  public var holidays: Holidays
  /// Days off besides weekends.
  public var holidayDates: [CivilDate]
  /// The file of the signing key, relative to the plan file.
  public var key: String?
  public var fonts: Fonts
  /// True if a scan of the stamped copy (盖章件) has to come with each form.
  public var stampedCopy: Bool
  /// Percentage points below the pace up to which a light is yellow.
  public var yellowPoints: FixedDecimal
  public var deductions: Deductions
  /// Weight by indicator code; 1 where none is given.
  public var weights: [String: FixedDecimal]
  public var illustrative: Illustrative

  public init(
    units: [String], counties: [String] = [], from: Period? = nil, due: [Period.Kind: DueRule] = [:],
    holidays: Holidays = .none, holidayDates: [CivilDate] = [], key: String? = nil, fonts: Fonts = .common,
    stampedCopy: Bool = false,
    yellowPoints: FixedDecimal = 30, deductions: Deductions = .standard, weights: [String: FixedDecimal] = [:],
    illustrative: Illustrative = .none
  ) {
    self.units = units
    self.counties = counties
    self.from = from
    self.due = due
    self.holidays = holidays
    self.holidayDates = holidayDates
    self.key = key
    self.fonts = fonts
    self.stampedCopy = stampedCopy
    self.yellowPoints = yellowPoints
    self.deductions = deductions
    self.weights = weights
    self.illustrative = illustrative
  }

  /// Returns the last day on which a submission of `period` is in time; `nil` if the plan sets none.
  public func dueDate(of period: Period) -> CivilDate? {
    guard let rule = due[period.kind] else { return nil }
    let index = period.year * 12 + period.lastMonth - 1 + rule.monthsAfter
    let last = CivilDate(lastOfYear: index / 12, month: index % 12 + 1)
    guard var day = CivilDate(year: last.year, month: last.month, day: min(rule.day, last.day)) else { return nil }
    if holidays == .shift {
      while day.isWeekend || holidayDates.contains(day) { day = day.next }
    }
    return day
  }
}

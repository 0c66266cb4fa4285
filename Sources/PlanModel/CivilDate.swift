/// A day of the Gregorian calendar that exists.
public struct CivilDate: Hashable, Sendable {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to the length of the month.
  public let day: Int

  /// `nil` where no such day exists, or outside the years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first day of a month that the caller knows to exist.
  package init(firstOfYear year: Int, month: Int) {
    self.year = year
    self.month = month
    day = 1
  }

  /// The last day of a month that the caller knows to exist.
  init(lastOfYear year: Int, month: Int) {
    self.year = year
    self.month = month
    day = Self.length(ofMonth: month, year: year)
  }

  /// The last day of this day's month.
  public var endOfMonth: CivilDate { CivilDate(lastOfYear: year, month: month) }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01.
  public var dayNumber: Int {
    // Years that begin in March, so that the leap day is the last of its year.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day that is `dayNumber` days after 1970-01-01; `nil` outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
    let z = dayNumber + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The day of the week: Monday is 1, Sunday 7.
  public var weekday: Int { (((dayNumber + 3) % 7) + 7) % 7 + 1 }

  /// True on Saturday and Sunday.
  public var isWeekend: Bool { weekday > 5 }

  /// The next day, staying at the end of year 9999.
  public var next: CivilDate { CivilDate(dayNumber: dayNumber + 1) ?? self }
}

extension CivilDate: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CivilDate: LosslessStringConvertible {
  /// Reads `2024-06-30`, and nothing else.
  public init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `2024-06-30`.
  public var description: String {
    let digits = String(year)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits + (month < 10 ? "-0" : "-") + String(month)
      + (day < 10 ? "-0" : "-") + String(day)
  }

  /// `2024年6月30日`.
  public var chinese: String { "\(year)年\(month)月\(day)日" }
}

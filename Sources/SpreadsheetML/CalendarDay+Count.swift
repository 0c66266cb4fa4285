extension CalendarDay {
  /// The day that comes `days` after 1970-01-01 in the Gregorian calendar.
  ///
  /// Counts in years that begin in March, so that the leap day is the last of its year.
  init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      uncheckedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// Days from 1970-01-01 to this day; 1900-02-29 counts as 1900-03-01.
  public var daysSince1970: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The next day; `nil` after 9999-12-31.
  var next: CalendarDay? {
    self == Self.leapDayOf1900
      ? CalendarDay(uncheckedYear: 1900, month: 3, day: 1)
      : year == 9999 && month == 12 && day == 31 ? nil : CalendarDay(daysSince1970: daysSince1970 + 1)
  }
}

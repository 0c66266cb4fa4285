import SpreadsheetML
import Testing

@Suite struct SerialDateTests {
  @Test(arguments: [
    (1.0, "1900-01-01"), (59, "1900-02-28"), (60, "1900-02-29"), (60.25, "1900-02-29T06:00:00"),
    (61, "1900-03-01"), (36_526, "2000-01-01"), (45_322.999999999, "2024-02-01"),
    (45_322.0000000001, "2024-01-31"), (43_831.1234567, "2020-01-01T02:57:46.659"),
    (2_958_465, "9999-12-31"), (2_958_465.9999, "9999-12-31T23:59:51.360"), (44_196.75, "2020-12-31T18:00:00"),
  ])
  func `a serial of the 1900 system is a day`(serial: Double, text: String) {
    guard case .date(let moment) = SerialDate(serial).dateValue else {
      Issue.record("no date: \(serial)")
      return
    }
    #expect(moment.isoText == text)
  }

  @Test(arguments: [
    (1.0, "1904-01-02"), (59, "1904-02-29"), (60, "1904-03-01"), (43_860, "2024-01-31"), (2_957_003, "9999-12-31"),
  ])
  func `a serial of the 1904 system is a day`(serial: Double, text: String) {
    guard case .date(let moment) = SerialDate(serial, system: .from1904).dateValue else {
      Issue.record("no date: \(serial)")
      return
    }
    #expect(moment.isoText == text)
  }

  @Test(arguments: [DateSystem.from1900, .from1904])
  func `day zero is a time`(system: DateSystem) {
    #expect(SerialDate(0, system: system).dateValue == .time(.midnight))
    #expect(SerialDate(0.5, system: system).dateValue == TimeOfDay(milliseconds: 43_200_000).map { .time($0) })
  }

  @Test(arguments: [2_958_466.0, 2_958_465.99999999999, -1, -0.5, 1e300])
  func `a serial without a day stays a number`(serial: Double) {
    #expect(SerialDate(serial).dateValue == .number(serial))
  }

  @Test(arguments: [
    (0.0, "PT0H0M0S"), (0.5, "PT12H0M0S"), (1.5, "PT36H0M0S"), (-0.5, "-PT12H0M0S"),
    (100.123456789, "PT2402H57M46.667S"), (0.0000000001, "PT0H0M0S"), (45_322.5, "PT1087740H0M0S"),
  ])
  func `an elapsed time counts hours without end`(serial: Double, text: String) {
    guard case .duration(let elapsed) = SerialDate(serial).durationValue else {
      Issue.record("no duration: \(serial)")
      return
    }
    #expect(elapsed.isoText == text)
  }

  @Test func `a duration beyond counting stays a number`() {
    #expect(SerialDate(1e300).durationValue == .number(1e300))
    #expect(SerialDate(-1e300).durationValue == .number(-1e300))
  }

  @Test func `days and their count agree over ten thousand years`() throws {
    var day = try #require(CalendarDay(year: 1, month: 1, day: 1))
    var count = day.daysSince1970
    for year in 1...9999 {
      for (month, date) in [(1, 1), (2, 28), (3, 1), (12, 31)] {
        day = try #require(CalendarDay(year: year, month: month, day: date))
        #expect(day.daysSince1970 >= count)
        count = day.daysSince1970
      }
    }
    #expect(CalendarDay(year: 1970, month: 1, day: 1)?.daysSince1970 == 0)
    #expect(CalendarDay(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2024, month: 2, day: 29)?.daysSince1970 == 19_782)
  }

  @Test(arguments: [
    ("2024-01-31", "2024-01-31"), ("2024-01-31T08:30:00", "2024-01-31T08:30:00"),
    ("2024-01-31T08:30:00.125Z", "2024-01-31T08:30:00.125"), ("2024-01-31T00:00:00", "2024-01-31"),
    ("2024-01-31T08:30", "2024-01-31T08:30:00"), ("2024-01-31T08:30:00+08:00", "2024-01-31T08:30:00"),
    ("2024-12-31T23:59:59.9996", "2025-01-01"), ("2024-01-31T08:30:00.5", "2024-01-31T08:30:00.500"),
  ])
  func `an ISO text is a moment by the wall clock`(text: String, expected: String) {
    guard case .date(let moment)? = CellValue(isoDateText: text) else {
      Issue.record("no date: \(text)")
      return
    }
    #expect(moment.isoText == expected)
  }

  @Test func `an ISO text without a date is a time`() {
    #expect(CellValue(isoDateText: "13:45:00") == TimeOfDay(milliseconds: 49_500_000).map { .time($0) })
  }

  @Test(arguments: [
    ("1900-03-01", "1900-03-01"), ("1900-02-28", "1900-02-29"), ("1900-02-27T12:00:00", "1900-02-28T12:00:00"),
    ("1900-01-01", "1900-01-02"), ("1899-12-31", "1900-01-01"), ("1899-12-31T23:59:59.9999", "1900-01-02"),
    ("1899-12-30", "00:00:00"), ("1899-12-30T08:30:00Z", "08:30:00"), ("1899-12-29", "1899-12-29"),
    ("1899-12-29T12:00:00", "1899-12-29T12:00:00"), ("1582-10-14", "1582-10-14"),
  ])
  func `an ISO day before March 1900 goes through its serial`(text: String, expected: String) {
    let shown: String? =
      switch CellValue(isoDateText: text) {
      case .date(let moment)?: moment.isoText
      case .time(let time)?: time.isoText
      case .number(let number)?: "\(number)"
      default: nil
      }
    #expect(shown == expected)
  }

  @Test(arguments: [
    ("PT24H0M0.000S", "PT24H0M0S"), ("PT0S", "PT0H0M0S"), ("PT36H", "PT36H0M0S"), ("P1DT2H", "PT26H0M0S"),
    ("-PT12H30M", "-PT12H30M0S"), ("P2D", "PT48H0M0S"), ("PT1H2M3.5S", "PT1H2M3.500S"), ("PT90M", "PT1H30M0S"),
    ("PT0.0006S", "PT0H0M0.001S"),
  ])
  func `an ISO duration is a duration`(text: String, expected: String) {
    guard case .duration(let elapsed)? = CellValue(isoDateText: text) else {
      Issue.record("no duration: \(text)")
      return
    }
    #expect(elapsed.isoText == expected)
  }

  @Test(arguments: [
    "P", "PT", "P1", "P1DT", "P1Y", "P1M", "PT1S1H", "PT1.5H", "PT-1H", "PT1H ", "P1H", "PT99999999999H", "PD", "-P",
    "PT1.S", "+PT1H", "pt1h", "PT1H1H", "1900-02-29",
  ])
  func `what only looks like one is none`(text: String) {
    #expect(CellValue(isoDateText: text) == nil)
  }

  @Test(arguments: [
    "", "2024", "2024-13-45", "2024-02-30", "2024-01-31T", "2024-01-31T24:00:00", "2024-01-31T08:30:00x", "24:00",
    "2024-01-31T08:30:00.", "昨天", "2024-01-31 08:30", "23:59:59.9999",
  ])
  func `anything else is no ISO date`(text: String) {
    #expect(CellValue(isoDateText: text) == nil)
  }
}

import PlanModel
import Testing

func period(_ text: String) throws -> Period { try #require(Period(text)) }
func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2024-06", "2024年6月", "2024-06-30"), ("2024-02", "2024年2月", "2024-02-29"), ("2024Q2", "2024年第二季度", "2024-06-30"),
    ("2024H1", "2024年上半年", "2024-06-30"), ("2024H2", "2024年下半年", "2024-12-31"), ("2024", "2024年", "2024-12-31"),
  ])
  func `a period reads, prints and ends`(text: String, chinese: String, lastDay: String) throws {
    let period = try #require(Period(text))
    #expect(period.description == text)
    #expect(period.chinese == chinese)
    #expect(period.lastDay.description == lastDay)
  }

  @Test(arguments: [
    "", "24-06", "2024-6", "2024-13", "2024-00", "2024Q5", "2024Q0", "2024H3", "2024q2", "2024/06", "2024-061",
  ])
  func `anything else is no period`(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func `the month before January is in the year before`() throws {
    #expect(Period("2024-01")?.previous?.description == "2023-12")
    #expect(Period("2024Q1")?.previous?.description == "2023Q4")
    #expect(Period("2024-06")?.ending(.quarter)?.description == "2024Q2")
    #expect(Period("2024-05")?.ending(.quarter) == nil)
  }

  @Test func `every day of four centuries counts up and back`() throws {
    let first = try day("1900-01-01").dayNumber
    #expect(try day("1970-01-01").dayNumber == 0)
    var last: CivilDate?
    for number in first..<(first + 146_097) {
      let day = try #require(CivilDate(dayNumber: number))
      #expect(day.dayNumber == number)
      if let last { #expect(last < day) }
      last = day
    }
    #expect(CivilDate("2024-02-30") == nil)
    #expect(CivilDate("2023-02-29") == nil)
    #expect(try day("2024-06-30").isWeekend)
    #expect(!(try day("2024-07-01").isWeekend))
  }

  @Test func `a due day on a weekend moves where the plan says so`() throws {
    var reporting = Reporting(units: [], due: [.month: .init(monthsAfter: 1, day: 6)])
    let june = try period("2024-06")
    #expect(reporting.dueDate(of: june)?.description == "2024-07-06")
    reporting.holidays = .shift
    #expect(reporting.dueDate(of: june)?.description == "2024-07-08")
    reporting.holidayDates = [try day("2024-07-08")]
    #expect(reporting.dueDate(of: june)?.description == "2024-07-09")
    #expect(reporting.dueDate(of: try period("2024Q2")) == nil)
    #expect(reporting.dueDate(of: try period("2024-12"))?.description == "2025-01-06")
  }
}

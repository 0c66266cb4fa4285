import PlanModel
import Testing

@testable import Huizong

@Suite struct ListedDayTests {
  @Test(arguments: [
    "2024-07-09", "2024/7/9", "2024-7-9", "2024/07/09", "2024.7.9", "2024年7月9日", "2024 年 7 月 9 日", "20240709",
    "２０２４/７/９",
    "'2024/7/9", " 2024/7/9 ", "2024/7/9 9:30", "2024/7/9 9:30:05", "2024-07-09T09:30:00", "2024-07-09 00:00:00",
    "2024-07-09T09:30:00.000", "2024-07-09T09:30:00+08:00", "2024-07-09T09:30:00Z", "2024/7/9 上午9:30",
    "2024/7/9 9:30 PM",
    "2024年7月9日 9时30分", "2024年7月9日星期二", "2024-07-09（周二）", "2024年7月9号", "24年7月9日", "2024/7/9 24:00",
  ])
  func `a day has one reading`(text: String) {
    #expect(ListedDay(text) == .day(CivilDate("2024-07-09")!))
  }

  @Test(arguments: [
    ("07/09/2024", ["2024-07-09", "2024-09-07"]), ("24.7.9", ["2024-07-09"]),
    ("06/07/24", ["2006-07-24", "2024-06-07", "2024-07-06"]),
    ("2024-07-09T23:30:00Z", ["2024-07-09", "2024-07-10"]),
  ])
  func `of several that fit none is taken`(text: String, days: [String]) {
    let days = days.map { CivilDate($0)! }
    #expect(ListedDay(text) == (days.count == 1 ? .day(days[0]) : .several(days)))
  }

  @Test(arguments: [("31/07/2024", "2024-07-31"), ("07/07/2024", "2024-07-07"), ("25-12-2024", "2024-12-25")])
  func `another order is taken where only one fits`(text: String, day: String) {
    #expect(ListedDay(text) == .day(CivilDate(day)!))
  }

  @Test(arguments: ["45482", "45482.395833", "45482.0"])
  func `a bare number is what Excel counts`(text: String) {
    #expect(ListedDay(text) == .serial(CivilDate("2024-07-09")!))
  }

  @Test(arguments: [
    "", "7月9日", "2024年7月", "2024-02-30", "2024-13-01", "2024/7-9", "2024-07-09x", "2024-07-09 9点半", "约2024-07-09",
    "2024年7月9日星期三",
    "2024-07-09（周）", "2024/7/9 25:00", "2024/7/9 9:75", "1234567", "12", "2024-07-09T", "二〇二四年七月九日", "9:30",
    "2024-07-09+", "################",
  ])
  func `what is no day is none`(text: String) {
    let found = ListedDay(text)
    #expect(found == .none || text == "2024-07-09T" && found == .day(CivilDate("2024-07-09")!))
  }
}

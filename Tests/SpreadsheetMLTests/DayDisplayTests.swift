import SpreadsheetML
import Testing

@Suite struct DayDisplayTests {
  private let day = CalendarDay(year: 2024, month: 6, day: 21)

  private func display(_ code: String, storedAs number: Double = 45_464) throws -> DayDisplay {
    NumberFormat(code: code).display(of: try #require(day), storedAs: number)
  }

  @Test(arguments: [
    "yyyy-mm-dd", "yyyy/m/d;@", "mm-dd-yy", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "m\"月\"d\"日\"",
    "yy.m.d", "yyyy/m/d h:mm", "yyyy-mm-dd hh:mm:ss.0", "d-mmm-yy", "[$-F800]dddd, mmmm dd, yyyy", "mmmm d, yyyy",
    "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "yyyy\"年\"m\"月\"d\"日\" aaaa", "[>=45470]yyyy-mm-dd;yyyy/m/d", "m/d/yyyy",
    "[红色]yyyy-mm-dd_ ", "yyyy\"年\"m\"月\"d\"日\" \"星期\"aaa", "[=0]\"—\";yyyy-mm-dd",
    "yyyy\"年\"m\"月\"d\"日\" h\"时\"mm\"分\"", "[$-1010804]yyyy-mm-dd", "[$-x-sysdate]yyyy-mm-dd", "[$-409,1]m/d/yyyy",
  ])
  func `a day that is seen as it is stored`(code: String) throws {
    #expect(try display(code) == .asStored)
  }

  @Test(
    arguments: [
      ("[>=45470]yyyy-mm-dd;\"推进中\"", "推进中"), ("yyyy-mm-\"05\"", "2024-06-05"), ("\"2023-\"mm-dd", "2023-06-21"),
      ("yyyy\"-06-30\"", "2024-06-30"), ("yyyy-dd-mm", "2024-21-06"), ("d/m/yyyy", "21/6/2024"),
      ("m\"日\"d\"月\"", "6日21月"), ("[=0]\"\";yyyy-mm-\"30\"", "2024-06-30"),
      ("\"计划\"m\"月\"d\"日\"", "计划6月21日"), ("-m-d", "-6-21"), ("\"(\"m-d\")\"", "(6-21)"), ("d", "21"), ("yyyy", "2024"),
      ("yyyy-mm-dd\"～\"", "2024-06-21～"), ("yyyy-mm-dd%", nil), ("h:mm", nil), ("mm:ss", nil), ("aaaa", nil),
      ("[$-411]ggge\"年\"m\"月\"d\"日\"", nil), ("[DBNum1]\"计划\"m\"月\"d\"日\"", nil),
      ("[$-130000]yyyy\"年\"m\"月\"d\"日\"", nil), ("[$-107041E]d mmmm yyyy;@", nil), ("[$-1060401]yyyy-mm-dd", nil),
      ("[$-1030400]yyyy-m-d", nil), ("[$-1070000]yyyy-mm-dd", nil),
      ("yyyy-mm-dd yyyy-mm-dd", "2024-06-21 2024-06-21"),
      ("\"20\"yy-mm-dd", "2024-06-21"), ("[<45000]yyyy-mm-dd;\"未启动\"", "未启动"), ("[<45000]yyyy-mm-dd;\"未启动\";0", nil),
    ] as [(String, String?)])
  func `a day that is seen as something else`(code: String, shown: String?) throws {
    #expect(try display(code) == .other(shown))
  }

  @Test(arguments: [
    ("yyyy\"年\"m\"月\"", "2024年6月"), ("[DBNum1][$-804]yyyy\"年\"m\"月\";@", "2024年6月"), ("yyyy\"年\"m\"月份\"", "2024年6月份"),
    ("m\"月\"", "6月"), ("yyyy-mm", "2024-06"), ("yyyy.m", "2024.6"),
  ])
  func `a month is seen as one`(code: String, shown: String) throws {
    #expect(try display(code) == .month(shown))
  }
}

import PlanModel
import Testing

@Suite struct PersonalDataTests {
  @Test(arguments: [
    ("联系人张三13812345678", "联系人张三138****5678"), ("138-1234-5678", "138-****-5678"),
    ("+86 138 1234 5678", "+86 138 **** 5678"), ("身份证44150219800102123X", "身份证441502********123X"),
    ("441502198001021234。", "441502********1234。"), ("441502800102123", "441502******123"),
    ("电话0660-3361210转", "电话0660-****210转"), ("075512345678", "0755*****678"),
  ])
  func `identity and telephone numbers are masked`(text: String, masked: String) {
    #expect(PersonalData.masked(text) == masked)
  }

  @Test(arguments: [
    "已改造1780户", "21386.42万元", "213864200元", "2024年6月30日", "2024-06-30", "编号20240630001", "1-4月、5-6月",
    "1234567890123456", "", "12345678901",
  ])
  func `figures, days and other numbers stay`(text: String) {
    #expect(PersonalData.masked(text) == text)
  }
}

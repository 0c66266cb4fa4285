import Testing

@testable import SpreadsheetML

@Suite struct CSVTextTests {
  @Test(arguments: [
    ("31户", "31户"), ("a,b", "\"a,b\""), ("说\"好\"", "\"说\"\"好\"\"\""), ("两\n行", "\"两\n行\""), ("=1+1", "=1+1"), ("", ""),
  ])
  func `a field is quoted where it has to be`(text: String, field: String) {
    #expect(CSVText.field(text) == field)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("＝1+1", "'＝1+1"), ("+86", "'+86"), ("@甲", "'@甲"), ("-12.5", "-12.5"), ("-甲", "'-甲"),
    ("\t甲", "'\t甲"), ("甲", "甲"),
  ])
  func `no field of a row for people is a formula`(text: String, field: String) {
    #expect(CSVText.line([text, "乙"]) == field + ",乙\r\n")
  }
}

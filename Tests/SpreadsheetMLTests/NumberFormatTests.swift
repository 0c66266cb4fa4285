import SpreadsheetML
import Testing

@Suite struct NumberFormatTests {
  @Test(arguments: [
    "yyyy-mm-dd", "[$-804]yyyy\"年\"m\"月\"d\"日\"", "h:mm AM/PM", "mm:ss.0", "[DBNum1][$-804]yyyy\"年\"",
    "yyyy/m/d;@", "[$-F800]dddd, mmmm dd, yyyy", "[$-F400]h:mm:ss AM/PM", "m\"月\"", "A/P", "YYYY", "\\年d",
    String(repeating: "d", count: 300), "[$-804]aaaa", "aaa", "[$-804]AAAA;@", "e\"年\"", "e", "ggge\"年\"",
    "[$-411]ge", "\"第\"e\"年\"",
  ])
  func `a code with date letters is a date`(code: String) {
    #expect(NumberFormat(code: code).kind == .date)
  }

  @Test(
    arguments: [
      ("m\"月\"d\"日\"", "1月5日"), ("yyyy\"年\"m\"月\"d\"日\";@", "2024年1月5日"), ("yyyy/m/d;@", "2024/1/5"),
      ("yyyy-mm-dd", "2024-01-05"),
      ("[$-804]yy\\.m", "24.1"), ("mm-dd-yy", "2024/1/5"), ("d_ ", "5"), ("h:mm", nil), ("m/d h:mm", nil),
      ("aaaa", nil),
      ("mmm-yy", nil), ("[DBNum1]m\"月\"", nil), ("0.0", nil),
    ] as [(String, String?)])
  func `a day is shown as its format has it`(code: String, picture: String?) throws {
    let day = try #require(CalendarDay(year: 2024, month: 1, day: 5))
    #expect(NumberFormat(code: code).picture(of: day) == picture)
  }

  @Test(arguments: [
    ("@", "210"), ("General", "210"), ("@\"万\"", "210万"), ("0;-0;0;\"约\"@_ ", "约210"), ("0.0_ ;@_ ", "210"),
    ("0\"元\"", "210"),
  ])
  func `a text is shown with what its format adds`(code: String, picture: String) {
    #expect(NumberFormat(code: code).picture(of: "210") == picture)
  }

  @Test(arguments: ["[h]:mm:ss", "[mm]:ss", "[s]", "[HH]:mm", "yyyy [ss]"])
  func `a bracketed unit of time is a duration`(code: String) {
    #expect(NumberFormat(code: code).kind == .duration)
  }

  @Test(arguments: [
    "", "General", "0.00\"d\"", "\\d0", "_d0", "*d0", "[Red]0", "[$€-x]#,##0", "#,##0;d", "0;yyyy", "\"unbalanced d",
    "[unbalanced d", "0.0E+00", "@", "\"Days: \"0", "G/通用格式", "0\" h\"", "[Blue][>100]0;[Red]0", "[hhh]0", "\\", "[]0",
    "0!d",
    "General\"e\"", "GENERAL", "0.0e+0", "0\"元\"e", "#,##0 kg", "aa", "\"aaaa\"", "0\\a\\a\\a",
    String(repeating: "#", count: 20_000),
  ])
  func `literals, colours and later sections make no date`(code: String) {
    #expect(NumberFormat(code: code).kind == .general)
  }

  @Test(arguments: [("0%", true), ("0.00%;[Red]-0.00%", true), ("0\"%\"", false), ("0\\%", false), ("0;0%", false)])
  func `only a live per cent sign makes a percentage`(code: String, expected: Bool) {
    #expect(NumberFormat(code: code).isPercentage == expected)
  }

  @Test(arguments: Array(14...22) + Array(27...36) + [45, 47] + Array(50...58))
  func `the built-in dates, East Asian ones too, are dates`(id: Int) {
    #expect(NumberFormat.builtin(id: id)?.kind == .date)
  }

  @Test(arguments: Array(0...13) + Array(37...44) + [48, 49])
  func `the other built-in formats are not`(id: Int) {
    #expect(NumberFormat.builtin(id: id)?.kind == .general)
  }

  @Test func `46 is a duration and 59 is nothing`() {
    #expect(NumberFormat.builtin(id: 46)?.kind == .duration)
    #expect(NumberFormat.builtin(id: 59) == nil)
    #expect(NumberFormat.builtin(id: -1) == nil)
    #expect(NumberFormat.builtin(id: 9)?.isPercentage == true)
  }

  @Test(arguments: [
    ("@", "31"), ("0;0;0;@", "31"), ("@\"万\"", "31万"), ("@@", "3131"), ("\"约\"@", "约31"), ("0;0;0;\"—\"", "—"),
    ("0;0;0;", ""),
    (";;;", ""), ("0;0;0;\\@", "@"), ("0;0;0;@%", "31%"), ("General;General;General;General", "31"), ("0", "31"),
    ("0;0;0", "31"), ("_ * #,##0_ ;_ @_ ", "31"),
  ])
  func `a text is seen as its section has it`(code: String, seen: String) {
    #expect(NumberFormat(code: code).picture(of: "31") == seen)
  }

  @Test(arguments: [
    ("[>1]0%;0.0\"%\"", 0.8, false), ("[>1]0%;0.0\"%\"", 8, true), ("0;0%", -3, true), ("0;0%", 3, false),
    ("[> 5]0%;0", 6, true), ("[> 5]0%;0", 4, false), ("0.0%", 4, true),
  ])
  func `per cent is that of the section that a number falls under`(code: String, number: Double, isPercentage: Bool) {
    #expect(NumberFormat(code: code).display(of: number).isPercentage == isPercentage)
  }
}

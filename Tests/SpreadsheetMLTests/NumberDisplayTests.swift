import SpreadsheetML
import Testing

@Suite struct NumberDisplayTests {
  private func display(_ code: String, _ number: Double = 12_345) -> NumberDisplay {
    NumberFormat(code: code).display(of: number)
  }

  @Test(arguments: [
    "General", "0", "0.00", "#,##0", "#,##0.00", "0.00E+00", "@", "", "# ?/?", "# ?/8", "#,##0_);(#,##0)",
    "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0_);[Red]\\(0\\)", "[$-804]0", "[Blue]0.0", "G/通用格式",
    "0.00;[Red]0.00", "000000", "*-0", "\"00\"0", "0\\ ", "0.0\"0\"", "0\".00\"", "[DBNum1][$-804]General", "+0;-0;0",
    "#,##0.00;\\-#,##0.00;;@", "##0.0E+0",
  ])
  func `a number is seen as it is stored`(code: String) {
    for number in [12_345, -12_345, 0.5] {
      #expect(display(code, number).isAsStored, "\(code) \(number): \(display(code, number))")
    }
  }

  @Test(arguments: [
    ("#,##0,", 3), ("0,", 3), ("0.0,", 3), ("#,##0.00,,", 6), ("0,,,", 9), ("0,.00", 3), ("#,##0,_)", 3),
    ("0!.0,", 4), ("0\\.0,", 4), ("0\".\"0,", 4), ("#!.0,", 4), ("#,##0!.0,", 4), ("0!.00,", 5), ("0!.0000", 4),
    ("0!.0", 1), ("0!.00,,", 8), ("[Red]0!.0,", 4), ("[$-804]0,", 3), ("0\"00\"", -2), ("0\\0\\0", -2),
    ("0,\"千元\"", 3), ("#,##0.00,,_);(#,##0.00,,)", 6), ("0%,", 3), ("0%%", -2),
  ])
  func `commas and a point that is text make it smaller, zeros larger`(code: String, scale: Int) {
    #expect(display(code).scale == scale, "\(code)")
    #expect(display(code).form == .number)
    #expect(!display(code).isAsStored)
  }

  @Test(arguments: [
    ("0.00\"亿元\"", "", "亿元"), ("#,##0\\户", "", "户"), ("0\"万元\";-0\"万元\"", "", "万元"), ("0!万", "", "万"),
    ("\"约\"0\"户\"", "约", "户"), ("0\"%\"", "", "%"), ("0％", "", "％"), ("¥#,##0.00", "¥", ""),
    ("[$￥-804]#,##0.00", "￥", ""), ("[$USD] 0.00", "USD", ""), ("0\" km/h\"", "", "km/h"), ("0元", "", "元"),
    ("General\"个\"", "", "个"), ("G/通用格式\"人次\"", "", "人次"), ("_ \\¥* #,##0_ ", "¥", ""), ("<0", "<", ""),
    ("\"(\"0\" 家)\"", "", "家"), ("0\\.\"个\"", "", "个"), ("0_ \"件\"_ ", "", "件"), ("0.0\"m2\"", "", "m2"),
    ("[>0]0\"元\";0", "", "元"), ("@\"元\"", "", "元"),
  ])
  func `text around the digits is told`(code: String, prefix: String, suffix: String) {
    let seen = display(code)
    #expect([seen.prefix, seen.suffix] == [prefix, suffix], "\(code)")
    #expect(seen.scale == 0 && seen.form == .number && !seen.isPercentage)
  }

  @Test func `scale and text go together`() {
    let seen = display("0!.0,\"万元\"")
    #expect(seen.scale == 4 && seen.suffix == "万元")
    // The way to 万 without a literal point: millions, and a per cent sign in a second line of the cell.
    let percent = display("0.00,,\"万\"\n%")
    #expect(percent.scale == 6 && percent.isPercentage && percent.suffix == "万")
  }

  @Test(arguments: [("0%", true), ("0.00%;-0.00%", true), ("0\"%\"", false), ("0\\%", false)])
  func `a live per cent sign is told from one that is text`(code: String, expected: Bool) {
    #expect(display(code, 0.65).isPercentage == expected)
  }

  @Test(
    arguments: [
      (45_000, 4, "万"), (4500, 0, ""), (-45_000, 0, ""), (0, 0, ""),
    ] as [(Double, Int, String)])
  func `conditions choose the section`(number: Double, scale: Int, suffix: String) {
    let seen = display("[>=10000]0!.0,\"万\";0", number)
    #expect(seen.scale == scale && seen.suffix == suffix && !seen.hidesSign)
  }

  @Test(
    arguments: [
      (250_000_000, "亿"), (25_000, "万"), (25, ""), (-5, ""),
    ] as [(Double, String)])
  func `two conditions and the rest`(number: Double, suffix: String) {
    #expect(display("[>=100000000]0!.00,,\"亿\";[>=10000]0!.0,\"万\";0", number).suffix == suffix)
  }

  @Test(
    arguments: [
      ("#,##0,;-#,##0", 5, 3), ("#,##0,;-#,##0", -5, 0), ("0;-0,;0", 0, 0), ("0;-0;0,", 0, 3), ("0,;@", -5, 3),
    ] as [(String, Double, Int)])
  func `the sign chooses the section`(code: String, number: Double, scale: Int) {
    #expect(display(code, number).scale == scale)
  }

  @Test(
    arguments: [
      ("0;0", -5, true), ("#,##0.0;#,##0.0", -5, true), ("0;[Red]0", -5, false), ("0;\"△\"0", -5, false),
      ("0;\"负\"0", -5, false), ("0;(0)", -5, false), ("0;0-", -5, false), ("-0", 5, true), ("\"▲\"0", 5, true),
      ("(0)", 5, true), ("0;0", 5, false), ("\"-\"??", 0, false), ("[<0]0;0", -5, true),
    ] as [(String, Double, Bool)])
  func `a sign that is not the number's is told`(code: String, number: Double, hides: Bool) {
    #expect(display(code, number).hidesSign == hides)
  }

  @Test(arguments: [
    "0000-00-00", "0000\\.00\\.00", "000\" \"0\"-\"00", "\"2024\"000", "\"0.\"00", "0\"万\"0000", "0\"5\"", "0!.00!.0",
  ])
  func `digits among text or beside other digits are no number`(code: String) {
    #expect(display(code).form == .rearranged)
  }

  @Test(
    arguments: [(";;;", 5), ("0;", -5), ("\"—\"", 5), ("0;0;", 0), ("0;-0;\"—\"", 0), ("\"已报\";0", 1)]
      as [(String, Double)])
  func `a section without digits shows none`(code: String, number: Double) {
    #expect(display(code, number).form == .nothing)
  }

  @Test(arguments: ["yyyy-mm-dd", "m\"月\"d\"日\"", "[h]:mm", "[$-804]aaaa", "e\"年\""])
  func `a date is a date`(code: String) {
    #expect(display(code, 31).form == .date)
  }

  @Test(arguments: [
    "\"", "[", "\\", "!", "_", "*", "[$", "[>", "[>x]0", ";", ";;;;;;;", "[]", "0!", ",", ",,0", "0,,,\"", "/", "%",
  ])
  func `broken codes are read somehow`(code: String) {
    for number in [5, -5, 0.0] { _ = display(code, number) }
  }
}

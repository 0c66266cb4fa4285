import OfficeStyle
import Testing
import XLSXWriting

@Suite struct NumberStyleTests {
  @Test(arguments: [
    (NumberStyle.count, ##"#,##0_ ;"−"#,##0_ ;0_ ;@_ "##), (.money, ##"#,##0.00_ ;"−"#,##0.00_ ;#,##0.00_ ;@_ "##),
    (.rate, ##"0.0_ ;"−"0.0_ ;0.0_ ;@_ "##), (.gap, ##"+0.0_ ;"−"0.0_ ;0.0_ ;@_ "##),
    (.decimals(3), ##"#,##0.000_ ;"−"#,##0.000_ ;#,##0.000_ ;@_ "##), (.decimals(0), NumberStyle.count.code),
    (.date, "yyyy-mm-dd"), (.tile, "0\" 项\""),
    (.target("≥"), ##""≥"0.0_ ;"≥−"0.0_ ;"≥"0.0_ ;@_ "##),
  ])
  func `codes are those of the theme`(style: NumberStyle, code: String) {
    #expect(style.code == code)
  }

  @Test(arguments: [
    (NumberStyle.count, ##"#,##0"（示例）"_ ;"−"#,##0"（示例）"_ ;0"（示例）"_ ;@_ "##), (.date, "yyyy-mm-dd\"（示例）\""),
    (.text, "@"), (.tile, "0\" 项\"\"（示例）\""), (NumberStyle(code: "0\";\""), "0\";\"\"（示例）\""),
  ])
  func `a mark follows every number and no word`(style: NumberStyle, code: String) {
    #expect(style.marked("示例").code == code)
  }

  @Test func `no code is longer than a workbook holds, marked or not`() {
    for style in [NumberStyle.count, .money, .rate, .gap, .points, .score, .scoreRate, .date, .tile, .decimals(10)] {
      #expect(style.marked("示例").code.utf8.count <= SheetLimits.numberFormatBytes)
    }
  }

  @Test func `the words of a code take room`() {
    #expect(NumberStyle.count.addedWidth == 0)
    #expect(NumberStyle.tile.addedWidth == 3)
    #expect(NumberStyle.rate.marked("示例").addedWidth == 8)
  }
}

import OfficeStyle
import Testing
import XLSXWriting

@Suite struct MeasureTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("适老化", 6), ("12户", 4), ("（示例）", 8), ("“第一议题”", 12), ("—", 2), ("−20.2", 5),
    ("甲\n乙丙", 4), ("A\u{200B}B", 2), ("𠮷", 2), ("①×≥", 6), ("ﾊﾝｶｸ", 4),
  ])
  func `Chinese characters take two, others one`(text: String, width: Int) {
    #expect(TextMeasure.width(of: text) == width)
  }

  @Test(arguments: [
    ("", 10.0, 10.5, 1), ("适老化", 6.6, 10.5, 1), ("适老化改造", 6.6, 10.5, 2), ("甲\n乙", 20, 10.5, 2),
    ("适老化", 6.6, 22.0, 3), ("一行\n\n三行", 20, 10.5, 3), ("农村地区慈善超市示范点（每县至少1家）", 29.0, 10.5, 2),
    ("1234567890 1234567890", 12.0, 10.5, 2), ("超长的英文单词abcdefghijklmnopqrstuvwxyz", 12.0, 10.5, 5),
  ])
  func `text breaks into lines`(text: String, column: Double, size: Double, lines: Int) {
    #expect(TextMeasure.lines(of: text, column: column, size: size) == lines)
  }

  @Test func `a column is as wide as its longest text, and no wider than the cap`() {
    #expect(ColumnMeasure.width(for: ["序号"]) == 6)
    #expect(ColumnMeasure.width(for: ["1,780", "40,000.00"], isNumber: true) == 12)
    #expect(ColumnMeasure.width(for: ["序"]) == 4)
    #expect(ColumnMeasure.width(for: [String(repeating: "字", count: 40)]) == 46)
    #expect(ColumnMeasure.width(for: ["附件标题"], size: 21) == 18)
  }

  @Test func `a row is high enough for its lines, in whole pixels`() {
    #expect(RowMeasure.height(of: [.init("一行", column: 20)]) == 19.5)
    #expect(RowMeasure.height(of: [.init("一行", column: 20, size: 10)], atLeast: 15.75, tight: true) == 15.75)
    #expect(RowMeasure.height(of: [.init("两行的文字在这里", column: 10), .init("短", column: 5)]) == 33.75)
    #expect(RowMeasure.height(of: [.init("一行", column: 20)], atLeast: RowMeasure.form) == 33)
    #expect(RowMeasure.height(of: [.init(String(repeating: "字", count: 3_000), column: 10)]) == 409.5)
  }

  @Test(arguments: [
    ([5.0, 39, 8.5, 12.5, 11.5, 9.5, 9.5, 9.5, 9.5, 11.5, 9.5, 9, 11, 5, 9.5, 29], 30.0, 20.0, 18.0),
    ([5, 42, 10, 11, 10, 11.5, 6, 44, 40, 18], 28, 20, 18), ([6, 28, 9, 9, 11, 8, 10, 10, 12, 52], 20, 24, 10),
    ([30, 30, 30], 10, 10, 10),
  ])
  func `left and right are about as wide as each other`(
    widths: [Double], left: Double, middle: Double, right: Double
  ) throws {
    let split = try #require(ColumnSplit(widths: widths, needs: (left, middle, right)))
    let sides = (
      widths[...split.leftEnd].reduce(0, +), widths[split.rightStart...].reduce(0, +)
    )
    #expect(abs(sides.0 - sides.1) <= 10)
    #expect(sides.0 >= left && sides.1 >= right)
    #expect(widths.reduce(0, +) - sides.0 - sides.1 >= middle)
  }

  @Test func `a line on few columns is not split`() {
    #expect(ColumnSplit(widths: [10, 10], needs: (1, 1, 1)) == nil)
  }
}

import SpreadsheetML
import XLSXWriting

/// The columns of 总览: six equal tiles, each a strip and a body, with gutters between.
enum OverviewGrid {
  /// Pixels. The last two tiles are divided, for the rankings below them.
  static let pixels =
    [6, 204, 10, 6, 204, 10, 6, 204, 10, 6, 204, 10]
    + [6, 32, 172, 10] + [6, 30, 50, 66, 58]

  static let printed = 0...20
  static var widths: [Double] { pixels.map { ColumnWidth.pixels($0).characters } }

  static let strips = [0, 3, 6, 9, 12, 16]
  static let bodies = [1...1, 4...4, 7...7, 10...10, 13...14, 17...20]
  /// Four tiles: the chart.
  static let left = 0...10
  /// Two tiles: the rankings.
  static let right = 12...20
  /// Three tiles each: the lists at the foot.
  static let leftHalf = 0...7
  static let rightHalf = 9...20

  /// The same where there are three: two tiles each.
  static let thirds = [0...4, 6...10, 12...20]

  /// Returns the columns of 名次, 单位, 考核, 达序时, 达序时率; and of 较上期, where the period before is known, else 达序时率 has its room
  /// too.
  static func ranking(compared: Bool) -> [ClosedRange<Int>] {
    [12...13, 14...14, 15...17, 18...18] + (compared ? [19...19, 20...20] : [19...20])
  }

  static func range(_ row: Int, _ columns: ClosedRange<Int>) -> CellRange {
    CellRange(
      CellReference(row: row, column: columns.lowerBound), CellReference(row: row, column: columns.upperBound))
  }

  /// Returns the room of some columns, in characters.
  static func room(_ columns: ClosedRange<Int>) -> Double {
    Double(columns.reduce(0) { $0 + pixels[$1] }) / 7
  }
}

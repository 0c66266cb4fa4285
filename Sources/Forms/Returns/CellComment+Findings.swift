import OfficeStyle
import SpreadsheetML

extension CellComment {
  /// Returns a comment with what a return says about a cell, as large as its words need.
  static func findings(_ lines: [String]) -> CellComment {
    let width = 260
    // A line of 9 points is 17 pixels high; 260 pixels take 40 characters, a Chinese one counting twice.
    let rows = lines.reduce(0) { $0 + TextMeasure.lines(of: $1, column: 38, size: 10.5) }
    return CellComment(
      lines.joined(separator: "\n"), author: "审核意见", width: width, height: min(400, 24 + rows * 17))
  }
}

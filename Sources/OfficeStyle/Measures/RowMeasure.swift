import XLSXWriting

/// Heights of rows by what stands in them, in points.
public enum RowMeasure {
  public static let navigation = 18.0
  public static let attachment = 15.75
  public static let title = 33.75
  public static let subline = 18.0
  public static let sectionHead = 21.75
  public static let header = 18.0
  public static let columnNumber = 14.25
  public static let data = 18.0
  public static let part = 15.75
  public static let form = 33.0
  public static let ledger = 30.0
  public static let list = 15.75

  /// A text and the room it has.
  public struct Text: Hashable, Sendable {
    public var text: String
    /// Characters; of merged columns, their sum.
    public var column: Double
    /// Points.
    public var size: Double

    public init(_ text: String, column: Double, size: Double = 10.5) {
      self.text = text
      self.column = column
      self.size = size
    }
  }

  /// Returns the height that a number of lines takes.
  ///
  /// From the fourth line on the fonts that stand in for missing ones, whose lines are higher, need more than the padding.
  public static func height(lines: Int, size: Double = 10.5) -> Double {
    Double(lines) * size * (lines > 3 ? 1.46 : 1.36) + 5
  }

  /// Returns the height of a row with wrapped texts, a whole number of pixels (0.75 points) and no more than a row can
  /// have.
  ///
  /// - Parameter tight: keeps the floor while every text has one line, as small rows (parts, long lists) do.
  public static func height(
    of texts: [Text], atLeast floor: Double = data, tight: Bool = false
  ) -> Double {
    var needed = floor
    for cell in texts {
      let lines = TextMeasure.lines(of: cell.text, column: cell.column, size: cell.size)
      if !tight || lines > 1 { needed = max(needed, Self.height(lines: lines, size: cell.size)) }
    }
    return min(SheetLimits.rowHeight, (needed / 0.75).rounded(.up) * 0.75)
  }

  /// Returns whether the whole of a wrapped text can be seen in one row, however high that is made.
  public static func fits(_ text: Text) -> Bool {
    height(lines: TextMeasure.lines(of: text.text, column: text.column, size: text.size), size: text.size)
      <= SheetLimits.rowHeight
  }
}

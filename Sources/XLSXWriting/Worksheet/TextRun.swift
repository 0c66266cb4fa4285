/// A stretch of text with a font of its own, inside one cell.
public struct TextRun: Hashable, Sendable {
  /// Not empty.
  public var text: String
  /// `nil` takes the cell's font for the first run, the workbook's default font for a later one.
  public var font: CellFont?

  public init(_ text: String, font: CellFont? = nil) {
    self.text = text
    self.font = font
  }
}

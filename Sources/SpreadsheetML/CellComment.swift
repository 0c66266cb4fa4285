/// A note that shows when the pointer rests on its cell. Reading gives its text and author; how it looks is for writing.
public struct CellComment: Hashable, Sendable {
  public var text: String
  public var author: String
  /// Pixels.
  public var width: Int
  /// Pixels.
  public var height: Int
  /// Whether the note shows all the time.
  public var isVisible: Bool
  public var fill: RGBColor?
  public var fontName: String
  public var fontSize: Double

  public init(
    _ text: String, author: String = "", width: Int = 240, height: Int = 96, visible: Bool = false,
    fill: RGBColor? = nil, fontName: String = "宋体", fontSize: Double = 9
  ) {
    self.text = text
    self.author = author
    self.width = width
    self.height = height
    self.isVisible = visible
    self.fill = fill
    self.fontName = fontName
    self.fontSize = fontSize
  }
}

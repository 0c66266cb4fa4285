public import SpreadsheetML

/// The font of a text in a chart. Its name is stored for Latin letters only; programs may show Chinese in another.
public struct ChartFont: Hashable, Sendable {
  public var name: String?
  /// Points; `nil` leaves it to the program.
  public var size: Double?
  public var isBold: Bool
  public var color: RGBColor?

  public init(_ name: String? = nil, size: Double? = nil, bold: Bool = false, color: RGBColor? = nil) {
    self.name = name
    self.size = size
    self.isBold = bold
    self.color = color
  }
}

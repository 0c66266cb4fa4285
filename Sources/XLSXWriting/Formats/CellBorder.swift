public import SpreadsheetML

/// One side of a cell's border.
public struct CellBorder: Hashable, Sendable {
  public var style: Style
  /// `nil` takes the colour of the workbook's text.
  public var color: RGBColor?

  /// Line styles as the file orders them.
  /// - Source: ECMA-376 Part 1, 18.18.3 (ST_BorderStyle).
  public enum Style: UInt8, Hashable, Sendable {
    case none = 0
    case thin, medium, dashed, dotted, thick, double, hair
    case mediumDashed, dashDot, mediumDashDot, dashDotDot, mediumDashDotDot, slantDashDot
  }

  public init(_ style: Style, _ color: RGBColor? = nil) {
    self.style = style
    self.color = color
  }

  public static let none = CellBorder(.none)
}

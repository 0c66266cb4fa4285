public import SpreadsheetML

/// The font of a cell or of a run of text in it.
public struct CellFont: Hashable, Sendable {
  /// One font name; a spreadsheet stores no fall-back list. At most 31 characters.
  public var name: String
  public var size: Double
  /// The family a program falls back to when the font is missing.
  public var family: Family
  public var isBold: Bool
  public var isItalic: Bool
  public var underline: Underline
  /// `nil` takes the colour of the workbook's text.
  public var color: RGBColor?

  /// Font families as the file numbers them.
  /// - Source: ECMA-376 Part 1, 18.8.18.
  public enum Family: UInt8, Hashable, Sendable {
    case unspecified = 0
    case roman = 1
    case swiss = 2
    case modern = 3
  }

  public enum Underline: UInt8, Hashable, Sendable {
    case none = 0
    case single = 1
    case double = 2
  }

  /// - Parameter size: points, 1 to 409.
  public init(
    _ name: String = "Calibri", size: Double = 11, family: Family = .swiss, bold: Bool = false, italic: Bool = false,
    underline: Underline = .none, color: RGBColor? = nil
  ) {
    self.name = name
    self.size = size
    self.family = family
    self.isBold = bold
    self.isItalic = italic
    self.underline = underline
    self.color = color
  }
}

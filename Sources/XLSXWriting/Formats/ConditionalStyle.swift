public import SpreadsheetML

/// What a conditional format changes in a cell. Size and name of the font cannot change.
public struct ConditionalStyle: Hashable, Sendable {
  public var textColor: RGBColor?
  public var isBold: Bool
  public var fill: RGBColor?

  public init(textColor: RGBColor? = nil, bold: Bool = false, fill: RGBColor? = nil) {
    self.textColor = textColor
    self.isBold = bold
    self.fill = fill
  }
}

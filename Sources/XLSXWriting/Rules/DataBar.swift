public import SpreadsheetML

/// A bar in the cell, as long as its number: solid, without border, between two fixed ends.
public struct DataBar: Hashable, Sendable {
  public var color: RGBColor
  /// The number at which there is no bar.
  public var minimum: Double
  /// The number at which the bar fills the cell.
  public var maximum: Double

  public init(_ color: RGBColor, from minimum: Double = 0, to maximum: Double = 100) {
    self.color = color
    self.minimum = minimum
    self.maximum = maximum
  }
}

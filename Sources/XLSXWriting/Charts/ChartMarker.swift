public import SpreadsheetML

/// The sign at each point of a line.
public struct ChartMarker: Hashable, Sendable {
  public var shape: Shape
  /// 2 to 72 points.
  public var size: Int
  public var color: RGBColor

  public enum Shape: Hashable, Sendable {
    case none
    case circle
    case diamond
    case square
    case triangle
  }

  public init(_ shape: Shape, size: Int = 6, color: RGBColor) {
    self.shape = shape
    self.size = size
    self.color = color
  }

  public static let none = ChartMarker(.none, color: .black)
}

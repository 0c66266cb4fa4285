public import SpreadsheetML

/// A line in a chart.
public enum ChartLine: Hashable, Sendable {
  case none
  /// - Parameter width: points.
  case line(RGBColor, width: Double, dash: Dash = .solid)

  public enum Dash: UInt8, Hashable, Sendable {
    case solid = 0
    case roundDot, squareDot, dash, dashDot, longDash, longDashDot, longDashDotDot
  }
}

public import SpreadsheetML

/// What fills an area of a chart.
public enum ChartFill: Hashable, Sendable {
  case none
  case solid(RGBColor)
  case pattern(Pattern, foreground: RGBColor, background: RGBColor)

  /// Patterns that survive a grey copy.
  public enum Pattern: Hashable, Sendable {
    case wideUpwardDiagonal
    case wideDownwardDiagonal
    case lightUpwardDiagonal
    case lightDownwardDiagonal
    case smallGrid
    case percent25
    case percent50
  }
}

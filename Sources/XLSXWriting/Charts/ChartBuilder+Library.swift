internal import CXlsxWriter

/// Our values as the library's. It copies what it is given within the call.
extension ChartBuilder {
  /// Does nothing without a font.
  func withFont(_ font: ChartFont?, _ body: (UnsafeMutablePointer<lxw_chart_font>) -> Void) {
    guard let font else { return }
    var copy = unsafe library(font)
    unsafe body(&copy)
  }

  func library(_ font: ChartFont) -> lxw_chart_font {
    var copy = unsafe lxw_chart_font()
    unsafe copy.name = unsafe text.copy(font.name)
    unsafe copy.size = font.size ?? 0
    // Titles are bold unless told otherwise.
    unsafe copy.bold = UInt8(font.isBold ? LXW_TRUE.rawValue : LXW_EXPLICIT_FALSE.rawValue)
    if let color = font.color { unsafe copy.color = color.library }
    return unsafe copy
  }

  func withLine(_ line: ChartLine, _ body: (UnsafeMutablePointer<lxw_chart_line>) -> Void) {
    var copy = lxw_chart_line()
    switch line {
    case .none: copy.none = 1
    case .line(let color, let width, let dash):
      copy.color = color.library
      copy.width = Float(width)
      copy.dash_type = dash.rawValue
    }
    unsafe body(&copy)
  }

  func withFill(
    _ fill: ChartFill, _ plain: (UnsafeMutablePointer<lxw_chart_fill>) -> Void,
    _ patterned: (UnsafeMutablePointer<lxw_chart_pattern>) -> Void
  ) {
    var copy = lxw_chart_fill()
    switch fill {
    case .none: copy.none = 1
    case .solid(let color): copy.color = color.library
    case .pattern(let pattern, let foreground, let background):
      var copy = lxw_chart_pattern()
      copy.type = Self.library(pattern)
      copy.fg_color = foreground.library
      copy.bg_color = background.library
      return unsafe patterned(&copy)
    }
    unsafe plain(&copy)
  }

  static func library(_ kind: Chart.Kind) -> UInt8 {
    switch kind {
    case .bar: UInt8(LXW_CHART_BAR.rawValue)
    case .stackedBar: UInt8(LXW_CHART_BAR_STACKED.rawValue)
    case .column: UInt8(LXW_CHART_COLUMN.rawValue)
    case .stackedColumn: UInt8(LXW_CHART_COLUMN_STACKED.rawValue)
    case .line: UInt8(LXW_CHART_LINE.rawValue)
    }
  }

  static func library(_ legend: Chart.LegendPosition?) -> UInt8 {
    switch legend {
    case nil: UInt8(LXW_CHART_LEGEND_NONE.rawValue)
    case .top: UInt8(LXW_CHART_LEGEND_TOP.rawValue)
    case .bottom: UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue)
    case .left: UInt8(LXW_CHART_LEGEND_LEFT.rawValue)
    case .right: UInt8(LXW_CHART_LEGEND_RIGHT.rawValue)
    }
  }

  static func library(_ position: ChartAxis.LabelPosition) -> UInt8 {
    switch position {
    case .nextToAxis: UInt8(LXW_CHART_AXIS_LABEL_POSITION_NEXT_TO.rawValue)
    case .high: UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue)
    case .low: UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue)
    case .none: UInt8(LXW_CHART_AXIS_LABEL_POSITION_NONE.rawValue)
    }
  }

  static func library(_ shape: ChartMarker.Shape) -> UInt8 {
    switch shape {
    case .none: UInt8(LXW_CHART_MARKER_NONE.rawValue)
    case .circle: UInt8(LXW_CHART_MARKER_CIRCLE.rawValue)
    case .diamond: UInt8(LXW_CHART_MARKER_DIAMOND.rawValue)
    case .square: UInt8(LXW_CHART_MARKER_SQUARE.rawValue)
    case .triangle: UInt8(LXW_CHART_MARKER_TRIANGLE.rawValue)
    }
  }

  static func library(_ position: ChartLabels.Position) -> UInt8 {
    switch position {
    case .automatic: UInt8(LXW_CHART_LABEL_POSITION_DEFAULT.rawValue)
    case .center: UInt8(LXW_CHART_LABEL_POSITION_CENTER.rawValue)
    case .above: UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue)
    case .below: UInt8(LXW_CHART_LABEL_POSITION_BELOW.rawValue)
    case .left: UInt8(LXW_CHART_LABEL_POSITION_LEFT.rawValue)
    case .right: UInt8(LXW_CHART_LABEL_POSITION_RIGHT.rawValue)
    case .insideEnd: UInt8(LXW_CHART_LABEL_POSITION_INSIDE_END.rawValue)
    case .insideBase: UInt8(LXW_CHART_LABEL_POSITION_INSIDE_BASE.rawValue)
    case .outsideEnd: UInt8(LXW_CHART_LABEL_POSITION_OUTSIDE_END.rawValue)
    }
  }

  private static func library(_ pattern: ChartFill.Pattern) -> UInt8 {
    switch pattern {
    case .wideUpwardDiagonal: UInt8(LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL.rawValue)
    case .wideDownwardDiagonal: UInt8(LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL.rawValue)
    case .lightUpwardDiagonal: UInt8(LXW_CHART_PATTERN_LIGHT_UPWARD_DIAGONAL.rawValue)
    case .lightDownwardDiagonal: UInt8(LXW_CHART_PATTERN_LIGHT_DOWNWARD_DIAGONAL.rawValue)
    case .smallGrid: UInt8(LXW_CHART_PATTERN_SMALL_GRID.rawValue)
    case .percent25: UInt8(LXW_CHART_PATTERN_PERCENT_25.rawValue)
    case .percent50: UInt8(LXW_CHART_PATTERN_PERCENT_50.rawValue)
    }
  }
}

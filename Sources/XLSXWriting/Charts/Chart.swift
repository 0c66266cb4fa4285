/// A chart on a sheet, drawn from cells of the workbook.
public struct Chart: Hashable, Sendable {
  public var kind: Kind
  /// At least one.
  public var series: [ChartSeries]
  public var title: String?
  public var titleFont: ChartFont?
  public var categoryAxis: ChartAxis
  public var valueAxis: ChartAxis
  /// `nil` shows none.
  public var legend: LegendPosition?
  public var legendFont: ChartFont?
  /// Space between bars in per cent of a bar, 0 to 500.
  public var gap: Int?
  /// How far bars of one category overlap, in per cent, -100 to 100.
  public var overlap: Int?
  public var background: ChartFill
  public var border: ChartLine
  /// Pixels.
  public var width: Int
  /// Pixels.
  public var height: Int
  /// What the chart shows, in words, for those who do not see it.
  public var description: String

  public enum Kind: Hashable, Sendable {
    case bar
    case stackedBar
    case column
    case stackedColumn
    case line
  }

  public enum LegendPosition: Hashable, Sendable {
    case top
    case bottom
    case left
    case right
  }

  public init(
    _ kind: Kind, series: [ChartSeries], title: String? = nil, titleFont: ChartFont? = nil,
    categoryAxis: ChartAxis = ChartAxis(), valueAxis: ChartAxis = ChartAxis(), legend: LegendPosition? = nil,
    legendFont: ChartFont? = nil, gap: Int? = nil, overlap: Int? = nil, background: ChartFill = .none,
    border: ChartLine = .none, width: Int = 480, height: Int = 288, description: String = ""
  ) {
    self.kind = kind
    self.series = series
    self.title = title
    self.titleFont = titleFont
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
    self.legend = legend
    self.legendFont = legendFont
    self.gap = gap
    self.overlap = overlap
    self.background = background
    self.border = border
    self.width = width
    self.height = height
    self.description = description
  }
}

/// One series of a chart.
public struct ChartSeries: Hashable, Sendable {
  public var name: String
  /// A row or a column of cells.
  public var categories: SheetRange?
  /// A row or a column of cells.
  public var values: SheetRange
  public var fill: ChartFill?
  public var line: ChartLine?
  public var marker: ChartMarker?
  public var labels: ChartLabels?

  public init(
    _ name: String, categories: SheetRange? = nil, values: SheetRange, fill: ChartFill? = nil, line: ChartLine? = nil,
    marker: ChartMarker? = nil, labels: ChartLabels? = nil
  ) {
    self.name = name
    self.categories = categories
    self.values = values
    self.fill = fill
    self.line = line
    self.marker = marker
    self.labels = labels
  }
}

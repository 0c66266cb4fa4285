/// An axis of a chart.
public struct ChartAxis: Hashable, Sendable {
  /// What the axis counts, such as `%`; `nil` writes nothing.
  public var title: String?
  public var isHidden: Bool
  /// Whether the first category stands where the last would.
  public var isReversed: Bool
  public var minimum: Double?
  public var maximum: Double?
  /// The distance of gridlines and labels, in units of the axis.
  public var step: Double?
  /// Every how many categories a label stands.
  public var labelInterval: Int?
  public var numberFormat: String?
  public var font: ChartFont?
  public var line: ChartLine?
  /// `nil` draws none.
  public var gridlines: ChartLine?
  public var labelPosition: LabelPosition
  public var hasTicks: Bool

  public enum LabelPosition: Hashable, Sendable {
    case nextToAxis
    /// At the end of the other axis with the greatest value.
    case high
    case low
    case none
  }

  public init(
    title: String? = nil, hidden: Bool = false, reversed: Bool = false, minimum: Double? = nil,
    maximum: Double? = nil, step: Double? = nil, labelInterval: Int? = nil, numberFormat: String? = nil,
    font: ChartFont? = nil, line: ChartLine? = nil, gridlines: ChartLine? = nil,
    labelPosition: LabelPosition = .nextToAxis, ticks: Bool = false
  ) {
    self.title = title
    self.isHidden = hidden
    self.isReversed = reversed
    self.minimum = minimum
    self.maximum = maximum
    self.step = step
    self.labelInterval = labelInterval
    self.numberFormat = numberFormat
    self.font = font
    self.line = line
    self.gridlines = gridlines
    self.labelPosition = labelPosition
    self.hasTicks = ticks
  }
}

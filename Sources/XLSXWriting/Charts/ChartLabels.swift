/// The texts at the points of a series.
public struct ChartLabels: Hashable, Sendable {
  public var position: Position
  public var font: ChartFont?
  public var numberFormat: String?
  /// One for each point from the first on; points beyond it show their value. Empty: all show their value.
  public var points: [Point]

  public enum Position: Hashable, Sendable {
    case automatic
    case center
    case above
    case below
    case left
    case right
    /// Bars and columns only.
    case insideEnd
    /// Bars and columns only.
    case insideBase
    /// Bars and columns that are not stacked only.
    case outsideEnd
  }

  public enum Point: Hashable, Sendable {
    case value
    case hidden
    case text(String, ChartFont? = nil)
  }

  public init(
    _ position: Position = .automatic, font: ChartFont? = nil, numberFormat: String? = nil, points: [Point] = []
  ) {
    self.position = position
    self.font = font
    self.numberFormat = numberFormat
    self.points = points
  }

  /// Returns labels of which only that of the last of `count` points shows its value.
  public func onlyLast(of count: Int) -> ChartLabels {
    var labels = self
    labels.points = Array(repeating: .hidden, count: max(0, count - 1)) + [.value]
    return labels
  }
}

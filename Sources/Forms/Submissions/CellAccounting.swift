/// What became of the cells that report an item, one for each row of the form. The sums tie:
/// expected = read + nilReturns + notApplicable + blank + unreadable.
public struct CellAccounting: Hashable, Sendable, Codable {
  public var expected = 0
  /// A figure, day or text was understood.
  public var read = 0
  /// 无: nothing happened, and that was said.
  public var nilReturns = 0
  public var notApplicable = 0
  public var blank = 0
  public var unreadable = 0
  /// Rows and cells outside the layout that hold something.
  public var outside = 0

  public init() {}

  /// True if nothing was lost on the way.
  public var ties: Bool { expected == read + nilReturns + notApplicable + blank + unreadable }
}

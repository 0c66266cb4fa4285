/// What became of the cells that report an item, one for each row of the form. The sums tie:
/// expected = read + nilReturns + notApplicable + blank + unreadable.
public struct CellAccounting: Hashable, Sendable, Codable {
  public enum Fate: String, Hashable, Sendable, Codable, CaseIterable {
    case read
    case nilReturn
    case notApplicable
    case blank
    case unreadable
  }

  /// What became of the cell of one item.
  public struct Item: Hashable, Sendable, Codable {
    public let indicator: String
    /// A1 form; `nil` where the file has no such row.
    public let cell: String?
    /// What stood there.
    public let text: String
    public let fate: Fate
  }

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

  /// The items one by one, in the order of the form.
  public private(set) var items: [Item] = []

  public init() {}

  mutating func add(_ item: Item) {
    items.append(item)
    expected += 1
    switch item.fate {
    case .read: read += 1
    case .nilReturn: nilReturns += 1
    case .notApplicable: notApplicable += 1
    case .blank: blank += 1
    case .unreadable: unreadable += 1
    }
  }

  /// True if nothing was lost on the way.
  public var ties: Bool {
    expected == items.count && expected == read + nilReturns + notApplicable + blank + unreadable
  }
}

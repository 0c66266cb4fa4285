/// What stays possible on a protected sheet. It guards against slips, not against people.
public struct SheetProtection: Hashable, Sendable {
  /// 1 to 15 ASCII characters; `nil` protects without one. The file keeps 16 bits of it.
  public var password: String?
  public var allowed: Set<Action>

  public enum Action: Hashable, Sendable, CaseIterable {
    case selectLockedCells
    case selectUnlockedCells
    case formatCells
    case formatColumns
    case formatRows
    case insertColumns
    case insertRows
    case insertHyperlinks
    case deleteColumns
    case deleteRows
    case sort
    case autofilter
    case editObjects
  }

  /// - Parameter allowed: what stays possible; by default selecting, filtering and setting widths and heights.
  public init(
    password: String? = nil,
    allowed: Set<Action> = [.selectLockedCells, .selectUnlockedCells, .formatColumns, .formatRows, .autofilter]
  ) {
    self.password = password
    self.allowed = allowed
  }

  /// Returns the same with one thing more that stays possible.
  public func allowing(_ action: Action) -> SheetProtection {
    SheetProtection(password: password, allowed: allowed.union([action]))
  }
}

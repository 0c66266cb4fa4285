/// What to do after a row.
public enum RowFlow: Sendable {
  case goOn
  /// Read no further. What comes after stays unchecked.
  case stop
}

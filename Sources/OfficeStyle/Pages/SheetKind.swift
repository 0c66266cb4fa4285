/// How a sheet of a book goes onto paper.
public enum SheetKind: Hashable, Sendable {
  /// A4, one page wide, as many pages as it takes.
  case table
  /// A4, one page.
  case onePage
  /// A4, one page, narrow margins: 总览.
  case overview
  /// A3, one page wide: 任务台账.
  case ledger
}

extension SheetParser {
  /// Reads the next row element inside `sheetData`; `nil` at its end, `.stop` when no more rows are wanted.
  mutating func parseRow(_ bytes: RawSpan, _ body: Body) throws(XLSXReadError) -> RowFlow? {
    repeat {
      guard try reader.nextChild(of: 2, bytes) else { return nil }
    } while !reader.is(.row)
    rowCount += 1
    guard rowCount <= limits.rows else { throw reader.exceeded("more than \(limits.rows) rows") }
    let isHidden = try beginRow(bytes)
    while try reader.nextChild(of: 3, bytes) {
      if reader.is(.c) { try parseCell(bytes) }
    }
    guard try endRow(isHidden: isHidden, body) == .goOn else { return .stop }
    if let limit = options.rowLimit, rowCount >= limit { return .stop }
    return .goOn
  }
}

extension Worksheet {
  /// Returns the table whose headers stand in a row (zero-based): `try sheet.table(headerAt: 2)`.
  ///
  /// Reads the sheet once and copies its cells, at most `ReadLimits.snapshotCells` of them.
  /// - Throws: when the sheet cannot be read, and when that row has no headers.
  public func table(headerAt row: Int) throws(TableError) -> SheetTable {
    var gathered = SnapshotRows(core.store.limits)
    do throws(XLSXReadError) {
      try forEachRow { (row, cells) throws(XLSXReadError) in try gathered.add(row, cells) }
    } catch {
      throw TableError(.unreadable(error), sheet: name)
    }
    return try SheetTable(gathered.sorted(warn), sheet: name, headerAt: row)
  }
}

extension SheetSnapshot {
  /// Returns the table whose headers stand in a row (zero-based).
  /// - Throws: when that row has no headers.
  public func table(headerAt row: Int) throws(TableError) -> SheetTable {
    try SheetTable(rows, sheet: name, headerAt: row)
  }
}

public import SpreadsheetML

/// A row of a `SheetTable`, its cells asked for by the headers of their columns.
///
/// Headers are compared without white space around them. Cells in columns without a header are not reached.
public struct SheetRecord: Sendable {
  /// The copied row.
  public let row: SnapshotRow
  let header: TableHeader

  /// The value under a header; `nil` when the cell is empty, or no single column has that header.
  public subscript(header: String) -> CellValue? {
    guard let column = try? self.header.column(header) else { return nil }
    return row[column: column]?.value
  }

  /// Returns the value under a header, as in `let amount: Double = try record.value("目标值")`.
  /// - Throws: when no single column has that header, when the cell is empty, or when it holds something else.
  public func value<Value: CellDecodable>(
    _ header: String, as type: Value.Type = Value.self
  ) throws(TableError) -> Value {
    let cell = try reference(header)
    guard let found = row[column: cell.column]?.value else {
      throw TableError(.emptyCell, sheet: self.header.sheet, cell: cell, header: header)
    }
    guard let value = Value(cellValue: found) else {
      throw TableError(
        .wrongValue(found, expected: Value.expectation), sheet: self.header.sheet, cell: cell, header: header)
    }
    return value
  }

  /// Returns the same, with `nil` for an empty cell and for a table without that column.
  /// - Throws: when several columns have that header, or when the cell holds something else.
  public func valueIfPresent<Value: CellDecodable>(
    _ header: String, as type: Value.Type = Value.self
  ) throws(TableError) -> Value? {
    guard self.header.contains(header), row[column: try reference(header).column]?.value != nil else { return nil }
    return try value(header, as: type)
  }

  /// Returns the cell under a header.
  /// - Throws: when no single column has that header.
  public func reference(_ header: String) throws(TableError) -> CellReference {
    CellReference(row: row.index, column: try self.header.column(header))
  }
}

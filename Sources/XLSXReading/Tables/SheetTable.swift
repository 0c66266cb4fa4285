internal import SpreadsheetML

/// A table of a worksheet: the row of its headers, and the rows below that have a value under one of them.
///
/// A copy; independent of the file.
public struct SheetTable: Sendable {
  /// In the order of their rows.
  public let records: [SheetRecord]
  private let header: TableHeader

  /// The headers, trimmed, in the order of their columns. One may stand twice.
  public var headers: [String] { header.names }

  /// - Parameter rows: sorted, each once.
  init(_ rows: [SnapshotRow], sheet: String, headerAt place: Int) throws(TableError) {
    let cells = rows.first { $0.index == place }?.cells ?? []
    let header = try TableHeader(sheet: sheet, row: place, cells: cells)
    self.header = header
    records = rows.filter { row in
      row.index > place && row.cells.contains { $0.value != nil && header.covers($0.reference.column) }
    }.map { SheetRecord(row: $0, header: header) }
  }

  /// Makes a value of each record.
  /// - Throws: the first error, which names its cell. A missing column is an error also in a table without records
  ///   when `columns` names it.
  public func decode<Record: RecordDecodable>(
    _ type: Record.Type = Record.self, columns: [String] = []
  ) throws(TableError) -> [Record] {
    for name in columns { _ = try header.column(name) }
    var decoded: [Record] = []
    decoded.reserveCapacity(records.count)
    for record in records { decoded.append(try Record(record: record)) }
    return decoded
  }
}

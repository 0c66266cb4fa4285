// How it works
//
// `SheetParser.parse` hands rows to a closure and returns at the part's end. A sequence is asked for one row at a
// time, so the cursor keeps the parser and the part and makes the same steps, one row element per call. The parser
// holds places in the part and no span, so it may be kept between calls.

/// Reads a worksheet a row at a time. Its part is held whole.
struct RowCursor {
  private let part: PartBytes
  private var parser: SheetParser
  private var place = Place.beforeRoot
  /// Rows read and not yet handed out, the next one last: cells may name another row than the one they stand in.
  private var ready: [SnapshotRow] = []

  private enum Place { case beforeRoot, betweenParts, inRows, over }

  init(_ sheet: Worksheet, options: RowOptions) throws(XLSXReadError) {
    (part, parser) = try sheet.makeParser(options)
  }

  /// Returns the next row; `nil` at the end of a part that was well formed, or at the row limit.
  mutating func next() throws(XLSXReadError) -> SnapshotRow? {
    // Bytes have no padding, and the storage, named apart from self, outlives the call.
    let storage = part.storage
    let bytes = unsafe storage.span.bytes
    while ready.isEmpty, place != .over { try step(bytes) }
    return ready.popLast()
  }

  private mutating func step(_ bytes: RawSpan) throws(XLSXReadError) {
    switch place {
    case .beforeRoot:
      try parser.reader.enterRoot(bytes, .worksheet)
      place = .betweenParts
    case .betweenParts:
      if try parser.reader.nextChild(of: 1, bytes) {
        if parser.reader.is(.sheetData) {
          parser.prepareFastPath(bytes)
          place = .inRows
        }
      } else {
        try parser.reader.finishPart(bytes)
        place = .over
      }
    case .inRows:
      var rows: [SnapshotRow] = []
      let flow = try parser.parseRow(bytes) { (row, cells) throws(XLSXReadError) in
        rows.append(SnapshotRow(copying: row, cells))
        return .goOn
      }
      ready = rows.reversed()
      switch flow {
      case .goOn?: break
      case .stop?: place = .over
      case nil: place = .betweenParts
      }
    case .over: return
    }
  }
}

internal import SpreadsheetML

// How it works
//
// The general path: every document that is a worksheet, whatever its prefixes, order and spacing. It walks the
// elements of the part with `MarkupReader`, gathers the cells of a row, and hands them to `body` at the row's
// end. A value that is one plain stretch of text is read where it stands in the part; any other is first
// put together in `scratch`. Text that has to be kept goes to `rowText`, which the row takes with it.
//
// Beside it is a fast path (`SheetParser+FastRows.swift`) for the usual forms; this one says what is right.

/// Reads one worksheet part.
struct SheetParser {
  typealias Body = (borrowing Row, Span<Cell>) throws(XLSXReadError) -> RowFlow

  let context: SheetContext
  let options: RowOptions
  let limits: ReadLimits
  var reader: MarkupReader
  /// What stands around the cells; gathered when asked for.
  var details: SheetDetails?
  var richText = RichText()
  var fast = FastRow()

  // Of the current row.
  var cells: [Cell] = []
  var rowText: [UInt8] = []
  var formulas: [Row.FormulaText] = []
  /// The runs of texts that stand in the row, by where each text begins in `rowText`.
  var runs: RunTable?
  var isInOrder = true
  /// Cells that name another row than the one they stand in, with the row they name.
  var strays: [(row: Int, cell: Cell)] = []

  /// Zero-based; -1 before the first row, `nil` in a row whose number is invalid.
  var row: Int? = -1
  var lastRow = -1
  /// Zero-based; -1 before the first cell of a row.
  var column = -1

  /// Where the last whole row of the piece ends, when the part is read in pieces.
  var pieceEnd = Int.max
  /// A row went past its limit, so the part is not to be read in any other way either.
  var isRowTooLong = false
  var rowCount = 0
  var cellCount = 0

  // Of the current cell.
  var scratch: [UInt8] = []

  init(_ part: PartBytes, context: SheetContext, options: RowOptions, limits: ReadLimits, details: SheetDetails?) {
    self.context = context
    self.options = options
    self.limits = limits
    self.details = details
    reader = MarkupReader(part, limits: limits)
    cells.reserveCapacity(32)
    fast.textLimit = min(limits.tokenBytes, limits.cellCharacters)
  }

  /// Reads the whole part, or up to where `body` stops it.
  mutating func parse(_ bytes: RawSpan, _ body: Body) throws(XLSXReadError) {
    try reader.enterRoot(bytes, .worksheet)
    while try reader.nextChild(of: 1, bytes) {
      if reader.is(.sheetData) {
        guard try parseRows(bytes, body) == .goOn else { return }
      } else if details != nil {
        try parseDetail(bytes)
      }
    }
    try reader.finishPart(bytes)
  }

  /// Reads rows up to the end of the cells, or of the piece.
  mutating func parseRows(_ bytes: RawSpan, _ body: Body) throws(XLSXReadError) -> RowFlow {
    prepareFastPath(bytes)
    while reader.position < pieceEnd {
      guard let flow = try parseRow(bytes, body) else { return .goOn }
      if flow == .stop { return .stop }
    }
    return .goOn
  }

  /// Reads the next child of `sheetData`, which may be no row; `nil` at its end, `.stop` when no more rows are wanted.
  @inline(__always) mutating func parseRow(_ bytes: RawSpan, _ body: Body) throws(XLSXReadError) -> RowFlow? {
    let isHidden: Bool
    if let isFastRowHidden = beginFastRow(bytes) {
      isHidden = isFastRowHidden
    } else {
      guard try reader.nextChild(of: 2, bytes) else { return nil }
      guard reader.is(.row) else { return .goOn }
      rowCount += 1
      guard rowCount <= limits.rows else { throw reader.exceeded("more than \(limits.rows) rows") }
      isHidden = try beginRow(bytes)
      learnRow(bytes, isHidden: isHidden)
    }
    try parseCells(bytes)
    guard try endRow(isHidden: isHidden, body) == .goOn else { return .stop }
    if let limit = options.rowLimit, rowCount >= limit { return .stop }
    return .goOn
  }

  /// Reads the cells of a row, up to its end.
  private mutating func parseCells(_ bytes: RawSpan) throws(XLSXReadError) {
    while true {
      // Behind a cell that the general path has read, and was not left inside of.
      if fast.isRowOn && reader.open.count == 3 && !reader.endsNext && parseFastCells(bytes) { return }
      guard try reader.nextChild(of: 3, bytes) else { return }
      if reader.is(.c) { try parseCell(bytes) }
    }
  }

  func warn(_ code: ReadWarning.Code, column: Int? = nil, row: Int? = nil, _ detail: String = "") {
    let cell = (row ?? self.row).flatMap { row in column.map { CellReference(row: row, column: $0) } }
    context.warnings.add(ReadWarning(code, sheet: context.name, cell: cell, detail: detail))
  }
}

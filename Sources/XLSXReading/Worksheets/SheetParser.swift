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
    var tells = false
    while try reader.nextChild(of: 1, bytes) {
      if reader.is(.sheetData) {
        tells = tells || reader.passedTelling
        guard try parseRows(bytes, body) == .goOn else { return }
        // Of those among the cells it has been said.
        reader.passedTelling = false
      } else if details != nil {
        try parseDetail(bytes)
      }
    }
    if details != nil, tells || reader.passedTelling { warn(.repeatedCell, "mc:Choice") }
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
      guard try reader.nextChild(of: 2, bytes) else {
        // Somebody else reads other rows or cells, and nobody can say which.
        if reader.passedChoices > 0 { warn(.repeatedCell, "mc:Choice") }
        return nil
      }
      guard reader.is(.row) else { return .goOn }
      rowCount += 1
      guard rowCount <= limits.rows else { throw reader.exceeded("rows", limits.rows) }
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

extension SheetParser {
  /// Reads a child of the root other than the cells, as far as it is of interest.
  mutating func parseDetail(_ bytes: RawSpan) throws(XLSXReadError) {
    guard reader.namespace == .spreadsheetML else { return }
    switch reader.name {
    case .sheetPr:
      if try reader.flag(.filterMode, bytes) { details?.isFiltered = true }
    case .cols: try parseColumns(bytes)
    case .sheetProtection: details?.isProtected = try reader.flag(.sheet, bytes)
    case .autoFilter:
      details?.autoFilter = try reader.string(.ref, bytes).flatMap { CellRange(a1: $0) }
      while try reader.nextChild(of: 2, bytes) {
        if reader.is(.filterColumn) { details?.isFiltered = true }
      }
    case .mergeCells:
      while try reader.nextChild(of: 2, bytes) {
        guard reader.is(.mergeCell), let text = try reader.string(.ref, bytes), let range = CellRange(a1: text)
        else { continue }
        details?.mergedRanges.append(range)
        try checkCount(details?.mergedRanges.count)
      }
    case .dataValidations where details?.keepsValidations == true:
      while try reader.nextChild(of: 2, bytes) {
        if reader.is(.dataValidation) { try parseValidation(bytes, parent: 3) }
      }
    case .hyperlinks: try parseHyperlinks(bytes)
    case .extLst: try parseExtensions(bytes)
    case .unknown: try parseConditionalFormats(bytes)
    default: return
    }
  }

  /// Returns true for a column or a row that takes no room, and so is not seen.
  func hasNoSize(_ name: KnownName, _ bytes: RawSpan) throws(XLSXReadError) -> Bool {
    guard let text = try reader.string(name, bytes) else { return false }
    return Double(text) == 0
  }

  func checkCount(_ count: Int?) throws(XLSXReadError) {
    if let count, count > limits.listItems { throw reader.exceeded("listItems", limits.listItems) }
  }

  /// Returns the ranges of a `sqref`; what is none is left out, and counts.
  func ranges(in text: String) throws(XLSXReadError) -> [CellRange] {
    var ranges: [CellRange] = []
    var count = 0
    var rest = text.utf8[...]
    while !rest.isEmpty {
      let word = rest.prefix { $0 != UInt8(ascii: " ") }
      rest = rest.dropFirst(word.count + 1)
      guard !word.isEmpty else { continue }
      count += 1
      try checkCount(count)
      if let range = CellRange(a1: Substring(word)) { ranges.append(range) }
    }
    return ranges
  }

  private mutating func parseColumns(_ bytes: RawSpan) throws(XLSXReadError) {
    while try reader.nextChild(of: 2, bytes) {
      let isHidden = try reader.flag(.hidden, bytes)
      let hasNoWidth = try hasNoSize(.width, bytes)
      guard reader.is(.col), isHidden || hasNoWidth,
        let first = try reader.attribute(.min).flatMap({ a throws(XLSXReadError) in try attributeIndex(a, bytes) }),
        let last = try reader.attribute(.max).flatMap({ a throws(XLSXReadError) in try attributeIndex(a, bytes) }),
        first >= 1, first <= last, first <= CellReference.columnLimit
      else { continue }
      details?.hiddenColumns.append((first - 1)...(min(last, CellReference.columnLimit) - 1))
      try checkCount(details?.hiddenColumns.count)
    }
    details?.uniteHiddenColumns()
  }

  /// Reads a `dataValidation`, in the form of 2006 or of 2009; in the latter ranges and formula are elements.
  private mutating func parseValidation(_ bytes: RawSpan, parent: Int) throws(XLSXReadError) {
    let type = try reader.string(.type, bytes) ?? "none"
    var ranges = try reader.string(.sqref, bytes) ?? ""
    var formula = ""
    while try reader.nextChild(of: parent, bytes) {
      switch (reader.name, reader.namespace) {
      case (.formula1, .spreadsheetML): formula = try reader.elementText(bytes)
      case (.formula1, .spreadsheetML2009):
        while try reader.nextChild(of: parent + 1, bytes) {
          if reader.is(.f, .excelMain2006) { formula = try reader.elementText(bytes) }
        }
      case (.sqref, .excelMain2006): ranges = try reader.elementText(bytes)
      default: continue
      }
    }
    let list = try self.ranges(in: ranges)
    details?.dataValidations.append(DataValidation(ranges: list, type: type, formula1: formula))
    try checkCount(details?.dataValidations.count)
  }

  /// Reads the extensions, in which lists of another sheet's cells stand, and formats that ask for such cells; WPS writes
  /// the lists so.
  private mutating func parseExtensions(_ bytes: RawSpan) throws(XLSXReadError) {
    while try reader.nextChild(of: 2, bytes) {
      while try reader.nextChild(of: 3, bytes) {
        if reader.is(.unknown, .spreadsheetML2009) { try parseConditionalExtension(bytes) }
        guard reader.is(.dataValidations, .spreadsheetML2009), details?.keepsValidations == true else { continue }
        while try reader.nextChild(of: 4, bytes) {
          if reader.is(.dataValidation, .spreadsheetML2009) { try parseValidation(bytes, parent: 5) }
        }
      }
    }
  }

  private mutating func parseHyperlinks(_ bytes: RawSpan) throws(XLSXReadError) {
    while try reader.nextChild(of: 2, bytes) {
      guard reader.is(.hyperlink), let text = try reader.string(.ref, bytes), let range = CellRange(a1: text)
      else { continue }
      let id = try reader.attribute(.id, .relationshipID, bytes)
        .map { a throws(XLSXReadError) in try reader.string(of: a, bytes) }
      details?.hyperlinks.append((range, id, try reader.string(.location, bytes)))
      try checkCount(details?.hyperlinks.count)
    }
  }
}

// How it works
//
// The head of the part, up to `<sheetData>`, stays at the beginning of the window, since the open elements and the
// namespaces are places in it. Behind it rows are read up to the last one that ends in the window; then what was
// read is dropped, and the window filled up. A row longer than the window makes it grow.
//
// It need not read every part: whatever it cannot read is an error, and then `Worksheet` reads the part whole, passing
// over the rows that were handed out. So this decides nothing by itself, least of all where a broken part is broken.

extension SheetParser {
  /// Reads a part through a window; throws also where only the whole part can be read.
  mutating func parse(_ window: inout PartWindow, _ body: Body) throws(XLSXReadError) {
    guard try enterRows(window) else { throw reader.malformed("to be read whole") }
    let head = reader.position
    while true {
      let end = window.isAtEnd ? nil : window.lastRowEnd(after: reader.position)
      pieceEnd = end ?? (window.isAtEnd ? Int.max : 0)
      // Bytes have no padding, and the storage is not changed during the call.
      guard try parseRows(unsafe window.bytes.span.bytes, body) == .goOn else { return }
      if reader.depth < 2 { break }
      // Inside alternate content the open elements are places that would be dropped.
      guard reader.open.count == 2 else { throw reader.malformed("to be read whole") }
      if end == nil {
        guard window.filled - head <= limits.rowBytes else {
          isRowTooLong = true
          throw reader.exceeded("rowBytes", limits.rowBytes)
        }
        window.grow()
      }
      window.drop(behind: head, to: reader.position)
      reader.position = head
      guard window.fill() else { throw reader.malformed("to be read whole") }
      reader.contentEnd = window.filled
    }
    // Rows end only behind the last one, so the rest is in the window.
    guard window.isAtEnd else { throw reader.malformed("to be read whole") }
    try reader.finishPart(unsafe window.bytes.span.bytes)  // as above
  }

  /// Goes to the first row; `false` where there is none.
  private mutating func enterRows(_ window: borrowing PartWindow) throws(XLSXReadError) -> Bool {
    let bytes = unsafe window.bytes.span.bytes  // as above
    try reader.enterRoot(bytes, .worksheet)
    while try reader.nextChild(of: 1, bytes) {
      if reader.is(.sheetData) { return !reader.endsNext && reader.open.count == 2 }
    }
    return false
  }
}

package import SpreadsheetML

/// A worksheet of an open workbook. Its cells are read anew at each call.
public final class Worksheet {
  /// As in the file, not trimmed; may be empty, and two sheets may share one.
  public let name: String
  public let state: SheetState
  /// Zero-based place among the worksheets.
  public let index: Int
  /// Zero-based place among all sheets, chart sheets included; what `DefinedName.sheetIndex` counts.
  public let sheetIndex: Int
  let core: WorkbookCore
  let log: WarningLog
  private let link: Relationship?
  private let relationshipID: String?
  var readSnapshot: (snapshot: SheetSnapshot, hasValidations: Bool, taken: (cells: Int, textBytes: Int))?

  init(_ sheet: WorkbookPart.Sheet, index: Int, sheetIndex: Int, link: Relationship?, core: WorkbookCore) {
    name = sheet.name
    state = sheet.state
    relationshipID = sheet.relationshipID
    self.index = index
    self.sheetIndex = sheetIndex
    self.link = link
    self.core = core
    log = WarningLog(limit: core.store.limits.warnings)
  }

  /// What was odd at the last reading.
  public var warnings: [ReadWarning] { log.warnings }
  /// Warnings past `ReadLimits.warnings`.
  public var droppedWarnings: Int { log.dropped }

  /// Cells of the last reading of which something is missing: they stand outside the grid or in a row without a number,
  /// have an index past the shared strings, or a text that was cut off. All but those in a row without a number, which is
  /// warned about itself, have a warning each.
  public var lostCells: Int { log.lostCells }

  /// Hands each row to `body`, in the order of the file, which is nearly always that of the rows; a row
  /// without cells too. Cells come in the order of their columns, each column once.
  ///
  /// The part is checked to its end, also past the cells.
  /// - Throws: when the part is missing, damaged or goes past a limit (rows may have been handed out before), or
  ///   what `body` throws.
  public func forEachRow(
    options: RowOptions = RowOptions(),
    _ body: (borrowing Row, Span<Cell>) throws(XLSXReadError) -> Void
  ) throws(XLSXReadError) {
    try scanRows(options: options) { (row, cells) throws(XLSXReadError) in
      try body(row, cells)
      return .goOn
    }
  }

  /// Reads the rows in the same way, until `body` says stop.
  public func scanRows(
    options: RowOptions = RowOptions(),
    _ body: (borrowing Row, Span<Cell>) throws(XLSXReadError) -> RowFlow
  ) throws(XLSXReadError) {
    _ = try parse(options, details: nil, body)
  }

  /// Adds a warning about a cell, for those who put rows together.
  package func warn(_ code: ReadWarning.Code, at cell: CellReference) {
    log.add(ReadWarning(code, sheet: name, cell: cell))
  }

  /// Returns the name of the part.
  func partName() throws(XLSXReadError) -> String {
    guard let link else {
      let reason = relationshipID.map { "no relationship \($0)" } ?? "the sheet names no relationship"
      throw XLSXReadError(.badRelationship, part: core.part, reason: reason)
    }
    guard !link.isExternal else {
      throw XLSXReadError(.badRelationship, part: core.part, reason: "the sheet is outside the file")
    }
    return link.target
  }

  /// Reads the part, and what stands around the cells if `details` is given.
  func parse(
    _ options: RowOptions, details: SheetDetails?, _ body: SheetParser.Body
  ) throws(XLSXReadError) -> SheetDetails? {
    let name = try partName()
    let context = try startReading()
    var handedOut = 0
    if details == nil, let window = try core.store.window(name, length: options.windowBytes) {
      let size = window.size
      if try parsePieces(window, name, context, options, &handedOut, body) { return nil }
      guard size <= core.store.limits.wholeRetryBytes else {
        throw .exceeded("wholeRetryBytes", core.store.limits.wholeRetryBytes, found: size, part: name)
      }
      log.clear()
    }
    let part = try core.store.markup(name)
    var parser = SheetParser(part, context: context, options: options, limits: core.store.limits, details: details)
    // Bytes have no padding, and the storage outlives the call.
    try parser.parse(unsafe part.storage.span.bytes) { (row, cells) throws(XLSXReadError) in
      if handedOut > 0 {
        handedOut -= 1
        return .goOn
      }
      return try body(row, cells)
    }
    return parser.details
  }

  /// Returns what the cells refer to. Forgets the warnings of the last reading.
  private func startReading() throws(XLSXReadError) -> SheetContext {
    log.clear()
    return SheetContext(
      name: name, strings: try core.sharedStrings(), styles: try core.cellStyles(),
      dateSystem: core.content.dateSystem, warnings: log)
  }

  /// Returns the whole part, and a parser at its beginning.
  func makeParser(_ options: RowOptions) throws(XLSXReadError) -> (part: PartBytes, parser: SheetParser) {
    let part = try core.store.markup(partName())
    let context = try startReading()
    return (part, SheetParser(part, context: context, options: options, limits: core.store.limits, details: nil))
  }

  /// Reads a large part through a window. Gives `false` when it has to be read whole after all; `handedOut` are the
  /// rows that were handed out before.
  private func parsePieces(
    _ window: consuming PartWindow, _ name: String, _ context: SheetContext, _ options: RowOptions,
    _ handedOut: inout Int, _ body: SheetParser.Body
  ) throws(XLSXReadError) -> Bool {
    guard window.fill() else { return false }
    let head = PartBytes(withSentinel: Array(window.bytes[..<(window.filled + PartBytes.sentinel)]), part: name)
    guard MarkupEncoding.isUsual(head) else { return false }
    var parser = SheetParser(head, context: context, options: options, limits: core.store.limits, details: nil)
    var failure: XLSXReadError?
    var count = 0
    do throws(XLSXReadError) {
      try parser.parse(&window) { (row, cells) throws(XLSXReadError) in
        count += 1
        do throws(XLSXReadError) {
          return try body(row, cells)
        } catch {
          failure = error
          throw error
        }
      }
      return true
    } catch {
      if let failure { throw failure }
      if parser.isRowTooLong { throw error }
      handedOut = count
      return false
    }
  }
}

public import SpreadsheetML

/// A row of a worksheet while its cells are looked at. Cannot be kept: its text is gone with the next row.
public struct Row: ~Copyable {
  /// Zero-based.
  public let index: Int
  public let isHidden: Bool
  let context: SheetContext
  /// The text of the row's cells.
  let text: [UInt8]
  /// Formulas by column, when the options ask for them.
  let formulas: [FormulaText]
  /// Runs of texts that stand in the sheet itself, by where each begins in `text`.
  let runs: RunTable?

  /// Where a formula's text lies in `text`.
  struct FormulaText {
    let column: Int
    let range: Range<Int>
  }

  /// Returns the value as a person sees it: dates by the cell's format, no value for empty text.
  public func value(of cell: Cell) -> CellValue? {
    switch cell.kind {
    case .blank: nil
    case .number:
      context.styles.makesDate(cell.styleIndex)
        ? numberFormat(of: cell).value(of: Double(bitPattern: cell.payload), in: context.dateSystem)
        : .number(Double(bitPattern: cell.payload))
    case .boolean: .boolean(cell.payload != 0)
    case .sharedString, .string: text(of: cell).flatMap { $0.isEmpty ? nil : .string($0) }
    case .error: text(of: cell).map { .error($0) }
    case .isoDate: text(of: cell).flatMap { CellValue(isoDateText: $0) }
    }
  }

  /// Returns the text of a string, error or ISO date; `nil` for other kinds. A `String` is made here, not before;
  /// one from the shared strings is made once for the whole workbook.
  public func text(of cell: Cell) -> String? {
    switch cell.kind {
    case .sharedString: context.strings.string(Int(truncatingIfNeeded: cell.payload))
    case .string, .error, .isoDate: string(cell.textRange)
    case .blank, .number, .boolean: nil
    }
  }

  /// Returns whether the cell's number is shown as a date, a time or a duration: `value(of:)` gives one, unless there
  /// is no such day. It is `false` for other kinds.
  public func isDateOrTime(_ cell: Cell) -> Bool { cell.kind == .number && context.styles.makesDate(cell.styleIndex) }

  /// Lets `body` look at the text of a string, error or ISO date as UTF-8, without making a `String`; at nothing for
  /// other kinds. What is no UTF-8 in the file is not mended here.
  public func withUTF8<Result>(of cell: Cell, _ body: (Span<UInt8>) -> Result) -> Result {
    switch cell.kind {
    case .sharedString: context.strings.withUTF8(Int(truncatingIfNeeded: cell.payload), body)
    case .string, .error, .isoDate: body(text.span.extracting(cell.textRange.clamped(to: 0..<text.count)))
    case .blank, .number, .boolean: body(text.span.extracting(0..<0))
    }
  }

  /// Returns how the cell's number is shown; General where the file names no format.
  public func numberFormat(of cell: Cell) -> NumberFormat { context.styles.format(cell.styleIndex) }

  /// Returns what of the cell's font changes how its text is to be read. Runs of its own count before it: `runs(of:)`.
  public func font(of cell: Cell) -> FontMarks { context.styles.font(cell.styleIndex) }

  /// Returns the runs of a text that does not all look as `font(of:)` says; empty for all others, as nearly all are.
  ///
  /// In a cell of a plain font these are the texts of which a part is struck through, raised or lowered.
  public func runs(of cell: Cell) -> [MarkedRun] {
    switch cell.kind {
    case .sharedString: context.strings.runs(Int(truncatingIfNeeded: cell.payload), cellFont: font(of: cell))
    case .string:
      runs.map {
        RunTable.texts(
          $0.runs(of: cell.textRange.lowerBound), in: Array(text[cell.textRange.clamped(to: 0..<text.count)]),
          cellFont: font(of: cell))
      } ?? []
    default: []
    }
  }

  /// Returns the text of the cell's formula without `=`, with `RowOptions.keepsFormulas`; `nil` for a cell without one
  /// and for the children of a shared formula, whose text stands with its first cell only.
  public func formula(of cell: Cell) -> String? {
    // Sorted by column; the last of a column counts.
    var low = 0
    var high = formulas.count
    while low < high {
      let middle = (low + high) / 2
      if formulas[middle].column <= cell.column { low = middle + 1 } else { high = middle }
    }
    guard low > 0, formulas[low - 1].column == cell.column else { return nil }
    return string(formulas[low - 1].range)
  }

  public func reference(of cell: Cell) -> CellReference { CellReference(row: index, column: cell.column) }

  private func string(_ range: Range<Int>) -> String {
    // A cell of another row may have been asked for; its text is not here.
    String(decoding: text[range.clamped(to: 0..<text.count)], as: UTF8.self)
  }
}

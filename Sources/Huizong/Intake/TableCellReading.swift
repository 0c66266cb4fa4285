import PlanModel
import SpreadsheetML
import XLSXReading

/// Why a cell of a table is not taken for what it seems to say.
enum CellFault: Hashable, Sendable, Error {
  /// A sheet with the same table as one before it; of which the fault is told, not of a cell.
  case secondSheet(of: String)
  /// A formula whose result nobody has stored.
  case noResult
  /// `#REF!` and the like.
  case error(String)
  /// All or part of it is struck through.
  case struck
  /// Part of it is raised or lowered.
  case raised
  /// A number that is shown as a day or a time.
  case date(shown: String, stored: String)
  /// A number that is shown as per cent, where none is wanted.
  case percentage(shown: String)
  /// A number or a text of which another one is seen.
  case display(format: String, stored: String)
  /// A bare number below 1 where per cent is wanted: 0.95 may be 95% or 0.95%.
  case bareFraction(String)
  /// 1.2E4, typed or pasted as text.
  case scientific(String)
  /// TRUE or FALSE.
  case truth
  /// It was merged with others, and shows for all of them.
  case merged
  /// Its row, column or sheet is hidden.
  case hidden
  /// It stands in no column, or in no row, of the table.
  case outside(String)
  /// Its row stands above that of the keys, though it is none of the heads.
  case aboveKeys
  /// The sheet has the name of a table and no row of keys.
  case noKeys
}

extension SheetSnapshot {
  /// Returns true for a cell that nobody sees.
  func isHidden(_ cell: SnapshotCell) -> Bool {
    state != .visible || isRowHidden(cell.reference.row) || isColumnHidden(cell.reference.column)
  }

  /// Returns the merged ranges that lie in some columns of a table, as far down as it goes; of many the first.
  func merged(in columns: Set<Int>, rows: ClosedRange<Int>) -> [CellRange] {
    Array(
      mergedRanges.lazy.filter { range in
        range.topLeft != range.bottomRight && range.rows.overlaps(rows)
          && columns.contains { range.columns.contains($0) }
      }.prefix(100))
  }

  /// The cells that hold something, by their rows. Those of a sheet that is only for values are shared, not copied.
  var filledRows: [Int: [SnapshotCell]] {
    func isFilled(_ cell: SnapshotCell) -> Bool { cell.value != nil || cell.hasFormulaWithoutCachedValue }
    var filled: [Int: [SnapshotCell]] = [:]
    for row in rows where row.cells.contains(where: isFilled) {
      filled[row.index] = row.cells.allSatisfy(isFilled) ? row.cells : row.cells.filter(isFilled)
    }
    return filled
  }

  /// Returns what a conditional format makes of a cell, where it may show it otherwise than the cell's own format does.
  func conditionalFault(of cell: SnapshotCell) -> CellFault? {
    for conditional in conditionalFormats[cell.reference] ?? [] {
      if conditional.isStruck { return .struck }
      guard let format = conditional.numberFormat else { continue }
      let own = cell.numberFormat
      let isSame =
        switch cell.value {
        case .string(let text)?: format.picture(of: text) == own.picture(of: text)
        case .number(let number)?: format.kind == own.kind && format.display(of: number) == own.display(of: number)
        default: format.code == own.code
        }
      if !isSame { return .display(format: format.code, stored: cell.stored) }
    }
    return nil
  }
}

extension SnapshotCell {
  /// What keeps anything from being taken out of the cell, whatever is wanted.
  var fault: CellFault? {
    if hasFormulaWithoutCachedValue { return .noResult }
    if case .error(let code)? = value { return .error(code) }
    let isStruck = value != nil && (font.isStruck || runs.contains { $0.font.isStruck })
    if isStruck { return .struck }
    // Formats for accounts put spaces around a text.
    if case .string(let text)? = value, Self.trimmed(numberFormat.picture(of: text)) != Self.trimmed(text) {
      return .display(format: numberFormat.code, stored: stored)
    }
    return nil
  }

  /// Returns the text of a figure: of a number the number, of a text the text.
  ///
  /// - Parameter measure: the unit of measure; a figure in per cent may be written as one.
  func figureText(measure: String) throws(CellFault) -> String {
    if let fault { throw fault }
    let isPercent = measure.halfWidth == "%"
    switch value {
    case nil: return ""
    case .string(let text):
      if runs.contains(where: { $0.font.verticalAlignment != .baseline }) { throw .raised }
      let plain = text.halfWidth.filter { !$0.isWhitespace }
      if plain.wholeMatch(of: /[-+]?[0-9.,]+[eE][-+]?[0-9]+/) != nil { throw .scientific(plain) }
      if isPercent, let bare = FixedDecimal(plain), Self.isFraction(bare) { throw .bareFraction(plain) }
      let number = plain.hasSuffix("%") ? FixedDecimal(String(plain.dropLast())) : nil
      return isPercent ? number?.shortest ?? text : text
    case .boolean: throw .truth
    case .date(let moment): throw .date(shown: moment.isoText, stored: stored)
    case .time(let time): throw .date(shown: time.isoText, stored: stored)
    case .duration(let time): throw .date(shown: time.isoText, stored: stored)
    case .error(let code): throw .error(code)
    case .number(let number):
      guard let figure = FixedDecimal.fifteenDigits(number)?.value else {
        throw .display(format: numberFormat.code, stored: stored)
      }
      let display = numberFormat.display(of: number)
      if display.isPercentage, display.scale == 0, display.form == .number, display.prefix.isEmpty, !display.hidesSign {
        guard let shown = try? figure.multiplied(by: .hundred) else {
          throw .display(format: numberFormat.code, stored: stored)
        }
        guard isPercent else { throw .percentage(shown: "\(shown.shortest)%") }
        return shown.shortest
      }
      let suffix = display.suffix.halfWidth
      // Formats for accounts show nought as a dash.
      if figure == 0, display.form == .nothing, ["-", "—", "–"].contains(display.prefix) { return figure.shortest }
      let isAsStored =
        display.form == .number && display.scale == 0 && !display.hidesSign && display.prefix.isEmpty
        && (suffix.isEmpty || suffix == measure.halfWidth)
      guard isAsStored else { throw .display(format: numberFormat.code, stored: stored) }
      // 0.6"%" shows its sign.
      if isPercent, suffix.isEmpty, Self.isFraction(figure) { throw .bareFraction(figure.shortest) }
      return figure.shortest
    }
  }

  private static func isFraction(_ number: FixedDecimal) -> Bool { number != 0 && number.magnitude < 1 }

  static func trimmed(_ text: String) -> Substring {
    let spaceless = text.drop(while: \.isWhitespace)
    return spaceless.lastIndex { !$0.isWhitespace }.map { spaceless[...$0] } ?? ""
  }

  /// What is stored, for a message: of a long text its beginning.
  fileprivate var stored: String {
    if case .string(let text)? = value { return text.count > 60 ? text.prefix(60) + "……" : text }
    return rawNumber.flatMap { FixedDecimal(shortest: $0)?.shortest } ?? ""
  }
}

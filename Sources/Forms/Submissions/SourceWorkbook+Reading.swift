import PlanModel
import SpreadsheetML
import XLSXReading

extension SourceWorkbook {
  /// Copies out of an opened workbook what reading a form looks at.
  ///
  /// A worksheet that cannot be read is left out, and stands with the reason in `unread`: it may have been the form.
  /// - Parameter name: a sheet that need not be looked at.
  init(_ workbook: Workbook, leavingOut name: String? = nil) {
    var sheets: [SourceSheet] = []
    var unread: [UnreadSheet] = []
    for worksheet in workbook.worksheets where worksheet.name != name {
      do throws(XLSXReadError) {
        sheets.append(SourceSheet(try worksheet.snapshot(validations: false)))
      } catch {
        unread.append(UnreadSheet(name: worksheet.name, error: error))
      }
    }
    self.init(sheets: sheets, properties: workbook.properties.custom, unread: unread)
  }
}

extension SourceSheet {
  convenience init(_ snapshot: SheetSnapshot) {
    let pictures = Set(snapshot.objects.filter { $0.kind == .cellPicture }.map(\.from))
    let formats = snapshot.conditionalFormats
    var cells: [SourceCell] = []
    cells.reserveCapacity(snapshot.rows.reduce(0) { $0 + $1.cells.count })
    for row in snapshot.rows {
      // By places: going through the cells themselves would copy each of them.
      for place in row.cells.indices where row.cells[place].value != nil || row.cells[place].isFormula {
        let isPicture = !pictures.isEmpty && pictures.contains(row.cells[place].reference)
        let conditional = formats.isEmpty ? [] : formats[row.cells[place].reference] ?? []
        cells.append(SourceCell(row.cells[place], isPicture: isPicture, conditional: conditional))
      }
    }
    self.init(
      name: snapshot.name, isHidden: snapshot.state != .visible,
      cells: cells,
      hiddenRows: Set(snapshot.rows.filter(\.isHidden).map(\.index)),
      hiddenColumns: Set(snapshot.hiddenColumns.flatMap { Array($0.clamped(to: 0...CellReference.columnLimit - 1)) }),
      merged: snapshot.mergedRanges,
      comments: snapshot.comments.map { .init(reference: $0.reference, text: $0.comment.text) },
      hasConditionalLooks: !formats.isEmpty)
  }
}

extension SourceCell {
  /// - Parameter conditional: what conditional formats may make of the cell's look.
  init(_ cell: SnapshotCell, isPicture: Bool, conditional: [DifferentialFormat] = []) {
    // Nearly every cell.
    guard !conditional.isEmpty else {
      self.init(cell, value: cell.value, format: cell.numberFormat, isPicture: isPicture)
      return
    }
    let others = conditional.lazy.compactMap(\.numberFormat).prefix(Self.mostLooks).map { format in
      // A number is a day, or none, as the other format has it.
      let value = cell.rawNumber.map { format.value(of: $0, in: .from1900) } ?? cell.value
      return SourceCell(cell, value: value, format: format, isPicture: isPicture)
    }
    self.init(
      cell, value: cell.value, format: cell.numberFormat, isPicture: isPicture,
      isStruck: conditional.contains(where: \.isStruck), others: Array(others))
  }

  /// Of one cell that has dozens of conditional formats, as many as are looked at.
  private static let mostLooks = 64

  private init(
    _ cell: SnapshotCell, value: CellValue?, format: NumberFormat, isPicture: Bool, isStruck: Bool = false,
    others: [SourceCell] = []
  ) {
    let display = Self.display(of: value, format)
    let shown = Self.textShown(value, format)
    let isText = if case .string? = value { true } else { false }
    self.init(
      reference: cell.reference, value: shown.map { .string($0.shown) } ?? value, rawNumber: cell.rawNumber,
      formula: cell.isFormula ? cell.formula ?? "" : nil,
      isPercentage: display?.isPercentage ?? false, lacksResult: cell.hasFormulaWithoutCachedValue,
      isPicture: isPicture, dayDisplay: Self.dayDisplay(value, cell.rawNumber, format),
      dayShown: Self.dayShown(value, cell.rawNumber, format), display: display,
      textStored: shown?.stored, struck: Self.struck(cell, isStruck && !isText), mayBeStruck: isStruck && isText,
      others: others)
  }

  private static func dayShown(_ value: CellValue?, _ number: Double?, _ format: NumberFormat) -> String? {
    guard case .date(let moment)? = value, number != nil else { return nil }
    return format.picture(of: moment.day)
  }

  private static func dayDisplay(_ value: CellValue?, _ number: Double?, _ format: NumberFormat) -> DayDisplay {
    switch value {
    case .date(let moment)?:
      guard let number else { return .asStored }
      return format.display(of: moment.day, storedAs: number)
    case .number(let number)?:
      // A number to the first section of its format may be a day to the one that it falls under.
      guard format.display(of: number).form == .date, case .date(let moment) = SerialDate(number).dateValue
      else { return .asStored }
      return format.display(of: moment.day, storedAs: number)
    default: return .asStored
    }
  }

  /// Returns what a format shows of a text, where that is another one.
  private static func textShown(_ value: CellValue?, _ format: NumberFormat) -> (shown: String, stored: String)? {
    guard case .string(let text)? = value else { return nil }
    let shown = format.picture(of: text)
    return shown == text ? nil : (shown, text)
  }

  private static func display(of value: CellValue?, _ format: NumberFormat) -> NumberDisplay? {
    guard case .number(let number)? = value else { return nil }
    let display = format.display(of: number)
    return display.isAsStored ? nil : display
  }

  /// Returns the parts of the text that look otherwise than the rest, or all of it where the cell is struck through.
  private static func struck(_ cell: SnapshotCell, _ isStruck: Bool) -> String {
    if cell.runs.isEmpty || isStruck {
      guard cell.font.isStruck || isStruck else { return "" }
      if case .string(let text)? = cell.value { return text }
      return cell.rawNumber.flatMap { FixedDecimal(shortest: $0)?.shortest } ?? ""
    }
    return cell.runs.filter { !$0.font.isPlain }.map(\.text).joined()
  }
}

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
    var cells: [SourceCell] = []
    cells.reserveCapacity(snapshot.rows.reduce(0) { $0 + $1.cells.count })
    for row in snapshot.rows {
      // By places: going through the cells themselves would copy each of them.
      for place in row.cells.indices where row.cells[place].value != nil || row.cells[place].isFormula {
        let isPicture = !pictures.isEmpty && pictures.contains(row.cells[place].reference)
        cells.append(SourceCell(row.cells[place], isPicture: isPicture))
      }
    }
    self.init(
      name: snapshot.name, isHidden: snapshot.state != .visible,
      cells: cells,
      hiddenRows: Set(snapshot.rows.filter(\.isHidden).map(\.index)),
      hiddenColumns: Set(snapshot.hiddenColumns.flatMap { Array($0.clamped(to: 0...CellReference.columnLimit - 1)) }),
      merged: snapshot.mergedRanges,
      comments: snapshot.comments.map { .init(reference: $0.reference, text: $0.text) })
  }
}

extension SourceCell {
  init(_ cell: SnapshotCell, isPicture: Bool) {
    let display = Self.display(of: cell)
    self.init(
      reference: cell.reference, value: cell.value, rawNumber: cell.rawNumber,
      formula: cell.isFormula ? cell.formula ?? "" : nil,
      isPercentage: display?.isPercentage ?? false, lacksResult: cell.hasFormulaWithoutCachedValue,
      isPicture: isPicture, dayDisplay: Self.dayDisplay(cell), dayShown: Self.dayShown(cell), display: display,
      textShown: Self.textShown(cell), struck: Self.struck(cell))
  }

  private static func dayShown(_ cell: SnapshotCell) -> String? {
    guard case .date(let moment)? = cell.value, cell.rawNumber != nil else { return nil }
    return cell.numberFormat.picture(of: moment.day)
  }

  private static func dayDisplay(_ cell: SnapshotCell) -> DayDisplay {
    switch cell.value {
    case .date(let moment)?:
      guard let number = cell.rawNumber else { return .asStored }
      return cell.numberFormat.display(of: moment.day, storedAs: number)
    case .number(let number)?:
      // A number to the first section of its format may be a day to the one that it falls under.
      guard cell.numberFormat.display(of: number).form == .date, case .date(let moment) = SerialDate(number).dateValue
      else { return .asStored }
      return cell.numberFormat.display(of: moment.day, storedAs: number)
    default: return .asStored
    }
  }

  private static func textShown(_ cell: SnapshotCell) -> String? {
    guard case .string(let text)? = cell.value else { return nil }
    let shown = cell.numberFormat.picture(of: text)
    return shown == text ? nil : shown
  }

  private static func display(of cell: SnapshotCell) -> NumberDisplay? {
    guard case .number(let number)? = cell.value else { return nil }
    let display = cell.numberFormat.display(of: number)
    return display.isAsStored ? nil : display
  }

  /// Returns the parts of the text that look otherwise than the rest, or all of it where the cell is struck through.
  private static func struck(_ cell: SnapshotCell) -> String {
    if cell.runs.isEmpty {
      guard cell.font.isStruck else { return "" }
      if case .string(let text)? = cell.value { return text }
      return cell.rawNumber.flatMap { FixedDecimal(shortest: $0)?.shortest } ?? ""
    }
    return cell.runs.filter { !$0.font.isPlain }.map(\.text).joined()
  }
}

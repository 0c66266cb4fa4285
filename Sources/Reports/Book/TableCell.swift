import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// One cell of a table: what it holds, how it looks, and the text that a reader sees, by which room is measured.
struct TableCell {
  var content: CellContent
  var format: CellFormat
  /// Empty where the text may run over empty neighbours.
  var shown: String
  var link: LinkTarget?
  /// Characters that the text had where a cell does not hold all of it.
  private var wholeLength: Int?

  private init(content: CellContent, format: CellFormat, shown: String) {
    self.content = content
    self.format = format
    self.shown = shown
  }

  static func blank(_ format: CellFormat) -> TableCell { TableCell(content: .blank, format: format, shown: "") }

  static func text(_ text: String, _ format: CellFormat) -> TableCell {
    let fitting = CellText.fitting(text)
    var cell = TableCell(content: .text(fitting), format: format, shown: fitting)
    if fitting.utf8.count < text.utf8.count { cell.wholeLength = text.count }
    return cell
  }

  /// Returns a text that may run over the empty cells to its right.
  static func overflowing(_ text: String, _ format: CellFormat) -> TableCell {
    var cell = Self.text(text, format)
    cell.shown = ""
    return cell
  }

  /// Returns the cell with its text begun at the top under a word on its length, where no row is high enough for all of
  /// it: centred, its beginning and its end would be off the paper without a sign.
  ///
  /// The cell keeps the whole text. Formulas and texts of several fonts are as they are.
  func fitted(to width: Double) -> TableCell {
    guard case .text(let text) = content, !shown.isEmpty else { return self }
    let format = format.holding(shown, column: width)
    if format == self.format { return self }
    let sign =
      wholeLength.map { "（全文共\($0)字，一个单元格容不下，其余见报送件）" }
      ?? "（共\(text.count)字，这里显示不下，选中本单元格可看）"
    var cell = TableCell.text("\(sign)\n\(text)", format)
    cell.link = link
    return cell
  }

  static func rich(_ runs: [TextRun], _ format: CellFormat) -> TableCell {
    TableCell(content: .richText(runs), format: format, shown: runs.map(\.text).joined())
  }

  static func integer(_ value: Int, _ format: CellFormat) -> TableCell {
    TableCell(content: .integer(value), format: format, shown: FixedDecimal(value).grouped(places: 0))
  }

  static func number(_ value: FixedDecimal, _ style: FigureStyle, _ format: CellFormat) -> TableCell {
    TableCell(content: .number(value.double), format: format, shown: style.shown(value))
  }

  /// Returns the day as a date of the sheet; `suffix` is what the format adds behind it.
  static func date(_ day: CivilDate, _ format: CellFormat, suffix: String = "") -> TableCell {
    guard let serial = SerialDate.of(day) else { return .text(day.description + suffix, format) }
    return TableCell(content: .serialDate(serial), format: format, shown: day.description + suffix)
  }

  static func formula(_ formula: String, _ value: FixedDecimal, _ style: FigureStyle, _ format: CellFormat) -> TableCell
  {
    TableCell(content: .formula(formula, .number(value.double)), format: format, shown: style.shown(value))
  }

  static func formula(_ formula: String, _ value: String, _ format: CellFormat) -> TableCell {
    TableCell(content: .formula(formula, .text(value)), format: format, shown: value)
  }
}

extension SerialDate {
  /// Returns the serial number of a day in the 1900 system, from March 1900 on.
  fileprivate static func of(_ day: CivilDate) -> Double? {
    let serial = day.dayNumber + 25_569
    return serial > 60 ? Double(serial) : nil
  }
}

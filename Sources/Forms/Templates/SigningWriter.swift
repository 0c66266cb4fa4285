import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// Writes 签署: who filled the form, who reviewed it, how to reach them.
struct SigningWriter {
  let template: TemplateWriter

  static let sheet = "签署"
  /// Where the entries stand.
  static let entryColumn = 1
  static let headers = ["项目", "填写"]
  static let columns: [Double] = [18, 32, 20, 20, 20]

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let theme = template.theme
    try sheet.hideGridlines()
    try sheet.setColumnWidths(Self.columns.map { .characters($0) })
    var row = try template.head(of: Self.sheet, title: Self.sheet, right: "")
      .write(to: sheet, theme: theme, columns: 0...4, widths: Self.columns)
    try sheet.writeRow(
      Self.headers.map { .text($0) }, at: CellReference(row: row, column: 0), format: theme.tableHeader)
    try sheet.merge(Self.hint(row), "要求", format: theme.tableHeader)
    try sheet.setRow(row, height: RowMeasure.header)
    for entry in FormContents.SigningEntry.allCases {
      row = Self.row(of: entry)
      let (hint, format) = field(entry)
      let mark = template.contents.signingMarks[entry]
      try sheet.setRow(row, height: RowMeasure.form)
      try sheet.write(.text(entry.rawValue), at: CellReference(row: row, column: 0), format: theme.centeredText)
      let cell = CellReference(row: row, column: Self.entryColumn)
      try sheet.write(
        template.contents.signing[entry] ?? .blank, at: cell,
        format: mark.map { theme.marked(format, $0.kind) } ?? format)
      if let mark { try sheet.comment(.findings(mark.lines), at: cell) }
      try sheet.merge(Self.hint(row), .text(hint), format: theme.remark)
    }
    try sheet.setPage(
      .theme(
        .onePage, footer: template.footer,
        printArea: CellRange(CellReference(row: 1, column: 0), CellReference(row: row, column: 4))))
  }

  /// Returns what is wanted in a cell, and how it looks.
  private func field(_ entry: FormContents.SigningEntry) -> (hint: String, format: CellFormat) {
    let theme = template.theme
    return switch entry {
    case .preparer: ("填写本表的人", theme.entryCenteredText)
    case .reviewer: ("单位负责人或其指定的人，不得与填报人相同", theme.entryCenteredText)
    case .phone: ("填报人的电话，带区号，按文本填写", theme.entryCode)
    case .date: ("例如\(template.period.lastDay)", theme.entryDate)
    }
  }

  /// Returns the row of an entry, below the head and the line of headers.
  static func row(of entry: FormContents.SigningEntry) -> Int {
    SheetHead.rows + 1 + (FormContents.SigningEntry.allCases.firstIndex(of: entry) ?? 0)
  }

  /// Returns the cells of a row in which it is said what is wanted.
  private static func hint(_ row: Int) -> CellRange {
    CellRange(CellReference(row: row, column: 2), CellReference(row: row, column: 4))
  }
}

import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// Writes 签署: who filled the form, who reviewed it, how to reach them.
struct SigningWriter {
  let template: TemplateWriter

  private static let columns: [Double] = [18, 32, 20, 20, 20]

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let theme = template.theme
    try sheet.hideGridlines()
    try sheet.setColumnWidths(Self.columns.map { .characters($0) })
    var row = try template.head(title: "签署", right: "", links: template.links(without: "签署"))
      .write(to: sheet, theme: theme, columns: 0...4, widths: Self.columns)
    try sheet.writeRow(["项目", "填写"], at: CellReference(row: row, column: 0), format: theme.tableHeader)
    try sheet.merge(Self.hint(row), "要求", format: theme.tableHeader)
    try sheet.setRow(row, height: RowMeasure.header)
    let entries: [(String, String, CellFormat)] = [
      ("填报人", "填写本表的人", theme.entryCenteredText), ("审核人", "单位负责人或其指定的人，不得与填报人相同", theme.entryCenteredText),
      ("联系电话", "填报人的电话，带区号，按文本填写", theme.entryCode), ("填报日期", "例如\(template.period.lastDay)", theme.entryDate),
    ]
    for (label, hint, format) in entries {
      row += 1
      try sheet.setRow(row, height: RowMeasure.form)
      try sheet.write(.text(label), at: CellReference(row: row, column: 0), format: theme.centeredText)
      try sheet.write(.blank, at: CellReference(row: row, column: 1), format: format)
      try sheet.merge(Self.hint(row), .text(hint), format: theme.remark)
    }
    try sheet.setPage(
      .theme(
        .onePage, footer: template.footer,
        printArea: CellRange(CellReference(row: 1, column: 0), CellReference(row: row, column: 4))))
  }

  /// The cells of a row in which it is said what is wanted.
  private static func hint(_ row: Int) -> CellRange {
    CellRange(CellReference(row: row, column: 2), CellReference(row: row, column: 4))
  }
}

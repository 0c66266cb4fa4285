import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 审核结果: one line for each file, with how its cells add up.
struct CheckedFilesSheet {
  let book: CheckBook

  private var theme: Theme { book.theme }
  private static let headers = [
    "序号", "文件", "填报单位", "期别", "结论", "应填\n项数", "读到", "零报告", "不适用", "空白", "读不出", "模板外\n行数", "强制性\n问题", "核实性\n问题", "提示",
  ]
  private static let leastWidths: [Double] = [5, 40, 24, 12, 16, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8]
  private static let printed = 0...14
  private static let headerRow = SheetHead.rows
  private static let firstRow = headerRow + 1

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let table = Table(
      leastWidths: Self.leastWidths, rows: book.files.enumerated().map { row($1, number: $0 + 1) })
    let widths = table.widths
    try sheet.setColumnWidths(widths.map { .characters($0) })
    let accepted = book.files.count(where: \.isAccepted)
    try book.head(
      title: "\(book.plan.year)年度重点工作报送审核结果",
      right: "文件\(book.files.count)份，收下\(accepted)份，退回或不能收下\(book.files.count - accepted)份",
      other: CheckBook.findingsSheet
    ).write(to: sheet, theme: theme, columns: Self.printed, widths: widths)
    try sheet.setRow(Self.headerRow, height: 32.25)
    try sheet.writeRow(
      Self.headers.map { .text($0) }, at: CellReference(row: Self.headerRow, column: 0), format: theme.tableHeader)
    let next = try table.write(to: sheet, from: Self.firstRow, widths: widths)
    try sheet.conditionalFormat(
      .cell(.greater(0), .brickWord),
      on: CellRange(
        CellReference(row: Self.firstRow, column: 12), CellReference(row: max(Self.firstRow, next - 1), column: 12)))
    let end = try SheetFoot(note: "注：应填项数＝读到＋零报告＋不适用＋空白＋读不出。问题数只计还要改正、核实的；同一问题涉及多个单元格的，每格计一个。").write(
      to: sheet, theme: theme, row: next, columns: Self.printed, widths: widths)
    try sheet.freezePanes(at: CellReference(row: Self.firstRow, column: 2))
    try sheet.hideGridlines()
    try sheet.setPage(book.page(rows: end, columns: Self.printed, repeated: Self.headerRow...Self.headerRow))
  }

  private func row(_ file: CheckedFile, number: Int) -> TableRow {
    let count = theme.figure(.count)
    let unit = file.unit.flatMap { book.plan.unit(id: $0)?.name } ?? file.unit ?? "—"
    var cells: [TableCell] = [
      .integer(number, theme.ordinal), .text(file.file, theme.text), .text(unit, theme.text),
      .text(file.period?.chinese ?? "—", theme.centeredText), .text(file.verdict, theme.centeredText),
    ]
    cells += file.cells?.all.map { .integer($0, count) } ?? Array(repeating: .text("—", theme.centeredText), count: 7)
    cells += Finding.Grade.allCases.map { grade in
      .integer(file.findings.count { $0.grade == grade && $0.isOpen }, count)
    }
    return TableRow(cells: cells)
  }
}

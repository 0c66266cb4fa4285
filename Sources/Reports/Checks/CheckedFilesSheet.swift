import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 审核结果: one line for each file, with how its cells add up.
struct CheckedFilesSheet {
  let book: CheckBook

  private var theme: Theme { book.theme }
  private static let columns: [ListingSheet.Column] = [
    ("序号", 5), ("文件", 40), ("填报单位", 24), ("期别", 12), ("结论", 16), ("应填\n项数", 8), ("读到", 8), ("零报告", 8), ("不适用", 8),
    ("空白", 8), ("读不出", 8), ("模板外\n行数", 8), ("强制性\n问题", 8), ("核实性\n问题", 8), ("提示", 8),
  ]

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let accepted = book.files.count(where: \.isAccepted)
    let head = book.head(
      title: "\(book.plan.year)年度重点工作报送审核结果",
      right: "文件\(book.files.count)份，收下\(accepted)份，退回或不能收下\(book.files.count - accepted)份",
      other: CheckBook.findingsSheet)
    try ListingSheet(
      theme: theme, head: head, columns: Self.columns, rows: book.files.enumerated().map { row($1, number: $0 + 1) },
      note: "注：应填项数＝读到＋零报告＋不适用＋空白＋读不出。问题数只计还要改正、核实的；同一问题涉及多个单元格的，每格计一个。",
      marks: [(12, .cell(.greater(0), .brickWord))]
    ).write(to: sheet) { book.page(rows: $0, columns: $1, repeated: $2) }
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

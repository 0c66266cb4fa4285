import OfficeStyle
import PlanModel
import SpreadsheetML
import Validation
import XLSXWriting

/// Writes 退回意见: what must be mended or explained, where, and how.
struct ReturnNoticeWriter {
  let template: TemplateWriter
  let notice: ReturnNotice

  static let sheet = "退回意见"
  static let columns: [Double] = [6, 9, 16, 30, 20, 44, 48]
  /// How the printed rows begin that no ordinal begins.
  static let beginnings = ["你单位报送的", "强制性", "序号", "单元格核对", "退回单位"]
  private static let headers = ["序号", "级别", "单元格", "指标／栏", "所报内容", "问题", "怎么改"]

  private var theme: Theme { template.theme }

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    try sheet.hideGridlines()
    try sheet.setColumnWidths(Self.columns.map { .characters($0) })
    let due = notice.dueBy.map { "请于\($0.chinese)前重报" } ?? "请改正后重报"
    var row = try SheetHead(
      title: "报表退回整改通知", left: "收件单位：\(template.layout.unitName)", middle: "报送期别：\(template.period.chinese)",
      right: due, attachment: "附件", mark: template.isIllustrative ? "示例数据" : "",
      links: template.links(without: Self.sheet)
    ).write(to: sheet, theme: theme, columns: 0...6, widths: Self.columns)
    row = try writeLede(to: sheet, row: row)
    row = try writeCounts(to: sheet, row: row)
    let header = row
    try sheet.writeRow(
      Self.headers.map { .text($0) }, at: CellReference(row: row, column: 0), format: theme.tableHeader)
    try sheet.setRow(row, height: RowMeasure.header)
    for item in notice.items {
      row += 1
      try write(item, to: sheet, row: row)
    }
    row += 1
    if let accounting = notice.accounting {
      try merged(accounting.sentence, to: sheet, row: row, theme.note, size: 9)
      row += 1
    }
    try merged("退回单位：\(template.issuer)", to: sheet, row: row, theme.signature)
    try sheet.freezePanes(at: CellReference(row: header + 1, column: 0))
    try sheet.setPage(
      .theme(
        .table, footer: template.footer,
        printArea: CellRange(CellReference(row: 1, column: 0), CellReference(row: row, column: 6)),
        repeatedRows: header...header))
  }

  private func writeLede(to sheet: WorksheetWriter, row: Int) throws(XLSXWriteError) -> Int {
    let wanted = [
      notice.count(.error) > 0 ? "强制性问题\(notice.count(.error))条须改正" : nil,
      notice.count(.warning) > 0 ? "核实性问题\(notice.count(.warning))条须说明" : nil,
      notice.count(.notice) > 0 ? "提示\(notice.count(.notice))条不需改" : nil,
    ].compactMap(\.self).joined(separator: "，")
    let sheets = notice.sheets.isEmpty ? [template.layout.sheet] : notice.sheets
    let rest =
      notice.isIncomplete
      ? "读到的内容已照原报填好，“\(ReturnNotice.original)”指的是你单位报来的文件，没有读的请在本文件里补填。" : "其他内容已照原报填好。"
    let how =
      notice.accounting == nil
      ? "原文件读不出填报内容，请在本文件“\(template.layout.sheet)”中重新填写后发回。"
      : "请在本文件\(sheets.map { "“\($0)”" }.joined())中改正标出的单元格后原样发回，不要另建表格；\(rest)"
    try merged(
      "你单位报送的“\(notice.file)”经审核：\(wanted)。\(how)", to: sheet, row: row,
      theme.lede, size: 13)
    return row + 1
  }

  private func writeCounts(to sheet: WorksheetWriter, row: Int) throws(XLSXWriteError) -> Int {
    try sheet.setRow(row, height: RowMeasure.sectionHead)
    let parts: [(ClosedRange<Int>, Finding.Grade, String)] = [
      (0...2, .error, "粗框：须改正"), (3...4, .warning, "虚框：须说明"), (5...6, .notice, "点框：已规整，不需改"),
    ]
    for (columns, grade, how) in parts {
      try sheet.merge(
        CellRange(
          CellReference(row: row, column: columns.lowerBound), CellReference(row: row, column: columns.upperBound)),
        .text("\(grade.chinese) \(notice.count(grade))条（\(how)）"), format: theme.gradeCount(grade.mark))
    }
    try sheet.setRow(row + 1, height: 8)
    return row + 2
  }

  private func write(_ item: ReturnItem, to sheet: WorksheetWriter, row: Int) throws(XLSXWriteError) {
    let cells = Self.places(of: item)
    let texts = [cells, item.subject, item.reported, item.words.what, item.words.remedy].map(VisibleText.ofDirections)
    try sheet.setRow(
      row,
      height: RowMeasure.height(
        of: zip(texts, Self.columns[2...]).map { .init($0, column: $1) }, atLeast: RowMeasure.form))
    func at(_ column: Int) -> CellReference { CellReference(row: row, column: column) }
    try sheet.write(.integer(item.number), at: at(0), format: theme.ordinal)
    try sheet.write(.text(item.grade.chinese), at: at(1), format: theme.grade(item.grade.mark))
    if let first = item.targets.first {
      try sheet.write(
        .text(cells), at: at(2), format: theme.centeredLink.with { $0.alignment.wraps = true },
        link: .cell(sheet: first.sheet, first.cell))
    } else {
      try sheet.write(.text(cells), at: at(2), format: theme.centeredText.with { $0.alignment.wraps = true })
    }
    for (index, text) in texts.enumerated().dropFirst() {
      try sheet.write(.text(text), at: at(index + 2), format: theme.text)
    }
  }

  /// Returns the cells, `填报表 I15`; of several as many as a line takes, and how many there are: a link is not broken into
  /// lines by every program.
  private static func places(of item: ReturnItem) -> String {
    if let origin = item.origin {
      return ReturnNotice.original
        + ReturnNotice.cells(origin.sheet, origin.cells, atMost: 4, separator: " ")
    }
    guard let first = item.targets.first else { return "整个文件" }
    let texts = (1...4).reversed().map { most in
      ReturnNotice.cells(first.sheet, item.targets.map(\.cell.a1), atMost: most, separator: " ")
    }
    return texts.first { Double(TextMeasure.width(of: $0)) <= columns[2] } ?? texts[3]
  }

  private func merged(
    _ text: String, to sheet: WorksheetWriter, row: Int, _ format: CellFormat, size: Double = 10.5
  ) throws(XLSXWriteError) {
    let room = Self.columns.reduce(0, +)
    let text = VisibleText.ofDirections(text)
    try sheet.setRow(
      row, height: RowMeasure.height(of: [.init(text, column: room, size: size)], atLeast: RowMeasure.subline))
    try sheet.merge(
      CellRange(CellReference(row: row, column: 0), CellReference(row: row, column: 6)), .text(text), format: format)
  }
}

extension CellAccounting {
  /// How the cells add up, in words.
  fileprivate var sentence: String {
    "单元格核对：应填\(expected)项＝读到\(read)＋零报告\(nilReturns)＋不适用\(notApplicable)＋空白\(blank)＋读不出\(unreadable)；模板外\(outside)行。"
  }
}

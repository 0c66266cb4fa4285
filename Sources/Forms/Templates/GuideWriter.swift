import OfficeStyle
import PlanModel
import SpreadsheetML
import Validation
import XLSXWriting

/// Writes 填表说明: who, by when, how.
struct GuideWriter {
  let template: TemplateWriter

  static let sheet = "填表说明"
  static let columns: [Double] = [14, 32, 30, 30]
  /// What stands at the left of a printed row, by which a reader tells it from what was written below or beside.
  static let labels: Set = [
    "谁填", "何时报", "填哪里", "数字怎么填", "累计与本期", "办结与制度", "落后的", "明细表", "条线复核", "自检", "怎么报", "例", "浅黄", "OK", "缺", "不符",
  ]
  static let sections = (example: "填写示例（例：不必删除，不计入报送）", legend: "颜色与符号（黑白打印可辨）")

  private var steps: [(String, String)] {
    let due = template.due.map { "\($0.chinese)前报送\(template.issuer)" } ?? "按通知时间报送\(template.issuer)"
    return [
      ("谁填", "\(template.layout.unitName)，共\(template.layout.rows.count)项指标。填报人填写，审核人审核，两人不得相同。"),
      ("何时报", "反映截至\(template.period.lastDay.chinese)的情况，\(due)。"),
      ("填哪里", "只填浅黄底单元格，其余由系统生成并锁定。请在本文件里填，不要另建表格，不要改表头、编码和隐藏的工作表。"),
      ("数字怎么填", "只填数字，不带单位、约数和范围；单位见“计量单位”栏。没有发生填0，不得留空；不适用填“—”，但有分解数、应完成数、期限或上期数的项不能填。"),
      ("累计与本期", "多数指标填“累计完成”（从年初到本期末），本期数自动算出；按月发生的指标填“本期完成”，累计数自动算出。"),
      ("办结与制度", "办结类指标填办结日期，没有办结的填“推进中”或“未启动”；按期开展的制度填本期开展的日期，没有开展的填“未开展”。"),
      ("落后的", "完成率低于序时进度的，写明“存在问题”和“下一步措施”；累计数小于上期的，在“核实说明”写明原因，只写“属实”“核实无误”不算说明。"),
    ]
      + (lists.map { [("明细表", $0)] } ?? []) + (review.map { [("条线复核", $0)] } ?? []) + [
        ("自检", "边填边看“自检”表：“缺”是没有填全，“不符”是填得不对，点“到哪里改”跳到那一格。签署填好、显示“可报送”后再报。"),
        ("怎么报", "存为.xlsx，电子表和盖章的纸质表一并报送。退回修改的，请在退回的那份文件上改后再报。"),
      ]
  }

  /// How 条线复核 is filled; `nil` for a form without it.
  private var review: String? {
    template.layout.review.map { table in
      let figures =
        table.figures.isEmpty
        ? ""
        : "下面是县（市、区）报送的数，不能改：已报的逐项选“\(ReviewVerdict.confirmed.chinese)”或“\(ReviewVerdict.queried.chinese)”，存疑的写明哪里不对，由市局退回单位核对。"
      return "“\(table.sheet)”写本单位牵头任务全市的进展、问题和措施，汇总时列在各单位之前。\(figures)"
    }
  }

  /// How the lists are filled; `nil` for a form without any.
  private var lists: String? {
    guard let tables = template.layout.lists, !tables.isEmpty else { return nil }
    let names = tables.map { "“\($0.sheet)”（\($0.indicator)）" }.joined(separator: "、")
    return
      "\(names)一行一个对象，未办结的已印好，新增的接着往下填。每行选“\(ListColumn.state.chinese)”；“\(ListState.done.chinese)”的填\(ListColumn.date.chinese)，其余的不填日期。本期办结的个数须与填报表一致。"
  }

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let theme = template.theme
    try sheet.hideGridlines()
    try sheet.setColumnWidths(Self.columns.map { .characters($0) })
    var row = try template.head(of: Self.sheet, title: Self.sheet, right: "")
      .write(to: sheet, theme: theme, columns: 0...3, widths: Self.columns)
    let room = Self.columns[1...].reduce(0, +)
    for (label, text) in steps {
      try sheet.setRow(row, height: RowMeasure.height(of: [.init(text, column: room)], atLeast: RowMeasure.form))
      try sheet.write(.text(label), at: CellReference(row: row, column: 0), format: theme.tableHeader)
      try sheet.merge(
        CellRange(CellReference(row: row, column: 1), CellReference(row: row, column: 3)), .text(text),
        format: theme.text)
      row += 1
    }
    row = try writeExample(to: sheet, row: row)
    row = try writeLegend(to: sheet, row: row)
    try sheet.setPage(
      .theme(
        .onePage, footer: template.footer,
        printArea: CellRange(CellReference(row: 1, column: 0), CellReference(row: row - 1, column: 3))))
  }

  /// Writes one row filled as it should be; returns the first free row below. It stands here and not on the form, so
  /// that nobody sends it in as a figure.
  private func writeExample(to sheet: WorksheetWriter, row first: Int) throws(XLSXWriteError) -> Int {
    guard let example else { return first }
    let theme = template.theme
    var row = try section(Self.sections.example, to: sheet, row: first)
    for (cells, formats) in example {
      try sheet.setRow(
        row,
        height: RowMeasure.height(
          of: zip(cells, Self.columns).map { .init($0, column: $1) }, atLeast: RowMeasure.data))
      for (column, text) in cells.enumerated() {
        try sheet.write(
          .text(text), at: CellReference(row: row, column: column),
          format: formats == .header ? theme.tableHeader : column == 0 ? theme.centeredText : theme.text)
      }
      row += 1
    }
    return row
  }

  private enum Line { case header, body }

  /// Of the first indicator that is filled with a number, its own figures made up as 例.
  private var example: [([String], Line)]? {
    guard let row = template.layout.rows.first(where: { $0.entry.content == .number && !$0.entry.isState }) else {
      return nil
    }
    let column = row.decidingColumn
    let figure = EntryExample(
      layout: row, indicator: template.rules.plan.indicator(code: row.code), unit: template.unit.id,
      period: template.period
    ).number
    return [
      (["例", "指标", "数字栏", "文字栏"], .header),
      (
        [
          "例", row.indicator, "\(column.chinese)填\(figure)（不写“\(figure)\(row.measure)”“约\(figure)”）",
          "进展情况：写做了什么、何时、在哪里；存在问题、下一步措施：低于序时进度的必填",
        ], .body
      ),
    ]
  }

  /// Writes what colours and words mean, so that a copy in grey says the same; returns the first free row below.
  private func writeLegend(to sheet: WorksheetWriter, row first: Int) throws(XLSXWriteError) -> Int {
    let theme = template.theme
    var row = try section(Self.sections.legend, to: sheet, row: first)
    let marks: [(String, CellFormat, String)] = [
      ("浅黄", theme.entryCenteredText.with { $0.isLocked = true }, "请填写的格；其余的格已锁定"), ("OK", theme.light, "没有发现问题"),
      ("缺", theme.light, "应填的没有填，或缺说明"), ("不符", theme.light, "填得不对，须改，或在“核实说明”写明原因"),
    ]
    for (word, format, meaning) in marks {
      try sheet.setRow(row, height: RowMeasure.data)
      try sheet.write(.text(word), at: CellReference(row: row, column: 0), format: format)
      try sheet.merge(
        CellRange(CellReference(row: row, column: 1), CellReference(row: row, column: 3)), .text(meaning),
        format: theme.text)
      row += 1
    }
    let words = CellRange(CellReference(row: row - 3, column: 0), CellReference(row: row - 1, column: 0))
    try sheet.conditionalFormats(ConditionalFormat.checks(), on: words)
    return row
  }

  private func section(_ title: String, to sheet: WorksheetWriter, row: Int) throws(XLSXWriteError) -> Int {
    try sheet.setRow(row, height: RowMeasure.sectionHead)
    try sheet.merge(
      CellRange(CellReference(row: row, column: 0), CellReference(row: row, column: 3)), .text(title),
      format: template.theme.sectionHead)
    return row + 1
  }
}

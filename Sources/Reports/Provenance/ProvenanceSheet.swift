import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 数据来源: every figure of 指标汇总 with the file, sheet and cell that it came from.
struct ProvenanceSheet: BookSheet {
  let context: ReportContext
  let listed: ListedProvenance

  private var theme: Theme { context.theme }
  private static let leastWidths: [Double] = [14, 12, 36, 24, 12, 42, 10, 9, 15, 8, 13, 36]

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    try context.write(
      ListingSheet(
        theme: theme, head: context.head(.provenance, title: "汇总数据来源", right: "单位：见各指标"),
        columns: Array(zip(ProvenanceLine.headers, Self.leastWidths)), rows: listed.lines.map(row), note: note,
        nothing: "本期没有计入汇总的数。", frozenColumns: 1, isFiltered: true), to: sheet)
  }

  private var note: String {
    let words =
      "注：1.点“汇总单元格”到“指标汇总”的那个数；几个单位合用一格的，该格为各单位的合计或达标数。2.“报送文件”“工作表”“单元格”为该数在单位所报表中的位置；文件摘要为SHA-256。3.占比类列分子、分母。"
    return words + (listed.isWhole ? "" : "4.共\(listed.count)条，本表只列规整、人工、沿用、更正的；全部另存为同名的 .provenance.csv。")
  }

  private func row(_ line: ProvenanceLine) -> TableRow {
    let name = SheetName.indicators.rawValue
    var cell = TableCell.text("\(name) \(line.cell.a1)", theme.centeredLink)
    cell.link = .cell(sheet: name, line.cell)
    let none = TableCell.text("—", theme.dash.with { $0.alignment.horizontal = .center })
    func text(_ text: String?) -> TableCell { text.map { .text($0, theme.centeredText) } ?? none }
    return TableRow(
      cells: [
        cell, .text(line.code, theme.centeredText), .text(line.name, theme.text),
        .text(line.reporter.unit.name, theme.text), figure(line),
        line.origin.map { .text($0.file, theme.text) } ?? none, text(line.origin?.sheet), text(line.origin?.cell),
        line.digest.map { .text(String($0.prefix(12)), theme.digest) } ?? none,
        line.revision.map { .integer($0, theme.ordinal) } ?? none,
        line.received.map { .date($0, theme.date) } ?? none,
        .text(line.note.isEmpty ? "—" : line.note, theme.remark),
      ])
  }

  /// Returns the figure as it was reported: it stays when somebody tries another one on 指标汇总.
  private func figure(_ line: ProvenanceLine) -> TableCell {
    let style = line.style
    switch line.figure {
    case .decimal(let value): return .number(value, style, theme.figure(style.number))
    case .nilReturn: return .number(0, style, theme.figure(style.number))
    case .date(let day, _): return .date(day, theme.date)
    case .text(let text): return .text(text, theme.figureWord)
    case .notApplicable, .blank: return .text("—", theme.dash)
    }
  }
}

/// What 数据来源 lists: everything, or of very many figures those that are not plain ones.
struct ListedProvenance {
  let lines: [ProvenanceLine]
  /// All there are.
  let count: Int
  var isWhole: Bool { lines.count == count }

  /// - Parameter limit: as many as the sheet may list.
  init(_ list: ProvenanceList, atMost limit: Int) {
    count = list.count
    var list = list
    list.isOfExceptions = count > limit
    var lines: [ProvenanceLine] = []
    list.forEach { line in
      if lines.count < limit { lines.append(line) }
    }
    self.lines = lines
  }

  /// Writes all of them as a CSV file, made line by line.
  func write(to path: String, _ table: IndicatorTable) throws(XLSXWriteError) {
    var file = try TextFile(path: path)
    try file.append(CSVText.mark + CSVText.line(ProvenanceLine.headers.map { $0.replacing("\n", with: "") }))
    try ProvenanceList(table: table).forEach { line throws(XLSXWriteError) in
      try file.append(CSVText.line(line.fields))
    }
    try file.close()
  }

  /// The first line of each indicator, as a zero-based row of the sheet.
  var firstRows: [String: Int] {
    Dictionary(
      lines.enumerated().map { ($1.code, ListingSheet.firstRow + $0) },
      uniquingKeysWith: { first, _ in first })
  }
}

import PlanModel
import SpreadsheetML
import Validation

/// W21: what stands on 条线复核 and belongs to none of its rows or columns, and what was typed over its figures. Nothing of
/// it is counted, and nothing is passed over.
struct ReviewLeftovers {
  let table: FormLayout.ReviewTable
  let unit: String
  let file: String

  /// How many cells of a finding are named.
  private static let named = 12

  /// Returns a finding for the rest of a sheet.
  ///
  /// - Parameters:
  ///   - parts: the tables that were read on the sheet.
  ///   - known: the rows that were read, or of which something was said.
  func findings(_ parts: [ReviewPart], known: Set<Int>) -> [Finding] {
    guard let sheet = parts.first?.sheet, let first = parts.map(\.headerRow).min() else { return [] }
    let headers = Set(parts.map(\.headerRow))
    let cells = sheet.rows.filter { $0 > first && !headers.contains($0) }.flatMap { row -> [SourceCell] in
      guard let part = parts.filter({ $0.headerRow < row }).max(by: { $0.headerRow < $1.headerRow }) else { return [] }
      return known.contains(row) ? beside(part, row) : ofNoRow(part, row)
    }
    guard !cells.isEmpty else { return [] }
    return [
      finding(
        cells, on: sheet, "“\(table.sheet)”各行各栏之外的",
        "复核写在那一行的“\(ReviewColumn.verdict.chinese)”“\(ReviewColumn.remark.chinese)”里，进展写在“\(ReviewColumn.progress.chinese)”里，再清空这里"
      )
    ]
  }

  /// Returns the cells of a row that stand in no column of the table.
  private func beside(_ part: ReviewPart, _ row: Int) -> [SourceCell] {
    let columns = Set(part.columns.values)
    let line = part.sheet.row(row)
    return part.sheet.cells(inRow: row).map(\.reference.column).filter { !columns.contains($0) }
      .map { line.cell(column: $0) }.filter { OutsideCells.hasFigure($0) || OutsideCells.hasWords($0) }
  }

  /// Returns what is said in a row that is of no task and no figure: entries, verdicts and figures. Words alone are those of
  /// a heading.
  private func ofNoRow(_ part: ReviewPart, _ row: Int) -> [SourceCell] {
    let entries = Set(ReviewColumn.entries.compactMap { part.columns[$0] })
    let marks = Set([ReviewColumn.code, .number].compactMap { part.columns[$0] })
    let line = part.sheet.row(row)
    let cells = part.sheet.cells(inRow: row).map { line.cell(column: $0.reference.column) }.filter {
      $0.value != nil && $0.formula == nil && !$0.isCovered
    }
    return cells.filter { cell in
      let column = cell.reference.column
      if marks.contains(column) { return false }
      return entries.contains(column) || OutsideCells.hasFigure(cell)
        || ReviewVerdict(chinese: CellTextCleaner.compact(cell.text)) != nil
    }
  }

  /// Returns a finding for the figures of a row that are not as they were printed.
  func retyped(_ figure: FormLayout.ReviewTable.Figure, _ part: ReviewPart, _ row: Int) -> [Finding] {
    let printed: [(column: ReviewColumn, text: String?)] = [
      (.goal, figure.goal), (.previous, figure.previous), (.reported, figure.reported), (.rate, figure.rate),
    ]
    return printed.compactMap { column, text in
      guard let cell = part.cell(column, row), cell.value != nil, !Self.isPrinted(cell, text) else { return nil }
      return finding(
        [cell], on: part.sheet, "“\(column.chinese)”里改写的",
        "这一栏由系统填入，改了不算：数不对的选“\(ReviewVerdict.queried.chinese)”，应为多少写进“\(ReviewColumn.remark.chinese)”，再把这一格改回“\(text ?? "—")”",
        indicator: figure.indicator)
    }
  }

  private static func isPrinted(_ cell: SourceCell, _ printed: String?) -> Bool {
    guard let printed else { return !OutsideCells.hasFigure(cell) }
    if let number = FixedDecimal(printed) {
      return (cell.storedNumber ?? FixedDecimal(CellTextCleaner.trimmed(cell.text))) == number
    }
    if let day = CivilDate(printed), case .date(let moment)? = cell.value {
      return CivilDate(year: moment.day.year, month: moment.day.month, day: moment.day.day) == day
    }
    return CellTextCleaner.trimmed(cell.text) == printed
  }

  private func finding(
    _ cells: [SourceCell], on sheet: SourceSheet, _ value: String, _ expected: String, indicator: String? = nil
  ) -> Finding {
    let texts = cells.prefix(Self.named).map { SourceCell.clipped(CellTextCleaner.trimmed($0.text)) }
    let rest = cells.count > Self.named ? " …（\(cells.count)）" : ""
    return BuiltInRule.outsideLayout.finding(
      unit: unit, file: file, sheet: sheet.name,
      cells: cells.prefix(Self.named).map(\.reference.a1), indicator: indicator,
      text: texts.joined(separator: " ") + rest, value: value, expected: expected)
  }
}

import PlanModel
import SpreadsheetML
import Validation

/// W21: what stands on 条线复核 and belongs to none of its rows or columns, and what was typed over its figures. Nothing of
/// it is counted, and nothing is passed over.
struct ReviewLeftovers {
  let table: FormLayout.ReviewTable
  let unit: String
  let file: String

  /// Returns a finding for the rest of a sheet.
  ///
  /// - Parameters:
  ///   - parts: the tables that were read on the sheet.
  ///   - known: the rows that were read, or of which something was said.
  func findings(_ parts: [ReviewPart], known: Set<Int>) -> [Finding] {
    guard let sheet = parts.first?.sheet, let first = parts.map(\.headerRow).min() else { return [] }
    let cells = sheet.rows.flatMap { row -> [SourceCell] in
      if row < first { return sheet.cells(inRow: row).filter(OutsideCells.isFigureAlone) }
      if let part = parts.first(where: { $0.headerRow == row }) { return beside(part, row) }
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

  /// Returns the cells of a row that stand in no column of the table, and what its number and its 自检 gave way to.
  private func beside(_ part: ReviewPart, _ row: Int) -> [SourceCell] {
    OutsideCells.besideColumns(
      part.heads.places, number: part.columns[.number], selfCheck: part.columns[.selfCheck], in: part.sheet,
      row: row, isHeader: row == part.headerRow,
      printed: Set(table.tasks.map(\.code) + table.figures.map(\.code)))
  }

  /// Returns what is said in a row that is of no task and no figure: all but the printed headings.
  private func ofNoRow(_ part: ReviewPart, _ row: Int) -> [SourceCell] {
    let line = part.sheet.row(row)
    let cells = part.sheet.cells(inRow: row).map { line.cell(column: $0.reference.column) }.filter {
      $0.value != nil && $0.formula == nil && !$0.isCovered
    }
    let headings = [ReviewWriter.figuresHeading, ReviewWriter.tasksHeading].map(CellTextCleaner.compact)
    return cells.filter { cell in
      (OutsideCells.hasFigure(cell) || OutsideCells.hasWords(cell))
        && !headings.contains(CellTextCleaner.compact(cell.text))
    }
  }

  /// Returns findings for what of a figure's row is not as it was printed.
  func retyped(_ figure: FormLayout.ReviewTable.Figure, _ part: ReviewPart, _ row: Int) -> [Finding] {
    let figures = retyped(
      [(.goal, figure.goal), (.previous, figure.previous), (.reported, figure.reported), (.rate, figure.rate)], part,
      row,
      indicator: figure.indicator,
      "数不对的选“\(ReviewVerdict.queried.chinese)”，应为多少写进“\(ReviewColumn.remark.chinese)”")
    let names: [(ReviewColumn, String?)] = [
      (.indicator, figure.name), (.unit, figure.unitName), (.measure, figure.measure.isEmpty ? "—" : figure.measure),
    ]
    return figures
      + retyped(
        names, part, row, indicator: figure.indicator, "要说的写进“\(ReviewColumn.remark.chinese)”")
  }

  /// Returns findings for what of a task's row is not as it was printed.
  func retyped(_ task: FormLayout.ReviewTable.Task, _ part: ReviewPart, _ row: Int) -> [Finding] {
    retyped(
      [(.task, task.heading)], part, row, indicator: nil, "要说的写进“\(ReviewColumn.progress.chinese)”")
  }

  private func retyped(
    _ printed: [(column: ReviewColumn, text: String?)], _ part: ReviewPart, _ row: Int, indicator: String?,
    _ remedy: String
  ) -> [Finding] {
    printed.compactMap { column, text in
      guard let cell = part.cell(column, row), cell.value != nil, !Self.isPrinted(cell, text) else { return nil }
      return finding(
        [cell], on: part.sheet, "“\(column.chinese)”里改写的",
        "这一栏由系统填入，改了不算：\(remedy)，再把这一格改回“\(text ?? "—")”", indicator: indicator)
    }
  }

  private static func isPrinted(_ cell: SourceCell, _ printed: String?) -> Bool {
    guard let printed else { return !OutsideCells.hasFigure(cell) }
    if let number = FixedDecimal(printed) {
      // A format may show another one than is stored.
      if let shown = NumberReader(measure: "").shown(cell), FixedDecimal(shown) != number { return false }
      return (cell.storedNumber ?? FixedDecimal(CellTextCleaner.trimmed(cell.text))) == number
    }
    if let day = CivilDate(printed) {
      if let number = cell.storedNumber { return number == FixedDecimal(Int(day.serial)) }
      guard case .day(let own, _) = DayGrammar(year: day.year).read(CellTextCleaner.halfWidth(cell.text)) else {
        return false
      }
      return own == day
    }
    return CellTextCleaner.compact(cell.text) == CellTextCleaner.compact(printed)
  }

  private func finding(
    _ cells: [SourceCell], on sheet: SourceSheet, _ value: String, _ expected: String, indicator: String? = nil
  ) -> Finding {
    OutsideCells.finding(
      cells, unit: unit, file: file, sheet: sheet.name, indicator: indicator, value: value, expected: expected)
  }
}

import PlanModel
import SpreadsheetML
import Validation

/// Reads 条线复核 back: the sheet and its two tables by their headers, the rows by their codes, without one by their
/// names.
struct ReviewReader {
  let table: FormLayout.ReviewTable
  let unit: String
  let file: String
  let digest: String

  /// Findings of reading, made on the way.
  private(set) var findings: [Finding] = []

  init(table: FormLayout.ReviewTable, unit: String, file: String, digest: String) {
    self.table = table
    self.unit = unit
    self.file = file
    self.digest = digest
  }

  /// One of the two tables.
  private struct Part {
    let sheet: SourceSheet
    let headerRow: Int
    let columns: [ReviewColumn: Int]

    func cell(_ column: ReviewColumn, _ row: Int) -> SourceCell? {
      columns[column].map { sheet.shown(row: row, column: $0) }
    }

    func text(_ column: ReviewColumn, _ row: Int) -> String {
      cell(column, row).map { CellTextCleaner.trimmed($0.text) } ?? ""
    }
  }

  /// Reads 条线复核; returns `nil` where the workbook has no such sheet.
  mutating func read(_ workbook: SourceWorkbook) -> LineReview? {
    let sheets = workbook.sheets.filter { $0.name != workbook.stampSheet?.name }
    let tasks = sheets.lazy.compactMap { Self.find(ReviewColumn.ofTasks, by: [.task, .progress], in: $0) }.first
    let figures = sheets.lazy.compactMap { Self.find(ReviewColumn.ofFigures, by: [.verdict, .remark], in: $0) }.first
    guard tasks != nil || figures != nil else {
      report(nil, "“\(table.sheet)”工作表", "恢复发下的填报表里的“\(table.sheet)”工作表，按行填写")
      return nil
    }
    return LineReview(words: read(tasks), opinions: read(figures: figures))
  }

  private static func find(_ columns: [ReviewColumn], by needed: [ReviewColumn], in sheet: SourceSheet) -> Part? {
    let keys = columns.map { ($0, CellTextCleaner.key($0.chinese)) }
    for row in sheet.rows {
      var found: [ReviewColumn: Int] = [:]
      for cell in sheet.cells(inRow: row) {
        guard case .string(let text)? = cell.value, text.utf8.count <= 96 else { continue }
        let key = CellTextCleaner.key(text)
        if let hit = keys.first(where: { $0.1 == key }), found[hit.0] == nil { found[hit.0] = cell.reference.column }
      }
      if needed.allSatisfy({ found[$0] != nil }) { return Part(sheet: sheet, headerRow: row, columns: found) }
    }
    return nil
  }

  /// Returns the row of a code; without one, the row that names what is meant.
  private func row(_ part: Part, code: String, named: (Int) -> Bool) -> Int? {
    let rows = part.sheet.rows.filter { $0 > part.headerRow }
    return rows.first { CellTextCleaner.halfWidth(part.text(.code, $0)) == code }
      ?? rows.first { part.text(.code, $0).isEmpty && named($0) }
  }

  // MARK: Tasks

  private mutating func read(_ part: Part?) -> [LineReview.Words] {
    table.tasks.map { task in
      let name = CellTextCleaner.key(task.heading)
      guard let part, let row = row(part, code: task.code, named: { CellTextCleaner.key(part.text(.task, $0)) == name })
      else {
        report(nil, "“\(table.sheet)”里“\(task.heading)”一行", "恢复这一行，填写“\(ReviewColumn.progress.chinese)”")
        return LineReview.Words(task: task.code, progress: .absent, problems: .absent, nextSteps: .absent)
      }
      let seen = CellTextCleaner.key(part.text(.task, row))
      guard part.columns[.task] == nil || seen == name else {
        reportMismatch(part, row, .task, "“\(task.heading)”")
        return LineReview.Words(task: task.code, progress: .absent, problems: .absent, nextSteps: .absent)
      }
      let words = LineReview.Words(
        task: task.code, progress: entry(part, .progress, row), problems: entry(part, .problems, row),
        nextSteps: entry(part, .nextSteps, row))
      if words.progress.figure == .blank {
        report(
          part.cell(.progress, row), in: part, "“\(task.heading)”的“\(ReviewColumn.progress.chinese)”",
          "写明这项任务全市的进展")
      }
      return words
    }
  }

  private func entry(_ part: Part, _ column: ReviewColumn, _ row: Int) -> Submission.Entry {
    guard let cell = part.cell(column, row) else { return .absent }
    let text = cell.isTakenBack ? "" : CellTextCleaner.trimmed(cell.text)
    return .init(figure: text.isEmpty ? .blank : .text(text), origin: origin(cell, part))
  }

  // MARK: Figures

  private mutating func read(figures part: Part?) -> [LineReview.Opinion] {
    table.figures.map { figure in
      let (name, county) = (CellTextCleaner.key(figure.name), CellTextCleaner.key(figure.unitName))
      let what = "\(figure.unitName)“\(figure.name)”"
      guard let part,
        let row = row(
          part, code: figure.code,
          named: {
            CellTextCleaner.key(part.text(.indicator, $0)) == name
              && CellTextCleaner.key(part.text(.unit, $0)) == county
          })
      else {
        // What was to be confirmed is not; of what had not come in, nothing was asked.
        if figure.reported != nil {
          report(nil, "“\(table.sheet)”里\(what)一行", "恢复这一行，选“确认”或“存疑”", indicator: figure.indicator)
        }
        return LineReview.Opinion(
          indicator: figure.indicator, unit: figure.unit, shown: figure.reported, verdict: nil, remark: .absent)
      }
      // The codes are hidden, and stay where they are when what is seen is sorted.
      let wrong = [(ReviewColumn.indicator, name), (.unit, county)].first { column, wanted in
        part.columns[column] != nil && CellTextCleaner.key(part.text(column, row)) != wanted
      }
      if let wrong {
        reportMismatch(part, row, wrong.0, what, indicator: figure.indicator)
        return LineReview.Opinion(
          indicator: figure.indicator, unit: figure.unit, shown: figure.reported, verdict: nil, remark: .absent)
      }
      let typed =
        part.cell(.verdict, row)?.struck.isEmpty == false ? "" : CellTextCleaner.compact(part.text(.verdict, row))
      let opinion = LineReview.Opinion(
        indicator: figure.indicator, unit: figure.unit, shown: figure.reported, verdict: ReviewVerdict(chinese: typed),
        remark: entry(part, .remark, row), origin: part.cell(.verdict, row).map { origin($0, part) })
      check(opinion, figure, typed: typed, what, part, row)
      return opinion
    }
  }

  private mutating func check(
    _ opinion: LineReview.Opinion, _ figure: FormLayout.ReviewTable.Figure, typed: String, _ what: String,
    _ part: Part, _ row: Int
  ) {
    let isSilent = typed.isEmpty && figure.reported == nil && opinion.remark.figure == .blank
    if opinion.verdict == nil, !isSilent {
      report(
        part.cell(.verdict, row), in: part, "\(what)的“\(ReviewColumn.verdict.chinese)”", "选“确认”或“存疑”",
        indicator: figure.indicator)
    } else if opinion.verdict == .queried, opinion.remark.figure == .blank {
      report(
        part.cell(.remark, row), in: part, "\(what)的“\(ReviewColumn.remark.chinese)”", "写明哪里不对、要单位做什么",
        indicator: figure.indicator)
    }
  }

  // MARK: Findings

  /// Reports a row whose hidden code is that of one thing and whose words are those of another: neither is taken.
  private mutating func reportMismatch(
    _ part: Part, _ row: Int, _ column: ReviewColumn, _ what: String, indicator: String? = nil
  ) {
    report(
      part.cell(column, row), in: part, "编码是\(what)的一行（写的却是“\(SourceCell.clipped(part.text(column, row)))”，没有读）",
      "从下发的表恢复“\(table.sheet)”，按名称重填", indicator: indicator)
  }

  private mutating func report(
    _ cell: SourceCell?, in part: Part? = nil, _ what: String, _ wanted: String, indicator: String? = nil
  ) {
    let text = cell.map { CellTextCleaner.trimmed($0.text) } ?? ""
    findings.append(
      BuiltInRule.reviewIncomplete.finding(
        unit: unit, file: file, sheet: part?.sheet.name, cells: cell.map { [$0.reference.a1] } ?? [],
        indicator: indicator, text: text.isEmpty ? nil : text, value: what, expected: wanted))
  }

  private func origin(_ cell: SourceCell, _ part: Part) -> FigureOrigin {
    FigureOrigin(
      file: file, digest: digest, sheet: part.sheet.name, cell: cell.reference.a1,
      text: CellTextCleaner.trimmed(cell.text))
  }
}

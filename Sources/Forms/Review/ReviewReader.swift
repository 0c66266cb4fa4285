import PlanModel
import SpreadsheetML
import Validation

/// Reads 条线复核 back: the sheet and its two tables by their headers, the rows by their codes, without one by their
/// names. What says two things says nothing, and what belongs to no row is named.
struct ReviewReader {
  let table: FormLayout.ReviewTable
  let unit: String
  /// What heads may say.
  let head: SideSheetHead
  let file: String
  let digest: String

  /// Findings of reading, made on the way.
  private(set) var findings: [Finding] = []
  /// The sheets that were read.
  private(set) var sheets: [SourceSheet] = []
  /// Rows that were read, or of which something was said, by sheet.
  private var known: [String: Set<Int>] = [:]

  init(table: FormLayout.ReviewTable, head: SideSheetHead, file: String, digest: String) {
    self.table = table
    self.head = head
    unit = head.layout.unit
    self.file = file
    self.digest = digest
  }

  private var leftovers: ReviewLeftovers { ReviewLeftovers(table: table, unit: unit, file: file) }

  /// Reads 条线复核; returns `nil` where the workbook has no such sheet.
  mutating func read(_ workbook: SourceWorkbook) -> LineReview? {
    let sheets = workbook.sheets.filter { $0.name != workbook.stampSheet?.name }
    let tasks = sheets.compactMap {
      ReviewPart(ReviewColumn.ofTasks, by: [.task, .progress], naming: [.task], in: $0, period: head.period)
    }
    let figures = sheets.compactMap {
      ReviewPart(
        ReviewColumn.ofFigures, by: [.verdict, .remark], naming: [.indicator, .unit], in: $0, period: head.period)
    }
    guard !tasks.isEmpty || !figures.isEmpty else {
      report(nil, "“\(table.sheet)”工作表", "恢复发下的填报表里的“\(table.sheet)”工作表，按行填写")
      return nil
    }
    var differing: Set<String> = []
    var others: Set<String> = []
    let task = choose(tasks, &differing, &others) { reader, part in
      reader.words(part).map { [$0.progress.figure, $0.problems.figure, $0.nextSteps.figure] }
    }
    let figure = choose(figures, &differing, &others) { reader, part in
      reader.opinions(part).map { [$0.verdict.map { .text($0.chinese) } ?? .blank, $0.remark.figure] }
    }
    guard differing.isEmpty else {
      let names = differing.sorted().joined(separator: "、")
      report(nil, "“\(table.sheet)”（有几张：\(names)，写的不一样，都没有读）", "只留要报的一张，其余删去或隐藏")
      return LineReview(
        words: table.tasks.map(Self.nothing), opinions: table.figures.map(Self.nothing))
    }
    if let read = task ?? figure, !others.isEmpty {
      findings.append(
        BuiltInRule.severalForms.finding(
          unit: unit, file: file, sheet: read.sheet.name, text: others.sorted().joined(separator: "、"),
          expected: read.sheet.name))
    }
    let review = LineReview(words: words(task), opinions: opinions(figure))
    aboutSheets([task, figure].compactMap(\.self))
    return review
  }

  /// Returns the table that counts of several: one that is seen and filled, if these say the same.
  ///
  /// - Parameters:
  ///   - differing: takes the names of sheets of which nobody knows which counts.
  ///   - others: takes the names of those that do not count.
  private func choose(
    _ parts: [ReviewPart], _ differing: inout Set<String>, _ others: inout Set<String>,
    _ contents: (inout ReviewReader, ReviewPart) -> [[Figure]]
  ) -> ReviewPart? {
    guard parts.count > 1 else { return parts.first }
    let seen = parts.filter { !$0.sheet.isHidden }
    let candidates = (seen.isEmpty ? parts : seen).map { part in
      // What is wrong with those that do not count is no matter.
      var reader = self
      return (part: part, contents: contents(&reader, part))
    }
    let filled = candidates.filter { $0.contents.joined().contains { $0 != .blank } }
    let left = filled.isEmpty ? candidates : filled
    guard Set(left.map(\.contents)).count == 1 else {
      differing.formUnion(left.map(\.part.sheet.name))
      return nil
    }
    let chosen = (left.first { $0.part.sheet.name == table.sheet } ?? left[0]).part
    others.formUnion(parts.map(\.sheet.name).filter { $0 != chosen.sheet.name })
    return chosen
  }

  // MARK: Tasks

  private static func nothing(of task: FormLayout.ReviewTable.Task) -> LineReview.Words {
    LineReview.Words(task: task.code, progress: .absent, problems: .absent, nextSteps: .absent)
  }

  private mutating func words(_ part: ReviewPart?) -> [LineReview.Words] {
    table.tasks.map { task in
      let what = "“\(task.heading)”"
      let found = row(part, code: task.code, names: [CellTextCleaner.key(task.heading)], what)
      guard let part, let row = found.row else {
        if found.isMissing {
          report(nil, "“\(table.sheet)”里\(what)一行", "恢复这一行，填写“\(ReviewColumn.progress.chinese)”")
        }
        return Self.nothing(of: task)
      }
      let words = LineReview.Words(
        task: task.code, progress: entry(part, .progress, row), problems: entry(part, .problems, row),
        nextSteps: entry(part, .nextSteps, row))
      for row in found.all { findings += leftovers.retyped(task, part, row) }
      if words.progress.figure == .blank, part.isWhole, part.covered(row).isEmpty {
        report(
          part.cell(.progress, row), in: part, "\(what)的“\(ReviewColumn.progress.chinese)”", "写明这项任务全市的进展")
      }
      return words
    }
  }

  private func entry(_ part: ReviewPart, _ column: ReviewColumn, _ row: Int) -> Submission.Entry {
    guard let cell = part.cell(column, row) else { return .absent }
    let text = cell.isAsSeen && !cell.isShownOtherwise ? CellTextCleaner.trimmed(cell.text) : ""
    return .init(figure: text.isEmpty ? .blank : .text(text), origin: origin(cell, part))
  }

  // MARK: Figures

  private static func nothing(of figure: FormLayout.ReviewTable.Figure) -> LineReview.Opinion {
    LineReview.Opinion(
      indicator: figure.indicator, unit: figure.unit, shown: figure.reported, verdict: nil, remark: .absent)
  }

  private mutating func opinions(_ part: ReviewPart?) -> [LineReview.Opinion] {
    table.figures.map { figure in
      let names = [CellTextCleaner.key(figure.name), CellTextCleaner.key(figure.unitName)]
      let what = "\(figure.unitName)“\(figure.name)”"
      let found = row(part, code: figure.code, names: names, what, indicator: figure.indicator)
      guard let part, let row = found.row else {
        // What was to be confirmed is not; of what had not come in, nothing was asked.
        if found.isMissing, figure.reported != nil {
          report(nil, "“\(table.sheet)”里\(what)一行", "恢复这一行，选“确认”或“存疑”", indicator: figure.indicator)
        }
        return Self.nothing(of: figure)
      }
      let isSeen = part.cell(.verdict, row).map { $0.isAsSeen && !$0.isShownOtherwise } ?? true
      let typed = isSeen ? CellTextCleaner.compact(part.text(.verdict, row)) : ""
      let opinion = LineReview.Opinion(
        indicator: figure.indicator, unit: figure.unit, shown: figure.reported, verdict: ReviewVerdict(chinese: typed),
        remark: entry(part, .remark, row), origin: part.cell(.verdict, row).map { origin($0, part) })
      if part.isWhole, part.covered(row).isEmpty { check(opinion, figure, typed: typed, what, part, row) }
      for row in found.all { findings += leftovers.retyped(figure, part, row) }
      return opinion
    }
  }

  private mutating func check(
    _ opinion: LineReview.Opinion, _ figure: FormLayout.ReviewTable.Figure, typed: String, _ what: String,
    _ part: ReviewPart, _ row: Int
  ) {
    let cells = [ReviewColumn.verdict, .remark].compactMap { part.cell($0, row) }
    let isSilent = cells.allSatisfy { $0.value == nil } && figure.reported == nil
    if opinion.verdict == nil, !isSilent {
      let isStruck = part.cell(.verdict, row)?.isAsSeen == false
      report(
        part.cell(.verdict, row), in: part, "\(what)的“\(ReviewColumn.verdict.chinese)”\(isStruck ? "（上有删除线）" : "")",
        isStruck ? "清除删除线，或改选“确认”或“存疑”" : "选“确认”或“存疑”", indicator: figure.indicator)
    } else if opinion.verdict == .confirmed, opinion.remark.figure != .blank {
      report(
        part.cell(.remark, row), in: part,
        "\(what)选了“\(ReviewVerdict.confirmed.chinese)”又写了“\(ReviewColumn.remark.chinese)”，",
        "确认的清空“\(ReviewColumn.remark.chinese)”；数不对的改选“\(ReviewVerdict.queried.chinese)”", indicator: figure.indicator)
    } else if opinion.verdict == .queried, !Self.isReason(opinion.remark.figure) {
      report(
        part.cell(.remark, row), in: part, "\(what)的“\(ReviewColumn.remark.chinese)”", "写明哪里不对、要单位做什么",
        indicator: figure.indicator)
    }
  }

  /// Returns true for words that say what is wrong with a figure: no dash, no answer again.
  private static func isReason(_ remark: Figure) -> Bool {
    guard case .text(let text) = remark else { return false }
    let words = CellTextCleaner.compact(text)
    return words.contains { $0.isLetter || $0.isNumber } && !["无", "确认", "存疑", "属实", "同上"].contains(words)
  }

  // MARK: Rows

  /// Returns the row of a code or a name; none where several say different things, or its words are another row's.
  ///
  /// - Returns: the row that is read and all that say the same; `isMissing` where nothing is said of it yet.
  private mutating func row(
    _ part: ReviewPart?, code: String, names: [String], _ what: String, indicator: String? = nil
  ) -> (row: Int?, all: [Int], isMissing: Bool) {
    guard let part else { return (nil, [], true) }
    let all = part.rows(code: code, names: names)
    let own = all.filter { part.contradiction($0, names) == nil }
    guard let first = own.first else {
      guard let row = all.first, let column = part.contradiction(row, names) else { return (nil, [], true) }
      known[part.sheet.name, default: []].insert(row)
      let answers = part.filled.compactMap { part.cell($0, row) }.filter { $0.value != nil }
      report(
        [part.cell(column, row)].compactMap(\.self) + answers, in: part,
        "编码是\(what)的一行（写的却是“\(SourceCell.clipped(part.text(column, row)))”，没有读）",
        "从下发的表恢复“\(table.sheet)”，按名称重填", indicator: indicator)
      return (nil, [], false)
    }
    known[part.sheet.name, default: []].formUnion(own)
    if Set(own.map(part.entries)).count > 1 {
      let cells = own.compactMap { part.cell(.verdict, $0) ?? part.cell(.progress, $0) }
      report(cells, in: part, "\(what)一行（有\(own.count)行，写的不一样，都没有读）", "只留要报的一行", indicator: indicator)
      return (nil, [], false)
    }
    if let struck = part.struckName(first) {
      report(struck, in: part, "\(what)一行（名称上有删除线，没有读）", "清除删除线，按这一行填", indicator: indicator)
      return (nil, [], false)
    }
    return (first, own, false)
  }

  // MARK: Sheets

  /// Reports what stands on the sheets beside the rows, and what nobody sees of them.
  private mutating func aboutSheets(_ parts: [ReviewPart]) {
    for (name, own) in Dictionary(grouping: parts, by: \.sheet.name).sorted(by: { $0.key < $1.key }) {
      let rows = known[name] ?? []
      let sheet = own[0].sheet
      sheets.append(sheet)
      for part in own { findings += part.heads.findings(of: part.filled, unit: unit, file: file, sheet: sheet) }
      findings += head.findings(sheet, above: own.map(\.headerRow).min() ?? 0)
      findings += leftovers.findings(own, known: rows) + aboutCells(own, rows)
      let filled = rows.sorted().filter { row in own.contains { $0.entries(row).contains { !$0.isEmpty } } }
      let hidden = filled.filter { sheet.isHidden || sheet.hiddenRows.contains($0) }
      let hiddenHeads = own.flatMap { part in
        part.filled.compactMap { part.columns[$0] }.filter(sheet.hiddenColumns.contains).map {
          CellReference(row: part.headerRow, column: $0)
        }
      }
      guard !hidden.isEmpty || !hiddenHeads.isEmpty && !filled.isEmpty else { continue }
      let cells = hiddenHeads + hidden.prefix(12).map { CellReference(row: $0, column: own[0].columns[.code] ?? 0) }
      findings.append(
        BuiltInRule.hiddenData.finding(
          unit: unit, file: file, sheet: name, cells: sheet.isHidden ? [] : cells.map(\.a1)))
    }
  }

  /// Returns findings for cells of a sheet that do not show what they hold, or hold what is seen elsewhere.
  private func aboutCells(_ parts: [ReviewPart], _ rows: Set<Int>) -> [Finding] {
    let sheet = parts[0].sheet
    var (covered, cells): ([SourceCell], [(column: ReviewColumn, cell: SourceCell)]) = ([], [])
    for row in rows.sorted() {
      guard let part = parts.filter({ $0.headerRow < row }).max(by: { $0.headerRow < $1.headerRow }) else { continue }
      covered += part.covered(row)
      cells += part.filled.compactMap { column in part.cell(column, row).map { (column, $0) } }
    }
    let merged =
      covered.isEmpty
      ? []
      : [
        BuiltInRule.mergedFigure.finding(
          unit: unit, file: file, sheet: sheet.name, cells: covered.prefix(12).map(\.reference.a1),
          head: "“\(table.sheet)”里的一格")
      ]
    // Of words with a piece struck through nobody knows what the rest says.
    let struck = cells.filter { $0.column != .verdict && !$0.cell.isAsSeen }.map { _, cell in
      BuiltInRule.struckText.finding(
        unit: unit, file: file, sheet: sheet.name, cells: [cell.reference.a1],
        text: SourceCell.clipped(CellTextCleaner.trimmed(cell.text)), value: SourceCell.clipped(cell.struck))
    }
    let otherwise = cells.map(\.cell).filter(\.isShownOtherwise).map {
      OutsideCells.shownOtherwise($0, unit: unit, file: file, sheet: sheet.name)
    }
    return merged + struck + otherwise
  }

  // MARK: Findings

  private mutating func report(
    _ cell: SourceCell?, in part: ReviewPart? = nil, _ what: String, _ wanted: String, indicator: String? = nil
  ) {
    report(cell.map { [$0] } ?? [], in: part, what, wanted, indicator: indicator)
  }

  private mutating func report(
    _ cells: [SourceCell], in part: ReviewPart?, _ what: String, _ wanted: String, indicator: String?
  ) {
    let text = cells.map { CellTextCleaner.trimmed($0.text) }.filter { !$0.isEmpty }.joined(separator: "、")
    findings.append(
      BuiltInRule.reviewIncomplete.finding(
        unit: unit, file: file, sheet: part?.sheet.name, cells: cells.map(\.reference.a1),
        indicator: indicator, text: text.isEmpty ? nil : text, value: what, expected: wanted))
  }

  private func origin(_ cell: SourceCell, _ part: ReviewPart) -> FigureOrigin {
    FigureOrigin(
      file: file, digest: digest, sheet: part.sheet.name, cell: cell.reference.a1,
      text: CellTextCleaner.trimmed(cell.text))
  }
}

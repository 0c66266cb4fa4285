import OfficeStyle
import PlanModel
import SpreadsheetML
import Validation
import XLSXWriting

/// What a form asks of itself, rule by rule and row by row.
struct SelfCheck {
  enum Status: Hashable, ChineseWord {
    case ok, missing, wrong

    /// The word on the form.
    var chinese: String {
      switch self {
      case .ok: "OK"
      case .missing: "缺"
      case .wrong: "不符"
      }
    }

    /// Returns the worse of two: what is wrong before what is missing.
    func worse(_ other: Status) -> Status {
      if self == .wrong || other == .wrong { return .wrong }
      return self == .missing || other == .missing ? .missing : .ok
    }
  }

  /// A formula that shows a verdict, and the verdict with what stands in the form.
  struct Answer {
    let formula: String
    let verdict: Status
  }

  /// One line of 自检.
  struct Line {
    let question: String
    let remedy: String
    /// The first column of a row that the rule names; `nil` is the cell to be filled.
    var column: FormColumn?
    /// By row of the form; `nil` where the rule is not asked.
    var rows: [Answer?] = []
    /// Of a question about the form as a whole, with the cell to look at.
    var whole: (answer: Answer, sheet: String, cell: CellReference)?

    var verdict: Status {
      whole?.answer.verdict ?? rows.reduce(.ok) { $0.worse($1?.verdict ?? .ok) }
    }
  }

  let lines: [Line]
  /// Of each row: a formula that is TRUE where its 核实说明 says why, and whether it does.
  let explained: [(formula: String, holds: Bool)]

  /// - Parameter explainedCell: the cell in which it is said that a row's 核实说明 says why (`是`), by index of the row.
  init(_ cells: FormCells, rules: RulePackage, explainedCell: (Int) -> String) throws {
    var lines: [String: Line] = [:]
    var order: [String] = []
    let rows = cells.layout.rows
    var explained: [(String, Bool)] = []
    for (index, row) in rows.enumerated() {
      let own = cells.indicator(row.code)
      var context = RowCells(cells: cells, indicator: own)
      explained.append(
        own == nil ? ("FALSE", false) : (try ExplanationFormula.isExplained(in: context), context.isExplained))
      context.explained = "\(explainedCell(index))=\"是\""
      guard let own else { continue }
      for rule in rules.formRules(of: own, unit: cells.unit, in: cells.period) {
        let name = rule.source.name
        guard let answer = Self.answer(rule, row, context) else { continue }
        if lines[name] == nil {
          order.append(name)
          lines[name] = Line(rule.source, rows: rows.count)
        }
        lines[name]?.rows[index] = answer
      }
    }
    let positions = Dictionary(
      zip(rules.catalogue.rules.map(\.name), 0...), uniquingKeysWith: { first, _ in first })
    order.sort { (positions[$0] ?? 0, $0) < (positions[$1] ?? 0, $1) }
    let whole = RowCells(cells: cells, indicator: nil)
    let forms = rules.formRules(unit: cells.unit, in: cells.period).compactMap { Self.line($0, whole) }
    let lists = (cells.layout.lists ?? []).compactMap { Self.line(of: $0, cells) }
    self.lines =
      [Self.entries(cells)] + order.compactMap { lines[$0] } + lists + [Self.review(cells)].compactMap(\.self) + forms
    self.explained = explained
  }

  /// Returns the line that asks whether there is, in the cell to be filled, what a cell of its kind takes.
  private static func entries(_ cells: FormCells) -> Line {
    let form = FormSheet(cells.layout)
    return Line(
      question: "数字栏填了文字、单位或约数，日期栏填的不是日期，或填了不在选项里的字。",
      remedy: "数字栏只填数字，没有发生填0，不适用填“—”；办结类填日期或“推进中”“未启动”，定期开展的填日期或“未开展”",
      rows: cells.layout.rows.enumerated().map { index, row in
        guard row.entry.content != .words else { return nil }
        let cell = FormulaText.reference(
          to: form.cell(row.decidingColumn, FormSheet.firstRow + index), in: cells.layout.sheet, absolute: true)
        let words = row.cells.words.map { "\(cell)=\(FormulaText.string($0))" }.joined(separator: ",")
        let content = cells.contents.content(row.code, row.decidingColumn)
        let isSound =
          content.isBlank || content.number != nil || row.cells.words.contains(content.text ?? "")
        return Answer(
          formula: "IF(OR(LEN(\(cell))=0,ISNUMBER(\(cell)),\(words)),\"OK\",\"不符\")", verdict: isSound ? .ok : .wrong)
      })
  }

  private static func answer(_ rule: FormRule, _ row: FormLayout.Row, _ context: RowCells) -> Answer? {
    let columns = rule.source.at.compactMap { FormColumn(rawValue: $0.rawValue) }
    let spots = columns.isEmpty ? [row.decidingColumn] : columns
    let texts = spots.compactMap { context.cells.text($0, of: row.code) }
    let isSilent = spots.contains { context.cells.content($0, of: row.code).isBlank }
    return answer(rule, texts: texts, isSilent: isSilent, context)
  }

  private static func line(_ rule: FormRule, _ context: RowCells) -> Line? {
    let entries = rule.source.at.compactMap { spot in
      FormContents.SigningEntry.allCases.first { $0.rawValue == spot.chinese }
    }
    guard let first = entries.first else { return nil }
    let isSilent = entries.contains { (context.cells.contents.signing[$0] ?? .blank).isBlank }
    let texts = entries.map { context.cells.text($0) }
    guard let answer = answer(rule, texts: texts, isSilent: isSilent, context) else { return nil }
    var line = Line(rule.source, rows: 0)
    line.whole = (
      answer, SigningWriter.sheet, CellReference(row: SigningWriter.row(of: first), column: SigningWriter.entryColumn)
    )
    return line
  }

  /// Returns the line that asks whether the rows of a list are filled as they should be.
  private static func line(of table: FormLayout.ListTable, _ cells: FormCells) -> Line? {
    guard let list = cells.list(of: table.code) else { return nil }
    let checks = list.grid.text(.selfCheck)
    let verdicts = list.rows.map(ListCheck(grid: list.grid, row: 0, lastDay: cells.period.lastDay).verdict)
    let formula =
      "IF(COUNTIF(\(checks),\"不符\")>0,\"不符\",IF(COUNTIF(\(checks),\"缺\")>0,\"缺\",\"OK\"))"
    let verdict: Status = verdicts.contains("不符") ? .wrong : verdicts.contains("缺") ? .missing : .ok
    var line = Line(
      question: "\(table.sheet)有对象没有选“\(ListColumn.state.chinese)”，办结的没有日期或日期晚于期末，没有办结的填了日期。",
      remedy: "在\(table.sheet)按“\(ListColumn.selfCheck.chinese)”栏筛选，逐行补选状态、补填日期")
    line.whole = (
      Answer(formula: formula, verdict: verdict), table.sheet, list.grid.cell(.selfCheck, ListGrid.headerRow)
    )
    return line
  }

  /// Returns the line that asks whether the rows of 条线复核 are filled as they should be.
  private static func review(_ cells: FormCells) -> Line? {
    guard let table = cells.layout.review else { return nil }
    let grid = ReviewGrid(table: table)
    let verdicts = ReviewCheck(grid: grid, contents: cells.contents).verdicts
    let formula =
      "IF(COUNTIF(\(grid.checks),\"不符\")>0,\"不符\",IF(COUNTIF(\(grid.checks),\"缺\")>0,\"缺\",\"OK\"))"
    let verdict: Status = verdicts.contains("不符") ? .wrong : verdicts.contains("缺") ? .missing : .ok
    var line = Line(
      question: "\(table.sheet)有任务没有写“\(ReviewColumn.progress.chinese)”，已报的数没有选“确认”或“存疑”，或“存疑”的没有写意见。",
      remedy: "在\(table.sheet)找“\(ReviewColumn.selfCheck.chinese)”栏不是OK的行，补写进展、补选复核、补写意见")
    line.whole = (
      Answer(formula: formula, verdict: verdict), table.sheet, grid.cell(.selfCheck, ReviewGrid.taskHeader)
    )
    return line
  }

  /// Returns the answer of a rule: where it is broken, 缺 if a cell that the rule names says nothing, else 不符; `nil`
  /// where the rule cannot be asked here.
  private static func answer(_ rule: FormRule, texts: [String], isSilent: Bool, _ context: RowCells) -> Answer? {
    guard !texts.isEmpty, let broken = try? rule.broken(in: context) else { return nil }
    let blanks = texts.map { "LEN(\($0))=0" }.joined(separator: ",")
    let silent = texts.count == 1 ? blanks : "OR(\(blanks))"
    let formula = "IF(\(broken),IF(\(silent),\"缺\",\"不符\"),\"OK\")"
    guard formula.utf16.count < 8_192 else { return nil }
    return Answer(formula: formula, verdict: rule.isBroken(in: context) ? isSilent ? .missing : .wrong : .ok)
  }
}

extension SelfCheck.Line {
  fileprivate init(_ source: RuleSource, rows: Int) {
    let meaning = source.words.meaning
    self.init(
      question: meaning.isEmpty ? source.words.message : meaning, remedy: source.generalRemedy,
      column: source.at.compactMap { FormColumn(rawValue: $0.rawValue) }.first,
      rows: Array(repeating: nil, count: rows))
  }
}

import PlanModel
import SpreadsheetML
import Validation

/// Reads one indicator's row of the form.
struct RowReader {
  let table: FormTable
  let row: Int
  /// The row's cells.
  let line: SourceSheet.Row
  let layout: FormLayout.Row
  let unit: String
  let period: Period
  private let source: FigureOrigin.Source
  /// The unit of measure in which bare numbers stand, where it is not the layout's.
  var written: String?
  /// A day before this one is asked about.
  var earliest: CivilDate?

  var findings: [Finding] = []
  /// What the deciding cell said, before anything was worked out.
  var deciding = CellInterpretation.blank
  /// Where it stands.
  var decidingOrigin: FigureOrigin?
  /// Columns that the form works out, where the file has been held against the result.
  private var compared: Set<FormColumn> = []

  let stated: StatedMeasure
  /// What the row's own cells say of its unit of measure.
  private let measureSaid: StatedMeasure.OfRow

  /// - Parameters:
  ///   - source: the table's sheet; the rows of a table share one.
  ///   - written: the unit of measure of bare numbers, where a described form has it.
  ///   - measures: what the sheet says of units of measure.
  init(
    table: FormTable, row: Int, layout: FormLayout.Row, unit: String, period: Period, source: FigureOrigin.Source,
    written: String? = nil, measures: StatedMeasure
  ) {
    self.table = table
    self.row = row
    line = table.sheet.row(row)
    self.layout = layout
    self.unit = unit
    self.period = period
    self.source = source
    self.written = written
    stated = measures
    measureSaid = measures.ofRow(
      table, line, name: layout.indicator, task: layout.task, asked: layout.measure)
  }

  /// Returns the unit of measure in which a column's bare numbers stand, where it is another than the plan's.
  private func measure(of column: FormColumn) -> StatedMeasure.Found? {
    stated.found(measureSaid, table, column: column, asked: layout.measure)
  }

  /// Returns the row's cell in one of the form's columns; `nil` where the sheet has no such column.
  func cell(_ column: FormColumn) -> SourceCell? { table.columns[column].map { line.cell(column: $0) } }

  /// Returns true for columns whose figures the unit enters; what is printed stands in the plan's unit of measure.
  private static func isEntered(_ column: FormColumn) -> Bool {
    switch column {
    case .previous, .current, .cumulative: true
    default: false
    }
  }

  func numbers(for column: FormColumn, isPrinted: Bool = false) -> NumberReader {
    let found =
      !stated.isOurs || Self.isEntered(column) && !isPrinted
      ? measure(of: column) : nil
    return NumberReader(
      measure: layout.measure, written: written ?? (found?.isForeign == true ? nil : found?.measure),
      takesCumulative: column != .current,
      takesFractions: layout.places > 0 || !MeasureFamily.isCounter(layout.measure),
      foreign: found?.isForeign == true ? found?.said : nil)
  }

  mutating func read() -> Submission.Row {
    var result = commonCells()
    checkPrinted()
    checkWords(result.progress)
    switch (layout.entry.content, layout.cells.derivation) {
    case (.number, .difference?): readCumulative(&result)
    case (.number, .sum?): readFlow(&result)
    case (.day, .count?): readRecurring(&result)
    case (.day, _): result.cumulative = dated(.cumulative)
    case (.number, _):
      result.cumulative = number(.cumulative, decides: true)
      // What is printed beside it counts nowhere, but says that the item is not one that does not apply.
      if result.cumulative.figure == .notApplicable, let printed = layout.previous.flatMap({ FixedDecimal($0) }) {
        result.previous = .init(figure: .decimal(printed), origin: nil)
      }
    case (.words, _): deciding = CellInterpretation(figure: result.progress.figure)
    }
    checkFiguresInWords(result)
    findMisplaced()
    return Submission.Row(code: layout.code, cells: result)
  }

  // MARK: Figures in other columns

  /// Reports every figure of the row that stands where none belongs. Where the cell to be filled is blank, it is meant
  /// for that one.
  private mutating func findMisplaced() {
    let entry = layout.decidingColumn
    let isBlank = deciding.figure == .blank && deciding.remarks.isEmpty && layout.entry.content != .words
    for column in Self.figures where column != entry {
      guard let cell = self.cell(column), OutsideCells.hasFigure(cell), !isExpected(cell, column) else {
        continue
      }
      if isBlank {
        report(.misplacedFigure, cell, column, expected: entry.chinese)
      } else {
        report(
          .outsideLayout, cell, column, value: "“\(column.chinese)”里的",
          expected: "这一项填“\(entry.chinese)”：要报的写到那里，再清空这一格")
      }
    }
    findAmongWords(isBlank: isBlank)
  }

  /// Reports a figure alone in a cell for words.
  ///
  /// - Parameter isBlank: the item's own cell is, and the figure is meant for it.
  mutating func findAmongWords(isBlank: Bool) {
    for column in [FormColumn.task, .progress, .problems, .nextSteps, .explanation] where column != entryOfWords {
      guard let cell = self.cell(column), !cell.isCovered, isFigureAlone(cell) else { continue }
      if isBlank {
        report(.misplacedFigure, cell, column, expected: layout.decidingColumn.chinese)
      } else {
        report(
          .outsideLayout, cell, column, value: "“\(column.chinese)”里单独的",
          expected: "这一栏写文字：是说明的写成一句话，是数的核对“\(layout.decidingColumn.chinese)”后清空这一格")
      }
    }
  }

  private var entryOfWords: FormColumn? { layout.entry.content == .words ? layout.decidingColumn : nil }

  /// Returns true for a number or a day, or a text that is nothing but a quantity.
  private func isFigureAlone(_ cell: SourceCell) -> Bool {
    switch cell.value {
    case .number, .date: true
    case .string(let text): text.utf8.count < 60 && QuantityGrammar(measure: layout.measure).read(text).isFigure
    default: false
    }
  }

  /// Columns of figures but 本单位分解数, which is held against the plan wherever it changed.
  private static let figures: [FormColumn] = [.target, .previous, .current, .cumulative, .rate, .pace, .selfCheck]

  /// Returns true for what the form has printed there, and for a figure that was compared with what the form works out.
  private func isExpected(_ cell: SourceCell, _ column: FormColumn) -> Bool {
    func isPrinted(_ text: String?) -> Bool {
      let printed = text.flatMap { FixedDecimal($0) }
      return printed == (cell.storedNumber ?? FixedDecimal(CellTextCleaner.trimmed(cell.text)))
    }
    switch column {
    case .target: return layout.targetIsNumber || CellTextCleaner.trimmed(cell.text) == layout.target
    // What is entered or compared there, is reported where that is done.
    // A form without a stamp has it of a file that may not be at hand.
    case .previous:
      return layout.cells.derivation != nil || layout.previous == nil || isPrinted(layout.previous)
    case .current, .cumulative: return compared.contains(column)
    case .rate: return isRateCompared
    case .pace: return isPrinted(layout.pace)
    default: return false
    }
  }

  /// Returns what every kind of row has: 分解数 and the words.
  mutating func commonCells() -> Submission.Row.Cells {
    var cells = Submission.Row.Cells()
    cells.allocation = allocation()
    cells.progress = words(.progress)
    cells.problems = words(.problems)
    cells.nextSteps = words(.nextSteps)
    cells.explanation = words(.explanation)
    return cells
  }

  /// Reads a row in which 累计 is entered; 本期 = 累计 − 上期累计.
  private mutating func readCumulative(_ result: inout Submission.Row.Cells) {
    result.previous = previous()
    result.cumulative = number(.cumulative, decides: true)
    guard let now = result.cumulative.figure.number, let before = result.previous.figure.number else { return }
    result.current = computed(.current, try? now.subtracting(before))
  }

  /// Reads a row in which 本期 is entered; 累计 = 上期累计 + 本期.
  private mutating func readFlow(_ result: inout Submission.Row.Cells) {
    result.previous = previous()
    result.current = number(.current, decides: true)
    if result.current.figure == .notApplicable {
      result.cumulative = .init(figure: .notApplicable, origin: result.current.origin)
    } else if let now = result.current.figure.number, let before = result.previous.figure.number {
      result.cumulative = computed(.cumulative, try? before.adding(now))
    } else if result.current.figure.number != nil {
      // Without the figure before, the sum cannot be known, and is not guessed.
      askForPrevious(result.previous)
    }
  }

  /// Reads a row in which the day is entered; 累计 counts how often.
  private mutating func readRecurring(_ result: inout Submission.Row.Cells) {
    result.previous = previous()
    result.current = dated(.current)
    // A form of another make has no such column, and its first period begins at nothing.
    let before = result.previous.figure.number ?? (stated.isOurs ? nil : 0)
    switch result.current.figure {
    case .blank: break
    case .notApplicable: result.cumulative = .init(figure: .notApplicable, origin: result.current.origin)
    case .date: result.cumulative = computed(.cumulative, before.flatMap { try? $0.adding(1) })
    default: result.cumulative = computed(.cumulative, before)
    }
    // How often it was done, cannot be known without the number before, and is not guessed.
    guard before == nil, result.current.figure != .blank, result.current.figure != .notApplicable else { return }
    askForPrevious(result.previous)
  }

  /// Asks for what was reached before, where nothing stands there; what cannot be read there was said already.
  private mutating func askForPrevious(_ previous: Submission.Entry) {
    let cell = self.cell(.previous)
    if previous.figure == .blank, let cell, !cell.isCovered,
      numbers(for: .previous).read(cell).remarks.contains(where: { $0.rule != .normalized })
    {
      return
    }
    // Without its column, the row is named by what the unit enters.
    report(.requiredBlank, cell ?? self.cell(layout.decidingColumn), .previous, expected: "到上期为止的累计数")
  }

  /// Returns 上期累计 as printed in; the unit enters it only where the form had none to print.
  private mutating func previous() -> Submission.Entry {
    guard let printed = layout.previous.flatMap({ FixedDecimal($0) }) else { return number(.previous, decides: false) }
    if let cell = self.cell(.previous), !cell.isCovered, cell.value != nil,
      cell.formula == nil || stated.isOurs,
      ((stated.isOurs ? cell.storedNumber : nil) ?? numbers(for: .previous, isPrinted: true).read(cell).figure.number)
        != printed
    {
      report(.targetChanged, cell, .previous, expected: printed.shortest)
    }
    return .init(figure: .decimal(printed), origin: self.cell(.previous).map { origin($0, []) })
  }

  /// Returns 本单位分解数 as the layout has it, whatever the cell says now.
  mutating func allocation() -> Submission.Entry {
    let printed = layout.allocation.flatMap { FixedDecimal($0) }
    return .init(
      figure: printed.map { .decimal($0) } ?? .blank, origin: self.cell(.allocation).map { origin($0, []) })
  }

  mutating func number(_ column: FormColumn, decides: Bool) -> Submission.Entry {
    guard let cell = self.cell(column) else { return .absent }
    return number(in: cell, column, decides: decides)
  }

  mutating func number(in cell: SourceCell, _ column: FormColumn, decides: Bool) -> Submission.Entry {
    entry(cell, column, decides: decides, numbers(for: column).read(cell))
  }

  mutating func dated(_ column: FormColumn) -> Submission.Entry {
    guard let cell = self.cell(column) else { return .absent }
    let example =
      layout.entry.hasTotal
      ? "\(period.lastDay)这样的日期，没有开展的填“未开展”" : "\(period.lastDay)这样的办结日期，没有办结的填“推进中”或“未启动”"
    return entry(
      cell, column, decides: true,
      DateReader(
        period: period, example: example, earliest: earliest, isOfMonth: layout.entry.hasTotal
      ).read(cell))
  }

  mutating func entry(
    _ cell: SourceCell, _ column: FormColumn, decides: Bool, _ understood: CellInterpretation
  ) -> Submission.Entry {
    var understood = understood
    if cell.isCovered {
      // Merged with a cell of its own row the figure is that one's; with a row above it is that row's.
      let isOfRow = table.sheet.merged.range(holding: cell.reference)?.topLeft.row == cell.reference.row
      understood = isOfRow && cell.value == nil ? .blank : .unreadable(.mergedFigure)
    } else if understood.figure != .blank,
      let range = table.sheet.merged.range(holding: cell.reference), range.topLeft != range.bottomRight
    {
      understood.remarks.append(.init(rule: .mergedFigure))
    }
    for remark in understood.remarks {
      report(remark.rule, cell, column, value: remark.value, expected: remark.expected)
    }
    reportMeasure(understood, cell, column)
    let origin = origin(cell, understood.normalizations)
    if decides { (deciding, decidingOrigin) = (understood, origin) }
    return .init(figure: understood.figure, origin: origin)
  }

  /// Reports that a figure was taken in the unit of measure that stands in the row's own, changed cell.
  private mutating func reportMeasure(_ understood: CellInterpretation, _ cell: SourceCell, _ column: FormColumn) {
    guard understood.figure.number != nil,
      let found = measure(of: column),
      stated.isOurs || found.cell != nil
    else { return }
    if stated.isOurs {
      let isConverted = understood.normalizations.contains { $0.rule == "unit-of-measure" }
      report(
        isConverted ? .measureConverted : .targetChanged, found.cell, found.column ?? .measure, value: found.measure,
        expected: layout.measure)
    }
    if let taken = understood.normalizations.first(where: { $0.rule == "unit-of-measure" }) {
      report(.normalized, cell, column, value: taken.to)
    }
  }

  /// Returns the entry of a cell that the form works out itself: our result counts; what a hand wrote over the formula
  /// is compared.
  private mutating func computed(_ column: FormColumn, _ value: FixedDecimal?) -> Submission.Entry {
    guard let value else { return .absent }
    compared.insert(column)
    let cell = self.cell(column)
    if let cell, cell.formula == nil, cell.value != nil, !cell.isCovered {
      let written = numbers(for: column).read(cell).figure.number
      report(written == value ? .overwrittenEqual : .overwritten, cell, column, expected: value.shortest)
    } else if let cell, showsAnother(cell, than: value, layout.cells.derivation.map { formulas.derived($0) }) {
      report(.overwritten, cell, column, expected: value.shortest)
    }
    return .init(figure: .decimal(value), origin: cell.map { origin($0, []) })
  }

  /// The formulas of the row as the form has them, wherever its columns and rows stand now.
  var formulas: FormFormulas {
    FormFormulas(layout: layout) { [table, row] column in
      table.columns[column].map { CellReference(row: row, column: $0).a1 } ?? ""
    }
  }

  /// Returns true for a cell of our own form with a formula that is not the form's, and another result than ours. The
  /// form's own may hold a result of before: not every program works it out again.
  func showsAnother(_ cell: SourceCell, than value: FixedDecimal?, _ own: String?) -> Bool {
    guard stated.isOurs, let formula = cell.formula, !cell.isCovered, cell.storedNumber != value else { return false }
    // A formula that lost its cells shows an error, or nothing: no figure that anybody could take for this one.
    if case .string(let text)? = cell.value {
      guard text.contains(where: \.isNumber) else { return false }
    } else if cell.storedNumber == nil {
      return false
    }
    // One that is many times as long is another one, and need not be taken apart.
    guard let own, formula.utf8.count <= 4 * own.utf8.count + 256 else { return true }
    return Self.shape(own) != Self.shape(formula)
  }

  private static let references = Pattern(/\$?[A-Z]{1,3}\$?[0-9]{1,7}/)

  /// Returns a formula without spaces and without the places of its cells: not every program moves them with the rows.
  private static func shape(_ formula: String) -> String {
    formula.filter { !$0.isWhitespace }.uppercased().replacing(references.regex, with: "A1")
  }

  /// Returns the words of a column as written; a cell merged with the one above has its words. What is struck out as a
  /// whole says nothing; where a piece is, nobody knows what figure the rest has.
  mutating func words(_ column: FormColumn) -> Submission.Entry {
    guard let index = table.columns[column] else { return .absent }
    let cell = line.shown(column: index, on: table.sheet)
    var text = cell.isTakenBack ? "" : CellTextCleaner.trimmed(cell.text)
    if !cell.isAsSeen, !cell.isTakenBack, CellTextCleaner.hasDigit(cell.struck) {
      report(.struckText, cell, column, value: SourceCell.clipped(cell.struck))
      text = ""
    }
    return .init(figure: text.isEmpty ? .blank : .text(text), origin: origin(cell, []))
  }

  mutating func report(
    _ rule: BuiltInRule, _ cell: SourceCell?, _ column: FormColumn, value: String? = nil, expected: String? = nil
  ) {
    let text = cell.flatMap { $0.lacksResult ? "没有结果的公式" : $0.text.isEmpty ? nil : $0.text }
    findings.append(
      rule.finding(
        unit: unit, file: source.file, sheet: source.sheet, cells: cell.map { [$0.reference.a1] } ?? [],
        indicator: layout.code, column: column, text: text, value: value, expected: expected))
  }

  func origin(_ cell: SourceCell, _ normalizations: [FigureOrigin.Normalization]) -> FigureOrigin {
    FigureOrigin(
      source: source, cell: cell.reference.a1, text: cell.text, normalizations: normalizations)
  }
}

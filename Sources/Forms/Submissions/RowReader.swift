import PlanModel
import SpreadsheetML
import Validation

/// Reads one indicator's row of the form.
struct RowReader {
  let table: FormTable
  let row: Int
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
  var deciding = Understood.blank
  /// Where it stands.
  var decidingOrigin: FigureOrigin?

  /// - Parameter source: the table's sheet; the rows of a table share one.
  init(
    table: FormTable, row: Int, layout: FormLayout.Row, unit: String, period: Period, source: FigureOrigin.Source,
    written: String? = nil
  ) {
    self.table = table
    self.row = row
    self.layout = layout
    self.unit = unit
    self.period = period
    self.source = source
    self.written = written
  }

  private func numbers(for column: FormColumn) -> NumberReader {
    NumberReader(
      measure: layout.unit, written: written, takesCumulative: column != .current,
      takesFractions: layout.places > 0 || !MeasureFamily.isCounter(layout.unit))
  }

  mutating func read() -> Submission.Row {
    var result = commonCells
    checkPrinted()
    checkWords(result.progress)
    switch layout.entry {
    case .words: deciding = Understood(figure: result.progress.figure)
    case .milestone: result.cumulative = dated(.cumulative)
    case .recurring: readRecurring(&result)
    case .level: result.cumulative = number(.cumulative, decides: true)
    case .cumulative: readCumulative(&result)
    case .flow: readFlow(&result)
    }
    return Submission.Row(code: layout.code, cells: result)
  }

  /// 分解数 and the words: what every kind of row has.
  var commonCells: Submission.Row.Cells {
    var cells = Submission.Row.Cells()
    cells.allocation = allocation()
    cells.progress = words(.progress)
    cells.problems = words(.problems)
    cells.measures = words(.measures)
    cells.explanation = words(.explanation)
    return cells
  }

  /// 累计 is entered; 本期 = 累计 − 上期累计.
  private mutating func readCumulative(_ result: inout Submission.Row.Cells) {
    result.previous = previous()
    result.cumulative = number(.cumulative, decides: true)
    guard let now = result.cumulative.figure.number, let before = result.previous.figure.number else { return }
    result.current = computed(.current, try? now.subtracting(before))
  }

  /// 本期 is entered; 累计 = 上期累计 + 本期.
  private mutating func readFlow(_ result: inout Submission.Row.Cells) {
    result.previous = previous()
    result.current = number(.current, decides: true)
    if result.current.figure == .notApplicable {
      result.cumulative = .init(figure: .notApplicable, origin: result.current.origin)
    } else if let now = result.current.figure.number, let before = result.previous.figure.number {
      result.cumulative = computed(.cumulative, try? before.adding(now))
    } else if result.current.figure.number != nil {
      // Without the figure before, the sum cannot be known, and is not guessed.
      report(.requiredBlank, table.cell(.previous, row: row), .previous, expected: "到上期为止的累计数")
    }
  }

  /// The day is entered; 累计 counts how often.
  private mutating func readRecurring(_ result: inout Submission.Row.Cells) {
    result.previous = previous()
    result.current = dated(.current)
    let before = result.previous.figure.number ?? 0
    switch result.current.figure {
    case .date: result.cumulative = computed(.cumulative, try? before.adding(1))
    case .blank: break
    case .notApplicable: result.cumulative = .init(figure: .notApplicable, origin: result.current.origin)
    default: result.cumulative = computed(.cumulative, before)
    }
  }

  /// 上期累计 as printed in; entered by the unit only where the form had none to print.
  private mutating func previous() -> Submission.Entry {
    guard let printed = layout.previous.flatMap({ FixedDecimal($0) }) else { return number(.previous, decides: false) }
    if let cell = table.cell(.previous, row: row), !cell.isCovered, cell.value != nil, cell.formula == nil,
      numbers(for: .previous).read(cell).figure.number != printed
    {
      report(.targetChanged, cell, .previous, expected: printed.shortest)
    }
    return .init(figure: .decimal(printed), origin: table.cell(.previous, row: row).map { origin($0, []) })
  }

  /// 本单位分解数 as the layout has it, whatever the cell says now.
  func allocation() -> Submission.Entry {
    let printed = layout.allocation.flatMap { FixedDecimal($0) }
    return .init(
      figure: printed.map { .decimal($0) } ?? .blank, origin: table.cell(.allocation, row: row).map { origin($0, []) })
  }

  mutating func number(_ column: FormColumn, decides: Bool) -> Submission.Entry {
    guard let cell = table.cell(column, row: row) else { return .absent }
    return number(in: cell, column, decides: decides)
  }

  mutating func number(in cell: FoundCell, _ column: FormColumn, decides: Bool) -> Submission.Entry {
    entry(cell, column, decides: decides, numbers(for: column).read(cell))
  }

  mutating func dated(_ column: FormColumn) -> Submission.Entry {
    guard let cell = table.cell(column, row: row) else { return .absent }
    let example =
      layout.entry == .recurring
      ? "\(period.lastDay)这样的日期，没有开展的填“未开展”" : "\(period.lastDay)这样的办结日期，没有办结的填“推进中”或“未启动”"
    return entry(
      cell, column, decides: true, DateReader(period: period, example: example, earliest: earliest).read(cell))
  }

  mutating func entry(
    _ cell: FoundCell, _ column: FormColumn, decides: Bool, _ understood: Understood
  ) -> Submission.Entry {
    var understood = understood
    if cell.isCovered {
      understood = .unreadable(.mergedFigure)
    } else if understood.figure != .blank,
      table.sheet.merged.contains(where: { $0.topLeft == cell.reference && $0.rows.count > 1 })
    {
      understood.remarks.append(.init(rule: .mergedFigure))
    }
    for remark in understood.remarks {
      report(remark.rule, cell, column, value: remark.value, expected: remark.expected)
    }
    let origin = origin(cell, understood.normalizations)
    if decides { (deciding, decidingOrigin) = (understood, origin) }
    return .init(figure: understood.figure, origin: origin)
  }

  /// A cell that the form works out itself: our result counts; what a hand wrote over the formula is compared.
  private mutating func computed(_ column: FormColumn, _ value: FixedDecimal?) -> Submission.Entry {
    guard let value else { return .absent }
    let cell = table.cell(column, row: row)
    if let cell, cell.formula == nil, cell.value != nil, !cell.isCovered {
      let written = numbers(for: column).read(cell).figure.number
      report(written == value ? .overwrittenEqual : .overwritten, cell, column, expected: value.shortest)
    }
    return .init(figure: .decimal(value), origin: cell.map { origin($0, []) })
  }

  /// Text as written; a cell merged with the one above has its words.
  func words(_ column: FormColumn) -> Submission.Entry {
    guard let index = table.columns[column] else { return .absent }
    let cell = table.sheet.shown(row: row, column: index)
    let text = CellTextCleaner.trimmed(cell.text)
    return .init(figure: text.isEmpty ? .blank : .text(text), origin: origin(cell, []))
  }

  /// What was printed in stays as the plan has it, whatever the file says now.
  private mutating func checkPrinted() {
    checkTarget()
    if let cell = table.cell(.indicator, row: row), cell.value != nil,
      CellTextCleaner.key(cell.text) != CellTextCleaner.key(layout.indicator)
    {
      report(.targetChanged, cell, .indicator, expected: layout.indicator)
    }
    if let cell = table.cell(.unit, row: row), Self.isFigure(cell) { report(.figureInUnit, cell, .unit) }
    checkRate()
  }

  mutating func checkTarget() {
    guard let target = layout.target, layout.targetIsNumber, let printed = FixedDecimal(target),
      let cell = table.cell(.target, row: row), cell.value != nil, cell.formula == nil,
      numbers(for: .target).read(cell).figure.number != printed
    else { return }
    report(.targetChanged, cell, .target, expected: printed.shortest)
  }

  /// A number, also one that was typed as text.
  private static func isFigure(_ cell: FoundCell) -> Bool {
    switch cell.value {
    case .number: true
    case .string(let text): FixedDecimal(CellTextCleaner.halfWidth(text).filter { $0 != "," && $0 != " " }) != nil
    default: false
    }
  }

  /// Whom a row is about, and whom its words must not be about alone.
  private static let contraries = [("农村", ["城市", "城镇"]), ("城市", ["农村"]), ("城镇", ["农村"])]

  /// W31: words that belong to another row.
  private mutating func checkWords(_ progress: Submission.Entry) {
    guard case .text(let text) = progress.figure else { return }
    for (own, others) in Self.contraries where layout.indicator.contains(own) && !text.contains(own) {
      guard let other = others.first(where: { text.contains($0) }) else { continue }
      report(.contraryWords, table.cell(.progress, row: row), .progress, value: other, expected: layout.indicator)
    }
  }

  /// A completion rate written by hand is compared with ours, to a tenth of a point.
  private mutating func checkRate() {
    guard let cell = table.cell(.rate, row: row), cell.formula == nil, case .number(let number)? = cell.value,
      let written = FixedDecimal(shortest: number), let goal = layout.goal.flatMap({ FixedDecimal($0) }), goal > 0,
      let done = table.cell(.cumulative, row: row).flatMap({ numbers(for: .cumulative).read($0).figure.number }),
      let rate = try? done.multiplied(by: .hundred).divided(by: goal, places: 1)
    else { return }
    let asPercentage = cell.isPercentage ? (try? written.multiplied(by: .hundred)) ?? written : written
    let difference = (try? asPercentage.subtracting(rate).magnitude) ?? .hundred
    let isEqual = (try? difference.multiplied(by: 10)).map { $0 <= 1 } ?? false
    report(isEqual ? .overwrittenEqual : .overwritten, cell, .rate, expected: rate.description)
  }

  mutating func report(
    _ rule: BuiltInRule, _ cell: FoundCell?, _ column: FormColumn, value: String? = nil, expected: String? = nil
  ) {
    let text = cell.flatMap { $0.lacksResult ? "没有结果的公式" : $0.text.isEmpty ? nil : $0.text }
    findings.append(
      rule.finding(
        unit: unit, file: source.file, sheet: source.sheet, cells: cell.map { [$0.reference.a1] } ?? [],
        indicator: layout.code, column: column, text: text, value: value, expected: expected))
  }

  func origin(_ cell: FoundCell, _ normalizations: [FigureOrigin.Normalization]) -> FigureOrigin {
    FigureOrigin(
      source: source, cell: cell.reference.a1, text: cell.text, normalizations: normalizations)
  }
}

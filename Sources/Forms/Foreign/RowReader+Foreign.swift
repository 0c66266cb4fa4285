import PlanModel
import SpreadsheetML
import Validation

extension RowReader {
  /// Reads a row of a described form: whichever of 上期累计, 本期 and 累计 it has, the others worked out from them.
  mutating func readForeign(_ form: ForeignTable, period: Period) -> Submission.Row {
    var result = commonCells()
    checkTarget()
    checkNames()
    switch (layout.entry.content, layout.entry.hasTotal) {
    case (.words, _):
      deciding = CellInterpretation(figure: result.progress.figure)
      decidingOrigin = result.progress.origin
    case (.day, false):
      result.cumulative = dated(form.isMonthly(.current) && !form.isMonthly(.cumulative) ? .current : .cumulative)
    case (.day, true):
      result.previous = printedBefore
      result.current = dated(.current)
      if result.current.figure.date != nil, let before = result.previous.figure.number {
        result.cumulative = .init(figure: sum(before, 1), origin: result.current.origin)
      }
    case (.number, _) where layout.entry.isState:
      // In a ledger the month's column says how it stood.
      let isOfMonth = table.columns[.cumulative] == nil || form.isMonthly(.current) || form.isMonthly(.value)
      result.cumulative = number(isOfMonth ? .current : .cumulative, decides: true)
    case (.number, _):
      readAmounts(form, period, &result)
    }
    findUnused(form, period)
    return Submission.Row(code: layout.code, cells: result)
  }

  /// Reports the figures of the row that were not asked for: in another column than the item's own, and of later
  /// months.
  private mutating func findUnused(_ form: ForeignTable, _ period: Period) {
    let isBlank = deciding.figure == .blank && deciding.remarks.isEmpty && layout.entry.content != .words
    let own = decidingOrigin?.cell
    if layout.entry.isState || layout.entry.content == .day {
      for column in [FormColumn.current, .cumulative] {
        guard let cell = self.cell(column), cell.reference.a1 != own, OutsideCells.hasFigure(cell),
          !saysTheSame(cell)
        else { continue }
        report(isBlank ? .misplacedFigure : .outsideLayout, cell, column, expected: isBlank ? ownHead : nil)
      }
    }
    let later = [ForeignLayout.Column.current, .cumulative, .value].flatMap { column in
      (form.columns[column] ?? [:]).filter { $0.key > period.lastMonth }.values
    }
    for index in Set(later).sorted() {
      let cell = line.cell(column: index)
      if OutsideCells.hasFigure(cell) {
        report(isBlank ? .misplacedFigure : .outsideLayout, cell, .current, expected: isBlank ? ownHead : nil)
      }
    }
    findAmongWords(isBlank: isBlank)
  }

  /// The head of the column that the item is asked in.
  private var ownHead: String {
    let column = decidingOrigin.flatMap { CellReference(a1: $0.cell)?.column }
    return column.map { CellTextCleaner.trimmed(table.head(ofColumn: $0).text) } ?? layout.decidingColumn.chinese
  }

  /// Returns true if a cell says what was taken, in its own way.
  private func saysTheSame(_ cell: SourceCell) -> Bool {
    switch deciding.figure {
    case .decimal(let number): numbers(for: .cumulative).read(cell).figure.number == number
    case .date(let day, _):
      DateReader(period: period, example: "").read(cell).figure.date == day
    default: false
    }
  }

  /// 上期累计 as earlier files have it.
  private var printedBefore: Submission.Entry {
    .init(figure: layout.previous.flatMap { FixedDecimal($0) }.map { .decimal($0) } ?? .blank, origin: nil)
  }

  /// Returns the figure of earlier files where they have one; another one on the form is reported, and counts nowhere.
  private mutating func known(_ typed: Submission.Entry) -> Submission.Entry {
    guard let known = layout.previous.flatMap({ FixedDecimal($0) }) else { return typed }
    guard typed.figure.number != known else { return typed }
    if typed.figure != .blank {
      report(
        .previousDiffers, self.cell(.previous), .previous, value: typed.figure.plain,
        expected: known.shortest)
    }
    return .init(figure: .decimal(known), origin: typed.origin)
  }

  private func sum(_ left: FixedDecimal, _ right: FixedDecimal) -> Figure {
    (try? left.adding(right)).map { .decimal($0) } ?? .blank
  }

  private func difference(_ left: FixedDecimal, _ right: FixedDecimal) -> Figure {
    (try? left.subtracting(right)).map { .decimal($0) } ?? .blank
  }

  private mutating func readAmounts(_ form: ForeignTable, _ period: Period, _ result: inout Submission.Row.Cells) {
    let isFlow = layout.entry.column == .current
    let current: ForeignLayout.Column = form.columns[.current] == nil && isFlow ? .value : .current
    let cumulative: ForeignLayout.Column = form.columns[.cumulative] == nil && !isFlow ? .value : .cumulative
    let hasCurrent = form.columns[current] != nil
    let hasCumulative = form.columns[cumulative] != nil
    if form.isMonthly(current) {
      readMonths(form, current, period, &result)
      return
    }
    if form.columns[.previous] != nil {
      result.previous = known(number(.previous, decides: false))
    } else if form.isMonthly(cumulative) {
      result.previous = before(form, cumulative, period)
    } else {
      result.previous = printedBefore
    }
    if hasCurrent { result.current = number(.current, decides: isFlow || !hasCumulative) }
    if hasCumulative { result.cumulative = number(.cumulative, decides: !isFlow || !hasCurrent) }
    let (before, now, total) = (
      result.previous.figure.number, result.current.figure.number, result.cumulative.figure.number
    )
    switch (hasCurrent, hasCumulative) {
    case (true, true):
      if isFlow, total == nil, result.cumulative.figure == .blank, let now, let before {
        // The sum was left out, and is what both say.
        result.cumulative = .init(figure: sum(before, now), origin: result.current.origin)
      }
      guard let now, let total else { return }
      if form.columns[.previous] == nil {
        // What the two figures say of the one before is held against earlier files.
        result.previous = .init(figure: difference(total, now), origin: result.cumulative.origin)
      } else if let before, sum(before, now) != .decimal(total) {
        report(
          .notPreviousPlusCurrent, self.cell(.cumulative), .cumulative,
          expected: (try? before.adding(now))?.shortest)
      }
    case (true, false):
      if result.current.figure == .notApplicable {
        result.cumulative = result.current
      } else if let now, let before {
        result.cumulative = .init(figure: sum(before, now), origin: result.current.origin)
      } else if now != nil {
        // Without the figure before, the sum cannot be known, and is not guessed.
        report(.requiredBlank, self.cell(.current), .previous, expected: "到上期为止的累计数")
      }
    default:
      if result.cumulative.figure == .notApplicable {
        result.current = result.cumulative
      } else if let total, let before {
        result.current = .init(figure: difference(total, before), origin: result.cumulative.origin)
      }
    }
  }

  /// Returns the figure in the column of the month before the period; 0 where the period begins in January.
  private mutating func before(
    _ form: ForeignTable, _ column: ForeignLayout.Column, _ period: Period
  ) -> Submission.Entry {
    if period.firstMonth == 1 { return .init(figure: .decimal(0), origin: nil) }
    guard let index = form.column(column, month: period.firstMonth - 1) else { return printedBefore }
    return number(in: line.cell(column: index), .previous, decides: false)
  }

  /// Reads a column for each month's own figure: the sums are worked out, and a month left blank leaves them open.
  private mutating func readMonths(
    _ form: ForeignTable, _ column: ForeignLayout.Column, _ period: Period, _ result: inout Submission.Row.Cells
  ) {
    var before: FixedDecimal? = .zero
    var now: FixedDecimal? = .zero
    for month in 1...period.lastMonth {
      guard let index = form.column(column, month: month) else {
        report(.requiredBlank, nil, .current, expected: "\(month)月的数")
        (before, now) = month < period.firstMonth ? (nil, now) : (before, nil)
        continue
      }
      let cell = line.cell(column: index)
      let entry = number(in: cell, .current, decides: month == period.lastMonth)
      if month == period.lastMonth { result.current = entry }
      if entry.figure == .blank, month < period.lastMonth {
        report(.requiredBlank, cell, .current, expected: "\(month)月的数，没有发生填0")
      }
      let value = entry.figure == .notApplicable ? .zero : entry.figure.number
      if month < period.firstMonth {
        before = add(before, value)
      } else {
        now = add(now, value)
      }
    }
    let origin = result.current.origin
    checkSum(form, before, now)
    // Earlier files know what was done until then; the ledger's own months count nowhere.
    if period.firstMonth > 1, let known = layout.previous.flatMap({ FixedDecimal($0) }), known != before {
      if let before {
        report(
          .previousDiffers,
          form.column(column, month: period.firstMonth - 1).map { line.cell(column: $0) },
          .previous, value: before.shortest, expected: known.shortest)
      }
      before = known
    }
    if let before { result.previous = .init(figure: .decimal(before), origin: origin) }
    guard result.current.figure != .notApplicable else {
      result.cumulative = result.current
      return
    }
    if period.kind != .month, let now { result.current = .init(figure: .decimal(now), origin: origin) }
    if let before, let now { result.cumulative = .init(figure: sum(before, now), origin: origin) }
  }

  /// Compares a sum that the form has beside its months with theirs.
  private mutating func checkSum(_ form: ForeignTable, _ before: FixedDecimal?, _ now: FixedDecimal?) {
    guard let index = form.columns[.cumulative]?[0] else { return }
    let cell = line.cell(column: index)
    guard OutsideCells.hasFigure(cell), let sum = add(before, now) else { return }
    guard numbers(for: .cumulative).read(cell).figure.number != sum else { return }
    report(.notPreviousPlusCurrent, cell, .cumulative, expected: sum.shortest)
  }

  private func add(_ left: FixedDecimal?, _ right: FixedDecimal?) -> FixedDecimal? {
    guard let left, let right else { return nil }
    return try? left.adding(right)
  }
}

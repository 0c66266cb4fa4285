import PlanModel
import SpreadsheetML
import Validation

/// What was printed on a row stays as the plan has it, whatever the file says now.
extension RowReader {
  /// Checks what was printed in; it stays as the plan has it, whatever the file says now.
  mutating func checkPrinted() {
    checkTarget()
    if let cell = self.cell(.indicator), cell.value != nil, cell.text != layout.indicator,
      HeadText.nameKey(cell.text, period: period) != HeadText.nameKey(layout.indicator, period: period)
    {
      report(.targetChanged, cell, .indicator, expected: layout.indicator)
    }
    if stated.isOurs, let cell = self.cell(.task), !cell.isCovered, case .string(let text)? = cell.value,
      text != layout.task,
      HeadText.nameKey(text, period: period) != HeadText.nameKey(layout.task, period: period)
    {
      report(.targetChanged, cell, .task, expected: layout.task)
    }
    checkNames()
    checkRate()
    checkPace()
    checkAllocation()
  }

  /// Reports a figure where the unit of measure stands, and what is struck out of the row's own words.
  mutating func checkNames() {
    if let cell = self.cell(.measure), Self.isFigure(cell) { report(.figureInUnit, cell, .measure) }
    // Of a row whose name is struck out nobody knows whether its figures are meant.
    for column in [FormColumn.indicator, .measure] {
      if let cell = self.cell(column), !cell.struck.isEmpty {
        report(.struckText, cell, column, value: cell.struck)
      }
    }
  }

  /// Compares the share with what was printed; what the cell says now counts nowhere.
  private mutating func checkAllocation() {
    guard let cell = self.cell(.allocation),
      OutsideCells.hasFigure(cell) || stated.isOurs && cell.formula != nil
    else { return }
    let printed = layout.allocation.flatMap { FixedDecimal($0) }
    // The form shows 示例 behind some shares: what is stored is compared, not what is shown.
    if (cell.storedNumber ?? numbers(for: .allocation).read(cell).figure.number) != printed {
      report(.targetChanged, cell, .allocation, expected: printed?.shortest ?? "—")
    }
  }

  mutating func checkTarget() {
    guard let target = layout.target, layout.targetIsNumber, let printed = FixedDecimal(target),
      let cell = self.cell(.target), cell.value != nil, cell.formula == nil || stated.isOurs,
      ((stated.isOurs ? cell.storedNumber : nil) ?? numbers(for: .target).read(cell).figure.number) != printed
    else { return }
    report(.targetChanged, cell, .target, expected: printed.shortest)
  }

  /// Returns true for a number, also one that was typed as text.
  private static func isFigure(_ cell: SourceCell) -> Bool {
    switch cell.value {
    case .number: true
    case .string(let text): FixedDecimal(CellTextCleaner.halfWidth(text).filter { $0 != "," && $0 != " " }) != nil
    default: false
    }
  }

  /// True if a completion rate written by hand can be held against one of ours.
  var isRateCompared: Bool {
    guard let cell = self.cell(.rate), case .number? = cell.value else { return false }
    return layout.goal.flatMap({ FixedDecimal($0) }).map { $0 > 0 } == true && entered(.cumulative) != nil
  }

  private func entered(_ column: FormColumn) -> FixedDecimal? {
    self.cell(column).flatMap { numbers(for: column).read($0).figure.number }
  }

  /// Compares a completion rate written by hand with ours, to a tenth of a point.
  private mutating func checkRate() {
    guard isRateCompared, let cell = self.cell(.rate),
      cell.formula.map({ _ in showsAnother(cell, than: nil, formulas.rate) }) ?? true,
      case .number(let number)? = cell.value, let written = FixedDecimal(shortest: number),
      let goal = layout.goal.flatMap({ FixedDecimal($0) }), let done = entered(.cumulative),
      let rate = try? done.multiplied(by: .hundred).divided(by: goal, places: 1)
    else { return }
    let asPercentage = cell.isPercentage ? (try? written.multiplied(by: .hundred)) ?? written : written
    let difference = (try? asPercentage.subtracting(rate).magnitude) ?? .hundred
    let isEqual = (try? difference.multiplied(by: 10)).map { $0 <= 1 } ?? false
    // A formula of somebody's own that says the same does no harm.
    if isEqual, cell.formula != nil { return }
    report(isEqual ? .overwrittenEqual : .overwritten, cell, .rate, expected: rate.description)
  }

  /// Reports a formula where 序时进度 is printed; what was typed there is named among the figures in other columns.
  private mutating func checkPace() {
    guard let cell = self.cell(.pace),
      showsAnother(cell, than: layout.pace.flatMap { FixedDecimal($0) }, nil)
    else { return }
    report(.targetChanged, cell, .pace, expected: layout.pace ?? "—")
  }
}

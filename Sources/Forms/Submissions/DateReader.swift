import PlanModel
import SpreadsheetML
import Validation

/// Understands what stands in a cell for a day: a milestone's completion, a recurring duty's day, the date of signing.
struct DateReader {
  let period: Period
  /// What a clerk should write, for messages.
  let example: String
  /// A day before this one is a slip of the hand; `nil` where any day may be meant.
  var earliest: CivilDate?
  /// True for a duty, whose day is one of the form's own month: 18号 names it.
  var isOfMonth = false

  /// Words that say how far something is; they are kept as words.
  private static let states: Set<String> = [
    "推进中", "未启动", "未开展", "进行中", "未完成", "未印发", "筹备中", "正在推进", "正在推进中", "正在进行", "正在进行中", "正在筹备", "尚未启动", "尚未开展",
    "尚未完成", "尚未印发",
  ]

  func read(_ cell: SourceCell) -> CellInterpretation {
    let understood = readAlone(cell)
    if understood.figure == .blank, !understood.remarks.isEmpty { return understood }
    guard let other = cell.others.first(where: { readAlone($0).figure != understood.figure }) else { return understood }
    let seen = NumberReader(measure: "").shown(other) ?? other.dayShown ?? other.text
    return .unreadable(
      .shownOtherwise, value: seen.isEmpty ? "空白" : SourceCell.clipped(seen), expected: SourceCell.clipped(cell.text))
  }

  /// Returns what is understood of the cell as its own format shows it.
  private func readAlone(_ cell: SourceCell) -> CellInterpretation {
    if !cell.struck.isEmpty { return .unreadable(.struckText, value: cell.struck) }
    if cell.isChanging {
      return .unreadable(.changingFormula, value: cell.formula.map { SourceCell.clipped("=\($0)") })
    }
    switch cell.value {
    case nil: return cell.lacksResult ? .unreadable(.formulaError) : .blank
    case .date(let moment):
      // 2024.6 typed into a cell for days is stored as a day of 1905.
      if cell.isMonthAsNumber, let number = cell.rawNumber { return read(number: number) }
      // A small number in a cell for days is a day of 1900 to the program, and none to anybody else.
      if moment.day.year < 1910 { return .unreadable(.notDate, expected: example) }
      return seen(cell, plausible(day(moment.day.year, moment.day.month, moment.day.day)), stored: moment.isoText)
    case .number(let number):
      let read = read(number: number)
      if cell.display?.form == .date, let date = read.figure.date {
        return seen(cell, read, stored: date.description)
      }
      let shown = NumberReader(measure: "").shown(cell) ?? (cell.isPercentage ? cell.text : nil)
      guard let shown, read.figure.date != nil, cell.display?.form != .date else { return read }
      return .unreadable(.shownOtherwise, value: shown, expected: FixedDecimal(shortest: number)?.shortest)
    case .string(let text):
      guard let stored = cell.textStored, CellTextCleaner.trimmed(stored) != CellTextCleaner.trimmed(text) else {
        return read(text: text)
      }
      return .unreadable(
        .shownOtherwise, value: text.isEmpty ? "空白" : SourceCell.clipped(text), expected: SourceCell.clipped(stored))
    case .error: return .unreadable(.formulaError)
    case .boolean, .time, .duration: return .unreadable(.notDate, expected: example)
    }
  }

  /// Returns a day that is stored as far as it is also seen. A month that is seen alone is read as one where the program stored
  /// nothing more than that month, as its first day or its last; a day within it says more than is seen.
  private func seen(_ cell: SourceCell, _ stored: CellInterpretation, stored text: String) -> CellInterpretation {
    switch cell.dayDisplay {
    case .asStored: return stored
    case .month(let shown):
      guard let date = stored.figure.date, date.day != 1, date != date.endOfMonth else { return read(text: shown) }
      return .unreadable(.shownOtherwise, value: shown, expected: text)
    case .other(let shown):
      // 18/06/2024 can be no other day.
      if let shown, let date = stored.figure.date, read(text: shown).figure.date == date { return stored }
      return .unreadable(
        .shownOtherwise, value: shown.map { $0.isEmpty ? "空白" : $0 } ?? "别的样子", expected: text)
    }
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> CellInterpretation {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      return .unreadable(.notDate, expected: example)
    }
    return CellInterpretation(figure: .date(date, precision: .day))
  }

  /// Reads a number in a column for dates: a serial day that lost its format, `20240630`, or `2024.6`.
  private func read(number: Double) -> CellInterpretation {
    if (40_000...60_000).contains(number), case .date(let moment) = SerialDate(number).dateValue {
      return plausible(
        normalized(
          day(moment.day.year, moment.day.month, moment.day.day), from: FixedDecimal(shortest: number)?.shortest ?? ""))
    }
    guard let text = FixedDecimal(shortest: number)?.shortest else { return .unreadable(.notDate, expected: example) }
    return read(text: text)
  }

  private func read(text: String) -> CellInterpretation {
    var clean = QuantityGrammar.clean(text)
    while clean.last == "," { clean.removeLast() }
    if clean.isEmpty { return .blank }
    if ["—", "/", "-", "——", "不适用"].contains(clean) { return CellInterpretation(figure: .notApplicable) }
    if Self.states.contains(clean) { return CellInterpretation(figure: .text(clean)) }
    if isOfMonth, period.kind == .month, let bare = clean.wholeMatch(of: /([0-9]{1,2})[日号]/), let number = Int(bare.1) {
      return normalized(day(period.year, period.lastMonth, number), from: text, as: .textDateConverted)
    }
    switch DayGrammar(year: period.year).read(clean) {
    case .notADay: return .unreadable(.notDate, expected: example)
    case .ambiguous(let days):
      return .unreadable(
        .ambiguousNumber, value: days.map(\.description).joined(separator: " / "), expected: period.lastDay.description)
    case .day(let date, let precision):
      var result = normalized(
        CellInterpretation(figure: .date(date, precision: precision)), from: text, as: .textDateConverted)
      if clean == date.description { result.remarks = [] }
      return plausible(result)
    }
  }

  /// Returns what was understood, but for a day of another year than the plan's, which is asked about.
  private func plausible(_ understood: CellInterpretation) -> CellInterpretation {
    guard let earliest, let date = understood.figure.date, date < earliest else { return understood }
    return .unreadable(.implausibleDay, value: date.description, expected: earliest.description)
  }

  private func normalized(
    _ understood: CellInterpretation, from text: String, as rule: BuiltInRule = .normalized
  ) -> CellInterpretation {
    guard case .date(let date, _) = understood.figure else { return understood }
    var result = understood
    result.log("text-date", from: text, to: date.description)
    result.remarks.append(.init(rule: rule, value: date.description))
    return result
  }
}

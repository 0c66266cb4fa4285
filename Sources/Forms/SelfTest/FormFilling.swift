import PlanModel
import Validation
import XLSXWriting

/// Looks for what a unit could type into a form so that every rule passes, or so that a given one does not.
///
/// The rules are asked of the contents themselves, which is quick; whether the file says the same is for the trial.
struct FormFilling {
  let rules: RulePackage
  let cells: FormCells
  var history: RowHistory
  /// The rows whose indicators the plan has, with the rules asked of each.
  let rows: [Row]
  let formRules: [FormRule]

  init(rules: RulePackage, cells: FormCells, history: RowHistory) {
    self.rules = rules
    self.cells = cells
    self.history = history
    rows = cells.layout.rows.compactMap { row in
      cells.indicator(row.code).map {
        (row, $0, rules.askedRules(of: $0, unit: cells.unit, in: cells.period))
      }
    }
    formRules = rules.askedRules(of: nil, unit: cells.unit, in: cells.period)
  }

  func context(_ contents: FormContents, _ indicator: Indicator?) -> RowCells {
    RowCells(cells: cells.with(contents), indicator: indicator, history: history)
  }

  typealias Row = (layout: FormLayout.Row, indicator: Indicator, rules: [FormRule])

  /// Returns true if the rule makes a finding of the form as a whole.
  func fires(_ rule: FormRule, _ contents: FormContents) -> Bool { rule.fires(in: context(contents, nil)) }

  /// Returns the rules that make a finding of the row, each seeing what those before it said.
  func firing(_ row: Row, _ contents: FormContents) -> [RuleSource] {
    var context = context(contents, row.indicator)
    var sources: [RuleSource] = []
    for rule in row.rules where rule.fires(in: context) {
      sources.append(rule.source)
      context.noted.formUnion(rule.remarks(isExplained: context.isExplained))
    }
    return sources
  }

  func fires(_ rule: FormRule, _ row: Row, _ contents: FormContents) -> Bool {
    firing(row, contents).contains { $0.name == rule.source.name }
  }

  // MARK: Valid contents

  /// Returns contents of which no rule says anything, and the codes of rows for which none were found.
  func valid() -> (contents: FormContents, stuck: [String]) {
    var contents = FormContents()
    contents.signing = [
      .preparer: "甲", .reviewer: "乙", .phone: "0660-3361210", .date: .serialDate(cells.period.lastDay.serial),
    ]
    for task in cells.layout.review?.tasks ?? [] {
      contents.review[.init(code: task.code, column: .progress)] = .text("\(task.heading)全市按计划推进")
    }
    for figure in cells.layout.review?.figures ?? [] where figure.reported != nil {
      contents.review[.init(code: figure.code, column: .verdict)] = .text(ReviewVerdict.confirmed.chinese)
    }
    for row in rows { fillWords(row.layout, row.indicator, &contents) }
    // A total waits for its parts, and the parts of a ratio for each other.
    for _ in 0..<4 {
      for row in rows where !passes(row, contents) {
        for entry in entries(row.layout, row.indicator, row.rules, contents) {
          var changed = contents
          changed.cells[.init(code: row.layout.code, column: row.layout.decidingColumn)] = entry
          list(row.layout, row.indicator, &changed)
          guard passes(row, changed) else { continue }
          contents = changed
          break
        }
      }
    }
    return (contents, rows.filter { !passes($0, contents) }.map(\.layout.code))
  }

  private func passes(_ row: Row, _ contents: FormContents) -> Bool {
    guard !contents.content(row.layout.code, row.layout.decidingColumn).isBlank else { return false }
    return !firing(row, contents).contains { $0.grade != .notice }
  }

  private func fillWords(_ row: FormLayout.Row, _ indicator: Indicator, _ contents: inout FormContents) {
    func put(_ column: FormColumn, _ text: String) {
      contents.cells[.init(code: row.code, column: column)] = .text(text)
    }
    put(.progress, "\(indicator.name)按计划落实")
    put(.problems, "设备到位晚于计划")
    put(.nextSteps, "下月增派人手")
    if row.previous == nil, row.entryColumns.contains(.previous) {
      contents.cells[.init(code: row.code, column: .previous)] = .number(before(row, indicator).double)
    }
  }

  /// Returns 上期累计 of a unit that kept pace until then; 1 for an item without a goal.
  private func before(_ row: FormLayout.Row, _ indicator: Indicator) -> FixedDecimal {
    let (months, last) = (cells.period.firstMonth - 1, cells.period.lastMonth)
    guard let goal = goal(row, indicator), let pace = row.pace.flatMap({ FixedDecimal($0) }),
      let sum = try? goal.multiplied(by: pace).multiplied(by: FixedDecimal(months))
        .divided(by: FixedDecimal(100 * last), places: row.places), sum > 1
    else { return 1 }
    return sum.normalized
  }

  /// Returns what the unit has to reach by the end.
  private func goal(_ row: FormLayout.Row, _ indicator: Indicator) -> FixedDecimal? {
    row.goal.flatMap { FixedDecimal($0) } ?? indicator.goal(of: cells.unit.id, in: cells.period)
  }

  /// Fills a list with as many objects done as the figure says, and one still open at least: what is printed stays.
  private func list(_ row: FormLayout.Row, _ indicator: Indicator, _ contents: inout FormContents) {
    guard let table = cells.layout.lists?.first(where: { $0.code == row.code }) else { return }
    let done = cells.with(contents).content(.current, of: row.code).number?.double ?? 0
    let count = Int(max(0, min(done, 500)))
    contents.lists[row.code] = (0..<max(count + 1, table.objects.count)).map { index in
      let known = index < table.objects.count ? table.objects[index] : nil
      return FormContents.ListRow(
        object: .text(known?.name ?? "对象\(index + 1)"), previousState: known?.state,
        state: .text((index < count ? ListState.done : .inProgress).chinese),
        date: index < count ? .serialDate(cells.period.lastDay.serial) : .blank)
    }
  }

  // MARK: Contents that break a rule

  /// Returns contents that differ from `valid` in a few cells and break the rule on the row; `nil` where none were
  /// found.
  ///
  /// - Parameter wasAsked: set where the rule's condition held at least once: it may hang on what the plan says.
  func breaking(_ rule: FormRule, _ row: Row, _ valid: FormContents, wasAsked: inout Bool) -> FormContents? {
    let others = rule.linked.filter { $0 != row.layout.code }.sorted().compactMap { code in
      rows.first { $0.layout.code == code }
    }
    func fires(_ contents: FormContents) -> Bool {
      wasAsked = wasAsked || rule.isAsked(in: context(contents, row.indicator))
      return self.fires(rule, row, contents)
    }
    for words in Self.words {
      var base = valid
      for (column, content) in words { base.cells[.init(code: row.layout.code, column: column)] = content }
      if fires(base) { return base }
      for entry in entries(row.layout, row.indicator, row.rules, base) {
        var changed = base
        changed.cells[.init(code: row.layout.code, column: row.layout.decidingColumn)] = entry
        if fires(changed) { return changed }
        for other in others {
          for content in [0, 1, -1, "—", "无", .number(7), .blank] as [CellContent] {
            var both = changed
            both.cells[.init(code: other.layout.code, column: other.layout.decidingColumn)] = content
            if fires(both) { return both }
          }
        }
      }
    }
    return nil
  }

  /// What may stand in the cells for words while a figure is tried.
  private static let words: [[FormColumn: CellContent]] = [
    [:], [.problems: .blank, .nextSteps: .blank], [.progress: "正在推进中"], [.explanation: "核减重复登记2项"],
    [.progress: .blank], [.explanation: "核实无误"],
  ]

  // MARK: What may be typed

  /// Returns entries for the cell to be filled, likely ones first.
  func entries(
    _ row: FormLayout.Row, _ indicator: Indicator, _ rules: [FormRule], _ contents: FormContents
  ) -> [CellContent] {
    switch row.entry.content {
    case .words: return [.text("\(indicator.name)按计划落实"), .blank]
    case .day:
      let period = cells.period
      let days = [
        period.lastDay.serial, period.firstDay.serial, period.lastDay.serial + 2, period.firstDay.serial - 2,
      ]
      return days.map { .serialDate($0) } + row.cells.words.map { .text($0) } + [.blank]
    case .number:
      return numbers(row, indicator, rules, contents).map { .number($0.double) } + ["无", "—", .blank]
    }
  }

  private func numbers(
    _ row: FormLayout.Row, _ indicator: Indicator, _ rules: [FormRule], _ contents: FormContents
  ) -> [FixedDecimal] {
    let context = context(contents, indicator)
    let goal = goal(row, indicator)
    let before =
      row.previous.flatMap { FixedDecimal($0) } ?? (row.entryColumns.contains(.previous) ? before(row, indicator) : 0)
    var sums: [FixedDecimal] = rules.compactMap { $0.expected(in: context) }
    sums += sums.flatMap { near($0) }
    if let goal {
      let half = (try? goal.divided(by: 2, places: 0)) ?? 0
      sums += [goal, half] + near(goal) + [times(goal, 1_001), times(goal, 2)]
    }
    sums +=
      [before] + near(before) + [
        times(before, 3), times(before, 1_001), (try? before.divided(by: 1_001, places: 6)) ?? 0,
      ]
    sums += [times(before, 2), 0, 1, 2, 5, 20, 50, 79, 100, 101, -1, -5, 150]
    sums += usual(row, goal: goal, before: before)
    // The period's own figure makes the sum.
    if row.entry.column == .current { sums = sums.compactMap { try? $0.subtracting(before) } + [0, 1, -1, 10] }
    var seen: Set<FixedDecimal> = []
    return sums.filter {
      seen.insert($0).inserted && FixedDecimal(shortest: $0.double) == $0 && isReadable($0, row)
    }
  }

  /// Returns what a unit comes to that does as much each month as before, or as the pace asks.
  private func usual(_ row: FormLayout.Row, goal: FixedDecimal?, before: FixedDecimal) -> [FixedDecimal] {
    let months = max(1, cells.period.firstMonth - 1)
    let asBefore = try? before.adding(before.divided(by: FixedDecimal(months), places: row.places))
    let asPaced = goal.flatMap { goal in
      row.pace.flatMap { FixedDecimal($0) }.flatMap {
        try? goal.multiplied(by: $0).divided(by: .hundred, places: row.places)
      }
    }
    return [asBefore, asPaced].compactMap(\.self)
  }

  /// Returns false for numbers that the reader does not take: halves of things that come whole, and rates that may be
  /// fractions.
  private func isReadable(_ value: FixedDecimal, _ row: FormLayout.Row) -> Bool {
    if row.measure == "%" { return value.isZero || value.magnitude > 1 }
    return value.isInteger || row.places > 0 || !MeasureFamily.isCounter(row.measure)
  }

  private func near(_ value: FixedDecimal) -> [FixedDecimal] {
    [try? value.adding(1), try? value.subtracting(1), try? value.adding(10)].compactMap(\.self)
  }

  private func times(_ value: FixedDecimal, _ factor: Int) -> FixedDecimal {
    (try? value.multiplied(by: FixedDecimal(factor))) ?? value
  }
}

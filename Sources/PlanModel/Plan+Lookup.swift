extension Plan {
  public func unit(id: String) -> Unit? { index.ids[id].map { units[$0] } }

  /// Returns the unit of this id, name, short name, alias or earlier name; white space and width do not matter.
  public func unit(named name: String) -> Unit? {
    [index.ids[name], index.names[NameKey.unit(name)]].compactMap(\.self).min().map { units[$0] }
  }

  /// Returns the longest name or short name of a unit, no group's, with which a text begins; of equally long ones, the
  /// first unit's.
  package func printedUnitName(beginning text: String) -> String? {
    printedUnitName(at: text[...]).map(String.init)
  }

  /// Returns the longest name or short name of a unit, no group's, that stands in a text; of equally long ones, the
  /// first unit's.
  package func printedUnitName(in text: String) -> String? {
    var best: Substring?
    var rest = text[...]
    while let first = rest.first {
      if index.beginnings.contains(first), let name = printedUnitName(at: rest), isBefore(name, best) { best = name }
      rest = rest.dropFirst()
    }
    return best.map(String.init)
  }

  private func printedUnitName(at text: Substring) -> Substring? {
    let text = text.prefix(index.lengths.first ?? 0)
    let count = text.count
    return index.lengths.lazy.filter { $0 <= count }.map { text.prefix($0) }.first { index.printed[String($0)] != nil }
  }

  private func isBefore(_ name: Substring, _ other: Substring?) -> Bool {
    guard let other else { return true }
    func place(_ name: Substring) -> Int { index.printed[String(name)] ?? .max }
    return (-name.count, place(name)) < (-other.count, place(other))
  }

  /// Returns the ids of a unit itself, or of a group's members; empty for a vague group.
  public func expanded(_ id: String) -> [String] {
    guard let unit = unit(id: id) else { return [] }
    return unit.kind == .group ? unit.members : [id]
  }

  public var indicators: [Indicator] { tasks.flatMap(\.indicators) }

  public func indicator(code: String) -> Indicator? {
    index.indicators[code].map { tasks[$0.task].indicators[$0.indicator] }
  }

  /// Returns true if the plan has an indicator of this code.
  package func hasIndicator(_ code: String) -> Bool { index.indicators[code] != nil }

  /// Returns what `Indicator.continues` says of an indicator; `nil` where the plan has none of this code.
  package func continued(by code: String) -> String? {
    index.indicators[code].flatMap { tasks[$0.task].indicators[$0.indicator].continues }
  }

  /// The units of measure of all indicators, by code.
  public var measures: [String: String] {
    Dictionary(
      tasks.flatMap(\.indicators).map { ($0.code, $0.measure) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the unit of measure of an indicator; `nil` where the plan has none of this code.
  package func measure(of code: String) -> String? {
    index.indicators[code].map { tasks[$0.task].indicators[$0.indicator].measure }
  }

  public func task(ofIndicator code: String) -> PlanTask? { index.indicators[code].map { tasks[$0.task] } }

  /// Returns the indicators on the form of `unit` for `period`, in the order of the plan.
  public func indicators(reportedBy unit: String, in period: Period) -> [Indicator] {
    index.reported[unit]?.due(in: period, of: tasks) ?? []
  }

  /// Returns the ids of the units that have something to report in `period`, in table order.
  public func reportingUnits(in period: Period) -> [String] {
    let due = Set(
      tasks.filter { $0.isInForce(in: period) }.flatMap(\.indicators).filter { $0.isDue(in: period) }
        .flatMap(\.reportedBy))
    return reporting.units.filter { id in
      guard let unit = unit(id: id) else { return false }
      if let from = unit.from, from.firstDay > period.lastDay { return false }
      if let until = unit.until, until.lastDay < period.firstDay { return false }
      return due.contains(id)
    }
  }

  /// The kind of the forms by which the year is reported: the shortest for which there is a due day.
  public var formKind: Period.Kind {
    Period.Kind.allCases.first { reporting.due[$0] != nil } ?? .month
  }

  /// Returns the period of the forms that say how `period` ends: June for the second quarter, where forms come each
  /// month.
  public func formPeriod(closing period: Period) -> Period {
    formKind.months < period.kind.months ? period.ending(formKind) ?? period : period
  }

  /// Returns the periods of the year's forms that end before `period` does, in order.
  public func formPeriods(before period: Period) -> [Period] {
    let year = Period(kind: .year, year: period.year, ordinal: 1)
    return year?.parts(formKind).filter { $0.lastDay < period.lastDay } ?? []
  }

  /// Returns how many of the indicator's own periods have ended by the end of `period`, counted from the first that is
  /// reported.
  public func periodsDue(_ indicator: Indicator, by period: Period) -> Int {
    let starts = [reporting.from, indicator.from].compactMap { $0?.firstDay }
    let start = starts.max() ?? CivilDate(firstOfYear: year, month: 1)
    return (1...(12 / indicator.frequency.months)).count { ordinal in
      guard let own = Period(kind: indicator.frequency, year: year, ordinal: ordinal) else { return false }
      return own.lastDay >= start && own.lastDay <= period.lastDay
    }
  }
}

extension Plan {
  /// True if anything in the plan was made for a sample.
  public var isIllustrative: Bool {
    reporting.illustrative != .none || units.contains { $0.illustrative != .none }
      || indicators.contains { $0.illustrative != .none }
  }
}

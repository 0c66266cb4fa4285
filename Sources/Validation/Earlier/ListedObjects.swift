import PlanModel

/// The objects of one list: each stands there once, is done once, and on a day of the period in which that is reported.
///
/// An object is known by its name; white space, width, quotation marks and the kind of dash do not matter.
struct ListedObjects {
  let submission: Submission
  let period: Period
  let indicator: Indicator
  /// What earlier forms say, the latest first.
  let known: [EarlierFigures.Known]
  /// The first form of the year also has what was done before it.
  let isFirst: Bool

  private struct Listed {
    let object: String
    let place: FigureOrigin?
    let state: ListState?
    let wasDone: Bool
    let day: CivilDate?
    let dayPlace: FigureOrigin?

    init?(_ row: Submission.ListRow) {
      guard case .text(let object)? = row.values[ListColumn.object.chinese]?.figure else { return nil }
      self.object = object
      place = row.values[ListColumn.object.chinese]?.origin
      state = Self.state(row, .state)
      wasDone = Self.state(row, .previousState) == .done
      day = row.figure(ListColumn.date.chinese).date
      dayPlace = row.values[ListColumn.date.chinese]?.origin
    }

    private static func state(_ row: Submission.ListRow, _ column: ListColumn) -> ListState? {
      if case .text(let word) = row.figure(column.chinese) { ListState(chinese: word) } else { nil }
    }
  }

  /// In the order of the list; of an object one finding, the gravest first.
  var findings: [Finding] {
    let rows = (submission.lists[indicator.code] ?? []).compactMap { Listed($0) }
    guard !rows.isEmpty else { return [] }
    let done = doneBefore
    var first: [String: Listed] = [:]
    return rows.compactMap { row in
      // What turned out to be no object of this list is struck off by saying so.
      guard row.state != .notConcerned else { return nil }
      let key = NameKey.object(row.object)
      if let twin = first[key] { return repeated(row, twin) }
      first[key] = row
      return done[key].flatMap { doneAgain(row, $0) } ?? outside(row)
    }
  }

  /// Returns the finding W53.
  private func repeated(_ row: Listed, _ twin: Listed) -> Finding {
    finding(.objectRepeated, row, at: row.place, value: "“\(row.object)”", expected: twin.place?.cell ?? "上面一行")
  }

  private struct Done {
    let period: Period
    let day: CivilDate?
    let place: FigureOrigin?
  }

  /// Objects that an earlier form had as done, by their keys; the latest word counts.
  private var doneBefore: [String: Done] {
    var seen: Set<String> = []
    var done: [String: Done] = [:]
    for known in known {
      for row in known.list.compactMap({ Listed($0) }) where row.state != nil {
        let key = NameKey.object(row.object)
        guard seen.insert(key).inserted, row.state == .done else { continue }
        done[key] = Done(period: known.period, day: row.day, place: row.place)
      }
    }
    return done
  }

  /// Returns W54 where what was done earlier is done again, or no longer.
  private func doneAgain(_ row: Listed, _ earlier: Done) -> Finding? {
    // A list may carry along what it has said to be done before.
    if row.wasDone, row.state == .done, row.day == nil || row.day == earlier.day { return nil }
    let day = earlier.day.map { "于\($0)" } ?? ""
    let place = earlier.place.map { "，\($0.file) \($0.sheet)!\($0.cell)" } ?? ""
    return finding(
      .objectDoneBefore, row, at: row.place, text: row.state?.chinese, value: "“\(row.object)”",
      expected: "\(day)办结（\(earlier.period.chinese)\(place)）")
  }

  /// Returns W55 where it was done on a day of another period, or of a year before the plan's.
  private func outside(_ row: Listed) -> Finding? {
    guard row.state == .done, !row.wasDone, let day = row.day, day <= period.lastDay, let start, day < start else {
      return nil
    }
    return finding(
      .objectDayOutside, row, at: row.dayPlace, text: day.description, value: "“\(row.object)”",
      expected: "\(start)至\(period.lastDay)")
  }

  /// The first day on which something can have been done that this form is the first to report: after the last form
  /// that is known. `nil` where an earlier year counts too and no form came before.
  private var start: CivilDate? {
    let year = Period(kind: .year, year: period.year, ordinal: 1)?.firstDay
    let own = (period.ending(indicator.frequency) ?? period).firstDay
    guard !isFirst else { return indicator.continues == nil ? year : nil }
    guard let last = known.first else { return own }
    let next = CivilDate(dayNumber: last.period.lastDay.dayNumber + 1) ?? own
    return min(next, own)
  }

  private func finding(
    _ rule: BuiltInRule, _ row: Listed, at place: FigureOrigin?, text: String? = nil, value: String,
    expected: String
  ) -> Finding {
    rule.finding(
      unit: submission.unit, file: submission.file, sheet: (place ?? row.place)?.sheet,
      cells: (place ?? row.place).map { [$0.cell] } ?? [], indicator: indicator.code, text: text, value: value,
      expected: expected)
  }
}

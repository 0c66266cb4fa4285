public import PlanModel

/// The life of one object of a list across the months: opened, changed, closed, overdue (问题销号, 一具一策, 项目清单).
public struct ListLife: Hashable, Sendable {
  /// What one form says of the object.
  public struct Stage: Hashable, Sendable {
    public let period: Period
    /// As written.
    public let state: String
  }

  public let indicator: Indicator
  public let unit: Unit
  public let object: String
  /// The period of the form on which it first stood.
  public let opened: Period
  /// In the order of the periods; a form that says nothing of the state is left out.
  public let states: [Stage]
  /// 办结日期, if it was given.
  public let closed: CivilDate?
  /// What the last form says of it.
  public let note: String
  /// False for an object that an earlier form left open and that the unit's form of this period does not have.
  public let isListed: Bool
  /// True for an object whose row on this period's form says no state, or two.
  public let isUnstated: Bool
  /// True where several files of the unit list other things, and nobody knows which counts.
  public let isDisputed: Bool
  /// Open past the deadline of its indicator.
  public let isOverdue: Bool

  /// The last known state; `nil` where none was ever given.
  public var state: String? { states.last?.state }
  public var isOpen: Bool { state.flatMap { ListState(chinese: $0)?.isOpen } ?? true }
  /// The period in which it was done or struck off; `nil` while it is open.
  public var closedIn: Period? {
    isOpen ? nil : states.first { ListState(chinese: $0.state)?.isOpen == false }?.period
  }
}

extension ConsolidatedPeriod {
  /// The objects of all lists, by indicator in the order of the plan, then unit, then as they came up.
  ///
  /// An object is known by its name: white space and width of brackets do not matter.
  public var listLives: [ListLife] {
    let before = Dictionary(grouping: earlier.objects) { [$0.code, $0.unit] }
    return results.filter { $0.indicator.kind == .list }.flatMap { result in
      let indicator = result.indicator
      return result.figures.flatMap { figure in
        lives(of: indicator, figure.unit, before: before[[indicator.code, figure.unit.id]] ?? [])
      }
    }
  }

  private func lives(of indicator: Indicator, _ unit: Unit, before: [ListSighting]) -> [ListLife] {
    let files = report(of: unit.id)?.files
    let isDisputed = files?.disputed.contains(indicator.code) == true
    let source = isDisputed ? nil : files?.source(of: indicator.code)
    let own = (source?.submission.lists[indicator.code] ?? []).compactMap {
      ListSighting($0, code: indicator.code, unit: unit.id, period: source?.submission.period ?? period)
    }
    var order: [String] = []
    var sightings: [String: [ListSighting]] = [:]
    for sighting in before.sorted(by: { $0.period < $1.period }) + own {
      let key = NameKey.object(sighting.object)
      if sightings[key] == nil { order.append(key) }
      sightings[key, default: []].append(sighting)
    }
    let listed = Dictionary(grouping: own) { NameKey.object($0.object) }
    return order.compactMap { key in
      let rows = listed[key] ?? []
      // Rows of one object that differ say nothing of it.
      let isUnstated = !rows.isEmpty && (rows.contains { $0.state == nil } || Set(rows.map(\.state)).count > 1)
      let earlier = (sightings[key] ?? []).dropLast(rows.count)
      return life(
        indicator, unit, Array(earlier) + (isUnstated ? rows.map(\.unstated) : rows),
        isListed: source == nil || !rows.isEmpty, isUnstated: isUnstated, isDisputed: isDisputed)
    }
  }

  private func life(
    _ indicator: Indicator, _ unit: Unit, _ sightings: [ListSighting], isListed: Bool, isUnstated: Bool,
    isDisputed: Bool
  ) -> ListLife? {
    guard let first = sightings.first, let last = sightings.last else { return nil }
    let states = sightings.compactMap { sighting in
      sighting.state.map { ListLife.Stage(period: sighting.period, state: $0) }
    }
    let isOpen = states.last.flatMap { ListState(chinese: $0.state)?.isOpen } ?? true
    return ListLife(
      indicator: indicator, unit: unit, object: last.object, opened: first.period, states: states,
      closed: isOpen ? nil : sightings.compactMap(\.day).last, note: last.note, isListed: isListed || !isOpen,
      isUnstated: isUnstated, isDisputed: isDisputed,
      isOverdue: isOpen && indicator.deadline.map { $0.date <= period.lastDay } ?? false)
  }
}

public import PlanModel

/// What counties report, for the form of the department that leads them.
public struct LineFigures: Hashable, Sendable {
  /// 上期累计 by unit and indicator code.
  public var previous: [String: [String: FixedDecimal]]
  /// What counts of this period, by unit and indicator code.
  public var reported: [String: [String: Figure]]

  public init(
    previous: [String: [String: FixedDecimal]] = [:], reported: [String: [String: Figure]] = [:]
  ) {
    self.previous = previous
    self.reported = reported
  }
}

extension FormLayout.ReviewTable {
  /// `nil` where there is nothing to review.
  init?(_ line: [LineTask], period: Period, figures: LineFigures) {
    guard !line.isEmpty else { return nil }
    self.init(
      sheet: "条线复核", tasks: line.map { .init(code: $0.task.id, heading: "\($0.task.id) \($0.task.heading)") },
      figures: line.flatMap(\.items).map { item in
        let indicator = item.indicator
        let goal = indicator.isPaced ? indicator.goal(of: item.unit.id, in: period) : nil
        let isDay = indicator.isDated && !indicator.entryKind.hasTotal
        let reported = figures.reported[item.unit.id]?[indicator.code]
        return Figure(
          indicator: indicator.code, name: indicator.name, unit: item.unit.id, unitName: item.unit.short,
          measure: isDay ? "" : indicator.measure, places: indicator.places, goal: goal?.description,
          previous: isDay ? nil : figures.previous[item.unit.id]?[indicator.code]?.description,
          reported: reported?.plain, rate: Self.rate(reported?.number, of: goal)?.description)
      })
  }

  private static func rate(_ value: FixedDecimal?, of goal: FixedDecimal?) -> FixedDecimal? {
    guard let value, let goal, goal > 0 else { return nil }
    return try? value.multiplied(by: .hundred).divided(by: goal, places: 1)
  }
}

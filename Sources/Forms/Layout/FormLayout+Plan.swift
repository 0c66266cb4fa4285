public import PlanModel

extension FormLayout {
  /// The layout of a unit's form for a period.
  ///
  /// - Parameters:
  ///   - previous: 上期累计 by indicator code, from the unit's last counting file.
  ///   - open: by indicator code, the objects of lists that the last file left open.
  ///   - line: what the counties report, for a lead department.
  public init(
    plan: Plan, unit: Unit, period: Period, previous: [String: FixedDecimal] = [:], open: [String: [ListObject]] = [:],
    line: LineFigures = LineFigures()
  ) {
    let lists = Self.lists(of: plan, unit: unit, period: period, previous: previous, open: open)
    let review = ReviewTable(plan.line(of: unit, in: period), period: period, figures: line)
    self.init(
      version: review != nil ? 3 : lists.isEmpty ? 1 : 2, plan: Self.planKey(plan), title: plan.title,
      revision: plan.revision,
      unit: unit.id, unitName: unit.name, period: period.description, sheet: "填报表",
      columns: FormColumn.sentOut.map { Column(key: $0.rawValue, header: $0.chinese) },
      rows: plan.tasks.filter { $0.isInForce(in: period) }.flatMap { task in
        task.indicators.filter { $0.isReported(by: unit.id) && $0.isDue(in: period) }.map {
          Row($0, task: task, unit: unit, period: period, previous: previous[$0.code])
        }
      }, lists: lists.isEmpty ? nil : lists, review: review)
  }

  /// Returns a sheet for each indicator that counts objects: 明细表, or 明细表1 and 明细表2.
  private static func lists(
    of plan: Plan, unit: Unit, period: Period, previous: [String: FixedDecimal], open: [String: [ListObject]]
  ) -> [ListTable] {
    let counted = plan.indicators(reportedBy: unit.id, in: period).filter { $0.kind == .list }
    return counted.enumerated().map { index, indicator in
      let objects = open[indicator.code] ?? []
      let left = indicator.goal(of: unit.id, in: period).flatMap { goal in
        (try? goal.subtracting(previous[indicator.code] ?? 0)).map {
          // A goal may be mistyped with any number of digits.
          Int(max(0, min($0.double.rounded(.up), Double(mostRows))))
        }
      }
      return ListTable(
        code: indicator.code, indicator: indicator.name, measure: indicator.measure,
        sheet: counted.count == 1 ? "明细表" : "明细表\(index + 1)", objects: objects,
        capacity: max(objects.count + spareRows, left ?? 0))
    }
  }

  /// Rows beyond the objects known, for new ones.
  private static let spareRows = 10
  private static let mostRows = 500

  /// Returns what tells one plan from another in a stamp.
  public static func planKey(_ plan: Plan) -> String { planKey(issuer: plan.issuer, year: plan.year) }

  static func planKey(issuer: String, year: Int) -> String { "\(issuer)\(year)" }
}

extension FormLayout.Row {
  init(_ indicator: Indicator, task: PlanTask, unit: Unit, period: Period, previous: FixedDecimal?) {
    let target = indicator.target(in: period)
    let share = indicator.allocation[unit.id]
    self.init(
      code: indicator.code, task: task.heading, indicator: indicator.name, measure: indicator.measure,
      entry: indicator.entryKind, places: indicator.places, target: Self.targetText(indicator, target),
      targetIsNumber: target != nil && indicator.comparator != .range, allocation: share?.description,
      allocationIsIllustrative: indicator.illustrative.covers("allocation"), previous: previous?.description,
      goal: indicator.isPaced ? indicator.goal(of: unit.id, in: period)?.description : nil,
      pace: (try? indicator.pacePercentage(in: period)?.rounded(to: 1))?.description)
  }

  private static func targetText(_ indicator: Indicator, _ target: FixedDecimal?) -> String? {
    if let range = indicator.range { return "\(range.lowerBound.shortest)～\(range.upperBound.shortest)" }
    if let target { return target.description }
    guard let deadline = indicator.deadline, indicator.comparator == .complete else { return nil }
    let mark = indicator.illustrative.covers("deadline") ? "（示例）" : ""
    return "\(deadline.date)前\(mark)"
  }
}

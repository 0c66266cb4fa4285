internal import PlanModel

extension IndicatorDraft {
  static func readAmount(_ draft: inout Indicator, _ fields: inout FieldReader) {
    draft.value = fields.optional("value")?.decimal()
    draft.asWritten = fields.optional("asWritten")?.text()
    draft.range = readRange(draft, &fields)
    draft.targets = readTargets(&fields)
    draft.measure = fields.optional("unit")?.text() ?? ""
    draft.per = fields.optional("per")?.text()
    draft.places =
      fields.optional("decimals")?.parsed(.places) { text in
        Int(text).flatMap { (0...9).contains($0) ? $0 : nil }
      } ?? 0
  }

  private static func readRange(_ draft: Indicator, _ fields: inout FieldReader) -> ClosedRange<FixedDecimal>? {
    let least = fields.optional("min")?.decimal()
    let most = fields.optional("max")?.decimal()
    if draft.comparator == .range {
      if let least, let most, least <= most, draft.value == nil { return least...most }
    } else if least == nil, most == nil {
      return nil
    }
    fields.log.add(.range, at: fields.place, path: fields.path)
    return nil
  }

  private static func readTargets(_ fields: inout FieldReader) -> [Indicator.TargetChange] {
    var changes: [Indicator.TargetChange] = []
    for item in fields.optional("targets")?.items() ?? [] {
      guard var inner = FieldReader(item) else { continue }
      let from = inner.required("from")?.period()
      let value = inner.required("value")?.decimal()
      let basis = inner.optional("basis")?.text()
      inner.finish()
      guard let from, let value else { continue }
      if let last = changes.last, last.from.firstDay >= from.firstDay {
        item.log.add(
          .order, at: item.node.place, path: item.path, found: last.from.description,
          expected: .literal(from.description))
      }
      changes.append(Indicator.TargetChange(from: from, value: value, basis: basis))
    }
    return changes
  }

  static func readTime(_ draft: inout Indicator, _ fields: inout FieldReader) {
    draft.frequency = fields.required("frequency")?.choice() ?? draft.frequency
    draft.missing = fields.optional("missing")?.choice() ?? draft.missing
    draft.deadline = fields.optional("deadline").flatMap(deadline)
    draft.pace = fields.optional("pace").flatMap(pace) ?? .linear
    (draft.from, draft.until) = fields.span()
  }

  private static func deadline(_ value: FieldValue) -> Indicator.Deadline? {
    guard var fields = FieldReader(value) else { return nil }
    let date = fields.required("date")?.date()
    let isStated = fields.required("stated")?.truth() ?? false
    fields.finish()
    return date.map { Indicator.Deadline(date: $0, isStated: isStated) }
  }

  /// Reads `linear`, `{points: {2024-06: 40}}` (per cent of the target) or `{milestones: [{date, name}]}`.
  private static func pace(_ value: FieldValue) -> Indicator.Pace? {
    if case .scalar = value.node.content {
      return value.parsed(.oneOf(["linear"])) { $0 == "linear" ? Indicator.Pace.linear : nil }
    }
    guard var fields = FieldReader(value) else { return nil }
    let points = fields.optional("points")?.pairs().compactMap(point)
    let steps = fields.optional("milestones")?.items().compactMap(step)
    fields.finish()
    switch (points, steps) {
    case (let points?, nil): return .points(points.sorted { $0.period < $1.period })
    case (nil, let steps?): return .milestones(steps.sorted { $0.date < $1.date })
    default:
      value.refuse(shape: .oneOf(["linear", "points", "milestones"]))
      return nil
    }
  }

  private static func point(_ key: Located<String>, _ value: FieldValue) -> Indicator.PacePoint? {
    guard let period = Period(key.value) else {
      value.log.add(.badValue, at: key, found: key.value, expected: .period)
      return nil
    }
    return value.decimal().map { Indicator.PacePoint(period: period, percentage: $0) }
  }

  private static func step(_ value: FieldValue) -> Indicator.PaceMilestone? {
    guard var fields = FieldReader(value) else { return nil }
    let date = fields.required("date")?.date()
    let name = fields.required("name")?.text()
    fields.finish()
    guard let date, let name else { return nil }
    return Indicator.PaceMilestone(date: date, name: name)
  }
}

internal import PlanModel

/// One indicator's fields as words for a table; what was made for a sample is marked 示例.
struct IndicatorWords {
  let indicator: Indicator
  let plan: Plan
  let language: Language

  private var isChinese: Bool { language == .chinese }

  private func marked(_ words: String, _ fields: String...) -> String {
    guard fields.contains(where: { indicator.illustrative.covers($0) }) else { return words }
    return words + (isChinese ? "（示例）" : " (sample)")
  }

  var target: String {
    if indicator.isBenchmark { return isChinese ? "比照性，无数值" : "benchmark" }
    if let range = indicator.range {
      return marked("\(range.lowerBound.description)–\(range.upperBound.description)", "min", "max")
    }
    guard let value = indicator.value else {
      guard indicator.role == .target || indicator.role == .mechanism else { return "—" }
      return isChinese ? "完成" : "done"
    }
    let isGoal = indicator.role != .context && indicator.role != .param
    let number = (isGoal ? indicator.comparator.sign : "") + value.grouped(places: max(indicator.places, value.places))
    let original = indicator.asWritten.map { isChinese ? "（原文\($0)）" : " (\($0))" } ?? ""
    let per = indicator.per.map { isChinese ? "每\($0)" : "per \($0) " } ?? ""
    return marked(per + number + original, "value")
  }

  /// Returns the unit's own part of the target.
  func share(of unit: Unit) -> String {
    let shares = plan.expanded(unit.id).compactMap { indicator.allocation[$0] }
    guard !shares.isEmpty else { return "—" }
    let sum = shares.reduce(FixedDecimal?.some(.zero)) { sum, share in sum.flatMap { try? $0.adding(share) } }
    return marked(sum?.grouped(places: indicator.places) ?? "—", "allocation")
  }

  var deadline: String {
    guard let deadline = indicator.deadline else { return "—" }
    if indicator.illustrative.covers("deadline") { return marked(deadline.date.description, "deadline") }
    let unstated = isChinese ? "（原文未写）" : " (not stated)"
    return deadline.date.description + (deadline.isStated ? "" : unstated)
  }

  var frequency: String { marked(indicator.frequency.word(in: language), "frequency") }

  /// Short names; a group's name where all its members report.
  var reporters: String {
    let ids = indicator.reportedBy
    if ids.isEmpty {
      let isComputed = indicator.numerator != nil
      guard isChinese else { return isComputed ? "(computed)" : "(not reported)" }
      return isComputed ? "（由分子分母计算）" : "（不报送）"
    }
    var names: [String] = []
    var rest = Set(ids)
    for group in plan.units where group.kind == .group && !group.members.isEmpty && rest.isSuperset(of: group.members) {
      names.append(group.short)
      rest.subtract(group.members)
    }
    let single = ids.filter { rest.contains($0) }.compactMap { plan.unit(id: $0)?.short }
    return marked((single + names).joined(separator: isChinese ? "、" : ", "), "reportedBy")
  }
}

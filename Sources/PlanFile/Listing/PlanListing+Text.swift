public import PlanModel

extension PlanListing {
  /// Returns several lines: the plan, a table of tasks and indicators, the units. What was made for a sample says so.
  public func text(in language: Language) -> String {
    var lines = head(language)
    var table = TextTable(head: columns(language))
    for item in items {
      table.add([item.task.id, heading(item.task, language)])
      for indicator in item.indicators { table.add(row(indicator, language)) }
    }
    lines += table.lines + [""]
    if unit == nil, items.count == plan.tasks.count { lines += unitLines(language) }
    return lines.joined(separator: "\n")
  }

  private func head(_ language: Language) -> [String] {
    let count = items.reduce(0) { $0 + $1.indicators.count }
    let name = unit.map(\.name)
    switch language {
    case .chinese:
      let scope = name.map { "；\($0)报送" } ?? ""
      let title = plan.titleStated ? plan.title : plan.title + "（原文无标题，编者拟）"
      return [
        "\(title)  \(plan.issuer)  \(plan.year)年  第\(plan.revision)版", "任务 \(items.count) 项，指标 \(count) 项\(scope)", "",
      ]
    case .english:
      let scope = name.map { " reported by \($0)" } ?? ""
      let title = plan.titleStated ? plan.title : plan.title + " (title supplied)"
      return [
        "\(title)  \(plan.issuer)  \(plan.year)  revision \(plan.revision)",
        "\(items.count) tasks, \(count) indicators\(scope)", "",
      ]
    }
  }

  private func columns(_ language: Language) -> [String] {
    let share = unit == nil ? [] : [language == .chinese ? "本单位分解数" : "share"]
    switch language {
    case .chinese: return ["编码", "指标", "性质", "目标值", "计量单位"] + share + ["完成时限", "频次", "报送单位"]
    case .english:
      return ["code", "indicator", "role", "target", "unit"] + share + ["deadline", "every", "reported by"]
    }
  }

  private func heading(_ task: PlanTask, _ language: Language) -> String {
    let leads = task.leads.map { plan.unit(named: $0)?.short ?? $0 }
    let words =
      language == .chinese ? "（牵头：\(leads.joined(separator: "、"))）" : " (lead: \(leads.joined(separator: ", ")))"
    return task.heading + words
  }

  private func row(_ indicator: Indicator, _ language: Language) -> [String] {
    let words = IndicatorWords(indicator: indicator, plan: plan, language: language)
    return [
      indicator.code, "  " + indicator.name, indicator.role.word(in: language), words.target,
      indicator.measure.isEmpty ? "—" : indicator.measure,
    ] + (unit.map { [words.share(of: $0)] } ?? []) + [words.deadline, words.frequency, words.reporters]
  }

  private func unitLines(_ language: Language) -> [String] {
    let head = language == .chinese ? ["编号", "单位", "简称", "类别", "报送指标"] : ["id", "unit", "short", "kind", "reports"]
    var table = TextTable(head: head)
    let all = plan.indicators
    for id in plan.reporting.units {
      guard let unit = plan.unit(id: id) else { continue }
      let count = all.count { $0.isReported(by: id) }
      table.add([id, unit.name, unit.short, unit.kind.word(in: language), String(count)])
    }
    for unit in plan.units where unit.kind == .group {
      let members = unit.members.compactMap { plan.unit(id: $0)?.short }
      let vague = language == .chinese ? "（指向不明，不展开）" : "(vague, never expanded)"
      table.add([
        unit.id, unit.name, unit.short, unit.kind.word(in: language),
        unit.isVague ? vague : members.joined(separator: "、"),
      ])
    }
    return table.lines
  }
}

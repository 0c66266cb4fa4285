public import PlanModel

extension PlanCheckReport {
  /// Problems that are listed one by one.
  private static let most = 200

  /// Returns several lines: the first problems, the counts, the verdict.
  public func text(plan: Plan, document: String, in language: Language) -> String {
    var lines = problems.prefix(Self.most).map { $0.message(document: document, in: language) }
    let left = problems.count - lines.count
    if left > 0 {
      lines.append(language("另有\(left)处没有列出，先改正以上的再查。", "\(left) more are not listed; mend these first."))
    }
    let counts = language == .chinese ? chinese(plan) : english(plan)
    return (lines + counts.dropLast() + unapplied(plan, language) + counts.suffix(1)).joined(separator: "\n")
  }

  /// Returns what was read and is not calculated with.
  private func unapplied(_ plan: Plan, _ language: Language) -> [String] {
    guard !plan.unapplied.isEmpty else { return [] }
    let names = plan.unapplied.map { "\($0.field) \($0.count)" }.joined(separator: language("、", ", "))
    return [language("已读入、不参与月度计算：\(names)", "read, but no part of monthly results: \(names)")]
  }

  private func chinese(_ plan: Plan) -> [String] {
    [
      "计划：\(plan.title)（\(plan.year)年，第\(plan.revision)版）",
      "任务 \(summary.tasks) 项；指标 \(summary.indicators) 项：\(roles(.chinese, separator: "、"))",
      "原文数字 \(summary.numbers) 处：指标引文 \(summary.numbersInIndicators) 处，另作说明 \(summary.numbersExplained) 处，"
        + "没有着落 \(summary.numbersUncovered) 处",
      problems.isEmpty ? "结论：计划与原文逐字、逐数一致。" : "结论：有 \(problems.count) 处要改。",
    ]
  }

  private func english(_ plan: Plan) -> [String] {
    [
      "plan: \(plan.title) (\(plan.year), revision \(plan.revision))",
      "\(summary.tasks) tasks, \(summary.indicators) indicators: \(roles(.english, separator: ", "))",
      "\(summary.numbers) numbers in the document: \(summary.numbersInIndicators) quoted by indicators, "
        + "\(summary.numbersExplained) explained, \(summary.numbersUncovered) not accounted for",
      problems.isEmpty
        ? "verdict: the plan agrees with its document." : "verdict: \(problems.count) points need correction.",
    ]
  }

  private func roles(_ language: Language, separator: String) -> String {
    Indicator.Role.allCases.compactMap { role in
      summary.indicatorsByRole[role].map { "\(role.word(in: language)) \($0)" }
    }.joined(separator: separator)
  }
}

public import PlanModel

extension AllocateJob {
  /// Returns what happened, as lines for a terminal.
  public static func text(_ outcome: Outcome, in language: Language) -> String {
    func line(_ shares: [Share]) -> String {
      shares.isEmpty
        ? language("（无）", "(none)")
        : shares.map { "\($0.unit)\($0.value.shortest)" }.joined(separator: language("、", ", "))
    }
    if !outcome.isSound {
      let problems = outcome.problems.map { "\($0.words(in: language))\(language("。", "."))" }
      return
        (problems + [
          language("分解表有\(problems.count)处不对，计划没有改动。", "\(problems.count) faults in the table; the plan is unchanged.")
        ])
        .joined(separator: "\n")
    }
    let changes = outcome.changes.map {
      "\($0.code) \($0.name)\(language("：", ": "))\(line($0.before)) → \(line($0.after))"
    }
    return
      (changes + [
        language(
          "改动\(outcome.changes.count)项，\(outcome.unchanged)项不变。",
          "\(outcome.changes.count) changed, \(outcome.unchanged) as before.")
      ]).joined(separator: "\n")
  }
}

public import PlanModel

extension RecheckJob.Outcome {
  /// Returns the changes as lines for a terminal.
  public func text(plan: Plan, language: Language) -> String {
    let lines = changes.map { change in
      let unit = plan.unit(id: change.unit)?.name ?? change.unit
      let ids = Set(change.before.keys).union(change.now.keys).sorted()
      let rules = ids.filter { change.before[$0] != change.now[$0] }.map { id in
        "\(id) \(change.before[id] ?? 0)→\(change.now[id] ?? 0)"
      }
      let verdict =
        change.wasAcceptable == change.isAcceptable
        ? ""
        : change.isAcceptable
          ? language("须退回→可收下；", "to be returned → acceptable; ")
          : language("可收下→须退回；", "acceptable → to be returned; ")
      return "\(change.file)（\(unit)）\(language("：", ": "))\(verdict)\(rules.joined(separator: language("，", ", ")))"
    }
    return
      (lines + [
        language(
          "\(period.chinese)：重新审核\(forms)份，\(changes.count)份结论有变；原来的结论仍在台账里。",
          "\(period): \(forms) forms judged again, \(changes.count) otherwise than before; the old verdicts stay in the ledger."
        )
      ]).joined(separator: "\n")
  }
}

public import PlanModel
import Validation

extension RuleComparison {
  /// Returns the changes as lines, file by file, and how many there are.
  public func text(in language: Language) -> String {
    let changed = files.filter { !$0.changes.isEmpty }
    var lines: [String] = []
    for file in changed {
      let verdict = file.before == file.after ? "" : words(file.before, file.after, language)
      lines.append("\(file.file)\(verdict.isEmpty ? "" : language("：", ": ") + verdict)")
      lines += file.changes.map { line($0, language) }
    }
    let refused = files.compactMap { file in file.refusal.map { (file.file, $0) } }
    if !refused.isEmpty { lines.append(language("没有读到表的文件：", "Files that no form was read from:")) }
    lines += refused.map { file, finding in
      "  \(file)\(language("：", ": "))\(FindingWords(finding, rules: new, language: language).sentence(language))"
    }
    let count = changed.reduce(0) { $0 + $1.changes.count }
    let returned = changed.count { $0.before.isAccepted && !$0.after.isAccepted }
    let accepted = changed.count { !$0.before.isAccepted && $0.after.isAccepted }
    lines.append(
      language(
        "文件\(files.count)个：\(changed.count)个有变化，共\(count)处；改为退回\(returned)个，改为收下\(accepted)个。",
        "\(files.count) files: \(changed.count) change, in \(count) places; \(returned) would be returned, \(accepted) accepted."
      ))
    return lines.joined(separator: "\n")
  }

  private func words(_ before: FileReport.Disposition, _ after: FileReport.Disposition, _ language: Language) -> String
  {
    "\(before.words(in: language)) → \(after.words(in: language))"
  }

  private func line(_ change: Change, _ language: Language) -> String {
    let rules = change.after == nil ? old : new
    let place = FindingWords(change.finding, rules: rules, language: language) { new.plan?.indicator(code: $0)?.name }
      .place
    let states = "\(state(change.before, language)) → \(state(change.after, language))"
    return "  \(change.finding.id) \(change.finding.sheet == nil ? "" : place + language("：", ": "))\(states)"
  }

  private func state(_ finding: Finding?, _ language: Language) -> String {
    guard let finding else { return language("不提", "no finding") }
    let grade = language(finding.grade.chinese, finding.grade.rawValue)
    return finding.resolution.words(in: language).map { language("\(grade)（\($0)）", "\(grade) (\($0))") } ?? grade
  }
}

import PlanModel

extension RuleCatalogue {
  /// The README of this target: how rules work, and every built-in one. A test holds the file to it.
  public var markdown: String {
    let rows = listed.map(Self.row)
    return ([CatalogueHead.text] + rows).joined(separator: "\n") + "\n"
  }

  private static func row(_ rule: RuleSource) -> String {
    let meaning = rule.meaning(in: .chinese) + "<br>" + rule.meaning(in: .english)
    let example = rule.examples.first { !$0.holds }?.values(in: .chinese) ?? "—"
    let remedy = rule.words.remedy.isEmpty ? "—" : "\(rule.remedy(in: .chinese))<br>\(rule.remedy(in: .english))"
    let cells = [rule.id, "`\(rule.name)`", rule.grade.chinese, meaning, example, remedy]
    return "| " + cells.map(escaped).joined(separator: " | ") + " |"
  }

  private static func escaped(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : $0.isNewline ? " " : String($0) }.joined()
  }
}

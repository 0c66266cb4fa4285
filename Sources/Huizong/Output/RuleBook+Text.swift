import PlanModel
import Validation

extension RuleBook {
  /// Returns a rule in one line: id, grade, name, meaning, and whether it is off or on trial.
  func line(_ rule: RuleSource, _ language: Language) -> String {
    let grade = language(rule.grade.chinese, rule.grade.rawValue)
    let width = language == .chinese ? 3 : 7
    let name = rule.name + String(repeating: " ", count: max(0, 31 - rule.name.count))
    let state = rule.state(in: language)
    let note = state.isEmpty ? "" : language("（\(state)）", " (\(state))")
    // A Chinese character is two columns wide.
    let gap = String(repeating: language == .chinese ? "  " : " ", count: max(0, width - grade.count))
    return "\(rule.id)  \(grade)\(gap)  \(name)  \(rule.meaning(in: language))\(note)"
  }
}

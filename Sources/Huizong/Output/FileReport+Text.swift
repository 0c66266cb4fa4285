import Forms
public import PlanModel
public import Validation

extension FileReport {
  /// The report as lines for a terminal: whose form it is, what was found, how its cells add up.
  ///
  /// - Parameter limit: how many findings of one rule are shown; of the others only the number.
  public func text(rules: RulePackage, language: Language, limit: Int = defaultLimit) -> String {
    let plan = rules.plan
    var lines = [heading(plan, language)]
    func words(_ finding: Finding) -> FindingWords {
      FindingWords(finding, rules: rules.catalogue, language: language) { plan.indicator(code: $0)?.name }
    }
    for (finding, more) in FindingWords.shown(FindingWords.merged(findings), atMost: limit) {
      let mark = language(finding.grade.chinese, finding.grade.rawValue)
      let standing = finding.standing.words(in: language).map { language("（\($0)）", " (\($0))") } ?? ""
      lines.append("  [\(mark)] \(finding.id) \(words(finding).line(language))\(standing)")
      if more > 0 {
        lines.append(
          "      " + language("……\(finding.id) 还有\(more)条，没有列出。", "… \(more) more of \(finding.id) are not listed."))
      }
    }
    if case .form(let form) = reading {
      let cells = form.accounting
      lines.append(
        "  "
          + language(
            "应填\(cells.expected)项：读到\(cells.read)，零报告\(cells.nilReturns)，不适用\(cells.notApplicable)，空白\(cells.blank)，读不出\(cells.unreadable)；模板外\(cells.outside)行。",
            "\(cells.expected) items: \(cells.read) read, \(cells.nilReturns) nil returns, \(cells.notApplicable) not applicable, \(cells.blank) blank, \(cells.unreadable) unreadable; \(cells.outside) rows outside the form."
          ))
    }
    return lines.joined(separator: "\n")
  }

  /// Findings of one rule that are shown of a file.
  public static let defaultLimit = 10

  private func heading(_ plan: Plan, _ language: Language) -> String {
    guard case .form(let form) = reading else {
      return "\(file)\(language("：不能作为填报表收下", ": refused"))"
    }
    let name = plan.unit(id: form.submission.unit)?.name ?? form.submission.unit
    let period = form.submission.period
    return
      "\(file)\(language("：", ": "))\(name) \(language(period.chinese, period.description)) — \(verdict.words(in: language))"
  }
}

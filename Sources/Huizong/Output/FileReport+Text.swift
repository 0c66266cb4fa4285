import Forms
public import PlanModel
public import Validation

extension FileReport {
  /// Returns the report as lines for a terminal: whose form it is, what was found, how its cells add up.
  ///
  /// - Parameters:
  ///   - limit: how many findings of one rule are shown; of the others only the number.
  ///   - accounting: lists what became of each item's cell.
  public func text(
    rules: RulePackage, language: Language, limit: Int = defaultLimit, accounting: Bool = false
  ) -> String {
    let plan = rules.plan
    var lines = [heading(plan, language)]
    func words(_ finding: Finding) -> FindingWords {
      FindingWords(finding, rules: rules.catalogue, language: language) { plan.indicator(code: $0)?.name }
    }
    for (finding, more) in FindingWords.shown(FindingWords.merged(findings), atMost: limit) {
      let mark = language(finding.grade.chinese, finding.grade.rawValue)
      let resolution = finding.resolution.words(in: language).map { language("（\($0)）", " (\($0))") } ?? ""
      lines.append("  [\(mark)] \(finding.id) \(words(finding).line(language))\(resolution)")
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
      if accounting { lines += cells.items.map { "    " + line($0, of: plan, language) } }
    }
    return lines.joined(separator: "\n")
  }

  /// Returns the line of a cell, `J7 2.2-01 适老化改造：读到“31”`.
  private func line(_ item: CellAccounting.Item, of plan: Plan, _ language: Language) -> String {
    let name = plan.indicator(code: item.indicator)?.name ?? ""
    let text = item.text.isEmpty ? "" : "“\(PersonalData.masked(item.text))”"
    return "\(item.cell ?? language("没有这一行", "no such row")) \(item.indicator) \(name)\(language("：", ": "))"
      + "\(item.fate.words(in: language))\(text.isEmpty ? "" : language("", " "))\(text)"
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
      "\(file)\(language("：", ": "))\(name) \(language(period.chinese, period.description)) — \(disposition.words(in: language))"
  }
}

extension CellAccounting.Fate {
  func words(in language: Language) -> String {
    switch self {
    case .read: language("读到", "read")
    case .nilReturn: language("零报告", "nil return")
    case .notApplicable: language("不适用", "not applicable")
    case .blank: language("空白", "blank")
    case .unreadable: language("读不出", "unreadable")
    }
  }
}

extension [FileReport] {
  /// Returns how the cells of all files add up.
  public func accounting(in language: Language) -> String {
    var counts: [CellAccounting.Fate: Int] = [:]
    var (expected, outside, files) = (0, 0, 0)
    for report in self {
      guard case .form(let form)? = report.reading else { continue }
      files += 1
      expected += form.accounting.expected
      outside += form.accounting.outside
      for item in form.accounting.items { counts[item.fate, default: 0] += 1 }
    }
    let parts = CellAccounting.Fate.allCases.map { fate in
      "\(fate.words(in: language))\(language("", " "))\(counts[fate, default: 0])"
    }
    return language(
      "合计\(files)份，应填\(expected)项 = \(parts.joined(separator: " + "))；模板外\(outside)行；不能收下\(count - files)份。",
      "\(files) forms, \(expected) items = \(parts.joined(separator: " + ")); \(outside) rows outside the form; \(count - files) files refused."
    )
  }
}

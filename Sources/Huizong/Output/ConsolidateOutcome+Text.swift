public import Consolidation
import LedgerStore
public import PlanModel
import Validation

extension ConsolidateJob.Outcome {
  /// True if somebody has to do something: a unit is missing, a file must be mended, explained or chosen.
  public var needsSomebody: Bool {
    period.units.contains { !$0.status.counts || $0.status == .conflict || !$0.omitted.isEmpty }
      || period.openFindings.contains { $0.grade != .notice } || !intake.receipts.isEmpty
      || !period.earlier.unread.isEmpty || !intake.earlier.receipts.isEmpty
  }

  /// Returns the run as lines for a terminal: coverage, units, refused files, counts.
  public func text(language: Language) -> String {
    var lines = [coverage(language)]
    lines += period.units.map { line($0, language) }
    lines += period.refusedLines(language: language)
    lines += intake.receipts.messages(in: language)
    if !intake.attachments.isEmpty { lines.append(language("佐证（SHA-256）：", "Beside the forms (SHA-256):")) }
    lines += intake.attachments.map { "  \($0.name) \($0.digest ?? $0.trouble(language))" }
    lines.append(counts(language))
    return lines.joined(separator: "\n")
  }

  /// Returns where the ledger ends after the run, to be noted down, and how far it is sealed; `nil` for a run without one.
  public func ledgerLine(language: Language) -> String? {
    ledger.map { head in
      let seal = head.key.map { sealing(of: head, with: $0, language) } ?? language("没有封存", "not sealed")
      return language(
        "台账\(head.events)条记录（\(seal)），最后一条的校验值：\(head.hash)",
        "The ledger has \(head.events) events (\(seal)), digest of the last: \(head.hash)")
    }
  }

  /// Returns what the key sealed, and which events it did not: a later seal proves nothing of them.
  private func sealing(of head: LedgerHead, with key: String, _ language: Language) -> String {
    head.unsealed.isEmpty
      ? language("末条已用密钥 \(key) 封存", "the last sealed with key \(key)")
      : language(
        "第\(head.unsealed.numbers(.chinese))条没有用密钥 \(key) 封存，其余的已封存",
        "\(head.unsealed.numbers(.english)) not sealed with key \(key), the others are")
  }

  private func coverage(_ language: Language) -> String {
    let units = period.units
    let reported = units.count { $0.status.counts }
    let absent = units.filter { !$0.status.counts }.map(\.unit.name)
    let names = absent.isEmpty ? "" : language("：", ": ") + absent.joined(separator: language("、", ", "))
    return language(
      "\(period.period.chinese)：应报\(units.count)家，已报\(reported)家，缺\(absent.count)家\(names)。",
      "\(period.period): \(units.count) units due, \(reported) reported, \(absent.count) missing\(names).")
  }

  private func line(_ report: UnitReport, _ language: Language) -> String {
    var parts = [language(report.status.chinese, report.status.rawValue)]
    if !report.omitted.isEmpty {
      parts.append(language("漏报\(report.omitted.count)项", "\(report.omitted.count) items omitted"))
    }
    if !report.files.disputed.isEmpty {
      parts.append(language("\(report.files.disputed.count)项待定", "\(report.files.disputed.count) items disputed"))
    }
    let groups: [(String, [Candidate])] = [
      (language("采用", "counts"), report.files.counting), (language("被替代", "superseded"), report.files.superseded),
      (language("重复", "duplicate"), report.files.duplicates), (language("退回", "returned"), report.files.returned),
      (language("撤回", "withdrawn"), report.files.withdrawn),
    ]
    for (word, files) in groups where !files.isEmpty {
      parts.append("\(word) \(files.map(\.submission.file).joined(separator: language("、", ", ")))")
    }
    return "  \(report.unit.name)\(language("：", ": "))\(parts.joined(separator: language("；", "; ")))"
  }

  /// Returns how many forms the files hold, where that is another number.
  private func forms(_ language: Language) -> String {
    guard !intake.severalForms.isEmpty else { return "" }
    let files = intake.severalForms.count
    let forms = intake.severalForms.values.reduce(0, +)
    return language("（其中\(files)个含\(forms)份表）", " (\(files) of them with \(forms) forms)")
  }

  private func counts(_ language: Language) -> String {
    let refused = period.refused.count
    let findings = period.openFindings
    let settled = period.settledFindings.count
    func count(_ grade: Finding.Grade) -> Int { findings.count { $0.grade == grade } }
    return language(
      "文件\(intake.filesSeen)个\(forms(.chinese))：读到\(intake.reports.count - refused)，不能收下\(refused)，附件\(intake.attachments.count)，忽略\(intake.ignored.count)。审核问题：强制性\(count(.error))，核实性\(count(.warning))，提示\(count(.notice))；已更正\(settled)。",
      "\(intake.filesSeen) files\(forms(.english)): \(intake.reports.count - refused) read, \(refused) refused, \(intake.attachments.count) attachments, \(intake.ignored.count) ignored. Findings: \(count(.error)) errors, \(count(.warning)) warnings, \(count(.notice)) notices; \(settled) settled."
    )
  }
}

extension ConsolidatedPeriod {
  /// Returns what is said of the files that no figure was taken from; nothing where there are none.
  public func refusedLines(language: Language) -> [String] { refused.lines(rules, language) }
}

extension [RefusedFile] {
  /// Returns what is said of the files; nothing where there are none.
  func lines(_ rules: RuleCatalogue, _ language: Language) -> [String] {
    guard !isEmpty else { return [] }
    return [language("不能收下的文件：", "Refused files:")]
      + flatMap { file in
        FindingWords.merged(file.findings).map { finding in
          let words = FindingWords(finding, rules: rules, language: language).sentence(language)
          return "  \(file.file)\(language("：", ": "))\(words)"
        }
      }
  }
}

extension PeriodIntake.Attachment {
  /// Returns why there is no digest.
  func trouble(_ language: Language) -> String {
    let words = language("读不到", "unreadable")
    return fault.map { words + language("：", ": ") + $0.sentence(language) } ?? words
  }
}

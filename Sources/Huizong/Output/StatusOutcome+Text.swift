import Consolidation
public import PlanModel

extension StatusJob.Outcome {
  /// Returns the period as lines for a terminal.
  public func text(language: Language) -> String {
    var lines = [head(language)]
    lines += units.map { line($0, language) }
    lines += troubles(in: language)
    if unjudged > 0 {
      lines.append(
        language(
          "台账里有\(unjudged)份读过没有审核的，没有计入；请再跑一次 huizong consolidate --ledger。",
          "\(unjudged) forms in the ledger were read and never judged, and do not count; run huizong consolidate --ledger again."
        ))
    }
    return lines.joined(separator: "\n")
  }

  /// Returns what is wrong with lists of receipts and with files that no figure was taken from, a line each.
  public func troubles(in language: Language) -> [String] {
    refused.lines(rules, language) + receipts.messages(in: language)
  }

  private func head(_ language: Language) -> String {
    let counts = SubmissionStatus.allCases.compactMap { status in
      let count = units.count { $0.status == status }
      return count > 0 ? "\(language(status.chinese, status.rawValue))\(language("", " "))\(count)" : nil
    }.joined(separator: language("、", ", "))
    return language(
      "\(period.chinese)：\(deadline(language))应报\(units.count)家：\(counts)。",
      "\(period): \(deadline(language))\(units.count) units due: \(counts).")
  }

  private func deadline(_ language: Language) -> String {
    guard let due, let daysLeft else { return "" }
    let left =
      daysLeft > 0
      ? language("还有\(daysLeft)天", "\(daysLeft) days left")
      : daysLeft == 0 ? language("今天到期", "due today") : language("已过\(-daysLeft)天", "\(-daysLeft) days past")
    return language("截止\(due.chinese)，\(left)。", "due \(due), \(left). ")
  }

  private func line(_ report: UnitReport, _ language: Language) -> String {
    var parts = [language(report.status.chinese, report.status.rawValue)]
    if let day = report.firstReceived ?? report.files.returned.compactMap(\.received).max() {
      parts.append(language("\(day)收到", "received \(day)"))
    }
    if let corrected = report.corrected { parts.append(language("\(corrected)更正", "corrected \(corrected)")) }
    if !report.omitted.isEmpty {
      parts.append(language("漏报\(report.omitted.count)项", "\(report.omitted.count) items omitted"))
    }
    if !report.files.disputed.isEmpty {
      parts.append(language("\(report.files.disputed.count)项待定", "\(report.files.disputed.count) items disputed"))
    }
    return "  \(report.unit.name)\(language("：", ": "))\(parts.joined(separator: language("，", ", ")))"
  }

  /// 催报单: messages ready to be pasted into a chat, one for each unit of which nothing counts.
  public var reminders: [String] {
    open.map { report in
      let due = due.map { "应于\($0.chinese)前报送，" } ?? ""
      let late = daysLeft.map { $0 < 0 ? "已迟\(-$0)天，" : "" } ?? ""
      let what =
        report.status == .returned ? "退回后还没有改好报回，\(late)请改好后尽快报送" : "\(due)至今没有收到，\(late)请尽快报送"
      return "【催报单】\(report.unit.name)：\(forms.chinese)填报表\(what)。"
    }
  }
}

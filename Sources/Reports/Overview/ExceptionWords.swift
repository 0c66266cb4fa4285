import Consolidation
import PlanModel
import Validation

/// What does not tie: missing, returned, in conflict, omitted, refused, to be explained.
struct ExceptionWords {
  let content: SummaryContent

  private var period: ConsolidatedPeriod { content.period }

  /// Worst first, one line for each kind; at least one line.
  var lines: [String] {
    let all = [lacking, conflicts, omitted, incomplete, files, explained].filter { !$0.isEmpty }
    return all.isEmpty ? ["各单位均已报送，各项合计齐全，未作机械调整。"] : all
  }

  private func names(_ codes: [String]) -> String {
    ChineseText.names(codes.map { period.plan.indicator(code: $0)?.name ?? $0 }, atMost: 3, counter: "项")
  }

  private var lacking: String {
    let coverage = period.coverage
    let kinds = [("缺报", coverage.units(.missing)), ("退回待重报", coverage.units(.returned))]
    let words = kinds.filter { !$0.1.isEmpty }.map { "\($0)：\(ChineseText.names($1.map(\.unit.name), atMost: 5))" }
    return words.isEmpty ? "" : words.joined(separator: "；") + "。本期数不计入合计。"
  }

  private var conflicts: String {
    let units = period.coverage.units(.conflict).map { report in
      "\(report.unit.name)\(report.files.counting.count)份文件内容不同，\(names(report.files.disputed))待定"
    }
    return units.isEmpty ? "" : "多份待定：\(ChineseText.names(units, atMost: 2))，不计入合计。"
  }

  private var omitted: String {
    let units = period.coverage.incomplete.map { "\($0.unit.name)\($0.omitted.count)项（\(names($0.omitted))）" }
    return units.isEmpty ? "" : "漏报：\(ChineseText.names(units, atMost: 3))。"
  }

  /// Totals that lack a unit.
  private var incomplete: String {
    let items = content.table.items.map(\.result).filter { result in
      result.total != nil && !result.excluded.isEmpty && result.figures.count > 1
    }
    return items.isEmpty ? "" : "\(items.count)项指标的合计缺有关单位，已在“指标汇总”备注注明“不含××”。"
  }

  /// Files that were refused, and what the checks found.
  private var files: String {
    var words: [String] = []
    if !period.refused.isEmpty {
      let names = ChineseText.names(period.refused.map { "“\($0.file)”" }, atMost: 2, counter: "份")
      words.append("拒收\(period.refused.count)份文件：\(names)，原因见“报送情况”")
    }
    let findings = FindingWords.merged(period.openFindings)
    let counts = [Finding.Grade.error, .warning].map { grade in (grade, findings.count { $0.grade == grade }) }
    let graded = counts.filter { $0.1 > 0 }.map { "\($0.chinese)问题\($1)条" }
    if !graded.isEmpty { words.append(graded.joined(separator: "、") + "，逐条见“审核问题”") }
    return words.isEmpty ? "" : words.joined(separator: "；") + "。"
  }

  /// What units explained, in their words: for a leader to know, not for anybody to mend.
  private var explained: String {
    let rows = period.answeredFindings.compactMap { finding -> String? in
      guard case .explained(let text) = finding.resolution else { return nil }
      let unit = finding.unit.flatMap { period.plan.unit(id: $0)?.name } ?? finding.file
      let name = finding.indicator.flatMap { period.plan.indicator(code: $0)?.name } ?? ""
      // One unit's words do not take the page from all the others; 审核问题 has them whole.
      let words = ChineseText.beginning(of: PersonalData.masked(text), atMost: 120)
      return "\(unit)“\(name)”（\(words)）"
    }
    return rows.isEmpty ? "" : "单位已作说明\(rows.count)条：\(ChineseText.names(rows, atMost: 2, counter: "条"))。"
  }
}

import Consolidation
import PlanModel

/// What does not tie: missing, returned, in conflict, omitted, refused, to be explained.
struct ExceptionWords {
  let content: SummaryContent

  private var period: ConsolidatedPeriod { content.period }

  /// Worst first; of more than `limit`, the last line says where the others stand.
  func lines(atMost limit: Int) -> [String] {
    let all = lacking + conflicts + omitted + incomplete + refused + graded
    guard !all.isEmpty else { return ["各单位均已报送，各项合计齐全，未作机械调整。"] }
    guard all.count > limit else { return all }
    return all.prefix(limit - 1) + ["另有\(all.count - limit + 1)条，见“报送情况”“审核问题”。"]
  }

  private func names(_ codes: [String]) -> String {
    ChineseText.names(codes.map { period.plan.indicator(code: $0)?.name ?? $0 }, atMost: 3, counter: "项")
  }

  private var lacking: [String] {
    let missing = period.coverage.units(.missing).map(\.unit.name)
    var lines = missing.isEmpty ? [] : ["缺报：\(ChineseText.names(missing))，本期数不计入合计。"]
    lines += period.coverage.units(.returned).map { report in
      "退回：\(report.unit.name)报来的\(report.files.returned.count)份文件须改正后重报，本期数不计入合计。"
    }
    return lines
  }

  private var conflicts: [String] {
    period.coverage.units(.conflict).map { report in
      "多份待定：\(report.unit.name)报来\(report.files.counting.count)份内容不同的文件，"
        + "\(report.files.disputed.count)项待定（\(names(report.files.disputed))），不计入合计。"
    }
  }

  private var omitted: [String] {
    period.coverage.incomplete.map { report in
      "漏报：\(report.unit.name)\(report.omitted.count)项（\(names(report.omitted))）。"
    }
  }

  /// Totals that lack a unit.
  private var incomplete: [String] {
    let items = content.table.items.map(\.standing).filter { standing in
      standing.total != nil && !standing.excluded.isEmpty && standing.figures.count > 1
    }
    guard !items.isEmpty else { return [] }
    return ["\(items.count)项指标的合计缺有关单位，已在“指标汇总”备注注明“不含××”。"]
  }

  private var refused: [String] {
    guard !period.refused.isEmpty else { return [] }
    let files = ChineseText.names(period.refused.map { "“\($0.file)”" }, atMost: 2, counter: "份")
    return ["拒收\(period.refused.count)份文件：\(files)，原因见“报送情况”。"]
  }

  private var graded: [String] {
    let findings = period.findings
    let counts = [(Finding.Grade.error, "强制性"), (.warning, "核实性")].map { grade, word in
      (word, findings.count { $0.grade == grade })
    }.filter { $0.1 > 0 }
    guard !counts.isEmpty else { return [] }
    return [counts.map { "\($0)问题\($1)条" }.joined(separator: "、") + "，逐条见“审核问题”。"]
  }
}

import Consolidation
import OfficeStyle
import PlanModel
import Validation
import XLSXWriting

/// 审核问题: every finding about the period's files, those that must be mended first.
struct FindingsSheet: BookSheet {
  let context: ReportContext
  let listed: ListedFindings

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let findings = listed.all
    let counts = findings.gradeCounts { $0.isOpen && !listed.settled.contains($0) }
    let answered = findings.count { !$0.isOpen && !listed.settled.contains($0) }
    let mended = listed.settled.count
    let head = context.head(
      .findings, title: "\(context.plan.year)年度重点工作报送审核问题清单（\(context.period.period.chineseShort)）",
      right: counts + (answered > 0 ? "；已说明、豁免或试行\(answered)条" : "") + (mended > 0 ? "；已更正\(mended)条" : ""))
    let table = FindingTable(
      plan: context.plan, rules: context.period.rules, theme: context.theme, findings: listed.lines,
      settled: listed.settled,
      counting: Set(context.period.units.flatMap { $0.files.counting.map(\.submission.file) }))
    let listing = table.sheet(
      head: head, nothing: "本期各单位报送文件未发现问题。",
      note: "注：“强制性”须改正后重报；“核实性”须核对并说明，已说明的不再要求；“提示”供知悉，已按规则处理；豁免、试行的只列出，不计。同一问题涉及多个单元格的合并为一条。"
        + (listed.isWhole ? "" : "共\(findings.count)条，本表只列须改正或核实的；全部另存为同名的 .findings.csv。"))
    try context.write(listing, to: sheet)
  }
}

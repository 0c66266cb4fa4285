import Consolidation
import PlanModel
import Validation

/// 例外清单: what a leader should know before the tables, one line each.
struct ExceptionList {
  struct Line: Equatable {
    /// 单位, or 单位／指标.
    let subject: String
    let kind: String
    /// 全表, 3项, 2份.
    let extent: String
    let situation: String
    let treatment: String
    let source: SheetName
  }

  let context: ReportContext

  /// Findings listed one by one; the rest is counted.
  static let findings = 30

  private var period: ConsolidatedPeriod { context.period }

  /// Not reported, sent back, late, in conflict, omitted, corrected; then what has to be explained, or was.
  var lines: [Line] {
    let units = period.units
    return units.filter { $0.status == .missing }.map(missing) + units.filter { $0.status == .returned }.map(returned)
      + units.filter { $0.status == .late }.map(late) + units.filter { !$0.files.disputed.isEmpty }.map(conflict)
      + units.filter { !$0.omitted.isEmpty }.map(omitted) + units.compactMap(corrected) + corrections + questions
      + explained
  }

  private func names(_ codes: [String]) -> String {
    ChineseText.names(codes.map { period.plan.indicator(code: $0)?.name ?? $0 }, atMost: 3, counter: "项")
  }

  private func due(_ report: UnitReport) -> String { report.due.map { "应于\($0.chinese)前报送，" } ?? "" }

  private func missing(_ report: UnitReport) -> Line {
    Line(
      subject: report.unit.name, kind: "缺报", extent: "全表", situation: "\(due(report))没有收到。", treatment: "本期数不计入合计。",
      source: .returns)
  }

  private func returned(_ report: UnitReport) -> Line {
    Line(
      subject: report.unit.name, kind: "退回待重报", extent: "\(report.files.returned.count)份",
      situation: "报来的表有必须改正的问题，还没有改好报回。", treatment: "本期数不计入合计。", source: .findings)
  }

  private func late(_ report: UnitReport) -> Line {
    Line(
      subject: report.unit.name, kind: "迟报", extent: "全表",
      situation: "\(due(report))\(report.firstReceived.map { "\($0.chinese)收到。" } ?? "")", treatment: "收下，计迟报1次。",
      source: .returns)
  }

  private func conflict(_ report: UnitReport) -> Line {
    Line(
      subject: "\(report.unit.name)／\(names(report.files.disputed))", kind: "多份待定",
      extent: "\(report.files.counting.count)份",
      situation:
        "\(ChineseText.names(report.files.counting.map { "“\($0.submission.file)”" }, atMost: 3, counter: "份"))内容不同。",
      treatment: "待定，不计入合计，请确认以哪一份为准。", source: .returns)
  }

  private func omitted(_ report: UnitReport) -> Line {
    Line(
      subject: "\(report.unit.name)／\(names(report.omitted))", kind: "漏报", extent: "\(report.omitted.count)项",
      situation: "应报而空白。", treatment: "按未报送处理，合计不含。", source: .indicators)
  }

  private func corrected(_ report: UnitReport) -> Line? {
    guard let day = report.corrected, !report.files.superseded.isEmpty || !report.files.returned.isEmpty,
      report.status.counts
    else { return nil }
    return Line(
      subject: report.unit.name, kind: "更正", extent: "\(report.files.superseded.count + report.files.returned.count)份",
      situation: "\(day.chinese)收到更正的表。", treatment: "已采用更正后的数。", source: .returns)
  }

  /// Figures that the last book did not have, or had otherwise.
  private var corrections: [Line] {
    let all = period.newCorrections
    let listed = all.prefix(Self.findings).map { correction in
      let unit = period.plan.unit(id: correction.unit)
      let indicator = period.plan.indicator(code: correction.code)
      let style = indicator.map { FigureStyle($0, showing: [correction.from, correction.to]) } ?? .count
      let measure = indicator?.measure ?? ""
      let day = correction.received.map { "\(ChineseText.day($0, in: period.period))收到更正，" } ?? ""
      return Line(
        subject: [unit?.name, indicator?.name].compactMap(\.self).joined(separator: "／"), kind: "更正数", extent: "1项",
        situation: "\(day)\(correction.period.chineseShort)累计完成由\(style.shown(correction.from))\(measure)"
          + "改为\(style.shown(correction.to))\(measure)。",
        treatment: "已采用更正后的数。", source: .returns)
    }
    guard all.count > Self.findings else { return listed }
    return listed + [
      Line(
        subject: "—", kind: "更正数", extent: "\(all.count - Self.findings)项", situation: "其余更正的数从略。",
        treatment: "已采用更正后的数。", source: .returns)
    ]
  }

  private func subject(_ finding: Finding) -> String {
    let unit = finding.unit.flatMap { period.plan.unit(id: $0)?.name } ?? finding.file
    let name = finding.indicator.flatMap { period.plan.indicator(code: $0)?.name }
    return [unit, name].compactMap(\.self).joined(separator: "／")
  }

  private var questions: [Line] {
    let open = FindingWords.merged(
      period.openFindings.filter { finding in
        // Conflicts of items have lines of their own.
        finding.grade == .warning
          && (finding.rule != BuiltInRule.conflictingFiles.rawValue || finding.indicator == nil)
      })
    let listed = open.prefix(Self.findings).map { finding in
      Line(
        subject: subject(finding), kind: "核实性", extent: "\(max(1, finding.cells.count))处",
        situation: FindingWords(finding, rules: period.rules, language: .chinese).sentence(.chinese),
        treatment: "待单位核实说明。",
        source: .findings)
    }
    guard open.count > Self.findings else { return listed }
    return listed + [
      Line(
        subject: "—", kind: "核实性", extent: "\(open.count - Self.findings)条", situation: "其余见“审核问题”。",
        treatment: "待单位核实说明。",
        source: .findings)
    ]
  }

  private var explained: [Line] {
    period.answeredFindings.compactMap { finding in
      guard case .explained(let text) = finding.resolution else { return nil }
      return Line(
        subject: subject(finding), kind: "核实性", extent: "\(max(1, finding.cells.count))处",
        situation: FindingWords(finding, rules: period.rules, language: .chinese).sentence(.chinese),
        treatment: "单位说明：\(PersonalData.masked(text))", source: .findings)
    }
  }
}

import Consolidation
import PlanModel

/// What is said about one unit's files.
struct ReturnWords {
  let context: ReportContext
  let report: UnitReport

  private var period: Period { context.period.period }

  /// The names of the files that count, one below the other.
  var counting: String { report.files.counting.map(\.submission.file).joined(separator: "\n") }

  var explanation: String {
    var words: [String] = []
    switch report.status {
    case .missing:
      words.append(refused > 0 ? "收到\(refused)份文件，不能作为本期的表收下，原因见下表" : "本期没有收到文件")
    case .returned: words.append("只收到须改正的文件\(report.files.returned.count)份，整改后重报")
    case .undated: words.append("收到日期不详：没有记录，或几处记录不一致")
    case .late:
      if let due = report.due, let first = report.firstReceived {
        words.append("迟报\(first.dayNumber - due.dayNumber)天")
      }
    case .conflict:
      words.append("收到\(report.files.counting.count)份内容不同的文件，\(names(report.files.disputed))待定，请单位确认")
    case .onTime: break
    }
    if report.status.counts, !report.openReturns.isEmpty {
      // Without a day nobody knows which came later.
      let isLater = (report.openReturns + report.files.counting).allSatisfy { $0.received != nil }
      let files = "\(report.openReturns.count)份"
      words.append((isLater ? "后来的\(files)更正件" : "另有\(files)") + "须改正，已退回，暂按采用文件计")
    }
    if !report.omitted.isEmpty { words.append("漏报\(report.omitted.count)项：\(names(report.omitted))") }
    return words.joined(separator: "；")
  }

  /// Files that claim to be the unit's and could not be taken.
  private var refused: Int { context.period.refused.count { $0.unit == report.unit.id } }

  private func names(_ codes: [String]) -> String {
    ChineseText.names(codes.map { context.plan.indicator(code: $0)?.name ?? $0 }, atMost: 4, counter: "项")
  }
}

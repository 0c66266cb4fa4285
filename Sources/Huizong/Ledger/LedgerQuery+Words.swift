import Forms
import LedgerStore
import PlanModel

extension LedgerQuery {
  // MARK: verify

  /// Returns what is wrong with the chain of events, or with a table that was made from them.
  static func line(_ fault: ChainReport.Fault, _ language: Language) -> String {
    switch fault {
    case .broken(let seq):
      language("第\(seq)条记录被改过，或前一条被换过。", "event \(seq) was changed, or the one before it replaced.")
    case .gap(let seq): language("第\(seq)条记录之前缺了记录。", "events are missing before \(seq).")
    case .table(let name): language("表 \(name) 与记录不一致。", "table \(name) is not what the events say.")
    }
  }

  /// Says that a digest noted down earlier is not in the chain.
  static func missing(_ head: String, _ language: Language) -> String {
    language("链里没有校验值 \(head)：记下它以后，台账被截断或换过。", "the chain has no digest \(head): the ledger was cut off or replaced.")
  }

  /// Returns what the proof came to, and the digest to note down.
  static func verdict(_ report: ChainReport, faults: Int, _ language: Language) -> [String] {
    [
      faults == 0
        ? language(
          "台账完整：\(report.events)条记录，环环相扣。", "The ledger is whole: \(report.events) events, each chained to the last.")
        : language("台账有\(faults)处不对。", "\(faults) faults in the ledger."),
      language("最后一条的校验值：\(report.head)", "Digest of the last event: \(report.head)"),
    ]
  }

  // MARK: history

  /// Returns what an event says, without its day and file.
  static func words(_ line: LedgerLine, _ plan: Plan, _ language: Language) -> String {
    switch line.kind {
    case .received(let day, let isStated):
      let date = day?.description ?? "—"
      return isStated
        ? language("收到，收件日期\(date)", "received on \(date)") : language("首次见到，按\(date)收", "first seen, on \(date)")
    case .read(let expected, let read):
      return language("读取，应填\(expected)项，读到\(read)项", "read: \(read) of \(expected) items")
    case .refused: return language("读取，不能收下", "read: refused")
    case .judged(let isAcceptable, let errors, let warnings):
      return language(
        "审核，\(isAcceptable ? "可收下" : "须退回")，强制性\(errors)处，核实性\(warnings)处",
        "judged: \(isAcceptable ? "acceptable" : "to be returned"), \(errors) required, \(warnings) to verify")
    case .decided(let decision, let indicator, let why):
      let item = indicator.map { code in plan.indicator(code: code).map { "\(code) \($0.name)" } ?? code }
      return
        "\(decision.words(language))\(item.map { language("“\($0)”", " “\($0)”") } ?? "")\(language("：", ": "))\(why)"
    case .figure(_, let current, let cumulative, let sheet, let cell):
      let unit = line.unit.flatMap { plan.unit(id: $0)?.short } ?? line.unit ?? ""
      let place = cell.map { "\(sheet ?? "")!\($0)" } ?? "—"
      return language(
        "\(unit) 本期\(Self.shown(current))，累计\(Self.shown(cumulative))（\(place)）",
        "\(unit) current \(Self.shown(current)), cumulative \(Self.shown(cumulative)) (\(place))")
    }
  }

  private static func shown(_ figure: String) -> String { figure.isEmpty ? "空白" : figure }

  /// Returns who caused an event, to stand behind it.
  static func bracketed(_ name: String, _ language: Language) -> String { language("（\(name)）", " (\(name))") }

  // MARK: diff

  /// Says that a unit has not the two files that a comparison takes.
  static func nothingToCompare(_ unit: Unit, _ period: Period, files: Int, _ language: Language) -> String {
    language(
      "\(unit.name)\(period.chinese)只有\(files)份文件，没有可比的。",
      "\(unit.name) has \(files) files of \(period): nothing to compare.")
  }

  /// Returns how much one file changed against another, then a line for each cell.
  static func lines(
    _ changes: [SubmissionDifference.Change], from old: String, to new: String, _ plan: Plan, _ language: Language
  ) -> [String] {
    let lines = changes.map { change in
      let name = plan.indicator(code: change.code)?.name ?? change.code
      let mark = change.bearsOnTotals ? language("（影响汇总）", " (bears on totals)") : ""
      return "  \(change.code) \(name) \(change.column.chinese)：\(change.before) → \(change.after)\(mark)"
    }
    let bearing = changes.count(where: \.bearsOnTotals)
    return [
      language(
        "\(new) 比 \(old) 改了\(changes.count)个单元格，其中\(bearing)个影响汇总。",
        "\(new) changes \(changes.count) cells of \(old), \(bearing) of which bear on totals.")
    ] + lines
  }
}

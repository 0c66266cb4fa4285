import Forms
import LedgerStore
public import PlanModel
import SpreadsheetML

/// Questions to a ledger: `huizong ledger verify`, `history`, `diff`, `export`.
public struct LedgerQuery: Sendable {
  let ledger: Ledger

  public init(path: String) throws(JobError) {
    do throws(LedgerError) {
      ledger = try Ledger(path: path, .read, stamp: AuditStamp(at: ""))
    } catch {
      throw JobError(.ledger(error), path)
    }
  }

  private func ask<Value>(_ question: (Ledger) throws(LedgerError) -> Value) throws(JobError) -> Value {
    do throws(LedgerError) {
      return try question(ledger)
    } catch {
      throw JobError(.ledger(error), ledger.path)
    }
  }

  // MARK: verify

  /// What proving a ledger came to.
  public struct Proof: Hashable, Sendable {
    public let events: Int
    /// The digest of the last event.
    public let head: String
    public let isSound: Bool
    let lines: [String]

    public func text() -> String { lines.joined(separator: "\n") }
  }

  /// Proves the chain of events.
  ///
  /// - Parameter head: a digest noted down earlier, which must be in the chain.
  public func verify(head: String? = nil, in language: Language) throws(JobError) -> Proof {
    let report = try ask { ledger throws(LedgerError) in try ledger.verify() }
    var lines = report.faults.map { Self.line($0, language) }
    if let head, !(try ask { ledger throws(LedgerError) in try ledger.holds(head) }) {
      lines.append(
        language(
          "链里没有校验值 \(head)：记下它以后，台账被截断或换过。", "the chain has no digest \(head): the ledger was cut off or replaced."))
    }
    let isSound = lines.isEmpty
    lines.append(
      isSound
        ? language(
          "台账完整：\(report.events)条记录，环环相扣。", "The ledger is whole: \(report.events) events, each chained to the last.")
        : language("台账有\(lines.count)处不对。", "\(lines.count) faults in the ledger."))
    lines.append(language("最后一条的校验值：\(report.head)", "Digest of the last event: \(report.head)"))
    return Proof(events: report.events, head: report.head, isSound: isSound, lines: lines)
  }

  private static func line(_ fault: ChainReport.Fault, _ language: Language) -> String {
    switch fault {
    case .broken(let seq):
      language("第\(seq)条记录被改过，或前一条被换过。", "event \(seq) was changed, or the one before it replaced.")
    case .gap(let seq): language("第\(seq)条记录之前缺了记录。", "events are missing before \(seq).")
    case .table(let name): language("表 \(name) 与记录不一致。", "table \(name) is not what the events say.")
    }
  }

  // MARK: history

  /// Returns what was recorded of a unit, an indicator or a file, a line each.
  ///
  /// - Parameter subject: a unit's name or id, an indicator's code, a file's name or the beginning of its digest.
  public func history(
    of subject: String, period: Period?, plan: Plan, in language: Language
  ) throws(JobError) -> [String] {
    if let unit = plan.unit(named: subject) {
      return try lines(.unit(unit.id), period, plan, language)
    }
    if plan.indicator(code: subject) != nil { return try lines(.indicator(subject), period, plan, language) }
    let forms = try ask { ledger throws(LedgerError) in try ledger.forms(named: subject) }
    guard !forms.isEmpty else { throw JobError(.unknownInLedger, subject) }
    var lines: [String] = []
    var seen: Set<String> = []
    for form in forms where seen.insert(form.digest).inserted {
      lines += try self.lines(.file(form.digest), period, plan, language)
    }
    return lines
  }

  private func lines(
    _ subject: Ledger.Subject, _ period: Period?, _ plan: Plan, _ language: Language
  ) throws(JobError) -> [String] {
    try ask { ledger throws(LedgerError) in try ledger.history(of: subject, period: period) }.map { line in
      let own = line.period.map { "[\($0)] " } ?? ""
      let who = line.by == AuditStamp.program ? "" : language("（\(line.by)）", " (\(line.by))")
      return "\(line.at) \(own)\(line.name) \(Self.words(line, plan, language))\(who)"
    }
  }

  private static func words(_ line: LedgerLine, _ plan: Plan, _ language: Language) -> String {
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

  // MARK: diff

  /// Returns what a unit's last file of a period changed against the one before: cells, and which of them bear on
  /// totals.
  public func difference(of unit: Unit, period: Period, plan: Plan, in language: Language) throws(JobError) -> [String]
  {
    var receipts: [StoredReceipt] = []
    var all: [StoredReading] = []
    for own in period.closing {
      receipts += try ask { ledger throws(LedgerError) in try ledger.receipts(of: own) }
      all += try ask { ledger throws(LedgerError) in try ledger.readings(of: own) }
    }
    let days = Dictionary(receipts.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
    let readings = all.filter { $0.unit == unit.id && days[$0.digest] != nil }
    // By the day of receipt; what came in on one day in the order in which it was read.
    let ordered = readings.sorted { left, right in
      let (a, b) = (days[left.digest]?.day, days[right.digest]?.day)
      return a == b ? left.seq < right.seq : (a ?? period.firstDay) < (b ?? period.firstDay)
    }
    guard let last = ordered.last, let before = ordered.dropLast().last else {
      return [
        language(
          "\(unit.name)\(period.chinese)只有\(ordered.count)份文件，没有可比的。",
          "\(unit.name) has \(ordered.count) files of \(period): nothing to compare.")
      ]
    }
    let names = (days[before.digest]?.name ?? "", days[last.digest]?.name ?? "")
    guard let old = try ask({ _ throws(LedgerError) in try before.submission(named: names.0) }),
      let new = try ask({ _ throws(LedgerError) in try last.submission(named: names.1) })
    else { return [] }
    let changes = SubmissionDifference(old, new).changes
    let lines = changes.map { change in
      let name = plan.indicator(code: change.code)?.name ?? change.code
      let mark = change.bearsOnTotals ? language("（影响汇总）", " (bears on totals)") : ""
      return "  \(change.code) \(name) \(change.column.chinese)：\(change.before) → \(change.after)\(mark)"
    }
    let bearing = changes.count(where: \.bearsOnTotals)
    return [
      language(
        "\(names.1) 比 \(names.0) 改了\(changes.count)个单元格，其中\(bearing)个影响汇总。",
        "\(names.1) changes \(changes.count) cells of \(names.0), \(bearing) of which bear on totals.")
    ] + lines
  }

  // MARK: export

  public enum ExportFormat: String, Sendable, CaseIterable {
    case csv, jsonl
  }

  /// Names of what can be exported.
  public static var views: [String] { Ledger.views }

  /// Writes a view of the ledger as text, a row to a line.
  ///
  /// - Parameter write: called with the text, piece by piece.
  public func export(_ view: String, as format: ExportFormat, to write: ([UInt8]) -> Void) throws(JobError) {
    guard Ledger.views.contains(view) else { throw JobError(.unknownView(known: Ledger.views), view) }
    var columns: [String] = []
    var buffer: [UInt8] = []
    try ask { ledger throws(LedgerError) in
      try ledger.export(view) { values in
        if columns.isEmpty {
          columns = values.compactMap(\.self)
          if format == .csv { buffer += Array((columns.map(CSVText.field).joined(separator: ",") + "\n").utf8) }
        } else if format == .csv {
          buffer += Array((values.map { CSVText.field($0 ?? "") }.joined(separator: ",") + "\n").utf8)
        } else {
          Self.append(zip(columns, values), to: &buffer)
        }
        if buffer.count > 1 << 16 {
          write(buffer)
          buffer = []
        }
      }
    }
    write(buffer)
  }

  /// Appends a row as an object of JSON.
  private static func append(_ fields: Zip2Sequence<[String], [String?]>, to buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    for (index, (name, value)) in fields.enumerated() {
      if index > 0 { buffer += ", ".utf8 }
      JSONText.append(name, to: &buffer)
      buffer += ": ".utf8
      if let value { JSONText.append(value, to: &buffer) } else { buffer += "null".utf8 }
    }
    buffer += "}\n".utf8
  }
}

extension FileDecision {
  func words(_ language: Language) -> String {
    switch self {
    case .accepted: language("计入", "counts")
    case .returned: language("退回", "returned")
    case .superseded: language("被替代", "superseded")
    case .withdrawn: language("撤回", "withdrawn")
    case .restored: language("恢复", "restored")
    case .chosen: language("选定", "chosen")
    }
  }
}

import Consolidation
import Forms
import LedgerStore
import PlanModel

extension LedgerQuery {
  // MARK: verify

  /// Returns what is wrong with the ledger.
  static func line(_ fault: LedgerProof.Fault, _ language: Language) -> String {
    switch fault {
    case .broken(let seq):
      language("第\(seq)条记录被改过，或前一条被换过。", "event \(seq) was changed, or the one before it replaced.")
    case .noEvents:
      language(
        "台账是空的，一条记录也没有：新台账也有第一条，是被截去或清空了。",
        "the ledger is empty: a new one has its first event already, so they were cut off or deleted.")
    case .gap(let seq): language("第\(seq)条记录之前缺了记录。", "events are missing before \(seq).")
    case .unreadable(let seq): language("第\(seq)条记录读不懂。", "event \(seq) cannot be understood.")
    case .controlCharacter(let seq):
      language(
        "第\(seq)条记录的时间、种类或记录人里有换行或控制符：本程序不这样写，证明不了各是什么。",
        "time, kind or actor of event \(seq) hold a line break or a control character, as nothing of ours writes them: nothing proves which says what."
      )
    case .table(let name, let seq):
      language("表 \(name) 与第\(seq)条记录不一致。", "table \(name) is not what event \(seq) says.")
    case .seal(let seq):
      language(
        "到第\(seq)条为止的封存与密钥不符：有人没有密钥而改写过。",
        "the seal up to event \(seq) is not the key's: somebody without it rewrote the ledger.")
    case .unsealed:
      language(
        "没有一条是用这把密钥封存的：没有密钥也写得出来，证明不了没有被改写。旧版本的台账，核对无误后用这把密钥运行一次，从那以后的就有封存。",
        "nothing is sealed with this key, and nothing proves that it was not written anew. An older ledger is sealed from the next run with it on, once you are sure of it."
      )
    case .unsealedEvents(let range):
      language(
        "第\(range.lowerBound)–\(range.upperBound)条没有用这把密钥封存，此前的已经封存过：或是用 --without-key 记的，或是被改写过，证明不了。请与签字的校验单、备份核对。",
        "events \(range.lowerBound)–\(range.upperBound) are not sealed with this key, which had sealed before: they were recorded --without-key, or written anew. Compare them with the signed page and the backup."
      )
    case .schema(let name):
      language("“\(name)”的定义被改动、删去或添加过。", "the definition of “\(name)” was altered, removed or added.")
    case .file(let words): language("文件有损坏：\(words)", "the file is damaged: \(words)")
    }
  }

  /// Says that a digest noted down earlier is not in the chain.
  static func missing(_ head: String, _ language: Language) -> String {
    language("链里没有校验值 \(head)：记下它以后，台账被截断或换过。", "the chain has no digest \(head): the ledger was cut off or replaced.")
  }

  /// Returns what the proof came to, and the digest to note down.
  static func verdict(_ proof: LedgerProof, faults: Int, _ language: Language) -> [String] {
    let verdict =
      faults == 0
      ? language(
        "台账完整：\(proof.events)条记录，环环相扣。", "The ledger is whole: \(proof.events) events, each chained to the last.")
      : language("台账有\(faults)处不对。", "\(faults) faults in the ledger.")
    guard proof.events > 0 else { return [verdict] }
    return [verdict, language("最后一条的校验值：\(proof.head)", "Digest of the last event: \(proof.head)")]
  }

  /// Returns how far the ledger is sealed.
  static func sealing(_ proof: LedgerProof, key: SigningKey?, hasPlan: Bool, _ language: Language) -> [String] {
    guard let key else {
      return [
        hasPlan
          ? language(
            "封存没有核对：这份计划没有签名密钥，也证明不了没有人整本重写过；用过密钥的，请用 --key 写明。",
            "The seals were not proved: the plan has no signing key. If the ledger was written with one, name it by --key."
          )
          : language(
            "封存没有核对：请加 --plan 或 --key，凭密钥证明没有人整本重写过。",
            "The seals were not proved: name --plan or --key; only the key proves that nobody wrote all of it anew.")
      ]
    }
    let ranges = ranges(proof, language)
    var lines = [
      proof.unsealed.isEmpty
        ? language("全部记录都用密钥 \(key.id) 封存。", "All events are sealed with key \(key.id).")
        : language(
          "第\(ranges)条不是用密钥 \(key.id) 封存的：早于封存、当时没有这把密钥，或者被改写过。",
          "Events \(ranges) are not sealed with key \(key.id): they are older, it was not at hand, or they were written anew."
        )
    ]
    if !proof.otherKeys.isEmpty {
      lines.append(
        language(
          "有记录用别的密钥封存（\(proof.otherKeys.joined(separator: "、"))），手头没有，没有核对。",
          "Some are sealed with other keys (\(proof.otherKeys.joined(separator: ", "))), which were not asked of."))
    }
    return lines
  }

  /// Returns the numbers of the events that the key did not seal; all of them where no key was asked of.
  static func ranges(_ proof: LedgerProof, _ language: Language) -> String {
    (proof.unsealed.isEmpty ? [1...Int64(max(proof.events, 1))] : proof.unsealed).numbers(language)
  }

  // MARK: history

  /// Returns what an event says, without its day and file.
  static func words(_ line: LedgerLine, _ plan: Plan, _ language: Language) -> String {
    switch line.kind {
    case .received(let day, let isStated):
      let date = day.description
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
    case .entered(let indicator, let value, let evidence, let why, _):
      let unit = line.unit.flatMap { plan.unit(id: $0)?.short } ?? line.unit ?? ""
      let item = indicator.map { code in plan.indicator(code: code).map { "\(code) \($0.name)" } ?? code }
      let proof =
        evidence.map { String($0.map { $0.isNewline ? " " : $0 }) }.map { language("，凭“\($0)”", ", by “\($0)”") } ?? ""
      return item.map {
        language(
          "\(unit) 人工录入“\($0)”累计\(value)\(proof)：\(why)", "\(unit) “\($0)” entered by hand: \(value)\(proof): \(why)")
      } ?? language("\(unit) 人工加减分\(value)\(proof)：\(why)", "\(unit) points by hand: \(value)\(proof): \(why)")
    case .figure(_, let current, let cumulative, let sheet, let cell, _):
      let unit = line.unit.flatMap { plan.unit(id: $0)?.short } ?? line.unit ?? ""
      let place = cell.map { "\(sheet ?? "")!\($0)" } ?? "—"
      return language(
        "\(unit) 本期\(Self.shown(current))，累计\(Self.shown(cumulative))（\(place)）",
        "\(unit) current \(Self.shown(current)), cumulative \(Self.shown(cumulative)) (\(place))")
    }
  }

  /// Returns what a figure was measured in, where the plan has another unit of measure now.
  static func measure(
    of line: LedgerLine, _ measures: [String: [String: String]], _ plan: Plan, _ language: Language
  ) -> String {
    let (code, digest): (String?, String?) =
      switch line.kind {
      case .figure(let code, _, _, _, _, let digest): (code, digest)
      case .entered(let code, _, _, _, let digest): (code, digest)
      default: (nil, nil)
      }
    guard let code, let digest, let measure = measures[digest]?[code], measure != plan.indicator(code: code)?.measure
    else { return "" }
    return language("（当时的计量单位：\(measure)）", " (measured in \(measure) then)")
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

  /// Returns where two files differ, as the form names it.
  private static func place(_ place: SubmissionDifference.Place, _ plan: Plan) -> String {
    func item(_ code: String) -> String { "\(code) \(plan.indicator(code: code)?.name ?? code)" }
    switch place {
    case .cell(let code, let column): return "\(item(code)) \(column.chinese)"
    case .beside(.object(indicator: let code, name: let name)): return "\(item(code)) 明细表“\(name)”"
    case .beside(.note(indicator: let code, name: let name)):
      return "\(item(code)) 明细表“\(name)”\(ListColumn.note.chinese)"
    case .beside(.words(task: let task, let column)):
      let heading = plan.tasks.first { $0.id == task }?.heading ?? task
      return "条线复核“\(heading)”\(column.chinese)"
    case .beside(.opinion(indicator: let code, unit: let unit)):
      return "条线复核 \(plan.unit(id: unit)?.short ?? unit) \(item(code)) 意见"
    case .signature(let label): return "签署 \(label)"
    }
  }

  /// Returns how much one file changed against another, then a line for each cell.
  static func lines(
    _ changes: [SubmissionDifference.Change], from old: String, to new: String, _ plan: Plan, _ language: Language
  ) -> [String] {
    let lines = changes.map { change in
      let mark = change.bearsOnTotals ? language("（影响汇总）", " (bears on totals)") : ""
      return "  \(Self.place(change.place, plan))：\(change.before) → \(change.after)\(mark)"
    }
    let bearing = changes.count(where: \.bearsOnTotals)
    return [
      language(
        "\(new) 比 \(old) 改了\(changes.count)处，其中\(bearing)处影响汇总。",
        "\(new) differs from \(old) in \(changes.count) places, \(bearing) of which bear on totals.")
    ] + lines
  }
}

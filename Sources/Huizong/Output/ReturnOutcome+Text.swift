import Forms
public import PlanModel
import Validation

extension ReturnJob.Outcome {
  /// Points of one message; a chat is no place for more, and the workbook has them all.
  static let shown = 10

  /// True if somebody has to do something.
  public var needsSomebody: Bool { !returns.isEmpty || !missing.isEmpty || !receipts.isEmpty }

  /// Returns what kept workbooks from being written, a line each.
  public func troubles(in language: Language) -> [String] {
    returns.compactMap { item in item.workbook.flatMap { $0.state.trouble($0.path, language) } }
  }

  /// Returns the run as lines for a terminal.
  public func text(language: Language) -> String {
    var lines = returns.map { line($0, language) } + receipts.messages(in: language)
    if !missing.isEmpty {
      let names = missing.map(\.name).joined(separator: language("、", ", "))
      lines.append(language("没有报送：\(names)", "Not reported: \(names)"))
    }
    let unaddressed = returns.count { $0.workbook == nil }
    let unwritten = returns.count { $0.workbook.map { $0.state != .written } ?? false }
    if unwritten > 0 {
      lines.append(language("有\(unwritten)份退回表没有写出。", "\(unwritten) returns were not written."))
    }
    lines.append(
      language(
        "退回\(returns.count - unaddressed)份，认不出单位的\(unaddressed)份，没有问题的\(sound)份，缺报\(missing.count)家。",
        "\(returns.count - unaddressed) returned, \(unaddressed) of no known unit, \(sound) sound, \(missing.count) units missing."
      ))
    return lines.joined(separator: "\n")
  }

  private func line(_ item: ReturnJob.Return, _ language: Language) -> String {
    guard let workbook = item.workbook else {
      let first = item.findings.first { $0.grade != .notice }
      let why = first.map { FindingWords($0, rules: rules, language: language).sentence(language) } ?? ""
      return language("\(item.file)：认不出是哪个单位的。\(why)", "\(item.file): of no known unit. \(why)")
    }
    if let trouble = workbook.state.trouble(workbook.path, language) {
      return language("\(item.file)：退回表没有写出。\(trouble)", "\(item.file): no return was written. \(trouble)")
    }
    let (errors, warnings) = (workbook.notice.count(.error), workbook.notice.count(.warning))
    return language(
      "\(workbook.path)：退回 \(item.file)，须修改\(errors)处，须核实\(warnings)处",
      "\(workbook.path): returns \(item.file), \(errors) to mend, \(warnings) to explain")
  }

  /// Messages ready to be pasted into a chat, one for each unit concerned: 退回单 for files, 催报单 for missing ones.
  public var messages: [String] { returns.map(message) + missing.map(reminder) }

  private func message(_ item: ReturnJob.Return) -> String {
    guard let unit = item.unit, let workbook = item.workbook else {
      let all = item.findings.filter { $0.grade != .notice }.map { FindingWords($0, rules: rules).sentence() }
      return (["【退回单】“\(item.file)”认不出是哪个单位的，没有收下："] + numbered(all) + ["请用发给本单位的填报表填写后重新报送。"])
        .joined(separator: "\n")
    }
    let (errors, warnings) = (workbook.notice.count(.error), workbook.notice.count(.warning))
    let counts = [errors > 0 ? "\(errors)处要修改" : nil, warnings > 0 ? "\(warnings)处要核实" : nil].compactMap(\.self)
    let lines = workbook.notice.lines()
    let more = lines.count > Self.shown ? ["……另有\(lines.count - Self.shown)处，见表内“退回意见”。"] : []
    let by = dueBy.map { "于\($0.chinese)前" } ?? "尽快"
    let remedy =
      workbook.state != .written
      ? "请在原来报的表里改正，\(by)报回。"
      : workbook.isBlank
        ? "请在“\(workbook.name)”里填写，\(by)报送。"
        : workbook.notice.isIncomplete
          ? "读到的内容都在“\(workbook.name)”里，请在其中改标了颜色的单元格，补填标明“\(ReturnNotice.original)”、没有读的内容，\(by)把改好的这份报回。"
          : "已填内容都保留在“\(workbook.name)”里，请在其中改标了颜色的单元格，\(by)把改好的这份报回，不用重填。"
    return
      (["【退回单】\(unit.name)：\(period.chinese)填报表（\(item.file)）有\(counts.joined(separator: "、"))："]
      + lines.prefix(Self.shown) + more
      + [remedy])
      .joined(separator: "\n")
  }

  private func numbered(_ lines: [String]) -> [String] {
    lines.prefix(Self.shown).enumerated().map { "\($0.offset + 1). \($0.element)" }
  }

  private func reminder(_ unit: Unit) -> String {
    let due = due.map { "应于\($0.chinese)前报送，" } ?? ""
    let by = dueBy.map { "请于\($0.chinese)前报送" } ?? "请尽快报送"
    return "【催报单】\(unit.name)：\(period.chinese)填报表\(due)至今没有收到，\(by)。"
  }
}

extension FormFileState {
  /// Returns why the form at a path was not written; `nil` for one that was.
  public func trouble(_ path: String, _ language: Language) -> String? {
    switch self {
    case .written: nil
    case .kept:
      language(
        "“\(path)”已有，且不是原样的空表（填写或改动过），没有覆盖；要保留请先移走，要替换请加 --replace。",
        "“\(path)” is there and no longer as it was written (filled or changed); it was kept: move it away, or give --replace."
      )
    case .foreign:
      language(
        "“\(path)”是链接或别的文件，没有覆盖；请移走或改名后再试。",
        "“\(path)” is a link, or no form of ours; it was kept: move it away or rename it."
      )
    case .failed(let error): error.message(in: language)
    }
  }
}

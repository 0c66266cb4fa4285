import Forms
public import PlanModel
import Validation

extension SelfTestOutcome {
  /// Returns a line for each unit, one for each failure, and what it comes to.
  public func text(in language: Language) -> String {
    let lines = reports.map { report in
      language(
        "\(report.unit)：如实填\(report.sound)份，填错\(report.faulty)份，规则\(report.fired.count)条有反应",
        "\(report.unit): \(report.sound) filled as it should be, \(report.faulty) with faults, \(report.fired.count) rules spoke"
      )
    }
    let faults = failures.map { "  " + words($0, language) }
    let files = reports.reduce(0) { $0 + $1.sound + $1.faulty }
    let rules = reports.reduce(into: Set<String>()) { $0.formUnion($1.fired) }.count
    let sum =
      passed
      ? language(
        "自测通过：\(reports.count)家、\(files)份，规则\(rules)条。",
        "passed: \(reports.count) forms, \(files) files, \(rules) rules.")
      : language("自测没有通过：\(failures.count)处，没有生成填报表。", "failed: \(failures.count) faults; no forms were written.")
    return (lines + faults + [sum]).joined(separator: "\n")
  }

  private func rule(_ name: String) -> String {
    plan.rules.catalogue.rule(name).map { "\($0.id) \($0.name)" } ?? name
  }

  private func item(_ code: String?) -> String {
    guard let code else { return "" }
    return plan.plan.indicator(code: code).map { "\(code) \($0.name)" } ?? code
  }

  private func words(_ figures: [Figure], _ language: Language) -> String {
    if figures.isEmpty { return language("没有这一行", "no such row") }
    return figures.map { figure in
      switch figure {
      case .decimal(let value): value.shortest
      case .text(let text): text
      case .date(let day, _): day.description
      case .notApplicable: "—"
      case .nilReturn: "无"
      case .blank: language("空白", "blank")
      }
    }.joined(separator: language("、", ", "))
  }

  private func words(_ failure: TemplateSelfTest.Failure, _ language: Language) -> String {
    switch failure {
    case .unwritable(let unit, let reason):
      language("\(unit)：填报表写不出：\(reason)", "\(unit): cannot be written: \(reason)")
    case .refused(let unit, let finding):
      language(
        "\(unit)：填报表读不回：\(FindingWords(finding).sentence())",
        "\(unit): is not taken back: \(FindingWords(finding, language: .english).sentence())")
    case .noValidEntry(let unit, let code):
      language(
        "\(unit)：\(item(code))怎么填都通不过规则，请看各条规则是否互相矛盾",
        "\(unit): no entry for \(item(code)) passes its rules; they may contradict each other")
    case .faultFound(let unit, let name, let code):
      language(
        "\(unit)：如实填写的\(item(code))被\(rule(name))挑出",
        "\(unit): \(rule(name)) finds fault with \(item(code)) filled as it should be")
    case .figureChanged(let unit, let code, let entered, let read):
      language(
        "\(unit)：\(item(code))填“\(words(entered, language))”，读回“\(words(read, language))”",
        "\(unit): \(item(code)) was filled with “\(words(entered, language))”, read as “\(words(read, language))”")
    case .ruleSilent(let unit, let name, let code):
      language(
        "\(unit)：\(item(code))违反了\(rule(name))，却没有报出", "\(unit): \(item(code)) breaks \(rule(name)), which says nothing"
      )
    case .neverFired(let name):
      language(
        "\(rule(name))：没有一种填法能使它有反应，请看它的条件能否成立",
        "\(rule(name)): nothing that can be filled in makes it speak; see whether its condition can ever be")
    case .cellUnguarded(let unit, let code):
      language("\(unit)：\(item(code))的填报格没有录入检查", "\(unit): the cell of \(item(code)) has no check on entry")
    }
  }
}

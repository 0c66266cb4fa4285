import PlanModel
import SpreadsheetML
import Validation
import XLSXWriting

/// The test of one unit's form.
struct SelfTestRun {
  private(set) var filling: FormFilling
  private(set) var trial: FormTrial
  var report: TemplateSelfTest.Report

  init(filling: FormFilling, trial: FormTrial, report: TemplateSelfTest.Report) {
    self.filling = filling
    self.trial = trial
    self.report = report
  }

  private var unit: String { trial.unit.name }

  mutating func run() {
    let unguarded = (try? trial.unguarded()) ?? filling.rows.map(\.layout.code)
    report.failures += unguarded.map { .cellUnguarded(unit: unit, code: $0) }
    let (valid, stuck) = filling.valid()
    report.failures += stuck.map { .noValidEntry(unit: unit, code: $0) }
    // Last year came to the same, so that rules that look back have something to see.
    for row in filling.rows {
      guard let now = filling.cells.with(valid).content(.cumulative, of: row.layout.code).number else { continue }
      filling.history.lastYear[row.layout.code] = Submission.Row(
        code: row.layout.code, cumulative: .init(figure: .decimal(now), origin: nil))
    }
    trial.history = filling.history
    guard let sound = attempt(valid) else { return }
    report.sound += 1
    for finding in sound.findings where finding.grade != .notice && finding.isOpen {
      // What no entry can satisfy was said above.
      if let code = finding.indicator, stuck.contains(code) { continue }
      report.failures.append(.faultFound(unit: unit, rule: finding.rule, code: finding.indicator))
    }
    compare(valid, sound.submission)
    for rule in names { breakEverywhere(rule, valid) }
    for entry in MistypedEntry.numbers { mistype(entry, valid) { $0.entry.content == .number } }
    for entry in MistypedEntry.days(trial.period) {
      mistype(entry, valid) { $0.entry.content == .day && !$0.entry.hasTotal }
    }
    breakForm(valid)
    breakReview(valid)
  }

  private mutating func attempt(_ contents: FormContents) -> FormTrial.Outcome? {
    do {
      return try trial.run(contents)
    } catch let failure as FormTrial.Refusal {
      report.failures += failure.findings.map { .refused(unit: unit, $0) }
    } catch {
      report.failures.append(.unwritable(unit: unit, reason: "\(error)"))
    }
    return nil
  }

  /// Reports every figure that did not come back as it was entered.
  private mutating func compare(_ contents: FormContents, _ submission: Submission) {
    for row in filling.rows {
      let content = contents.content(row.layout.code, row.layout.decidingColumn)
      guard !content.isBlank else { continue }
      let entry = submission.row(row.layout.code)?.entry(row.layout.decidingColumn)
      let wanted = figure(content, row.layout)
      guard entry?.figure != wanted else { continue }
      report.failures.append(
        .figureChanged(
          unit: unit, code: row.layout.code, entered: [wanted], read: [entry?.figure ?? .blank]))
    }
    compareReview(contents, submission)
    for (code, rows) in contents.lists.sorted(by: { $0.key < $1.key }) {
      compare(rows, submission.lists[code] ?? [], code)
    }
  }

  /// Does the same for 条线复核.
  private mutating func compareReview(_ contents: FormContents, _ submission: Submission) {
    let review = submission.review
    for (place, content) in contents.review.sorted(by: { $0.key.code < $1.key.code }) {
      let opinion = review?.opinions.first { $0.code == place.code }
      let read: Figure? =
        switch place.column {
        case .verdict: opinion?.verdict.map { .text($0.chinese) }
        case .remark: opinion?.remark.figure
        default: review?.words(of: place.code)?.entry(place.column).figure
        }
      let wanted = content.figure(in: .text)
      guard read != wanted else { continue }
      report.failures.append(
        .figureChanged(unit: unit, code: place.code, entered: [wanted], read: [read ?? .blank]))
    }
  }

  /// Does the same for the rows of a list.
  private mutating func compare(_ entered: [FormContents.ListRow], _ read: [Submission.ListRow], _ code: String) {
    let wanted = entered.map { row in
      ListColumn.entries.map { row.content($0).figure(in: $0 == .date ? .date : .text) }
    }
    let found = read.map { row in ListColumn.entries.map { row.figure($0.chinese) } }
    for index in 0..<max(wanted.count, found.count) {
      let own = index < wanted.count ? wanted[index] : []
      let back = index < found.count ? found[index] : []
      guard own != back else { continue }
      report.failures.append(.figureChanged(unit: unit, code: code, entered: own, read: back))
    }
  }

  private func figure(_ content: CellContent, _ row: FormLayout.Row) -> Figure {
    content.figure(in: row.decidingKind)
  }

  // MARK: Rules

  /// Names of the rules that are asked of rows, in order.
  private var names: [String] {
    var seen: Set<String> = []
    return filling.rows.flatMap(\.rules).map(\.source.name).filter { seen.insert($0).inserted }
  }

  /// Breaks a rule on every row of which it is asked, on as many as possible in one file.
  private mutating func breakEverywhere(_ name: String, _ valid: FormContents) {
    var wasAsked = false
    var together = valid
    var codes: [String] = []
    var alone: [(FormContents, String)] = []
    for row in filling.rows {
      guard let rule = row.rules.first(where: { $0.source.name == name }) else { continue }
      wasAsked = wasAsked || rule.isPlansOwn
      guard let broken = filling.breaking(rule, row, valid, wasAsked: &wasAsked) else { continue }
      let merged = overlaid(together, broken, over: valid)
      let still = codes.allSatisfy { code in
        filling.rows.contains { $0.layout.code == code && filling.fires(rule, $0, merged) }
      }
      if still, filling.fires(rule, row, merged) {
        together = merged
        codes.append(row.layout.code)
      } else {
        alone.append((broken, row.layout.code))
      }
    }
    if wasAsked { report.asked.insert(name) }
    expect(name, at: codes, in: together)
    for (contents, code) in alone { expect(name, at: [code], in: contents) }
  }

  /// Returns `contents` with the cells of `broken` that differ from `valid`.
  private func overlaid(_ contents: FormContents, _ broken: FormContents, over valid: FormContents) -> FormContents {
    var merged = contents
    for (place, content) in broken.cells where valid.cells[place] != content { merged.cells[place] = content }
    for place in valid.cells.keys where broken.cells[place] == nil { merged.cells[place] = .blank }
    return merged
  }

  private mutating func expect(_ name: String, at codes: [String], in contents: FormContents) {
    guard !codes.isEmpty, let outcome = attempt(contents) else { return }
    report.faulty += 1
    for code in codes {
      if outcome.has(name, code) {
        report.fired.insert(name)
      } else {
        report.failures.append(.ruleSilent(unit: unit, rule: name, code: code))
      }
    }
  }

  // MARK: Entries that are none

  private mutating func mistype(
    _ entry: MistypedEntry, _ valid: FormContents, _ concerns: (FormLayout.Row) -> Bool
  ) {
    let rows = filling.rows.filter { concerns($0.layout) }
    guard !rows.isEmpty else { return }
    report.asked.insert(entry.rule.rawValue)
    var contents = valid
    for row in rows {
      contents.cells[.init(code: row.layout.code, column: row.layout.decidingColumn)] = .text(entry.text)
    }
    guard let outcome = attempt(contents) else { return }
    report.faulty += 1
    for row in rows {
      let code = row.layout.code
      let read = outcome.submission.row(code)?.entry(row.layout.decidingColumn).figure ?? .blank
      if read != entry.figure ?? .blank {
        report.failures.append(.figureChanged(unit: unit, code: code, entered: [.text(entry.text)], read: [read]))
      }
      if outcome.has(entry.rule.rawValue, code) {
        report.fired.insert(entry.rule.rawValue)
      } else {
        report.failures.append(.ruleSilent(unit: unit, rule: entry.rule.rawValue, code: code))
      }
    }
  }

  // MARK: 条线复核

  /// Leaves out what a task needs, and says of each figure what nobody may say of it.
  private mutating func breakReview(_ valid: FormContents) {
    guard let table = trial.layout.review else { return }
    let rule = BuiltInRule.reviewIncomplete.rawValue
    report.asked.insert(rule)
    var contents = valid
    contents.review = [:]
    for figure in table.figures {
      contents.review[.init(code: figure.code, column: .verdict)] = "同意"
    }
    guard let outcome = attempt(contents) else { return }
    report.faulty += 1
    if outcome.findings.count(where: { $0.rule == rule }) == table.tasks.count + table.figures.count {
      report.fired.insert(rule)
    } else {
      report.failures.append(.ruleSilent(unit: unit, rule: rule, code: nil))
    }
  }

  // MARK: The form as a whole

  private mutating func breakForm(_ valid: FormContents) {
    for rule in filling.formRules {
      report.asked.insert(rule.source.name)
      let attempts: [[FormContents.SigningEntry: CellContent]] =
        FormContents.SigningEntry.allCases.map { [$0: .blank] } + [[.reviewer: valid.signing[.preparer] ?? "甲"]]
      for change in attempts {
        var contents = valid
        contents.signing.merge(change) { $1 }
        guard filling.fires(rule, contents) else { continue }
        guard let outcome = attempt(contents) else { return }
        report.faulty += 1
        if outcome.has(rule.source.name, nil) {
          report.fired.insert(rule.source.name)
        } else {
          report.failures.append(.ruleSilent(unit: unit, rule: rule.source.name, code: nil))
        }
        break
      }
    }
  }
}

public import PlanModel
public import Validation
import XLSXReading
import XLSXWriting

/// Proves forms before they are sent out: each is filled with what is right and with what is wrong, written, read back
/// and checked.
public struct TemplateSelfTest: Sendable {
  /// What went wrong.
  public enum Failure: Hashable, Sendable {
    /// The form cannot be written.
    case unwritable(unit: String, reason: String)
    /// The form is not taken back.
    case refused(unit: String, Finding)
    /// Nothing that could be typed satisfies all rules of the row.
    case noValidEntry(unit: String, code: String)
    /// The form filled as it should be is found fault with.
    case faultFound(unit: String, rule: String, code: String?)
    /// A figure, or the row of a list, came back as another one; no figures for a row that is not there.
    case figureChanged(unit: String, code: String, entered: [Figure], read: [Figure])
    /// A rule that is broken on the form is not reported of the file.
    case ruleSilent(unit: String, rule: String, code: String?)
    /// No filling of any form made the rule speak.
    case neverFired(rule: String)
    /// A cell to be filled has no drop-down and no check on entry.
    case cellUnguarded(unit: String, code: String)
  }

  /// What was done with one unit's form.
  public struct Report: Hashable, Sendable {
    public let unit: String
    /// Files written and read: filled as they should be, and with faults.
    public internal(set) var sound = 0
    public internal(set) var faulty = 0
    /// Names of the rules that spoke, and of all that are asked of this form.
    public internal(set) var fired: Set<String> = []
    public internal(set) var asked: Set<String> = []
    public internal(set) var failures: [Failure] = []
  }

  public let rules: RulePackage
  public let period: Period
  public let key: SigningKey
  /// A folder for the files of the test.
  public let scratch: String

  public init(rules: RulePackage, period: Period, key: SigningKey, scratch: String) {
    self.rules = rules
    self.period = period
    self.key = key
    self.scratch = scratch
  }

  /// Returns a failure for each rule that was asked of a form and never spoke.
  public static func neverFired(_ reports: [Report]) -> [Failure] {
    let fired = reports.reduce(into: Set<String>()) { $0.formUnion($1.fired) }
    let asked = reports.reduce(into: Set<String>()) { $0.formUnion($1.asked) }
    return asked.subtracting(fired).sorted().map { .neverFired(rule: $0) }
  }

  public func run(
    unit: Unit, previous: [String: FixedDecimal], open: [String: [FormLayout.ListObject]],
    line: LineFigures = LineFigures()
  ) -> Report {
    let layout = FormLayout(plan: rules.plan, unit: unit, period: period, previous: previous, open: open, line: line)
    let history = RowHistory()
    let cells = FormCells(layout: layout, plan: rules.plan, unit: unit, period: period, contents: FormContents())
    var run = SelfTestRun(
      filling: FormFilling(rules: rules, cells: cells, history: history),
      trial: FormTrial(
        rules: rules, unit: unit, period: period, layout: layout, key: key, history: history,
        path: "\(scratch)/self-test-\(unit.id).xlsx"),
      report: Report(unit: unit.name))
    run.run()
    return run.report
  }
}

public import PlanModel

/// Proves a plan against the document it was made from.
///
/// Every task's heading, text and names must stand in the document, every character of the document must belong to a
/// task or be listed as unassigned, and every number must lie in an indicator's quote or be explained in `notFigures`.
public struct PlanCheck {
  let plan: Plan
  let document: PlanDocument
  var coverage: TextCoverage
  var problems: [PlanCheckProblem] = []
  var summary = PlanCheckReport.Summary()

  /// Returns what is wrong between the two, and how much was looked at.
  public static func run(_ plan: Plan, against document: PlanDocument) -> PlanCheckReport {
    var check = PlanCheck(plan: plan, document: document)
    check.run()
    return PlanCheckReport(problems: check.problems.sorted(), summary: check.summary)
  }

  private init(plan: Plan, document: PlanDocument) {
    self.plan = plan
    self.document = document
    coverage = TextCoverage(count: document.characters.count)
  }

  private mutating func run() {
    if let source = plan.source, source.sha256 != document.sha256 {
      problems.append(
        PlanCheckProblem(.digest, at: SourcePlace(line: 1, column: 1), text: document.sha256, context: source.sha256))
    }
    summary.tasks = plan.tasks.count
    for task in plan.tasks {
      checkTask(task)
      for indicator in task.indicators {
        summary.indicators += 1
        summary.indicatorsByRole[indicator.role, default: 0] += 1
      }
    }
    checkNotFigures()
    checkUnassigned()
    checkNumbers()
    checkRest()
  }

  mutating func report(
    _ code: PlanCheckProblem.Code, at offset: Int, about subject: String = "", text: String, context: String = ""
  ) {
    problems.append(
      PlanCheckProblem(code, at: document.place(of: offset), about: subject, text: text, context: context))
  }
}

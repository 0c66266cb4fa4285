import Foundation
import Testing

/// Every command that opens a plan says what is wrong in its rules.
@Suite struct RuleProblemTests {
  @Test(arguments: [
    "plan check P", "plan show P", "plan allocate P --from none.xlsx", "plan export P -o /nowhere/plan.xlsx",
    "check --plan P none.xlsx",
    "template --plan P --period 2024-06 -o /nowhere",
    "consolidate --plan P --period 2024-06 -o /dev/null samples",
    "return --plan P --period 2024-06 -o /nowhere samples", "rules list --plan P", "rules test --plan P",
    "rules explain E04 --plan P", "layout infer none.xlsx --plan P", "status --plan P --period 2024-06 samples",
    "partial --plan P --period 2024-06 -o /dev/null samples",
    "watch --plan P --period 2024-06 --once samples",
    "report --plan P --period 2024-06 --ledger none.sqlite -o /dev/null",
    "recheck --plan P --period 2024-06 --ledger none.sqlite",
    "ledger history east --ledger none.sqlite --plan P",
    "ledger diff --unit east --period 2024-06 --ledger none.sqlite --plan P",
    "ledger choose a.xlsx --ledger none.sqlite --plan P --by a --why b",
    "ledger restore a.xlsx --ledger none.sqlite --plan P --by a --why b",
    "ledger enter --unit a --indicator b --period c --value 1 --evidence d --ledger none.sqlite --plan P --by a --why b",
    "rules compare P P --plan P samples",
  ])
  func `an expression that cannot be read ends with its line and column`(command: String) throws {
    let plan = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID().uuidString).yaml").path()
    defer { try? FileManager.default.removeItem(atPath: plan) }
    let text = try CommandRun.text("samples/shanwei-2024/plan.yaml").replacingOccurrences(
      of: "rules: []", with: "rules:\n  - {id: E04, when: \"累计 > 5 +\"}")
    try Data(text.utf8).write(to: URL(filePath: plan))
    let run = try CommandRun(
      shell: "huizong "
        + command.replacingOccurrences(of: "P ", with: "\(plan) ")
        .replacingOccurrences(of: " P", with: " \(plan)"))
    #expect(run.status == 2)
    #expect(run.complaint.hasPrefix("\(plan):1489:30: 规则 E04："), "\(run.complaint)")
  }

  @Test func `a rule without examples fails the test of the rules`() throws {
    let plan = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID().uuidString).yaml").path()
    defer { try? FileManager.default.removeItem(atPath: plan) }
    let rule =
      "{id: X01, name: own, grade: error, expression: 累计 >= 0, message: 不对, remedy: 请核对, scope: {kinds: [count]}}"
    let text = try CommandRun.text("samples/shanwei-2024/plan.yaml").replacingOccurrences(
      of: "rules: []", with: "rules:\n  - \(rule)")
    try Data(text.utf8).write(to: URL(filePath: plan))
    let run = try CommandRun(shell: "huizong rules test --plan \(plan)")
    #expect(run.status == 1)
    #expect(run.output == "X01 own：缺少一个符合的例子（holds: true）\nX01 own：缺少一个不符的例子（holds: false）\n规则23条、例子72个，2处不对。\n")
  }
}

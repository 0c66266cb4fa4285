internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong rules test`: runs the examples of every rule.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "逐条试算规则的例子 / Run the examples of every rule",
    discussion: """
      每条由表达式判定的规则，至少要有一个符合、一个不符的例子。
      Every rule with an expression needs an example that holds and one that fails.
      例：huizong rules test --plan plan.yaml
      退出码：0 例子都对；1 有例子不对或没有例子；2 计划不能用。
      Exit status: 0 all examples come true; 1 one does not, or is missing; 2 plan unusable.
      """)

  @Option(help: ArgumentHelp("计划文件 / the plan file", valueName: "plan.yaml"))
  var plan: String

  @OptionGroup var limits: LimitOptions
  @OptionGroup var output: LanguageOption

  func run() throws {
    let outcome: RuleBook.TestOutcome
    do throws(JobError) {
      outcome = try RuleBook(plan: plan, limits: limits.all).test(in: output.language)
    } catch {
      StandardStreams.complain(error.message(in: output.language))
      throw ExitCode.unusable
    }
    StandardStreams.say(outcome.text)
    if !outcome.passed { throw ExitCode.findings }
  }
}

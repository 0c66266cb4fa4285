internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong rules explain`: everything about one rule.
struct RulesExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "说明一条规则：含义、范围、表达式、改法和例子 / Explain a rule",
    discussion: """
      例：huizong rules explain E04
      退出码：0 已说明；2 没有这条规则，或计划不能用。
      Exit status: 0 explained; 2 no such rule, or plan unusable.
      """)

  @Argument(help: "规则号或名称 / id or name of the rule")
  var rule: String

  @Option(help: ArgumentHelp("按这份计划改过的规则；不写则为内置规则 / the rules as this plan changes them", valueName: "plan.yaml"))
  var plan: String?

  @OptionGroup var limits: LimitOptions
  @OptionGroup var output: LanguageOption

  func run() throws {
    do throws(JobError) {
      let text = try RuleBook(plan: plan, limits: limits.all).explanation(of: rule, in: output.language)
      StandardStreams.write(Array(text.utf8))
    } catch {
      StandardStreams.complain(error.message(in: output.language))
      throw ExitCode.unusable
    }
  }
}

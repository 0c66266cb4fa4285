internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong rules list`: every rule in one line.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出全部规则 / List every rule",
    discussion: """
      例：huizong rules list --plan plan.yaml
      退出码：0 已列出；2 计划不能用。
      Exit status: 0 listed; 2 plan unusable.
      """)

  @Option(help: ArgumentHelp("按这份计划改过的规则；不写则为内置规则 / the rules as this plan changes them", valueName: "plan.yaml"))
  var plan: String?

  @Option(help: "格式 / format: text, json, markdown")
  var format: RuleBook.Format = .text

  @OptionGroup var limits: LimitOptions
  @OptionGroup var output: LanguageOption

  func run() throws {
    do throws(JobError) {
      let text = try RuleBook(plan: plan, limits: limits.all).list(as: format, in: output.language)
      StandardStreams.write(Array(text.utf8))
    } catch {
      StandardStreams.complain(error.message(in: output.language))
      throw ExitCode.unusable
    }
  }
}

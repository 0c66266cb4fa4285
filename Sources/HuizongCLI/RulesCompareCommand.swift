internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong rules compare`: what other rules would say of files that are in.
struct RulesCompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "改规则之前，看哪些结论会变 / See which verdicts other rules would change",
    discussion: """
      旧、新两份可以是计划文件，也可以是只有 rules、waivers 的文件。
      OLD and NEW: plan files, or files with rules and waivers alone.
      例：huizong rules compare plan.yaml 新规则.yaml --plan plan.yaml 收件/2024-06
      退出码：0 没有变化；1 有变化；2 文件或参数不能用。
      Exit status: 0 nothing changes; 1 something does; 2 files or arguments unusable.
      """)

  @Argument(help: ArgumentHelp("现在的规则 / the rules as they are", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("改后的规则 / the rules as they would be", valueName: "new"))
  var new: String

  @OptionGroup var plan: PlanOptions

  @OptionGroup var history: HistoryOptions

  @OptionGroup var common: RunOptions

  @Argument(help: ArgumentHelp("收件文件夹 / inboxes", valueName: "inbox"))
  var inboxes: [String]

  func run() async throws {
    let comparison: RuleComparison
    do throws(JobError) {
      let job = try CompareRulesJob(
        plan: plan.open(common.lang), old: old, new: new, inboxes: inboxes, history: history.folders,
        workers: common.workerCount)
      comparison = try await job.run()
    } catch {
      throw common.stop(error)
    }
    common.printLine(comparison.text(in: common.lang))
    if comparison.hasChanges || comparison.hasUnreadFiles { throw ExitCode.findings }
  }
}

internal import ArgumentParser
internal import Huizong

/// The command `huizong`.
@main
struct HuizongCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "huizong",
    abstract: "年度工作计划的填报、审核与汇总 / Forms, checks and summaries for an office's annual plan",
    discussion: "退出码 / exit codes: 0 正常 fine; 1 有需要人处理的问题 findings; 2 输入或参数不可用 unusable input or arguments",
    subcommands: [
      PlanCommand.self, Template.self, Check.self, Return.self, Consolidate.self, Partial.self, Merge.self, Status.self,
      Watch.self, Report.self, BulletinCommand.self,
      Recheck.self, LedgerCommand.self, LayoutCommand.self,
      RulesCommand.self, Dump.self, LimitsCommand.self,
    ])

  /// Runs the command; arguments that cannot be used end with 2, as unusable input does, and so does output that nobody
  /// takes.
  static func main() async {
    Interruption.prepare()
    StandardStreams.setTimeZone()
    var code = ExitCode.success
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code == .success {
        StandardStreams.say(message)
      } else if !message.isEmpty {
        StandardStreams.complain(message)
      }
      if code == .validationFailure { code = .unusable }
    }
    RunningWork.waitIfInterrupted()
    if StandardStreams.hasFailed {
      StandardStreams.complain(CommandWords.noOutput)
      code = .unusable
    }
    exit(withError: code)
  }
}

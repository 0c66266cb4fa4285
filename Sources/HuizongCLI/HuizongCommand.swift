internal import ArgumentParser

/// The root of the command line: `huizong`.
@main
struct HuizongCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "huizong",
    abstract: "年度工作计划的填报、审核与汇总 / Forms, checks and summaries for an office's annual plan",
    discussion: "退出码 / exit codes: 0 正常 fine; 1 有需要人处理的问题 findings; 2 输入或参数不可用 unusable input or arguments",
    subcommands: [PlanCommand.self])

  /// Runs the command; arguments that cannot be used end with 2, as unusable input does.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      StandardError.print(fullMessage(for: error))
      exit(withError: ExitCode.unusable)
    }
  }
}

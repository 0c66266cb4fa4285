internal import ArgumentParser

/// `huizong plan`: what concerns the plan file itself.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "计划文件的核对与查看 / Check and show the plan file",
    subcommands: [PlanCheckCommand.self, PlanShowCommand.self])
}

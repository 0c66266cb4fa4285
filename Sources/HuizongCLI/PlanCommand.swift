internal import ArgumentParser

/// `huizong plan`: what concerns the plan file itself.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "计划文件的核对、查看与分解 / Check and show the plan file, split its targets",
    subcommands: [PlanCheckCommand.self, PlanShowCommand.self, PlanAllocateCommand.self])
}

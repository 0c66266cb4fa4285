internal import ArgumentParser

/// The command `huizong`.
@main
struct HuizongCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "huizong", abstract: "年度计划的填报、汇总与考核 / plans: forms, consolidation, assessment",
    subcommands: [Dump.self])
}

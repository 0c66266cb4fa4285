internal import ArgumentParser

/// The command `huizong`.
@main
struct HuizongCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "huizong", abstract: "年度计划的填报、汇总与考核 / plans: forms, consolidation, assessment",
    subcommands: [Template.self, Check.self, Consolidate.self, Dump.self])
}

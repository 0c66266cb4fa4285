internal import ArgumentParser

/// `huizong rules`: what is checked.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "审核规则的查看、试算和比较 / List, explain, test and compare the rules",
    subcommands: [RulesListCommand.self, RulesExplainCommand.self, RulesTestCommand.self, RulesCompareCommand.self])
}

public import ArgumentParser
public import PlanModel

/// `--lang`, the same for every command.
struct LanguageOption: ParsableArguments {
  @Option(name: .customLong("lang"), help: "输出语言 / language of the output: zh, en")
  var language: Language = .chinese
}

extension Language: ExpressibleByArgument {}

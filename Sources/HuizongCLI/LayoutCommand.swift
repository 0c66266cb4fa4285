internal import ArgumentParser

/// `huizong layout`: forms that this program did not make.
struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout", abstract: "自制表、外来表的版式 / Layouts of forms of another make",
    subcommands: [LayoutInferCommand.self])
}

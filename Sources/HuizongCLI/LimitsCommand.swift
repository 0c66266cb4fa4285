internal import ArgumentParser
internal import Huizong

/// `huizong limits`: how much may come in.
struct LimitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits", abstract: "列出读文件的各项上限 / list the limits on what is read",
    discussion: """
      超过上限的文件不读，连同上限的名称列出；用 --limits 名称=值 放宽。
      What is beyond a limit is not read and listed with the limit's name; --limits name=value raises it.
      例：huizong limits
      退出码：0 已列出。
      Exit status: 0 listed.
      """)

  @OptionGroup var output: LanguageOption

  func run() {
    StandardStreams.say(InputLimit.list(in: output.language))
  }
}

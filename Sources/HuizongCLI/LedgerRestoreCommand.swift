internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong ledger restore`: a file counts again.
struct LedgerRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "让撤回或被替代的文件重新采用 / A file that was withdrawn or replaced counts again",
    discussion: """
      例：huizong ledger restore 陆河县6月.xlsx --ledger 台账.sqlite --plan plan.yaml --by 张某 --why 更正件报错了
      退出码：0 已记入；2 没有这份文件，或台账不能用。
      Exit status: 0 noted; 2 no such file, or the ledger is unusable.
      """)

  @Argument(help: ArgumentHelp("文件名或校验值前8位以上 / the file's name, or 8 digits of its digest", valueName: "file"))
  var file: String

  @OptionGroup var source: LedgerOption
  @OptionGroup var plan: PlanOptions
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var language: LanguageOption

  func run() throws { try decide(.restore, file, source, plan, decision, language.language) }
}

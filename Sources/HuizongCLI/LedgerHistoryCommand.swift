internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong ledger history`: what was recorded of a unit, an indicator or a file.
struct LedgerHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "一个单位、指标或文件的来龙去脉 / What was recorded of a unit, an indicator or a file",
    discussion: """
      例：huizong ledger history 陆河县 --ledger 台账.sqlite --plan plan.yaml --period 2024-06
      退出码：0 有记录；2 没有这个单位、指标或文件，或台账不能用。
      Exit status: 0 found; 2 no such unit, indicator or file, or the ledger is unusable.
      """)

  @Argument(
    help: ArgumentHelp(
      "单位、指标编码、文件名或校验值前几位 / unit, code, file name or the beginning of its digest", valueName: "what"))
  var subject: String

  @OptionGroup var source: LedgerOption
  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("只看这一期 / this period only", valueName: "period"))
  var period: String?

  @OptionGroup var language: LanguageOption

  func run() throws {
    let lines: [String]
    do throws(JobError) {
      let open = try plan.open(language.language)
      var own: Period?
      if let period { own = try open.period(period) }
      lines = try LedgerQuery(path: source.ledger).history(
        of: subject, period: own, plan: open.plan, in: language.language)
    } catch {
      StandardStreams.complain(error.message(in: language.language))
      throw ExitCode.unusable
    }
    if !lines.isEmpty { StandardStreams.say(lines.joined(separator: "\n")) }
  }
}

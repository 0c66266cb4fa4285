internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong ledger diff`: what a unit's last file changed.
struct LedgerDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "一个单位本次比上次改了什么 / What a unit's last file changed against the one before",
    discussion: """
      例：huizong ledger diff --unit 陆河县 --period 2024-06 --ledger 台账.sqlite --plan plan.yaml
      退出码：0 已列出；2 单位、期别或台账不能用。
      Exit status: 0 listed; 2 unit, period or ledger unusable.
      """)

  @Option(help: ArgumentHelp("单位 / the unit", valueName: "name"))
  var unit: String

  @Option(help: ArgumentHelp("期别 / the period", valueName: "period"))
  var period: String

  @OptionGroup var source: LedgerOption
  @OptionGroup var plan: PlanOptions
  @OptionGroup var language: LanguageOption

  func run() throws {
    var lines: [String] = []
    do throws(JobError) {
      let open = try plan.open(language.language)
      let own = try open.period(period)
      for unit in try open.units([unit], in: own) {
        lines += try LedgerQuery(path: source.ledger).difference(
          of: unit, period: own, plan: open.plan, in: language.language)
      }
    } catch {
      StandardStreams.complain(error.message(in: language.language))
      throw ExitCode.unusable
    }
    if !lines.isEmpty { StandardStreams.say(lines.joined(separator: "\n")) }
  }
}

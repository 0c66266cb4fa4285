internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong ledger enter`: a figure by telephone.
struct LedgerEnterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter", abstract: "人工录入一个数，如电话报数 / Enter a figure by hand, such as one by telephone",
    discussion: """
      录从年初到期末的累计数（期末数类的录期末数），汇总簿里注明“人工”；单位以后报来的文件替代它。
      The figure since the start of the year. It is marked 人工 wherever it is printed; a file that the unit sends later replaces it.
      例：huizong ledger enter --unit 陆河县 --indicator 2.2-01 --period 2024-06 --value 195 --evidence 电话记录.jpg --by 张某 --why 电话报数 --ledger 台账.sqlite --plan plan.yaml
      退出码：0 已记入；2 单位、指标、期别、依据或台账不能用。
      Exit status: 0 noted; 2 unit, indicator, period, evidence or ledger unusable.
      """)

  @Option(help: ArgumentHelp("单位 / the unit", valueName: "name"))
  var unit: String

  @Option(help: ArgumentHelp("指标编码 / the indicator", valueName: "code"))
  var indicator: String

  @Option(help: ArgumentHelp("期别 / the period", valueName: "period"))
  var period: String

  @Option(
    help: ArgumentHelp("累计数，不带单位 / the figure since the start of the year, without its unit", valueName: "number"))
  var value: String

  @Option(help: ArgumentHelp("依据：电话记录、函件、照片 / a file that proves it", valueName: "file"))
  var evidence: String

  @OptionGroup var source: LedgerOption
  @OptionGroup var plan: PlanOptions
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var language: LanguageOption

  func run() throws {
    let language = language.language
    do throws(JobError) {
      let job = try LedgerEntryJob(
        ledger: source.ledger, plan: plan.open(), unit: unit, period: period, indicator: indicator, value: value,
        evidence: evidence, by: decision.by, why: decision.why, now: decision.now)
      let line = try job.run(in: language) {
        StandardStreams.complain(
          language("另一个 huizong 正在用这个台账，等它结束…", "another huizong is using this ledger; waiting for it to end…"))
      }
      StandardStreams.write(Array((line + "\n").utf8))
    } catch {
      StandardStreams.complain(error.message(in: language))
      throw ExitCode.unusable
    }
  }
}

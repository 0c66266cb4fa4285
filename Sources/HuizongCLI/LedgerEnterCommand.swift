internal import ArgumentParser
internal import Huizong

/// `huizong ledger enter`: a figure by telephone.
struct LedgerEnterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter", abstract: "人工录入一个数或加减分 / Enter a figure by hand, such as one by telephone, or points",
    discussion: """
      录从年初到期末的累计数（期末数类的录期末数），汇总簿里注明“人工”；单位以后报来的文件替代它。
      The figure since the start of the year. It is marked 人工 wherever it is printed; a file that the unit sends later replaces it.
      例：huizong ledger enter --unit 陆河县 --indicator 2.2-01 --period 2024-06 --value 195 --evidence 电话记录.jpg --by 张某 --why 电话报数 --ledger 台账.sqlite --plan plan.yaml
      加减分：不写 --indicator、--value，写 --points 1.5 或 --points=-1，计入季考评、年考核，逐笔注明依据。
      Points given or taken: --points instead of --indicator and --value; each stands in the evaluation with its evidence.
      退出码：0 已记入；2 单位、指标、期别、依据或台账不能用。
      Exit status: 0 noted; 2 unit, indicator, period, evidence or ledger unusable.
      """)

  @Option(help: ArgumentHelp("单位 / the unit", valueName: "name"))
  var unit: String

  @Option(help: ArgumentHelp("指标编码 / the indicator", valueName: "code"))
  var indicator: String?

  @Option(help: ArgumentHelp("期别 / the period", valueName: "period"))
  var period: String

  @Option(
    help: ArgumentHelp("累计数，不带单位 / the figure since the start of the year, without its unit", valueName: "number"))
  var value: String?

  @Option(help: ArgumentHelp("加减分，减分为负 / points; below zero they are taken", valueName: "number"))
  var points: String?

  @Option(help: ArgumentHelp("依据：电话记录、函件、照片 / a file that proves it", valueName: "file"))
  var evidence: String

  @OptionGroup var source: LedgerOption
  @OptionGroup var plan: PlanOptions
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var language: LanguageOption

  func validate() throws { _ = try words() }

  private func words() throws -> LedgerEntryJob.Words {
    switch (indicator, value, points) {
    case (let indicator?, let value?, nil): return .figure(indicator: indicator, value: value)
    case (nil, nil, let points?): return .points(points)
    default:
      throw ValidationError(
        "录数要写 --indicator 和 --value，加减分只写 --points / a figure wants --indicator and --value, points --points alone")
    }
  }

  func run() throws {
    let words = try words()
    let language = language.language
    do throws(JobError) {
      let plan = try plan.open(language)
      let job = try LedgerEntryJob(
        ledger: source.ledger, plan: plan, unit: unit, period: plan.period(period), words,
        evidence: evidence, by: decision.by, why: decision.why, clock: .typed(decision.now))
      let line = try job.run(in: language) { StandardStreams.complain(CommandWords.waiting(for: $0, language)) }
      StandardStreams.say(line)
    } catch {
      StandardStreams.complain(error.message(in: language))
      throw ExitCode.unusable
    }
  }
}

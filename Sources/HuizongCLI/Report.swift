import ArgumentParser
import Huizong
import PlanModel

/// `huizong report`: the summary workbook of a period, from the ledger alone.
struct Report: AsyncParsableCommand {
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case monthly, quarterly, annual

    /// Returns true if the report is for such periods: a half year is evaluated like a quarter.
    func covers(_ period: Period) -> Bool {
      switch self {
      case .monthly: period.kind == .month
      case .quarterly: period.kind == .quarter || period.kind == .half
      case .annual: period.kind == .year
      }
    }
  }

  static let configuration = CommandConfiguration(
    abstract: "从台账出汇总簿：月调度、季考评、年考核 / the summary workbook of a period, from the ledger",
    discussion: """
      与 consolidate 出的同一本簿，只是不再需要收件文件夹：收过的都在台账里。
      The book that consolidate makes, without the folders: all that came in is in the ledger.
      例：huizong report --kind quarterly --period 2024Q2 --plan plan.yaml --ledger 台账.sqlite -o 季考评.xlsx
      退出码：0 全部收齐且无问题；1 已出汇总簿，但有缺报、退回或要核实的；2 计划、期别或台账不能用。
      Exit status: 0 all is in and sound; 1 written, but something needs somebody; 2 not possible.
      """)

  @Option(
    help: "monthly 月调度、quarterly 季（半年）考评、annual 年考核；不写则按期别 / if not given, by the period")
  var kind: Kind?

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("期别：2024-06、2024Q2、2024H1、2024 / period", valueName: "period"))
  var period: String

  @Option(help: ArgumentHelp("台账 / the ledger", valueName: "file"))
  var ledger: String

  @Option(help: ArgumentHelp("以此为现在的时间 / the time to take for now", valueName: "time"))
  var now: String?

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("汇总簿 / the summary workbook", valueName: "file.xlsx"))
  var output: String?

  @Option(help: ArgumentHelp("总览网页，单个文件，不用 Excel 也能看 / the overview as one HTML page", valueName: "file.html"))
  var html: String?

  @Flag(help: "先核对台账，有一处不对就不出 / prove the ledger first, and write nothing if anything is wrong with it")
  var verify = false

  @OptionGroup var split: SplitOptions

  @OptionGroup var common: RunOptions

  func validate() throws {
    if output == nil, html == nil { throw ValidationError("请用 -o 写明汇总簿，或用 --html 写明网页 / -o or --html is wanted") }
    if output == nil, split.split != nil { throw ValidationError("--split 要和 -o 一起用 / --split goes with -o") }
    if let kind, let period = Period(period), !kind.covers(period) {
      throw ValidationError("--kind \(kind.rawValue) 和 --period \(period) 不相符 / --kind and --period do not go together")
    }
  }

  func run() async throws {
    let outcome: ConsolidateJob.Outcome
    do throws(JobError) {
      let plan = try plan.open(common.lang)
      let period = try plan.period(period)
      try OutputPath.check([(output, .workbook), (html, .page)], plan: plan, files: [ledger])
      try OutputPath.check(
        besides: output, isSplit: split.split == .unit, of: plan, in: period, others: [html], files: [ledger])
      var job = try ConsolidateJob(
        plan: plan, period: period, source: .ledger(ledger), clock: .typed(now),
        workers: common.workerCount)
      job.proves = verify
      outcome = try await job.run(waiting: common.tellWaiting)
      for line in job.plan.expiredWaivers(in: job.period, common.lang) { StandardStreams.complain(line) }
      common.printLine(outcome.text(language: common.lang))
      if let line = outcome.ledgerLine(language: common.lang) { StandardStreams.complain(line) }
      if let output { try split.write(outcome, to: output, common) }
      if let html {
        try outcome.period.writePage(to: html)
        common.printLine(CommandWords.page(html, common.lang))
      }
    } catch {
      throw common.stop(error)
    }
    if outcome.needsSomebody { throw ExitCode.findings }
  }
}

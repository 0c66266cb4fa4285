import ArgumentParser
import Huizong

/// `huizong consolidate`: a folder of submissions becomes a summary workbook.
struct Consolidate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "汇总一期报送件，生成汇总簿 / consolidate a period's submissions into a summary workbook",
    discussion: """
      收件文件夹里可放 receipts.csv（file,date 两列）登记收件日期。
      The inbox may hold receipts.csv with the columns file,date: when each file came in.
      例：huizong consolidate --plan plan.yaml --period 2024-06 --history 2024-04 2024-05 -o 汇总.xlsx 收件/2024-06
      退出码：0 全部收齐且无问题；1 已出汇总簿，但有缺报、退回或要核实的；2 不能汇总。
      Exit status: 0 all is in and sound; 1 written, but something needs somebody; 2 not possible.
      """)

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("期别：2024-06、2024Q2、2024H1、2024 / period", valueName: "period"))
  var period: String

  @Option(help: ArgumentHelp("receipts.csv 没有登记的文件的收件日期 / receipt date of files not listed", valueName: "date"))
  var received: String?

  @Option(
    help: ArgumentHelp("台账，记下每份文件、每次读数和处理；第一次用时生成 / the ledger, made on first use", valueName: "file"))
  var ledger: String?

  @Option(help: ArgumentHelp("以此为现在的时间 / the time to take for now", valueName: "time"))
  var now: String?

  @Option(
    help: ArgumentHelp(
      "不读收件，用 huizong partial、merge 写出的 / what partial or merge wrote, instead of an inbox", valueName: "file.partial"))
  var partial: String?

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("汇总簿 / the summary workbook", valueName: "file.xlsx"))
  var output: String?

  @Option(help: ArgumentHelp("运行记录（JSON），逐个文件写明去向 / the run report: what became of each file", valueName: "file.json"))
  var report: String?

  @Flag(help: "试运行：照样读、审、算，什么也不写 / read, check and add up, but write nothing")
  var dryRun = false

  @OptionGroup var split: SplitOptions

  @OptionGroup var common: RunOptions

  @OptionGroup var inbox: InboxOptions

  func validate() throws {
    if output == nil, !dryRun { throw ValidationError("请用 -o 写明汇总簿的文件名；只试不写用 --dry-run / -o is wanted, or --dry-run") }
    if partial == nil { _ = try inbox.required() }
    try inbox.checkHistory(besides: ledger)
    if partial != nil, !inbox.isEmpty || ledger != nil || received != nil {
      throw ValidationError(
        "--partial 里已有读好的收件：不再写收件文件夹、--history、--received、--ledger / --partial takes no inbox, --history, --received or --ledger"
      )
    }
  }

  func run() async throws {
    let outcome: ConsolidateJob.Outcome
    let bar = ProgressBar(common.lang)
    do throws(JobError) {
      let job = try job()
      outcome = try await job.run(waiting: common.tellWaiting, progress: bar.update)
      bar.end()
      for line in job.plan.expiredWaivers(in: job.period, common.lang) { StandardStreams.complain(line) }
      common.printLine(outcome.text(language: common.lang))
      if let line = outcome.ledgerLine(language: common.lang) { StandardStreams.complain(line) }
      if let hint = outcome.intake.reports.keyHint(job.plan, in: common.lang) { StandardStreams.complain(hint) }
      if dryRun {
        common.printLine(CommandWords.dryRun(common.lang))
      } else {
        try write(outcome)
      }
    } catch {
      bar.end()
      throw common.stop(error)
    }
    if outcome.needsSomebody { throw ExitCode.findings }
  }

  private func job() throws(JobError) -> ConsolidateJob {
    let plan = try plan.openWithContacts(common.lang)
    let folders = inbox.earlier + [inbox.inbox].compactMap(\.self)
    let period = try plan.period(period)
    try OutputPath.check(
      [(output, .workbook), (report, .report)], plan: plan, files: [ledger, partial], folders: folders)
    try OutputPath.check(
      besides: output, isSplit: split.split == .unit, of: plan, in: period, others: [report], files: [ledger, partial],
      folders: folders)
    try OutputPath.check(ledger: ledger, folders: folders)
    let source: ConsolidateJob.Source =
      partial.map { .partial($0) } ?? .inbox(inbox.inbox ?? "", earlier: inbox.earlier)
    return try ConsolidateJob(
      plan: plan, period: period, source: source, received: .typed(received), ledger: ledger,
      clock: .typed(now), isTrial: dryRun, workers: common.workerCount)
  }

  private func write(_ outcome: ConsolidateJob.Outcome) throws(JobError) {
    if let report { try TextOutput.write(outcome.report(language: common.lang), to: report) }
    guard let output else { return }
    try split.write(outcome, to: output, common)
  }
}

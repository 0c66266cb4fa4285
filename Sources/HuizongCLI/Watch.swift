import ArgumentParser
import Huizong
import PlanModel

/// `huizong watch`: answers files as they come in.
struct Watch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "守着收件文件夹，来一份审一份 / check files as they come into an inbox",
    discussion: """
      每份新到的文件，旁边的“退回与回执”文件夹里写上回执，或者退回单和退回表；那个文件夹里的不当作报送件。按 Ctrl-C 结束；再启动时，答复过的不再答复。
      Each new file gets a receipt or a return in the folder 退回与回执 beside it, which is no part of the inbox. Ctrl-C ends it.
      例：huizong watch --plan plan.yaml --period 2024-06 --history 收件/2024-05 收件/2024-06
      退出码：0 --once 看完一遍，没有退回的；1 有退回的；2 计划、期别或文件夹不能用。
      Exit status: 0 looked once, nothing returned; 1 something was; 2 plan, period or folder unusable.
      """)

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("期别：2024-06、2024Q2、2024H1、2024 / period", valueName: "period"))
  var period: String

  @Option(name: .customLong("by"), help: ArgumentHelp("改好报回的最后日期 / last day for mended forms", valueName: "date"))
  var dueBy: String?

  @Option(help: ArgumentHelp("同时记入台账 / note the files in this ledger too", valueName: "file"))
  var ledger: String?

  @Option(help: ArgumentHelp("隔几秒看一次 / seconds between two looks", valueName: "seconds"))
  var interval = 5

  @Flag(help: "只看一遍就结束 / look once and end")
  var once = false

  @Option(help: ArgumentHelp("以此为现在的时间 / the time to take for now", valueName: "time"))
  var now: String?

  @OptionGroup var common: RunOptions

  @OptionGroup var inbox: InboxOptions

  func validate() throws {
    if interval < 1 { throw ValidationError("--interval 至少为1 / --interval is at least 1") }
    _ = try inbox.required()
    try inbox.checkHistory(besides: ledger)
  }

  func run() async throws {
    let folder = try inbox.required()
    var hasReturns = false
    do throws(JobError) {
      let plan = try plan.openWithContacts(common.lang)
      try OutputPath.check(ledger: ledger, folders: [folder])
      let job = try WatchJob(
        plan: plan, period: plan.period(period), inbox: folder, history: inbox.earlier,
        dueBy: .typed(dueBy), ledger: ledger, clock: .typed(now), workers: common.workerCount)
      var state = WatchJob.State()
      repeat {
        let answers = try await job.look(
          &state, isLast: once, newKey: common.tellNewKey, waiting: common.tellWaiting,
          saying: { problems in
            for line in problems.messages(in: common.lang) { StandardStreams.complain(line) }
          }, answering: { common.printLine($0.text(common.lang)) }
        ) { file, error in
          hasReturns = true
          StandardStreams.complain(WatchJob.failure(file, error, common.lang))
        }
        hasReturns = hasReturns || answers.contains { !$0.isSound }
        // Cancelled: the loop ends with the process.
        if !once { try? await Task.sleep(for: .seconds(interval)) }
      } while !once
    } catch {
      throw common.stop(error)
    }
    if hasReturns { throw ExitCode.findings }
  }
}

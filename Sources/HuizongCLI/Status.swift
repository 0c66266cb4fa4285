import ArgumentParser
import Huizong
import PlanModel

/// `huizong status`: who has reported and who has not.
struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "谁报了、谁没报，还有几天 / who has reported, who has not, and how many days are left",
    discussion: """
      例：huizong status --plan plan.yaml --period 2024-06 --ledger 台账.sqlite
      没有台账的，写收件文件夹：huizong status --plan plan.yaml --period 2024-06 收件/2024-06
      Without a ledger, name the inbox.
      退出码：0 都报了；1 有没报的、退回没改好的；2 计划、期别、文件夹或台账不能用。
      Exit status: 0 all are in; 1 some are not; 2 plan, period, folder or ledger unusable.
      """)

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("期别：2024-06、2024Q2、2024H1、2024 / period", valueName: "period"))
  var period: String

  @Option(help: ArgumentHelp("台账 / the ledger", valueName: "file"))
  var ledger: String?

  @Option(help: ArgumentHelp("以此为现在的时间 / the time to take for now", valueName: "time"))
  var now: String?

  @Flag(help: "打印可以直接粘贴到聊天里的催报单 / print reminders ready to be pasted into a chat")
  var text = false

  @OptionGroup var common: RunOptions

  @Argument(help: ArgumentHelp("收件文件夹 / the inbox", valueName: "inbox"))
  var inbox: String?

  func validate() throws {
    if (ledger == nil) == (inbox == nil) {
      throw ValidationError("请写 --ledger 或收件文件夹，二者取一 / give --ledger or an inbox, one of the two")
    }
  }

  func run() async throws {
    let outcome: StatusJob.Outcome
    do throws(JobError) {
      let source: StatusJob.Source = ledger.map { .ledger($0) } ?? .inbox(inbox ?? "")
      let plan = try plan.open(common.lang)
      outcome = try await StatusJob(
        plan: plan, period: plan.period(period), source: source, clock: .typed(now), workers: common.workerCount
      ).run()
    } catch {
      throw common.stop(error)
    }
    if !text {
      common.printLine(outcome.text(language: common.lang))
    } else {
      for line in outcome.troubles(in: common.lang) { StandardStreams.complain(line) }
      if !outcome.open.isEmpty { common.printLine(outcome.reminders.joined(separator: "\n\n")) }
    }
    if !outcome.open.isEmpty || !outcome.troubles(in: common.lang).isEmpty { throw ExitCode.findings }
  }
}

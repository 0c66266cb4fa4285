import ArgumentParser
import Huizong
import PlanModel

/// `huizong recheck`: today's rules over the forms that came in.
struct Recheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "规则改了以后，把收过的重新审核一遍 / ask today's rules of the forms that came in",
    discussion: """
      不重读文件，只按现在的计划和规则重新审核台账里的数；新旧结论都留着，哪些变了逐份列出。
      No file is read again; both verdicts are kept, and every change is listed.
      例：huizong recheck --plan plan.yaml --period 2024-06 --ledger 台账.sqlite
      退出码：0 没有变化；1 有变化；2 计划、期别或台账不能用。
      Exit status: 0 nothing changed; 1 something did; 2 plan, period or ledger unusable.
      """)

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("期别：2024-06、2024Q2、2024H1、2024 / period", valueName: "period"))
  var period: String

  @Option(help: ArgumentHelp("台账 / the ledger", valueName: "file"))
  var ledger: String

  @Option(help: ArgumentHelp("以此为现在的时间 / the time to take for now", valueName: "time"))
  var now: String?

  @OptionGroup var common: RunOptions

  func run() async throws {
    let outcome: RecheckJob.Outcome
    do throws(JobError) {
      let plan = try plan.open(common.lang)
      let job = try RecheckJob(
        plan: plan, period: plan.period(period), ledger: ledger, clock: .typed(now), workers: common.workerCount)
      outcome = try await job.run(waiting: common.tellWaiting)
      common.printLine(outcome.text(plan: job.plan.plan, language: common.lang))
    } catch {
      throw common.stop(error)
    }
    if !outcome.changes.isEmpty { throw ExitCode.findings }
  }
}

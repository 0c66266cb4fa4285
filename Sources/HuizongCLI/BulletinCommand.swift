import ArgumentParser
import Huizong

/// `huizong bulletin`: the draft of a bulletin whose sentences are made from a period's figures.
struct BulletinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulletin",
    abstract: "起草一期通报 / the draft of a bulletin on a period",
    discussion: """
      每句话都由数字生成；“下一步要求”和成文日期留给起草人。文件名以 .docx 或 .txt 结尾。
      Every sentence is made from figures; what to do next and the date are left to the author. The file is a .docx or a .txt.
      例：huizong bulletin --plan plan.yaml --period 2024Q2 --ledger 台账.sqlite -o 通报.docx
      　　huizong bulletin --plan plan.yaml --period 2024Q2 --history 2024-04 2024-05 -o 通报.docx 收件/2024-06
      退出码：0 写好了；2 计划、期别、台账或收件不能用。
      Exit status: 0 written; 2 not possible.
      """)

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("期别：2024-06、2024Q2、2024H1、2024 / period", valueName: "period"))
  var period: String

  @Option(help: ArgumentHelp("从台账取数，不再写收件文件夹 / take all from the ledger, without an inbox", valueName: "file"))
  var ledger: String?

  @Option(help: ArgumentHelp("以此为现在的时间 / the time to take for now", valueName: "time"))
  var now: String?

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("通报 / the bulletin", valueName: "file.docx|.txt"))
  var output: String

  @OptionGroup var common: RunOptions

  @OptionGroup var inbox: InboxOptions

  func validate() throws {
    guard [".docx", ".txt"].contains(where: { output.lowercased().hasSuffix($0) }) else {
      throw ValidationError("通报的文件名要以 .docx 或 .txt 结尾：\(output) / the bulletin's name ends with .docx or .txt")
    }
    if ledger == nil, inbox.inbox == nil { throw ValidationError("请写明收件文件夹，或用 --ledger / name the inbox, or --ledger") }
    if ledger != nil, !inbox.isEmpty {
      throw ValidationError("用 --ledger 就不再写收件文件夹和 --history / --ledger takes no inbox and no --history")
    }
  }

  func run() async throws {
    do throws(JobError) {
      let outcome = try await job().run(waiting: common.tellWaiting)
      let troubles =
        outcome.intake.receipts.messages(in: common.lang) + outcome.period.refusedLines(language: common.lang)
      for line in troubles { StandardStreams.complain(line) }
      try outcome.period.writeBulletin(to: output)
      common.printLine(CommandWords.bulletin(output, common.lang))
      if !troubles.isEmpty { Self.exit(withError: ExitCode.findings) }
    } catch {
      throw common.stop(error)
    }
  }

  private func job() throws(JobError) -> ConsolidateJob {
    let plan = try plan.open(common.lang)
    try OutputPath.check(
      [(output, output.lowercased().hasSuffix(".txt") ? .text : .document)], plan: plan, files: [ledger],
      folders: inbox.earlier + [inbox.inbox].compactMap(\.self))
    let source: ConsolidateJob.Source =
      ledger.map { .ledger($0) } ?? .inbox(inbox.inbox ?? "", earlier: inbox.earlier)
    return try ConsolidateJob(
      plan: plan, period: plan.period(period), source: source, clock: .typed(now), workers: common.workerCount)
  }
}

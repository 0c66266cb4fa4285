import ArgumentParser
import Huizong
import PlanModel

/// `huizong partial`: reads an inbox, or a part of it, for a summary that is made elsewhere.
struct Partial: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "读一部分报送件，供几台机器分头汇总 / read part of an inbox, for a summary made elsewhere",
    discussion: """
      收件很多时，可由几台机器各读一部分（--shard 1/3、2/3、3/3），再用 huizong merge --plan plan.yaml 合并、consolidate --partial 出簿；结果与一次读完完全相同。
      Several machines each read a part; merge and consolidate --partial make the same book as one run.
      例：huizong partial --plan plan.yaml --period 2024-06 --history 收件/2024-05 --shard 1/3 -o 1.partial 收件/2024-06
      退出码：0 已写出；2 不能读。
      Exit status: 0 written; 2 not possible.
      """)

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("期别：2024-06、2024Q2、2024H1、2024 / period", valueName: "period"))
  var period: String

  @Option(help: ArgumentHelp("receipts.csv 没有登记的文件的收件日期 / receipt date of files not listed", valueName: "date"))
  var received: String?

  @Option(help: ArgumentHelp("读收件的第几份，如 2/3；不写为全部 / which part of the inbox, such as 2/3", valueName: "k/n"))
  var shard: InboxShard?

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("写到哪里 / where to", valueName: "file.partial"))
  var output: String

  @OptionGroup var common: RunOptions

  @OptionGroup var inbox: InboxOptions

  func validate() throws { _ = try inbox.required() }

  func run() async throws {
    let folder = try inbox.required()
    let bar = ProgressBar(common.lang)
    do throws(JobError) {
      let plan = try plan.openWithContacts(common.lang)
      try OutputPath.check([(output, .part)], plan: plan, folders: inbox.earlier + [folder])
      let part = try await PartialJob(
        plan: plan, period: plan.period(period), inbox: folder, history: inbox.earlier,
        received: .typed(received), shard: shard, workers: common.workerCount
      ).run(
        saying: { for line in $0.messages(in: common.lang) { StandardStreams.complain(line) } }, progress: bar.update)
      bar.end()
      try part.write(to: output, key: plan.key)
      common.printLine(part.text(path: output, language: common.lang))
    } catch {
      bar.end()
      throw common.stop(error)
    }
  }
}

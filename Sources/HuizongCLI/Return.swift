import ArgumentParser
import Huizong
import PlanModel

/// `huizong return`: forms that go back to their units, ready to be mended.
struct Return: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "把有问题的填报表退回：标出要改的格，写明怎么改 / return forms with what to mend marked in them",
    discussion: """
      给收件文件夹：退回其中还没改好的，并列出没有报送的单位；给文件：只退回这些文件。
      An inbox: returns what in it is still open, and names units that have not reported. Files: returns just these.
      例：huizong return --plan plan.yaml --period 2024-06 --by 2024-07-08 -o 退回 收件/2024-06
      　　huizong return --plan plan.yaml --period 2024-06 --text -o 退回 陆丰市.xlsx
      退出码：0 没有要退回、要催报的；1 有；2 不能退回。
      Exit status: 0 nothing to return or to ask for; 1 something; 2 not possible.
      """)

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("期别：2024-06、2024Q2、2024H1、2024 / period", valueName: "period"))
  var period: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("前几期报送件的文件夹，可多个 / folders of earlier periods, one or more", valueName: "dir"))
  var history: [String] = []

  @Option(name: .customLong("by"), help: ArgumentHelp("改好报回的最后日期 / last day for the mended forms", valueName: "date"))
  var dueBy: String?

  @Flag(help: "打印可以直接粘贴到聊天里的退回单、催报单 / print messages ready to be pasted into a chat")
  var text = false

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("退回表放到这个文件夹，不能在收件文件夹里 / folder for the returns, not in the inbox", valueName: "dir"))
  var output: String

  @Flag(help: "替换已经填写或改动过的退回表 / write over returns that were filled or changed")
  var replace = false

  @OptionGroup var common: RunOptions

  @Argument(help: ArgumentHelp("收件文件夹一个，或填报表文件 / one inbox, or forms", valueName: "path"))
  var paths: [String] = []

  private static let endings = [".xlsx", ".xlsm", ".xls", ".et", ".ett", ".ods", ".zip", ".csv"]

  /// Returns the files, or else the inbox, and the folders of earlier periods. Behind `--history` may stand all of them:
  /// files are forms, and of folders alone the last is the inbox.
  private func source() throws -> (source: ReturnJob.Source, earlier: [String]) {
    let folders = paths.filter(CheckJob.isFolder)
    let forms = history.filter { word in
      !CheckJob.isFolder(word) && Self.endings.contains { word.lowercased().hasSuffix($0) }
    }
    // What is neither a folder nor named like a form is a folder that is not there, and is said to be missing.
    let earlier = history.filter { !forms.contains($0) }
    let files = paths.filter { !folders.contains($0) } + forms
    if folders.count > (files.isEmpty ? 1 : 0) {
      throw ValidationError(
        "只能给一个收件文件夹，或者只给文件；前几期的写在 --history 后面 / one inbox, or files; earlier periods go with --history")
    }
    if !files.isEmpty { return (.files(files), earlier) }
    if let inbox = folders.first { return (.inbox(inbox), earlier) }
    guard earlier.count > 1, let inbox = earlier.last else {
      throw ValidationError("请写明收件文件夹或填报表文件 / name the inbox, or forms")
    }
    return (.inbox(inbox), earlier.dropLast())
  }

  func run() async throws {
    let (source, earlier) = try source()
    let outcome: ReturnJob.Outcome
    do throws(JobError) {
      let plan = try plan.openWithContacts(common.lang)
      let job = try ReturnJob(
        plan: plan, period: plan.period(period), source: source, history: earlier,
        dueBy: .typed(dueBy), output: output, replacing: replace, workers: common.workerCount)
      outcome = try await job.run(newKey: common.tellNewKey)
    } catch {
      throw common.stop(error)
    }
    for report in outcome.absent {
      StandardStreams.complain(JobError(.missingFile, report.file).message(in: common.lang))
    }
    if text {
      for line in outcome.receipts.messages(in: common.lang) + outcome.troubles(in: common.lang) {
        StandardStreams.complain(line)
      }
      if !outcome.messages.isEmpty { common.printLine(outcome.messages.joined(separator: "\n\n")) }
    } else {
      common.printLine(outcome.text(language: common.lang))
    }
    if !outcome.absent.isEmpty { throw ExitCode.unusable }
    if outcome.needsSomebody { throw ExitCode.findings }
  }
}

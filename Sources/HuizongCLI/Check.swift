import ArgumentParser
import Huizong
import PlanModel

/// `huizong check`: what is wrong with some files.
struct Check: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, jsonl, xlsx }

  static let configuration = CommandConfiguration(
    abstract: "审核填报表，逐格说明问题和改法 / check forms, cell by cell",
    discussion: """
      例：huizong check --plan plan.yaml --history 2024-05 陆丰市.xlsx
      　　huizong check --plan plan.yaml --format xlsx -o 审核.xlsx 收件/*.xlsx
      退出码：0 没有问题或只有提示；1 有要改或要核实的；2 计划或参数不能用。
      Exit status: 0 nothing but notices; 1 something to mend or explain; 2 plan or arguments unusable.
      """)

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("应报期别；不写则按各表自己的期别 / the period due; if not given, each form's own", valueName: "period"))
  var period: String?

  @OptionGroup var history: HistoryOptions

  @Option(
    help: "输出格式：text；json；jsonl（每个文件、每条问题一行）；xlsx / text, json, jsonl (a line for each file and finding), xlsx")
  var format = Format.text

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("写入文件，xlsx 必须写明；不写则打印 / write here, required for xlsx", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp("text 里同一文件同一规则最多列几条 / findings of one rule listed per file", valueName: "n"))
  var limit = FileReport.defaultLimit

  @Flag(help: "逐项列出每格的下落，各数相加等于应填项数 / list what became of each item's cell; the numbers add up")
  var accounting = false

  @OptionGroup var common: RunOptions

  @Argument(help: ArgumentHelp("填报表文件 / the forms", valueName: "file"))
  var files: [String]

  /// A folder is no form: behind `--history` it is one more earlier period.
  private var folders: [String] { history.folders.isEmpty ? [] : files.filter(CheckJob.isFolder) }

  func validate() throws {
    if format == .xlsx, output == nil {
      throw ValidationError("--format xlsx 要用 -o 写明文件 / --format xlsx needs -o FILE")
    }
    let found = files.filter(CheckJob.isFolder)
    if history.folders.isEmpty, let folder = found.first {
      throw ValidationError(
        "\(folder) 是文件夹，请写其中的文件，如 \(folder)/*.xlsx / \(folder) is a folder; name the files in it")
    }
    if found.count == files.count {
      throw ValidationError(
        "没有要审核的文件：--history 后面的文件夹都是往期的 / no file to check: folders behind --history are those of earlier periods")
    }
    if limit < 1 { throw ValidationError("--limit 至少为1 / --limit is at least 1") }
  }

  private func write(_ reports: [FileReport], _ opened: OpenPlan) throws(JobError) {
    switch format {
    case .text:
      let texts = reports.map {
        $0.text(rules: opened.rules, language: common.lang, limit: limit, accounting: accounting)
      }
      let sum = accounting ? [reports.accounting(in: common.lang)] : []
      let text = (texts + sum).joined(separator: "\n\n")
      if let output { try TextOutput.write(text + "\n", to: output) } else { StandardStreams.say(text) }
    case .json: try put(CheckOutput(reports, plan: opened, language: common.lang, accounting: accounting).json() + "\n")
    case .jsonl: try put(CheckOutput(reports, plan: opened, language: common.lang, accounting: accounting).jsonLines())
    case .xlsx:
      try reports.writeBook(of: opened, to: output ?? "")
      common.printLine(CommandWords.findings(output ?? "", common.lang))
    }
  }

  private func put(_ text: String) throws(JobError) {
    if let output { try TextOutput.write(text, to: output) } else { StandardStreams.write(Array(text.utf8)) }
  }

  func run() async throws {
    let reports: [FileReport]
    do throws(JobError) {
      let opened = try plan.openWithContacts(common.lang)
      try OutputPath.check(
        [(output, format == .xlsx ? .workbook : .text)], plan: opened, files: files, folders: history.folders + folders)
      let job = try CheckJob(
        plan: opened, period: period.map(opened.period), history: history.folders + folders,
        files: files.filter { !folders.contains($0) }, workers: common.workerCount)
      reports = try await job.run()
      for line in opened.expiredWaivers(of: reports, common.lang) { StandardStreams.complain(line) }
      try write(reports, opened)
      if let hint = reports.keyHint(opened, in: common.lang) { StandardStreams.complain(hint) }
    } catch {
      throw common.stop(error)
    }
    // A file that was named but is not there is a slip in the arguments; the others were checked all the same.
    if reports.contains(where: \.isAbsent) { throw ExitCode.unusable }
    if reports.contains(where: { $0.findings.contains { $0.grade != .notice && $0.isOpen } }) {
      throw ExitCode.findings
    }
  }
}

import ArgumentParser
import Huizong
import PlanModel

/// `huizong check`: what is wrong with some files.
struct Check: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    abstract: "审核填报表，逐格说明问题和改法 / check forms, cell by cell",
    discussion: """
      例：huizong check --plan plan.yaml --history 2024-05 陆丰市.xlsx
      退出码：0 没有问题或只有提示；1 有要改或要核实的；2 计划或参数不能用。
      Exit status: 0 nothing but notices; 1 something to mend or explain; 2 plan or arguments unusable.
      """)

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("应报期别；不写则按各表自己的期别 / the period due; if not given, each form's own", valueName: "period"))
  var period: String?

  @OptionGroup var history: HistoryOptions

  @Option(help: "输出格式 text 或 json / output format: text or json")
  var format = Format.text

  @OptionGroup var common: RunOptions

  @Argument(help: ArgumentHelp("填报表文件 / the forms", valueName: "file"))
  var files: [String]

  /// A folder is no form: behind `--history` it is one more earlier period.
  private var folders: [String] { history.folders.isEmpty ? [] : files.filter(CheckJob.isFolder) }

  func run() async throws {
    let reports: [FileReport]
    do throws(JobError) {
      let opened = try plan.open(common.lang)
      let job = try CheckJob(
        plan: opened, period: period, history: history.including(folders),
        files: files.filter { !folders.contains($0) }, workers: common.workerCount)
      reports = try await job.run()
      for line in opened.expiredWaivers(of: reports, common.lang) { StandardStreams.complain(line) }
      switch format {
      case .text:
        common.printLine(reports.map { $0.text(rules: opened.rules, language: common.lang) }.joined(separator: "\n\n"))
      case .json:
        common.printLine(try CheckOutput(reports, plan: opened, language: common.lang).json())
      }
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

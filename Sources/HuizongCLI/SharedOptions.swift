import ArgumentParser
import Huizong
import PlanModel

/// The plan and its key, as several commands take them.
struct PlanOptions: ParsableArguments {
  @Option(help: ArgumentHelp("计划文件 / the plan file", valueName: "plan.yaml"))
  var plan: String

  @Option(help: ArgumentHelp("签名密钥文件，默认取计划里的 reporting.key / the signing key, if not the plan's", valueName: "file"))
  var key: String?

  func open() throws(JobError) -> OpenPlan { try OpenPlan(path: plan, keyPath: key) }

  /// Opens the plan for a command that needs to know who fills the forms: says what is wrong with the list of contacts.
  func open(_ common: RunOptions) throws(JobError) -> OpenPlan {
    let plan = try open()
    for line in plan.contacts.messages(in: common.lang) { StandardStreams.complain(line) }
    return plan
  }
}

/// How to talk and how hard to work.
struct RunOptions: ParsableArguments {
  @Option(help: "输出语言 zh 或 en / language of the output: zh or en")
  var lang = Language.chinese

  @Option(help: ArgumentHelp("同时处理的文件数，默认为处理器数 / files worked on at once", valueName: "n"))
  var workers: Int?

  var workerCount: Int { max(1, workers ?? Batch.processors) }

  func validate() throws {
    if let workers, workers < 1 { throw ValidationError("--workers 至少为1 / --workers is at least 1") }
  }

  /// Prints what stopped a job and ends with exit code 2.
  func stop(_ error: JobError) -> ExitCode {
    StandardStreams.complain(error.message(in: lang))
    return ExitCode.unusable
  }

  /// Says that a signing key had to be made.
  func tellNewKey(_ path: String) {
    StandardStreams.complain(
      lang("没有签名密钥，已生成 \(path)；请妥善保管。", "there was no signing key: \(path) was made; keep it safe."))
  }

  /// Says that another run holds the ledger.
  func tellWaiting() {
    StandardStreams.complain(
      lang("另一个 huizong 正在用这个台账，等它结束…", "another huizong is using this ledger; waiting for it to end…"))
  }

  func printLine(_ text: String) { StandardStreams.write(Array((text + "\n").utf8)) }
}

/// Folders of earlier periods: `--history A B`, or `--history A --history B`.
///
/// A command that takes files or folders of its own behind them gives the option one value at a time and hands the
/// words in between to `including(_:)`.
struct HistoryOptions: ParsableArguments {
  @Option(
    name: .customLong("history"),
    help: ArgumentHelp("前几期报送件的文件夹，可多个 / folders of earlier periods, one or more", valueName: "dir"))
  var folders: [String] = []

  /// Returns the folders with further ones that stood behind the first.
  func including(_ further: [String]) -> [String] { folders + further }

  /// Refuses several inboxes: folders besides one are earlier periods, and stand behind `--history`.
  func requireOneInbox(_ paths: [String]) throws {
    guard paths.count > 1, folders.isEmpty else { return }
    throw ValidationError("只能给一个收件文件夹；前几期的写在 --history 后面 / one inbox only; earlier periods go with --history")
  }

  /// Returns the inbox among the folders of a command. Of several, those that follow `--history` are earlier periods:
  /// the inbox stands before the option, or last.
  func split(_ paths: [String]) -> (inbox: String, earlier: [String]) {
    isFirst(paths)
      ? (paths.first ?? "", Array(paths.dropFirst())) : (paths.last ?? "", Array(paths.dropLast()))
  }

  private func isFirst(_ paths: [String]) -> Bool {
    let words = CommandLine.arguments
    guard let option = words.firstIndex(where: { $0.hasPrefix("--history") }),
      let path = paths.first.flatMap({ words.firstIndex(of: $0) })
    else { return false }
    return path < option
  }
}

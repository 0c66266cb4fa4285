import ArgumentParser
import Huizong
import PlanModel

/// Limits on what is read, raised.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "放宽读文件的上限，例如 formBytes=200MB，名称见 huizong limits / raise limits on what is read: see huizong limits",
      valueName: "name=value"))
  var limits: [String] = []

  /// As they hold in the run; `validate` has looked at the words.
  var all: InputLimits { (try? read()) ?? .standard }

  func validate() throws {
    do {
      _ = try read()
    } catch {
      throw ValidationError("--limits：" + error.message(in: .chinese) + " / " + error.message(in: .english))
    }
  }

  private func read() throws(InputLimits.Fault) -> InputLimits {
    var limits = InputLimits.standard
    for text in self.limits { try limits.take(text) }
    return limits
  }
}

/// The plan and its key, as several commands take them.
struct PlanOptions: ParsableArguments {
  @Option(help: ArgumentHelp("计划文件 / the plan file", valueName: "plan.yaml"))
  var plan: String

  @Option(help: ArgumentHelp("签名密钥文件，默认取计划里的 reporting.key / the signing key, if not the plan's", valueName: "file"))
  var key: String?

  @Flag(help: "没有签名密钥也照做，不核验表的真伪 / go on without the signing key; nothing is proved")
  var withoutKey = false

  @OptionGroup var limits: LimitOptions

  /// Opens the plan, and says first of all where it is opened without the key.
  func open(_ language: Language) throws(JobError) -> OpenPlan {
    if withoutKey { StandardStreams.complain(CommandWords.notProved(language)) }
    var plan = try OpenPlan(path: plan, keyPath: key, withoutKey: withoutKey, limits: limits.all)
    plan.tellUnread = { unread in
      for file in unread { StandardStreams.complain(file.message(in: language)) }
    }
    plan.tellEarlierReceipts = { faults in
      for line in faults.messages(in: language) { StandardStreams.complain(line) }
    }
    plan.tellUnsealed = { StandardStreams.complain($0.message(in: language)) }
    return plan
  }

  /// Opens the plan for a command that needs to know who fills the forms: says what is wrong with the list of contacts.
  func openWithContacts(_ language: Language) throws(JobError) -> OpenPlan {
    let plan = try open(language)
    for line in plan.contacts.messages(in: language) { StandardStreams.complain(line) }
    return plan
  }
}

/// The key with which a ledger or a part was sealed, for commands that can do without a plan.
struct SealKeyOptions: ParsableArguments {
  @Option(help: ArgumentHelp("计划文件，用它的签名密钥核对封存 / the plan whose key proves the seals", valueName: "plan.yaml"))
  var plan: String?

  @Option(help: ArgumentHelp("签名密钥文件 / the key that proves the seals", valueName: "file"))
  var key: String?
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
    StandardStreams.complain(CommandWords.newKey(path, lang))
  }

  /// Says that another run holds the ledger.
  func tellWaiting(for holder: String) {
    StandardStreams.complain(CommandWords.waiting(for: holder, lang))
  }

  func printLine(_ text: String) { StandardStreams.say(text) }
}

/// Folders of earlier periods for a command whose own words are files: `--history A --history B FILE`. Folders among the
/// files are further ones.
struct HistoryOptions: ParsableArguments {
  @Option(
    name: .customLong("history"),
    help: ArgumentHelp("前几期报送件的文件夹，可多个 / folders of earlier periods, one or more", valueName: "dir"))
  var folders: [String] = []
}

/// One inbox, and folders of earlier periods: `INBOX --history A B`, or `--history A B INBOX`.
///
/// The option takes the words up to the next option. Where the inbox stands behind them, it is the last.
struct InboxOptions: ParsableArguments {
  @Option(
    name: .customLong("history"), parsing: .upToNextOption,
    help: ArgumentHelp("前几期报送件的文件夹，可多个 / folders of earlier periods, one or more", valueName: "dir"))
  var history: [String] = []

  @Argument(help: ArgumentHelp("收件文件夹，含子文件夹 / the inbox, with its folders", valueName: "inbox"))
  var folders: [String] = []

  var isEmpty: Bool { history.isEmpty && folders.isEmpty }

  /// `nil` where none was named: what stands alone behind `--history` is an earlier period.
  var inbox: String? { folders.first ?? (history.count > 1 ? history.last : nil) }

  var earlier: [String] { folders.isEmpty ? history.dropLast() : history }

  func validate() throws {
    guard folders.count > 1 else { return }
    throw ValidationError(
      "只能给一个收件文件夹（这里有“\(folders[0])”和“\(folders[1])”）；前几期的写在 --history 后面，选项名写错时它的值也会被当成文件夹 / one inbox only; earlier periods go with --history, and the value of a misspelt option counts as a folder"
    )
  }

  /// Refuses folders of earlier periods beside a ledger, which has these: nobody would read them.
  func checkHistory(besides ledger: String?) throws {
    guard ledger != nil, !earlier.isEmpty else { return }
    throw ValidationError(
      "用 --ledger 就不再写 --history：前几期以台账里收过的为准，没有收过的请先各汇总一次记进去 / --ledger takes no --history: earlier periods are those in the ledger; consolidate them into it first"
    )
  }

  /// Returns the inbox of a command that cannot do without one.
  func required() throws -> String {
    guard let inbox else { throw ValidationError("请写明收件文件夹 / name the inbox") }
    return inbox
  }
}

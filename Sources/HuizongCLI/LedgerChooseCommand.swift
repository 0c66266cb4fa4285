internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// Who decides, and why.
struct DecisionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("谁决定的 / who decided", valueName: "name"))
  var by: String

  @Option(help: ArgumentHelp("为什么 / why", valueName: "text"))
  var why: String

  @Option(help: ArgumentHelp("以此为现在的时间 / the time to take for now", valueName: "time"))
  var now: String?

  func validate() throws {
    if [by, why].contains(where: { $0.onOneLine.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("--by 和 --why 不能为空 / --by and --why may not be empty")
    }
  }
}

/// `huizong ledger choose`: which of several files counts.
struct LedgerChooseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "choose", abstract: "几份文件里以哪一份为准 / Which of several files counts",
    discussion: """
      例：huizong ledger choose 海丰县6月最终版.xlsx --ledger 台账.sqlite --plan plan.yaml --by 张某 --why 电话核实
      只定一项指标加 --indicator；不再采用这份文件加 --withdraw（以后可用 ledger restore 恢复）。
      For one item only --indicator; --withdraw takes the file out, and ledger restore takes it back in.
      退出码：0 已记入；2 没有这份文件，或台账不能用。
      Exit status: 0 noted; 2 no such file, or the ledger is unusable.
      """)

  @Argument(help: ArgumentHelp("文件名或校验值前8位以上 / the file's name, or 8 digits of its digest", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("只定这一项指标 / for this item only", valueName: "code"))
  var indicator: String?

  @Flag(help: "不再采用这份文件 / the file counts no more")
  var withdraw = false

  @OptionGroup var source: LedgerOption
  @OptionGroup var plan: PlanOptions
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var language: LanguageOption

  func validate() throws {
    if withdraw, indicator != nil {
      throw ValidationError("--withdraw 是对整份文件的 / --withdraw is about the whole file")
    }
  }

  func run() throws {
    try decide(withdraw ? .withdraw : .choose(indicator: indicator), file, source, plan, decision, language.language)
  }
}

/// Notes a decision and says so.
func decide(
  _ decision: LedgerDecisionJob.Decision, _ file: String, _ source: LedgerOption, _ plan: PlanOptions,
  _ options: DecisionOptions, _ language: Language
) throws {
  do throws(JobError) {
    let job = try LedgerDecisionJob(
      ledger: source.ledger, plan: plan.open(language), file: file, decision: decision, by: options.by,
      why: options.why,
      clock: .typed(options.now))
    let line = try job.run(in: language) { StandardStreams.complain(CommandWords.waiting(for: $0, language)) }
    StandardStreams.say(line)
  } catch {
    StandardStreams.complain(error.message(in: language))
    throw ExitCode.unusable
  }
}

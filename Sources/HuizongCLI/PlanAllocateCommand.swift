internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong plan allocate`: the split of targets among units, from a workbook into the plan file.
struct PlanAllocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate", abstract: "把任务分解表收进计划文件 / Take the split of targets among units into the plan",
    discussion: """
      分解表是一个工作簿：表头写“指标”或“编码”，以及各单位的名称；一行一项指标。各单位之和必须等于目标，否则计划不动。
      只改 allocation，其余文字和注释照旧；示例标记一并去掉。
      The table has a header with 指标 or 编码 and the names of units, and a row for each indicator. The shares must add up to
      the target, or nothing is changed. Only the allocations are edited.
      例：huizong plan allocate plan.yaml --from 任务分解表.xlsx --dry-run
      退出码：0 已写入（或没有要改的）；1 分解表有不对的；2 文件不能用。
      Exit status: 0 written, or nothing to change; 1 the table is at fault; 2 a file is unusable.
      """)

  @Argument(help: "计划文件 / plan file (YAML)")
  var plan: String

  @Option(help: ArgumentHelp("任务分解表 / the table of shares", valueName: "file.xlsx"))
  var from: String

  @Option(
    name: [.customShort("o"), .long], help: ArgumentHelp("写到这里，不写则改原文件 / write here, not in place", valueName: "file"))
  var output: String?

  @Flag(name: .customLong("dry-run"), help: "只说明会改什么，不写 / say what would change, write nothing")
  var isDry = false

  @OptionGroup var limits: LimitOptions

  @OptionGroup var language: LanguageOption

  func run() throws {
    let lang = language.language
    let outcome: AllocateJob.Outcome
    do throws(JobError) {
      try OutputPath.check([(output, .plan)], files: [from])
      let job = AllocateJob(plan: plan, from: from, limits: limits.all)
      outcome = try job.run()
      if outcome.isSound, !isDry, !outcome.changes.isEmpty || output != nil { try job.write(outcome, to: output) }
    } catch {
      StandardStreams.complain(error.message(in: lang))
      throw ExitCode.unusable
    }
    StandardStreams.say(AllocateJob.text(outcome, in: lang))
    if !outcome.isSound { throw ExitCode.findings }
  }
}

internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong plan import`: the plan file from the workbook.
struct PlanImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "从工作簿生成计划文件 / Make the plan file from the workbook",
    discussion: """
      读 huizong plan export 写出的工作簿，工作表改名、列挪动都认得。有不对的，逐格指出，不生成；全对才生成。
      Reads what plan export wrote. What is wrong is said cell by cell, and then no plan file is written.
      例：huizong plan import 计划.xlsx -o plan.yaml
      退出码：0 已生成；1 工作簿里有不对的；2 文件不能用，或输出已经存在。
      Exit status: 0 written; 1 faults in the workbook; 2 a file is unusable, or the output is there already.
      """)

  @Argument(help: ArgumentHelp("工作簿 / the workbook", valueName: "file.xlsx"))
  var file: String

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("计划文件 / the plan file", valueName: "plan.yaml"))
  var output: String

  @Flag(help: "替换已有的文件，连同其中的注释 / replace a file that is there, comments and all")
  var replace = false

  @OptionGroup var limits: LimitOptions

  @OptionGroup var language: LanguageOption

  func run() throws {
    let lang = language.language
    let outcome: ImportPlanJob.Outcome
    do throws(JobError) {
      try OutputPath.check([(output, .plan)], files: [file])
      let job = ImportPlanJob(workbook: file, limits: limits.all)
      outcome = try job.run()
      if outcome.isSound { try job.write(outcome, to: output, replacing: replace) }
    } catch {
      StandardStreams.complain(error.message(in: lang))
      throw ExitCode.unusable
    }
    StandardStreams.say(outcome.lines(in: lang).joined(separator: "\n"))
    if !outcome.isSound { throw ExitCode.findings }
  }
}

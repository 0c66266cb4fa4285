internal import ArgumentParser
internal import Huizong

/// `huizong plan export`: the plan as a workbook.
struct PlanExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "把计划文件写成工作簿 / Write the plan as a workbook",
    discussion: """
      单位、任务、指标、规则等各一张表，供逐项查看和修改；改完用 huizong plan import 读回。注释不进工作簿，其余都在。
      A sheet for each list of the plan, to be looked through and changed; plan import reads it back. Comments are left out.
      例：huizong plan export plan.yaml -o 计划.xlsx
      退出码：0 已写出；2 计划文件或输出不能用。
      Exit status: 0 written; 2 the plan or the output is unusable.
      """)

  @Argument(help: "计划文件 / plan file (YAML)")
  var plan: String

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("工作簿 / the workbook", valueName: "file.xlsx"))
  var output: String

  @OptionGroup var limits: LimitOptions

  @OptionGroup var language: LanguageOption

  func run() throws {
    let lang = language.language
    do throws(JobError) {
      let written = try ExportPlanJob(plan: plan, limits: limits.all).run(to: output)
      StandardStreams.say(CommandWords.plan(output, written.counts, lang))
    } catch {
      StandardStreams.complain(error.message(in: lang))
      throw ExitCode.unusable
    }
  }
}

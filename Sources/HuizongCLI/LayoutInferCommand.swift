internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong layout infer`: the description of a form from an example.
struct LayoutInferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infer", abstract: "从一份样表推出版式 / Propose the layout of a form from an example",
    discussion: """
      县里、科室自己的表，描述一次就能照收照审照汇总。输出是计划文件 layouts 下的一条，按表头、单位、期别和指标名称推出；带“请核对”的由人定。
      A form in circulation, described once, is read, checked and added up like ours. The output is an entry for layouts in the plan.
      例：huizong layout infer 县月报.xlsx --plan plan.yaml > 版式.yaml
      退出码：0 全部认出；1 有要人补的；2 文件不能用，或没有像填报表的表。
      Exit status: 0 all found; 1 something has to be filled in; 2 unusable, or no table in it.
      """)

  @Argument(help: ArgumentHelp("一份样表，最好是填好的 / an example, best a filled one", valueName: "file.xlsx"))
  var file: String

  @Option(help: ArgumentHelp("计划文件 / the plan file", valueName: "plan.yaml"))
  var plan: String

  @OptionGroup var limits: LimitOptions
  @OptionGroup var output: LanguageOption

  func run() throws {
    let outcome: InferLayoutJob.Outcome
    do throws(JobError) {
      outcome = try InferLayoutJob(plan: plan, file: file, limits: limits.all).run()
    } catch {
      StandardStreams.complain(error.message(in: output.language))
      throw ExitCode.unusable
    }
    StandardStreams.write(Array(outcome.yaml(in: output.language).utf8))
    if !outcome.isComplete { throw ExitCode.findings }
  }
}

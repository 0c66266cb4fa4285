internal import ArgumentParser
internal import Huizong
internal import PlanFile
internal import PlanModel

/// `huizong plan check`: proves the plan file against the document.
struct PlanCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "用原文逐字逐数核对计划文件 / Prove the plan file against its document",
    discussion: """
      每项任务须在原文里一字不差，原文的每个数须在某项指标的引文里，或在 notFigures 里说明原因。
      Every task must stand in the document word for word; every number of the document must lie in an indicator's
      quote or be explained in notFigures.
      """)

  @Argument(help: "计划文件 / plan file (YAML)")
  var plan: String

  @Option(help: "计划原文，默认用计划文件 source 里写的 / the document, by default the plan's source")
  var document: String?

  @OptionGroup var limits: LimitOptions
  @OptionGroup var output: LanguageOption

  func run() throws {
    let language = output.language
    let plan = try PlanInput.read(plan, limits.all, language)
    guard let path = document ?? PlanInput.documentPath(of: plan, at: self.plan) else {
      throw ValidationError("计划没有写 source，请用 --document 指明原文 / the plan names no source; give --document")
    }
    let document: PlanDocument
    do throws(PlanDocumentError) {
      document = try PlanDocument(contentsOf: path, limits: limits.all.plan)
    } catch {
      StandardStreams.complain(error.message(file: path, in: language))
      throw ExitCode.unusable
    }
    let report = PlanCheck.run(plan, against: document)
    StandardStreams.say(report.text(plan: plan, document: path, in: language))
    if !report.problems.isEmpty { throw ExitCode.findings }
  }
}

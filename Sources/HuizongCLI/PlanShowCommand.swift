internal import ArgumentParser
internal import PlanFile
internal import PlanModel

/// `huizong plan show`: tasks, indicators and units of a plan.
struct PlanShowCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "列出任务、指标和报送单位 / List tasks, indicators and reporting units")

  @Argument(help: "计划文件 / plan file (YAML)")
  var plan: String

  @Option(help: "只列这个单位报送的指标 / only what this unit reports (name, alias or id)")
  var unit: String?

  @Option(help: "只列这项任务，如 2.5.1 / only this task")
  var task: String?

  @Option(help: "格式 / format: text, json")
  var format: Format = .text

  @OptionGroup var limits: LimitOptions
  @OptionGroup var output: LanguageOption

  func run() throws {
    let plan = try PlanInput.read(plan, limits.all, output.language)
    do throws(PlanListingError) {
      let listing = try PlanListing(plan, unit: unit, task: task)
      StandardStreams.write(Array((format == .json ? try listing.json() : listing.text(in: output.language)).utf8))
    } catch {
      StandardStreams.complain(error.message(in: output.language))
      throw ExitCode.unusable
    }
  }
}

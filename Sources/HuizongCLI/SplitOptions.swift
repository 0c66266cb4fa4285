import ArgumentParser
import Huizong

/// Whether the units get workbooks of their own.
struct SplitOptions: ParsableArguments {
  enum Part: String, ExpressibleByArgument, CaseIterable {
    case unit
  }

  @Option(
    help: ArgumentHelp(
      "unit：每个单位另出一本，放在“汇总簿名-分单位”文件夹；不写则附在汇总簿后，单位多于40家的不附 / a workbook for each unit, beside the summary",
      valueName: "part"))
  var split: Part?

  /// Writes the summary workbook and says where it is.
  func write(_ outcome: ConsolidateJob.Outcome, to output: String, _ common: RunOptions) throws(JobError) {
    let units = try outcome.period.writeBook(to: output, split: split == .unit)
    common.printLine(CommandWords.summary(output, common.lang))
    if let units {
      common.printLine(CommandWords.unitBooks(in: units.folder, count: units.count, common.lang))
    }
  }
}

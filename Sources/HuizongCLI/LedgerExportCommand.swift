internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong ledger export`: a view of the ledger as text.
struct LedgerExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "导出台账 / Write a view of the ledger as text",
    discussion: """
      可导出：v1_files 文件、v1_readings 读数、v1_figures 数字、v1_findings 问题、v1_decisions 处理、v1_entries 人工录入。其他程序也可直接查这些视图。
      CSV 存成文件（> 文件.csv）时带 Excel 认得的标记；像公式的文字前面加撇号。要原样的文字请用 jsonl。
      CSV in a file begins with the mark that Excel looks for; a text that looks like a formula gets an apostrophe. jsonl keeps texts as
      they are.
      Other programs may read these views of the SQLite file as well; their columns do not change.
      退出码：0 已导出；2 没有这张表，或台账不能用。
      Exit status: 0 written; 2 no such view, or the ledger is unusable.
      """)

  @OptionGroup var source: LedgerOption

  @Option(help: ArgumentHelp("哪张表 / which view", valueName: "view"))
  var view = "v1_figures"

  @Option(help: "csv 或 jsonl / csv or jsonl")
  var format = LedgerQuery.ExportFormat.csv

  @OptionGroup var language: LanguageOption

  func run() throws {
    do throws(JobError) {
      try LedgerQuery(path: source.ledger).export(view, as: format, marked: StandardStreams.isFile) {
        StandardStreams.write($0)
      }
    } catch {
      StandardStreams.complain(error.message(in: language.language))
      throw ExitCode.unusable
    }
  }
}

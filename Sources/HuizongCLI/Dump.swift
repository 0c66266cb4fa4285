internal import ArgumentParser
internal import Huizong
internal import XLSXReading

/// `huizong dump FILE`: the cells of any workbook.
struct Dump: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "列出工作簿的全部单元格 / print every cell of a workbook",
    discussion: """
      退出码：0 全部读出（可有警告）；2 文件或其中一部分、哪怕一个单元格，无法读取。
      Exit status: 0 everything was read (with warnings perhaps); 2 the file or a part of it, be it one cell, cannot be read.
      """)

  @Argument(help: "工作簿文件 / the workbook")
  var file: String

  @Option(help: "输出格式 jsonl 或 csv / output format: jsonl or csv")
  var format = CellDump.Format.jsonl

  @Option(help: "提示语言 zh 或 en / language of messages: zh or en")
  var lang = MessageLanguage.chinese

  func run() throws {
    let workbook: Workbook
    do throws(XLSXReadError) {
      workbook = try Workbook(path: file)
    } catch {
      StandardStreams.complain("\(file): \(error.message(in: lang))")
      throw ExitCode.unusable
    }
    var dump = CellDump(format, marked: StandardStreams.isFile, sink: StandardStreams.write)
    let failures = dump.print(workbook)
    for message in WarningDigest.messages(workbook.warnings, in: lang) {
      StandardStreams.complain("\(file): \(CommandWords.warning(message, lang))")
    }
    for failure in failures {
      StandardStreams.complain("\(file): \(failure.sheet): \(failure.error.message(in: lang))")
    }
    if dump.lostCells > 0 {
      StandardStreams.complain("\(file): \(CommandWords.lostCells(dump.lostCells, lang))")
    }
    if !failures.isEmpty || dump.lostCells > 0 { throw ExitCode.unusable }
  }
}

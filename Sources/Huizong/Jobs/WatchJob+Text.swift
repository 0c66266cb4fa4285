public import PlanModel

extension WatchJob.Answer {
  /// Returns the answer as a line for a terminal.
  public func text(_ language: Language) -> String {
    isSound
      ? language("\(file)：收下，回执 \(message)", "\(file): accepted, receipt \(message)")
      : language("\(file)：退回，\(workbook ?? message)", "\(file): returned, \(workbook ?? message)")
  }
}

extension WatchJob {
  /// Returns why a file got no answer, as a line for a terminal.
  public static func failure(_ file: String, _ error: JobError, _ language: Language) -> String {
    language("\(file)：没有答复，", "\(file): not answered: ") + error.message(in: language)
  }

  /// Returns what is written of a file over which a run ended.
  static func unfinished(_ name: String) -> String {
    "【未审】\(name)：两次审核到这份文件时程序中断，没有再读。请用 Excel 或 WPS 打开核对，另存后重新报送。\n"
  }
}

extension ReturnJob.Outcome {
  /// Returns the receipt of a file in which nothing has to be mended: what its unit is told.
  func receipt(_ name: String, _ digest: String) -> String {
    let units = soundUnits.map(\.name).joined(separator: "、")
    return "【回执】\(units)：\(period.chinese)填报表（\(name)）已收到，审核通过，没有要改的。\nSHA-256：\(digest)"
  }
}

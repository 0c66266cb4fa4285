public import PlanModel

extension WatchJob.Answer {
  /// Returns the answer as a line for a terminal.
  public func text(_ language: Language) -> String {
    isSound
      ? language("\(file)：收下，回执 \(message)", "\(file): accepted, receipt \(message)")
      : language("\(file)：退回，\(workbook ?? message)", "\(file): returned, \(workbook ?? message)")
  }
}

extension ReturnJob.Outcome {
  /// Returns the receipt of a file in which nothing has to be mended: what its unit is told.
  func receipt(_ name: String, _ digest: String) -> String {
    let units = soundUnits.map(\.name).joined(separator: "、")
    return "【回执】\(units)：\(period.chinese)填报表（\(name)）已收到，审核通过，没有要改的。\nSHA-256：\(digest)"
  }
}

public import Consolidation
public import PlanModel

extension PartialPeriod {
  /// Returns what the part holds, as a line for a terminal.
  public func text(path: String, language: Language) -> String {
    let forms = files.values.count { if case .form = $0 { true } else { false } }
    let refused = files.values.count { if case .refused = $0 { true } else { false } }
    return language(
      "\(basis.period.chinese)：文件\(filesSeen)个，读到\(forms)份表，不能收下\(refused)份。已写出：\(path)",
      "\(basis.period): \(filesSeen) files, \(forms) forms read, \(refused) refused. Written: \(path)")
  }

  /// Returns which shards have not been read; `nil` where none is missing.
  public func missingLine(language: Language) -> String? {
    guard !incomplete.isEmpty else { return nil }
    return language(
      "\(incomplete.missingWords(.chinese))；请补齐，再用 huizong merge 合并，现在还不能汇总。",
      "\(incomplete.missingWords(.english)): have them read and merge them too; before that nothing is consolidated.")
  }
}

public import PlanModel

extension PlanFileError {
  /// Returns one line for each problem, each beginning with `file`, line and column; of very many, how many more there
  /// are.
  public func message(file: String, in language: Language) -> String {
    let shown = problems.prefix(Self.limit).map { $0.message(file: file, in: language) }
    let rest = problems.count - shown.count
    let more = language("另有\(rest)个问题没有列出，先改正以上的再查。", "\(rest) more problems are not listed; mend these first.")
    return (shown + (rest > 0 ? [more] : [])).joined(separator: "\n")
  }
}

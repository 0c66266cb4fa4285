public import PlanModel

extension UnsealedEvents {
  /// Returns one sentence that says what was not sealed, and what to do.
  public func message(in language: Language) -> String {
    let ranges = [events].numbers(language)
    return language(
      "台账在这次运行以前，最后的记录（第\(ranges)条）没有用这把密钥封存：旧版本的、不带密钥记的都是这样，被改写过的也是这样；请用 huizong ledger verify 核对。",
      "Before this run the ledger's last events (\(ranges)) were not sealed with this key, as in an older ledger, after a run without the key, or after somebody wrote them anew: see huizong ledger verify."
    )
  }
}

extension [ClosedRange<Int64>] {
  /// Returns the numbers of events: `3、7–9`.
  func numbers(_ language: Language) -> String {
    map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: language("、", ", "))
  }
}

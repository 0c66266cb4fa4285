import Consolidation

/// Formulas that count words in a range of 进度状态, and the same words from values.
struct StateCount {
  /// The range, such as `$O$9:$O$40`.
  let states: String

  func count(_ words: [ProgressState]) -> String {
    words.map { "COUNTIF(\(states),\"\($0.chinese)\")" }.joined(separator: "+")
  }

  /// All that have a state, less those that are not judged.
  var assessed: String { "COUNTIF(\(states),\"?*\")-\(count([.notAssessed]))" }

  /// 考核5项，达序时3项.
  var section: String {
    "\"考核\"&(\(assessed))&\"项，达序时\"&(\(count([.completed, .ahead, .onPace])))&\"项\""
  }

  static func sectionText(_ results: [IndicatorResult]) -> String {
    let kept = results.count { [.completed, .ahead, .onPace].contains($0.state) }
    return "考核\(results.count(where: \.isAssessed))项，达序时\(kept)项"
  }

  /// The closing line of the table.
  var closing: String {
    let groups = StateShares.Group.allCases.map { group in
      "\"\(group.rawValue)\"&(\(count(group.states)))&\"项\""
    }.joined(separator: "&\"，\"&")
    return "\"纳入考核\"&(\(assessed))&\"项：\"&\(groups)&\"；另有\"&(\(count([.notAssessed])))&\"项不考核。\""
  }

  func closingText(_ shares: StateShares) -> String {
    let groups = StateShares.Group.allCases.map { "\($0.rawValue)\(shares[$0])项" }.joined(separator: "，")
    return "纳入考核\(shares.assessed)项：\(groups)；另有\(shares.notAssessed)项不考核。"
  }
}

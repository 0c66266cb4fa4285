public import PlanModel

extension InputLimits.Fault {
  /// Returns what is wrong and what would be right.
  public func message(in language: Language) -> String {
    switch self {
    case .unknownName(let name):
      let known = InputLimit.allCases.map(\.rawValue).joined(separator: language("、", ", "))
      return language("没有“\(name)”这项上限；有：\(known)", "there is no limit “\(name)”; there are: \(known)")
    case .noValue(let limit, let text):
      let example = limit.text(limit.standard)
      return language(
        "“\(text)”不能作 \(limit.rawValue) 的值，请写大于0的整数，例如 \(example)",
        "“\(text)” is no value of \(limit.rawValue): a whole number above 0, such as \(example)")
    }
  }
}

extension InputLimit {
  /// Returns all limits as lines for a terminal.
  public static func list(_ limits: InputLimits = .standard, in language: Language) -> String {
    let longest = allCases.map(\.rawValue.count).max() ?? 0
    return allCases.map { limit in
      let name = limit.rawValue + String(repeating: " ", count: longest - limit.rawValue.count)
      return "\(name)  \(limit.text(limits[limit]))  \(limit.subject(language))"
    }.joined(separator: "\n")
  }
}

extension InputLimit {
  /// Returns what is said beside a refusal: the limit's name, and what it is.
  func words(_ value: Int, _ language: Language) -> String {
    language("（上限 \(rawValue) 为 \(text(value))）", " (the limit \(rawValue) is \(text(value)))")
  }
}

import PlanModel

/// How the indicators of a plan hang together: ratios with their parts, totals with theirs.
struct IndicatorLinks: Hashable, Sendable {
  /// The ratio that an indicator is a part of, by the part's code.
  private(set) var ratios: [String: Indicator] = [:]
  /// Codes of the parts by the total's code, in the order of the plan.
  private(set) var parts: [String: [String]] = [:]
  private var links: [String: Set<RuleSource.Link>] = [:]

  init(_ indicators: [Indicator]) {
    for indicator in indicators { add(indicator) }
    for total in indicators {
      let own = indicators.filter { $0.partOf == total.code }
      guard !own.isEmpty else { continue }
      parts[total.code] = own.map(\.code)
      links[total.code, default: []].insert(.total)
      if Self.isDivided(total, into: own) { links[total.code]?.insert(.divided) }
    }
  }

  func of(_ code: String) -> Set<RuleSource.Link> { links[code] ?? [] }

  private mutating func add(_ indicator: Indicator) {
    if let numerator = indicator.numerator {
      links[numerator, default: []].insert(.numerator)
      // A ratio that may pass 100 % compares two standards; its parts are no part and whole.
      if indicator.comparator != .atMost { links[numerator]?.insert(.share) }
      if ratios[numerator] == nil { ratios[numerator] = indicator }
    }
    if let denominator = indicator.denominator {
      links[denominator, default: []].insert(.denominator)
      if ratios[denominator] == nil { ratios[denominator] = indicator }
    }
    if indicator.partOf != nil { links[indicator.code, default: []].insert(.part) }
  }

  /// Returns true if the parts' targets make up the total's, and so the parts must; of-which rows need not add up.
  private static func isDivided(_ total: Indicator, into parts: [Indicator]) -> Bool {
    guard let whole = total.value else { return false }
    var sum = FixedDecimal.zero
    for part in parts {
      guard let value = part.value, let next = try? sum.adding(value) else { return false }
      sum = next
    }
    return sum == whole
  }
}

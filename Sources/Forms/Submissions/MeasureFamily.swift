import PlanModel

/// Units of measure and what they convert to. Conversion stays inside a family; counting words stand for each other.
/// - Source: design §4; domain glossary §5.
enum MeasureFamily {
  /// Factor to the smallest of the family, by unit.
  private static let families: [[String: FixedDecimal]] = [
    ["元": 1, "万元": 10_000, "亿元": 100_000_000, "万": 10_000, "亿": 100_000_000],
    ["米": 1, "公里": 1000, "千米": 1000, "km": 1000, "m": 1],
  ]
  private static let counters: Set<String> = [
    "户", "个", "家", "所", "处", "次", "人", "人次", "具", "份", "件", "条", "张", "间", "项", "座", "名", "宗", "例",
  ]

  /// The value in `target`, or `nil` if the units cannot be converted.
  ///
  /// No unit is the target's own. 万 alone multiplies a count, and in a column for money is 万元.
  static func convert(_ value: FixedDecimal, from source: String, to target: String) -> FixedDecimal? {
    // 650元 in a column for 元/月 is what the column asks for.
    if source.isEmpty || source == target || target.hasPrefix(source + "/") { return value }
    for family in families {
      if let from = family[source], let to = family[target] {
        return try? value.multiplied(by: from).divided(by: to, places: 12).normalized
      }
    }
    if counters.contains(target) {
      if counters.contains(source) { return value }
      if let factor: FixedDecimal = ["万": 10_000, "亿": 100_000_000][source] {
        return try? value.multiplied(by: factor)
      }
    }
    return nil
  }

  /// The longest unit at the start of the text.
  static func unit(at text: Substring) -> String? {
    let units =
      families.flatMap(\.keys) + Array(counters) + ["%", "百分点", "元/月", "对", "幅", "公顷", "亩", "天", "月", "年", "吨"]
    return units.filter { text.hasPrefix($0) }.max { $0.count < $1.count }
  }
}

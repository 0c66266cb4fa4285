/// Units of measure and what they convert to. Conversion stays inside a family; counting words stand for each other.
/// - Source: design §4; domain glossary §5.
public enum MeasureFamily {
  /// Power of ten of each unit over the smallest of its family.
  private static let families: [[String: Int]] = [
    ["元": 0, "万元": 4, "亿元": 8, "万": 4, "亿": 8],
    ["米": 0, "公里": 3, "千米": 3, "km": 3, "m": 0],
  ]
  private static let counters: Set<String> = [
    "户", "个", "家", "所", "处", "次", "人", "人次", "具", "份", "件", "条", "张", "间", "项", "座", "名", "宗", "例",
  ]
  /// What multiplies a counting word, and in a column for money is short for 万元 and 亿元.
  private static let multipliers = ["万": 4, "亿": 8]
  /// Units that stand alone.
  private static let others = ["%", "百分点", "元/月", "对", "幅", "公顷", "亩", "天", "月", "年", "吨"]

  /// Longest first.
  private static let all = (families.flatMap(\.keys) + Array(counters) + others)
    .sorted { ($0.count, $0) > ($1.count, $1) }

  /// The power of ten that takes a value in `source` to `target`, or `nil` if the units are not of one family.
  public static func exponent(from source: String, to target: String) -> Int? {
    if source == target { return 0 }
    for family in families {
      if let from = family[source], let to = family[target] { return from - to }
    }
    if let from = counted(source), let to = counted(target) { return from - to }
    return nil
  }

  /// The power of ten of a counting word with or without a multiplier before it: 户, 万户, 万.
  private static func counted(_ unit: String) -> Int? {
    if counters.contains(unit) { return 0 }
    guard let power = unit.first.flatMap({ multipliers[String($0)] }) else { return nil }
    return unit.count == 1 || counters.contains(String(unit.dropFirst())) ? power : nil
  }

  /// The value in `target`, or `nil` if the units cannot be converted.
  ///
  /// No unit is the target's own. 万 alone multiplies a count, and in a column for money is 万元.
  public static func convert(_ value: FixedDecimal, from source: String, to target: String) -> FixedDecimal? {
    // 650元 in a column for 元/月 is what the column asks for.
    if source.isEmpty || source == target || target.hasPrefix(source + "/") { return value }
    guard let exponent = exponent(from: source, to: target) else { return nil }
    return value.timesPowerOfTen(exponent)?.normalized
  }

  /// The longest unit at the start of the text.
  public static func unit(at text: Substring) -> String? { all.first { text.hasPrefix($0) } }
}

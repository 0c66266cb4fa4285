/// Units of measure and what they convert to. Conversion stays inside a family; words that count the same kind of thing stand for
/// each other.
public enum MeasureFamily {
  /// Power of ten of each unit over the smallest of its family.
  private static let families: [[String: Int]] = [
    ["元": 0, "千元": 3, "万元": 4, "百万元": 6, "千万元": 7, "亿元": 8, "万": 4, "亿": 8],
    ["米": 0, "公里": 3, "千米": 3, "km": 3, "m": 0],
  ]
  private static let counters = Set(counted.flatMap(\.self))
  /// Words that count the same kind of thing, a line for each: 家 may be written where 户 is asked for, and persons are not times.
  private static let counted: [[String]] = [
    ["户", "家", "所", "处", "间", "座"],
    ["人", "名", "位"],
    ["人次"],
    ["次", "场"],
    ["具", "份", "件", "条", "张", "项", "宗", "例", "台", "套"],
    ["个"],
  ]
  /// What multiplies a counting word, and in a column for money is short for 万元 and 亿元.
  private static let multipliers = ["万": 4, "亿": 8]
  /// Units that stand alone.
  private static let others = ["%", "百分点", "元/月", "对", "幅", "公顷", "亩", "天", "月", "年", "吨"]

  /// Longest first.
  private static let all = (families.flatMap(\.keys) + Array(counters) + others)
    .sorted { ($0.count, $0) > ($1.count, $1) }

  /// Returns the power of ten that takes a value in `source` to `target`, or `nil` if the units are not of one family.
  public static func exponent(from source: String, to target: String) -> Int? {
    if source == target { return 0 }
    for family in families {
      if let from = family[source], let to = family[target] { return from - to }
    }
    if let from = counting(source), let to = counting(target) { return from - to }
    return nil
  }

  /// Returns the power of ten of a counting word with or without a multiplier before it: 户, 万户, 万.
  private static func counting(_ unit: String) -> Int? {
    if counters.contains(unit) { return 0 }
    guard let power = unit.first.flatMap({ multipliers[String($0)] }) else { return nil }
    return unit.count == 1 || counters.contains(String(unit.dropFirst())) ? power : nil
  }

  /// Returns the value in `target`, or `nil` if the units cannot be converted.
  ///
  /// No unit is the target's own. 万 alone multiplies a count, and in a column for money is 万元.
  public static func convert(_ value: FixedDecimal, from source: String, to target: String) -> FixedDecimal? {
    // 650元 in a column for 元/月 is what the column asks for.
    if source.isEmpty || source == target || target.hasPrefix(source + "/") { return value }
    guard let exponent = exponent(from: source, to: target), countsAlike(source, target) else { return nil }
    return value.timesPowerOfTen(exponent)?.normalized
  }

  /// Returns whether what the one counts can be what the other counts; true for units that count nothing. 个 counts
  /// anything but times.
  private static func countsAlike(_ first: String, _ second: String) -> Bool {
    guard let one = kind(first), let other = kind(second), one != other else { return true }
    let times: Set<Int> = [2, 3]
    return (one == anything || other == anything) && !times.contains(one) && !times.contains(other)
  }

  private static let anything = counted.count - 1

  private static func kind(_ unit: String) -> Int? {
    let word = multiplier(unit) != nil && unit.count > 1 ? String(unit.dropFirst()) : unit
    return counted.firstIndex { $0.contains(word) }
  }

  /// Returns true if both count things of one kind, or neither counts things; 个 counts places and things, and no
  /// persons.
  public static func isSameKind(_ first: String, _ second: String) -> Bool {
    let (one, other) = (kind(first), kind(second))
    let impersonal: Set<Int?> = [0, anything - 1]
    return one == other || one == anything && impersonal.contains(other)
      || other == anything && impersonal.contains(one)
  }

  /// Every unit that is known, the longest first.
  public static var known: [String] { all }

  /// Returns the power of ten of 万 or 亿 at the start of a unit.
  public static func multiplier(_ unit: String) -> Int? { unit.first.flatMap { multipliers[String($0)] } }

  /// Returns true for a word that counts things, which come whole.
  public static func isCounter(_ unit: String) -> Bool { counters.contains(unit) }

  /// Returns the longest unit at the start of the text.
  public static func unit(at text: Substring) -> String? { all.first { text.hasPrefix($0) } }
}

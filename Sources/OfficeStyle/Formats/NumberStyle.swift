/// How a number shows: a number format code of the theme.
///
/// Codes have four sections (positive, negative, zero, text). `_ ` at the end keeps digits off the border; the text
/// section pads words such as — and 未报送 by the same. Minus is U+2212.
public struct NumberStyle: Hashable, Sendable {
  public let code: String
  /// The place among the styles that tables use most; `nil` for any other.
  let usual: Int?

  public init(code: String) {
    self.init(code, nil)
  }

  private init(_ code: String, _ usual: Int?) {
    self.code = code
    self.usual = usual
  }

  /// The styles that tables use most, each at its place.
  static let usualStyles = [count] + fractions + [rate, gap, points, score, scoreRate]

  /// 户, 个, 家: `1,780`.
  public static let count = NumberStyle(##"#,##0_ ;"−"#,##0_ ;0_ ;@_ "##, 0)
  /// 万元: `21,386.42`.
  public static let money = decimals(2)
  /// A rate or 序时进度 as 0 to 100, whose header says (%): `56.5`.
  public static let rate = NumberStyle(##"0.0_ ;"−"0.0_ ;0.0_ ;@_ "##, 11)
  /// A difference of rates in percentage points: `+6.5`, `−10.0`. Round it before it is shown, or +0.0 appears.
  public static let gap = NumberStyle(##"+0.0_ ;"−"0.0_ ;0.0_ ;@_ "##, 12)
  /// Points added or taken: `+1.0`, `−0.5`, `0`.
  public static let points = NumberStyle(##"+0.0_ ;"−"0.0_ ;0_ ;@_ "##, 13)
  public static let score = NumberStyle(##"0.00_ ;"−"0.00_ ;0.00_ ;@_ "##, 14)
  /// 得分率: `0.833`.
  public static let scoreRate = NumberStyle(##"0.000_ ;"−"0.000_ ;0.000_ ;@_ "##, 15)
  public static let date = NumberStyle(code: "yyyy-mm-dd")
  /// The figure of a tile: `24 项`.
  public static let tile = tile(unit: "项")
  /// Text and nothing else, for cells in which codes are typed.
  public static let text = NumberStyle(code: "@")

  /// Returns the style of a length or an amount with a fixed number of places, 0 to 10: `49.207`.
  public static func decimals(_ places: Int) -> NumberStyle {
    places > 0 ? fractions[min(places, fractions.count) - 1] : .count
  }

  /// Of one place to ten.
  private static let fractions = (1...10).map { places in
    let digits = "#,##0." + String(repeating: "0", count: places)
    return NumberStyle(##"\##(digits)_ ;"−"\##(digits)_ ;\##(digits)_ ;@_ "##, places)
  }

  /// Returns the style of the target of a ratio with its sign: `≥80.0`.
  public static func target(_ sign: String) -> NumberStyle {
    NumberStyle(code: "\(literal(sign))0.0_ ;\(literal(sign + "−"))0.0_ ;\(literal(sign))0.0_ ;@_ ")
  }

  /// Returns the style of a target with its sign and as many places as the figures beside it: `≤1,200`.
  public static func target(_ sign: String, places: Int) -> NumberStyle {
    guard !sign.isEmpty else { return decimals(places) }
    let sign = literal(sign)
    let digits = places > 0 ? "#,##0." + String(repeating: "0", count: min(places, 10)) : "#,##0"
    return NumberStyle(code: "\(sign)\(digits)_ ;\(sign)\"−\"\(digits)_ ;\(sign)\(places > 0 ? digits : "0")_ ;@_ ")
  }

  /// Returns the style of the figure of a tile with a unit of its own.
  public static func tile(unit: String) -> NumberStyle {
    NumberStyle(code: "0\(literal(" " + unit))")
  }

  public static func == (left: Self, right: Self) -> Bool { left.code == right.code }

  public func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// Returns a text as a format code writes it.
  static func literal(_ text: String) -> String {
    "\"" + text.filter { $0 != "\"" } + "\""
  }
}

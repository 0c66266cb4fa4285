/// How a number shows: a number format code of the theme.
///
/// Codes have four sections (positive, negative, zero, text). `_ ` at the end keeps digits off the border; the text
/// section pads words such as — and 未报送 by the same. Minus is U+2212.
public struct NumberStyle: Hashable, Sendable {
  public let code: String

  public init(code: String) {
    self.code = code
  }

  /// 户, 个, 家: `1,780`.
  public static let count = NumberStyle(code: ##"#,##0_ ;"−"#,##0_ ;0_ ;@_ "##)
  /// 万元: `21,386.42`.
  public static let money = decimals(2)
  /// A rate or 序时进度 as 0 to 100, whose header says (%): `56.5`.
  public static let rate = NumberStyle(code: ##"0.0_ ;"−"0.0_ ;0.0_ ;@_ "##)
  /// A difference of rates in percentage points: `+6.5`, `−10.0`. Round it before it is shown, or +0.0 appears.
  public static let gap = NumberStyle(code: ##"+0.0_ ;"−"0.0_ ;0.0_ ;@_ "##)
  /// Points added or taken: `+1.0`, `−0.5`, `0`.
  public static let points = NumberStyle(code: ##"+0.0_ ;"−"0.0_ ;0_ ;@_ "##)
  public static let score = NumberStyle(code: ##"0.00_ ;"−"0.00_ ;0.00_ ;@_ "##)
  /// 得分率: `0.833`.
  public static let scoreRate = NumberStyle(code: ##"0.000_ ;"−"0.000_ ;0.000_ ;@_ "##)
  public static let date = NumberStyle(code: "yyyy-mm-dd")
  /// The figure of a tile: `24 项`.
  public static let tile = tile(unit: "项")
  /// Text and nothing else, for cells in which codes are typed.
  public static let text = NumberStyle(code: "@")

  /// A length or an amount with a fixed number of places, 0 to 10: `49.207`.
  public static func decimals(_ places: Int) -> NumberStyle {
    guard places > 0 else { return .count }
    let digits = "#,##0." + String(repeating: "0", count: min(places, 10))
    return NumberStyle(code: ##"\##(digits)_ ;"−"\##(digits)_ ;\##(digits)_ ;@_ "##)
  }

  /// The target of a ratio with its sign: `≥80.0`.
  public static func target(_ sign: String) -> NumberStyle {
    NumberStyle(code: "\(literal(sign))0.0_ ;\(literal(sign + "−"))0.0_ ;\(literal(sign))0.0_ ;@_ ")
  }

  /// A target with its sign and as many places as the figures beside it: `≤1,200`.
  public static func target(_ sign: String, places: Int) -> NumberStyle {
    let sections = decimals(places).code.split(separator: ";", omittingEmptySubsequences: false)
    guard !sign.isEmpty, sections.count == 4 else { return decimals(places) }
    let signed = sections.prefix(3).map { literal(sign) + $0 } + [String(sections[3])]
    return NumberStyle(code: signed.joined(separator: ";"))
  }

  /// The figure of a tile with a unit of its own.
  public static func tile(unit: String) -> NumberStyle {
    NumberStyle(code: "0\(literal(" " + unit))")
  }

  /// A text as a format code writes it.
  static func literal(_ text: String) -> String {
    "\"" + text.filter { $0 != "\"" } + "\""
  }
}

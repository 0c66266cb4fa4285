/// What a person sees of a number under a format, as far as it differs from the number that is stored.
///
/// | code | stored | shown | what is said |
/// | --- | --- | --- | --- |
/// | `#,##0` | 12345 | 12,345 | nothing: `isAsStored` |
/// | `#,##0,` | 12345 | 12 | `scale` 3 |
/// | `0!.0,` | 12345 | 1.2 | `scale` 4: the point is text, with one digit behind it |
/// | `0.00,,` | 12345678 | 12.35 | `scale` 6 |
/// | `0.00"亿元"` | 4 | 4.00亿元 | `suffix` 亿元 |
/// | `0"00"` | 12 | 1200 | `scale` −2 |
/// | `0%` | 0.65 | 65% | `isPercentage` |
/// | `0"%"` | 65 | 65% | `suffix` % |
/// | `"约"0` | 30 | 约30 | `prefix` 约 |
/// | `0;0` | −5 | 5 | `hidesSign` |
/// | `0000-00-00` | 20240131 | 2024-01-31 | `form` is `.rearranged` |
/// | `;;;` | 5 | | `form` is `.nothing` |
public struct NumberDisplay: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    /// The digits of the number, moved by `scale`.
    case number
    /// No digit of the number: nothing, or text in its place.
    case nothing
    /// Digits among text or among other digits; what a person reads is not the number times a power of ten.
    case rearranged
    /// A date, a time or a duration.
    case date
  }

  public var form = Form.number
  /// The power of ten by which the number shown is smaller than the one stored; negative where it is larger.
  ///
  /// A per cent sign does not count here, beyond the first.
  public var scale = 0
  /// Whether the number is shown as per cent: 0.65 as 65%.
  public var isPercentage = false
  /// The text before the digits, without white space, signs and brackets around the number; a currency is in it.
  public var prefix = ""
  /// The text behind the digits, in the same way; often a unit of measure.
  public var suffix = ""
  /// All that is seen of a whole number whose digits stand among text: `2024-01-31`; `nil` for every other number.
  public var arranged: String?
  /// Whether the sign that is seen is not that of the number: a negative number without one, or a positive one with a
  /// minus, a bracket, `△`, `▲` or `负` before it. A colour is sign enough.
  public var hidesSign = false

  /// The number is seen as it is stored, rounded and grouped perhaps.
  public var isAsStored: Bool { self == Self.asStored }

  public static let asStored = NumberDisplay()

  public init() {}
}

extension NumberFormat {
  /// Returns what a person sees of a number under this format: of the section that the number falls under.
  ///
  ///     NumberFormat(code: "[>=10000]0!.0,\"万\";0").display(of: 45_000)  // scale 4, suffix 万
  ///     NumberFormat(code: "[>=10000]0!.0,\"万\";0").display(of: 4500)    // as stored
  ///
  /// Cost: next to nothing; a code is looked at once.
  public func display(of number: Double) -> NumberDisplay {
    guard showsMore else {
      var display = NumberDisplay.asStored
      display.isPercentage = isPercentage
      if kind != .general { display.form = .date }
      return display
    }
    guard let (place, hasOwnSign) = section(for: number) else { return NumberDisplay(.nothing) }
    return displays[place].display(of: number, hasOwnSign: hasOwnSign)
  }

  /// Returns the place of the section that a number falls under, and whether it says itself how a negative one is told; `nil` where
  /// the conditions leave none for it.
  ///
  /// Without conditions: one for all; or one for those that are not negative, and one for the negative; or one for the
  /// positive, one for the negative and one for zero. With conditions, the first that holds; of three, a second without
  /// one is for the negative; the last without one for all the rest.
  func section(for number: Double) -> (place: Int, hasOwnSign: Bool)? {
    let sections = sections
    // A last one with @ is for text; a code that is only that shows numbers as they are.
    let isLastForText = sections.count > 1 && sections[sections.count - 1].hasText
    let ofNumbers = isLastForText ? sections.count - 1 : sections.count
    let count = min(ofNumbers, 3)
    guard sections[..<ofNumbers].contains(where: { $0.condition != nil }) else {
      let place = number < 0 && count > 1 ? 1 : number == 0 && count > 2 ? 2 : 0
      return (place, place == 1)
    }
    for place in 0..<count {
      if let condition = sections[place].condition {
        guard condition.holds(number) else { continue }
        return (place, condition.relation.hasPrefix("<") && condition.bound <= 0)
      }
      if place == count - 1 { return (place, false) }
      if place == 0 ? number > 0 : number < 0 { return (place, place == 1) }
    }
    return nil
  }

  /// Returns whether a code has anything in it that `display(of:)` would have to look at: text, sections, brackets,
  /// commas that group nothing.
  static func showsMore(_ code: String) -> Bool {
    var (isAfterComma, hasDigits, hasPoint, last) = (false, false, false, UInt8(0))
    for byte in code.utf8 {
      defer { last = byte }
      switch byte {
      case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"): (isAfterComma, hasDigits) = (false, true)
      // A plus is text but behind E.
      case UInt8(ascii: "+") where last | 0x20 != UInt8(ascii: "e"): return true
      case UInt8(ascii: ","): isAfterComma = true
      case UInt8(ascii: "."):
        if isAfterComma || hasPoint { return true }
        hasPoint = true
      case UInt8(ascii: " "): if isAfterComma { return true }
      // Letters of General and E+, and the first per cent sign, which the format tells by itself.
      case UInt8(ascii: "@"): hasDigits = true
      case UInt8(ascii: "G"), UInt8(ascii: "e"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "a"),
        UInt8(ascii: "l"), UInt8(ascii: "E"), UInt8(ascii: "+"):
        if isAfterComma { return true }
        hasDigits = true
      default: return true
      }
    }
    // A code of spaces alone shows nothing.
    return isAfterComma || !hasDigits && !code.isEmpty
  }
}

/// Reads the text of numbers as XML Schema writes a double, without INF and NaN.
/// - Source: XML Schema Part 2, 3.2.5.
enum NumberText {
  /// Returns the double nearest to the text in `bytes[start..<end]`, which may have white space around it; `nil` when
  /// it is no number, or too large for one.
  static func double(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Double? {
    var text = NumberScan(bytes, start, end)
    guard text.scan(bytes) else { return nil }
    // Up to 2^53 the digits, and up to 10^22 the power, are exact, so one rounding gives the right double.
    if text.isExact, text.digits < 1 << 53, (-22...22).contains(text.exponent) {
      let digits = Double(text.digits)
      let power = powers[Int(text.exponent.magnitude)]
      let value = text.exponent < 0 ? digits / power : digits * power
      return text.isNegative ? -value : value
    }
    guard let value = Double(bytes.string(text.start, text.end)), value.isFinite else { return nil }
    return value
  }

  /// Returns the index in `bytes[start..<end]`: decimal digits, white space around them; `nil` for anything else.
  static func index(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Int? {
    var text = NumberScan(bytes, start, end)
    guard text.start < text.end, text.end - text.start <= 18 else { return nil }
    var value = 0
    while text.start < text.end {
      let digit = bytes.byte(text.start) &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
      text.start += 1
    }
    return value
  }

  static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}

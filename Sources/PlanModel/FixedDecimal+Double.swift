extension FixedDecimal {
  /// The decimal that the double's shortest round-trip text names: 0.1 becomes 0.1, not 0.1000000000000000055….
  ///
  /// `nil` for infinities, NaN, and values beyond 38 digits.
  public init?(shortest value: Double) {
    guard value.isFinite else { return nil }
    self.init(value.description)
    if scale == 1, coefficient % 10 == 0 { self = normalized }  // "3.0" is how Swift writes 3
  }

  /// Returns the double rounded to 15 significant digits first, as Excel shows the result of a formula.
  ///
  /// `changed` says whether the rounding made a difference.
  public static func fifteenDigits(_ value: Double) -> (value: FixedDecimal, changed: Bool)? {
    // Most figures are whole.
    if value.magnitude < 1e15, let whole = Int(exactly: value) { return (FixedDecimal(whole), false) }
    guard let exact = FixedDecimal(shortest: value) else { return nil }
    let digits = String(exact.normalized.coefficient.magnitude).utf8.count
    guard digits > 15 else { return (exact, false) }
    let places = exact.normalized.scale - (digits - 15)
    if digits == 16, places >= 0, let cut = exact.normalized.cutTie(of: value) { return (cut.normalized, cut != exact) }
    if places >= 0, let cut = try? exact.rounded(to: places) { return (cut.normalized, cut != exact) }
    guard let power = powerOfTen(-places),
      let cut = try? exact.divided(by: FixedDecimal(coefficient: power, scale: 0), places: 0)
        .multiplied(by: FixedDecimal(coefficient: power, scale: 0))
    else { return nil }
    return (cut, cut != exact)
  }

  /// Returns the number without its last digit, if that is a 5, rounded by what the double really is: the shortest text
  /// that names a double is seldom its value, and 820.0000000000005 lies nearer to 820 than to 820.000000000001.
  private func cutTie(of value: Double) -> FixedDecimal? {
    let shift = 52 - Int(value.exponent)
    guard coefficient % 10 == 5 || coefficient % 10 == -5, scale > 0, value.isNormal, (0..<74).contains(shift),
      let power = Self.powerOfTen(scale)
    else { return nil }
    let significand = Int128(value.significandBitPattern | 1 << 52)
    let (exact, over) = significand.multipliedReportingOverflow(by: power)
    let (tie, overTie) = Int128(coefficient.magnitude).multipliedReportingOverflow(by: Int128(1) << Int128(shift))
    guard !over, !overTie else { return nil }
    let cut = coefficient / 10
    let away: Int128 = exact >= tie ? (coefficient < 0 ? -1 : 1) : 0
    return FixedDecimal(coefficient: cut + away, scale: scale - 1)
  }

  /// The nearest double.
  public var double: Double { Double(description) ?? .nan }
}

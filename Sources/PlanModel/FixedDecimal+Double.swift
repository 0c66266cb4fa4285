extension FixedDecimal {
  /// The decimal that the double's shortest round-trip text names: 0.1 becomes 0.1, not 0.1000000000000000055….
  ///
  /// `nil` for infinities, NaN, and values beyond 38 digits.
  public init?(shortest value: Double) {
    guard value.isFinite else { return nil }
    self.init(value.description)
    if scale == 1, coefficient % 10 == 0 { self = normalized }  // "3.0" is how Swift writes 3
  }

  /// The double rounded to 15 significant digits first, as Excel shows the result of a formula.
  ///
  /// `changed` says whether the rounding made a difference.
  public static func fifteenDigits(_ value: Double) -> (value: FixedDecimal, changed: Bool)? {
    // Most figures are whole.
    if value.magnitude < 1e15, let whole = Int(exactly: value) { return (FixedDecimal(whole), false) }
    guard let exact = FixedDecimal(shortest: value) else { return nil }
    let digits = String(exact.normalized.coefficient.magnitude).utf8.count
    guard digits > 15 else { return (exact, false) }
    let places = exact.normalized.scale - (digits - 15)
    if places >= 0, let cut = try? exact.rounded(to: places) { return (cut.normalized, cut != exact) }
    guard let power = powerOfTen(-places),
      let cut = try? exact.divided(by: FixedDecimal(coefficient: power, scale: 0), places: 0)
        .multiplied(by: FixedDecimal(coefficient: power, scale: 0))
    else { return nil }
    return (cut, cut != exact)
  }

  /// The nearest double.
  public var double: Double { Double(description) ?? .nan }
}

/// Arithmetic for expressions: whatever the digits, an operation ends in a number or in none.
extension FixedDecimal {
  /// Returns true if the magnitude is less than 10 to the power of `exponent`.
  package func isBelow(powerOfTen exponent: Int) -> Bool {
    guard let limit = Self.powerOfTen(exponent + scale) else { return true }
    return coefficient.magnitude < limit.magnitude
  }

  /// Returns the same digits with the point moved; `nil` if they need more than 38.
  public func timesPowerOfTen(_ exponent: Int) -> FixedDecimal? {
    if exponent == 0 { return self }
    if scale >= exponent {
      let moved = scale - exponent
      return moved <= Self.maximumScale ? FixedDecimal(coefficient: coefficient, scale: moved) : nil
    }
    guard let power = Self.powerOfTen(exponent - scale) else { return isZero ? .zero : nil }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: power)
    return overflow ? nil : FixedDecimal(coefficient: product, scale: 0)
  }

  /// Returns the value with at most `places` digits behind the point, rounded half away from zero.
  package func limited(to places: Int) -> FixedDecimal {
    scale <= places ? self : (try? rounded(to: places)) ?? self
  }

  /// Returns the product with at most `places` digits behind the point; `nil` if it needs more than 38 digits.
  package func product(_ other: FixedDecimal, places: Int) -> FixedDecimal? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    let wide = scale + other.scale
    if !overflow { return FixedDecimal(coefficient: product, scale: wide).limited(to: places) }
    guard wide > places, let power = Self.powerOfTen(wide - places) else { return nil }
    return Self.rounded(coefficient, times: other.coefficient, over: power, scale: places)
  }

  /// Returns the quotient at `places` digits behind the point; `nil` for a zero divisor or more than 38 digits.
  package func quotient(_ divisor: FixedDecimal, places: Int) -> FixedDecimal? {
    if divisor.isZero { return nil }
    if let plain = try? divided(by: divisor, places: places) { return plain }
    let bottom = divisor.normalized
    let shift = places + bottom.scale - scale
    guard shift >= 0 else { return FixedDecimal(coefficient: 0, scale: places) }
    guard let power = Self.powerOfTen(shift) else { return nil }
    return Self.rounded(coefficient, times: power, over: bottom.coefficient, scale: places)
  }

  /// Returns a · b ÷ c over 256 bits, rounded half away from zero.
  private static func rounded(_ a: Int128, times b: Int128, over c: Int128, scale: Int) -> FixedDecimal? {
    let (high, low) = a.magnitude.multipliedFullWidth(by: b.magnitude)
    guard high < c.magnitude else { return nil }
    var (quotient, rest) = c.magnitude.dividingFullWidth((high, low))
    if rest >= c.magnitude - rest { quotient += 1 }
    guard let magnitude = Int128(exactly: quotient) else { return nil }
    let isNegative = ((a < 0) != (b < 0)) != (c < 0)
    return FixedDecimal(coefficient: isNegative ? -magnitude : magnitude, scale: scale)
  }
}

extension FixedDecimal {
  /// True if the magnitude is less than half a unit.
  package var isBelowHalf: Bool {
    guard let power = Self.powerOfTen(scale) else { return true }
    return coefficient.magnitude < (power / 2).magnitude
  }

  /// A double near the value.
  package var approximate: Double { Double(coefficient) / Self.power(scale) }

  /// Returns 10 to the power of `exponent`, which may be negative.
  package static func power(_ exponent: Int) -> Double {
    guard exponent >= 0 else { return 1 / power(-exponent) }
    return powerOfTen(exponent).map(Double.init) ?? .infinity
  }
}

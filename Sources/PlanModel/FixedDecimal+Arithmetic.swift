extension FixedDecimal {
  private static let powers: [Int128] = (1...38).reduce(into: [1]) { powers, _ in
    powers.append(powers[powers.count - 1] * 10)
  }

  /// Returns 10 to the power of `exponent`, or `nil` above 38.
  static func powerOfTen(_ exponent: Int) -> Int128? {
    exponent <= 38 ? powers[max(exponent, 0)] : nil
  }

  /// Returns the coefficient of the same value with more places.
  func coefficient(atScale target: Int) throws(FixedDecimalError) -> Int128 {
    guard let power = Self.powerOfTen(target - scale) else {
      if coefficient == 0 { return 0 }
      throw .overflow
    }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: power)
    guard !overflow else { throw .overflow }
    return product
  }

  /// Returns the exact sum.
  public func adding(_ other: FixedDecimal) throws(FixedDecimalError) -> FixedDecimal {
    let common = max(scale, other.scale)
    let (sum, overflow) = try coefficient(atScale: common).addingReportingOverflow(other.coefficient(atScale: common))
    guard !overflow else { throw .overflow }
    return FixedDecimal(coefficient: sum, scale: common)
  }

  /// Returns the exact difference.
  public func subtracting(_ other: FixedDecimal) throws(FixedDecimalError) -> FixedDecimal {
    try adding(other.negated)
  }

  /// Returns the exact product.
  public func multiplied(by other: FixedDecimal) throws(FixedDecimalError) -> FixedDecimal {
    let left = normalized
    let right = other.normalized
    let (product, overflow) = left.coefficient.multipliedReportingOverflow(by: right.coefficient)
    guard !overflow, left.scale + right.scale <= Self.maximumScale else { throw .overflow }
    return FixedDecimal(coefficient: product, scale: left.scale + right.scale)
  }

  /// Returns the quotient, rounded half away from zero to `places` digits behind the point.
  public func divided(by divisor: FixedDecimal, places: Int) throws(FixedDecimalError) -> FixedDecimal {
    let top = normalized
    let bottom = divisor.normalized
    guard bottom.coefficient != 0 else { throw .divisionByZero }
    // top / bottom = (t · 10^(places + bottom.scale)) / (b · 10^top.scale) at `places` digits.
    let shift = places + bottom.scale - top.scale
    var numerator = top.coefficient
    var denominator = bottom.coefficient
    guard let power = Self.powerOfTen(abs(shift)) else { throw .overflow }
    let (scaled, overflow) = (shift >= 0 ? numerator : denominator).multipliedReportingOverflow(by: power)
    guard !overflow else { throw .overflow }
    if shift >= 0 { numerator = scaled } else { denominator = scaled }
    return FixedDecimal(coefficient: Self.roundedQuotient(numerator, denominator), scale: places)
  }

  /// Returns the value rounded half away from zero (四舍五入) to `places` digits behind the point, with zeros filled in.
  public func rounded(to places: Int) throws(FixedDecimalError) -> FixedDecimal {
    if places >= scale { return FixedDecimal(coefficient: try coefficient(atScale: places), scale: places) }
    guard let power = Self.powerOfTen(scale - places) else { return FixedDecimal(coefficient: 0, scale: places) }
    return FixedDecimal(coefficient: Self.roundedQuotient(coefficient, power), scale: places)
  }

  /// Returns the value rounded up to a whole number: 90 % of 55 towns is 50 towns, not 49.5.
  public func roundedUp() throws(FixedDecimalError) -> FixedDecimal {
    guard let power = Self.powerOfTen(scale) else { throw .overflow }
    let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: power)
    return FixedDecimal(coefficient: remainder > 0 ? quotient + 1 : quotient, scale: 0)
  }

  private static func roundedQuotient(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    // |2r| ≥ |d| without forming 2r, which may overflow.
    let rest = remainder.magnitude
    let half = denominator.magnitude - rest
    guard rest >= half else { return quotient }
    return (numerator < 0) == (denominator < 0) ? quotient + 1 : quotient - 1
  }
}

extension FixedDecimal: Comparable {
  public static func == (left: Self, right: Self) -> Bool {
    let (a, b) = (left.normalized, right.normalized)
    return a.coefficient == b.coefficient && a.scale == b.scale
  }

  public static func < (left: Self, right: Self) -> Bool {
    if left.coefficient.signum() != right.coefficient.signum() {
      return left.coefficient.signum() < right.coefficient.signum()
    }
    let common = max(left.scale, right.scale)
    if let a = try? left.coefficient(atScale: common), let b = try? right.coefficient(atScale: common) { return a < b }
    // Too many digits to bring both to one scale: whole parts first, then the fractions, which then differ in length.
    let (a, b) = (left.parts, right.parts)
    return a.whole == b.whole ? a.fraction < b.fraction : a.whole < b.whole
  }

  /// Whole part, and the fraction as a fraction of 10^38 cut to 37 digits; both carry the sign.
  private var parts: (whole: Int128, fraction: Int128) {
    guard let power = Self.powerOfTen(scale) else { return (0, coefficient) }
    let (whole, rest) = coefficient.quotientAndRemainder(dividingBy: power)
    let room = Self.powerOfTen(37 - scale) ?? 1
    return (whole, rest * room)
  }
}

extension FixedDecimal: Hashable {
  public func hash(into hasher: inout Hasher) {
    let value = normalized
    hasher.combine(value.coefficient)
    hasher.combine(value.scale)
  }
}

extension FixedDecimal: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

/// The double nearest to digits × a power of ten, by integer arithmetic; ties go to the even one, as IEEE 754 asks.
enum ExactDecimal {
  /// Returns `digits` × 10^`exponent`; `nil` where that needs more than a division of 128 by 64 bits.
  @inline(__always) static func double(_ digits: UInt64, exponent: Int) -> Double? {
    if exponent == 0 && digits < 1 << 53 { return Double(digits) }
    return scaled(digits, exponent)
  }

  private static func scaled(_ digits: UInt64, _ exponent: Int) -> Double? {
    if digits < 1 << 53, exponent >= -22, exponent <= 22 {
      // Both are exact, so one rounding gives the right double.
      let power = NumberText.powers[Int(exponent.magnitude)]
      return exponent < 0 ? Double(digits) / power : Double(digits) * power
    }
    guard digits != 0, exponent <= 0, exponent > -fives.count else { return nil }
    return quotient(digits, -exponent)
  }

  /// Returns `digits` / 10^`power`, for a power whose 5^`power` fits 64 bits.
  ///
  /// With both brought to their highest bit the quotient has 63 or 64 bits; what is left decides ties. The
  /// smallest result is 10^-27, far from subnormal.
  private static func quotient(_ digits: UInt64, _ power: Int) -> Double {
    let divisor = fives[power]
    let (up, down) = (digits.leadingZeroBitCount, divisor.leadingZeroBitCount)
    let number = digits &<< UInt64(up)
    // The high half is below 2^63 and so below the divisor: the quotient fits.
    let (bits, rest) = (divisor &<< UInt64(down)).dividingFullWidth((number &>> 1, number &<< 63))
    let surplus = UInt64(11 - bits.leadingZeroBitCount)
    let tail = bits & ((1 &<< surplus) &- 1)
    let half: UInt64 = 1 &<< (surplus &- 1)
    var mantissa = bits &>> surplus
    if tail > half || tail == half && (rest != 0 || mantissa & 1 == 1) { mantissa &+= 1 }
    // Below 2^53 + 1, so exact; then only the exponent changes.
    let shift = down - up - power - 63 + Int(surplus)
    return Double(bitPattern: UInt64(bitPattern: Int64(bitPattern: Double(mantissa).bitPattern) &+ Int64(shift) << 52))
  }

  /// 5^0 to 5^27, all below 2^63.
  private static let fives: [UInt64] = (0...27).map { power in (0..<power).reduce(1) { value, _ in value * 5 } }
}

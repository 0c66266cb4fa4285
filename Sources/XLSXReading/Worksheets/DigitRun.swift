/// Decimal digits, up to eight at a time in one word.
enum DigitRun {
  /// Returns how many bytes from the lowest on are digits: 0 to 8.
  @inline(__always) static func count(_ word: UInt64) -> Int {
    let digits = word ^ 0x3030_3030_3030_3030
    // The high bit of each byte that is above 9. A carry spoils only bytes above a true hit.
    let others = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    return others.trailingZeroBitCount / 8
  }

  /// Returns the number that the lowest `count` bytes, 1 to 8 digits, make.
  @inline(__always) static func value(_ word: UInt64, _ count: Int) -> UInt64 {
    // Aligned at the high end, with zeros in front; then pairs, fours and the whole in three steps.
    var digits = (word ^ 0x3030_3030_3030_3030) &<< UInt64(truncatingIfNeeded: 64 &- count &* 8)
    digits = digits &* 10 &+ digits &>> 8
    let high = (digits & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let low = (digits &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (high &+ low) &>> 32
  }

  /// Returns ten to a power of 0 to 8.
  @inline(__always) static func power(_ count: Int) -> UInt64 {
    // Two steps of a table in a word would be no faster than this chain of constants.
    switch count {
    case 8: 100_000_000
    case 1: 10
    case 2: 100
    case 3: 1000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    case 7: 10_000_000
    default: 1
    }
  }
}

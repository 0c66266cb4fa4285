/// An exact decimal number: a coefficient times a power of ten.
///
/// Every figure of a plan, a submission and a summary is one of these; binary floating point appears only where a
/// spreadsheet hands a number over or takes one. Equal values compare and hash equal however they were written, so
/// `1.50` equals `1.5`; the written number of places is kept for printing.
public struct FixedDecimal: Sendable {
  /// The coefficient in two halves: an `Int128` would align every figure, and all that holds one, to 16 bytes.
  private let high: Int64
  private let low: UInt64
  private let fractionDigits: UInt16

  /// Digits behind the point that a value may have.
  static let maximumScale = 30

  init(coefficient: Int128, scale: Int) {
    high = Int64(truncatingIfNeeded: coefficient >> 64)
    low = UInt64(truncatingIfNeeded: coefficient)
    // Only a zero can have more places than a number has digits.
    fractionDigits = UInt16(clamping: scale)
  }

  /// All digits of the number, without the point.
  var coefficient: Int128 { Int128(high) << 64 | Int128(low) }
  /// Digits behind the point, zero or more.
  var scale: Int { Int(fractionDigits) }

  public init(_ integer: Int) {
    self.init(coefficient: Int128(integer), scale: 0)
  }

  public static let zero = FixedDecimal(0)
  public static let hundred = FixedDecimal(100)

  /// Digits behind the point as written, so 2 for `1.50`.
  public var places: Int { scale }
  public var isZero: Bool { coefficient == 0 }
  public var isNegative: Bool { coefficient < 0 }
  public var isInteger: Bool { normalized.scale == 0 }
  public var magnitude: FixedDecimal { coefficient < 0 ? FixedDecimal(coefficient: -coefficient, scale: scale) : self }
  public var negated: FixedDecimal { FixedDecimal(coefficient: -coefficient, scale: scale) }

  /// The same value without zeros at the end of the fraction, so `1.5` for `1.50`.
  public var normalized: FixedDecimal {
    if scale == 0 { return self }
    var scale = scale
    if var short = Int64(exactly: coefficient) {
      while scale > 0, short % 10 == 0 {
        short /= 10
        scale -= 1
      }
      return FixedDecimal(coefficient: Int128(short), scale: scale)
    }
    var coefficient = coefficient
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    return FixedDecimal(coefficient: coefficient, scale: scale)
  }
}

/// A calculation has no exact or no representable result.
public enum FixedDecimalError: Error, Hashable, Sendable {
  /// More than 38 digits would be needed.
  case overflow
  case divisionByZero
}

/// A colour as 24 bits, red first: `0x1F3A5F`.
public struct RGBColor: Hashable, Sendable {
  /// 0x000000 to 0xFFFFFF.
  public let hex: UInt32

  /// Bits above the lowest 24 are dropped.
  public init(_ hex: UInt32) {
    self.hex = hex & 0xFF_FFFF
  }

  public static let black: RGBColor = 0x000000
  public static let white: RGBColor = 0xFFFFFF
}

extension RGBColor: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: UInt32) {
    self.init(value)
  }
}

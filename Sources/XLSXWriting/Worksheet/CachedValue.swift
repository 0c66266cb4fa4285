/// What a formula came to when the workbook was written. Programs that do not calculate show this.
public enum CachedValue: Hashable, Sendable {
  case number(Double)
  case text(String)
  /// Kept in the file as the text TRUE or FALSE: the library has no other way.
  case boolean(Bool)
}

extension CachedValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(floatLiteral value: Double) { self = .number(value) }
}

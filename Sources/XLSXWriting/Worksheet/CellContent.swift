/// What a cell holds.
public enum CellContent: Hashable, Sendable {
  /// Nothing; written only where there is a format.
  case blank
  /// Text stays text, whatever it begins with. Up to 32,767 UTF-16 units; an empty text is a blank.
  case text(String)
  /// Finite. Up to 16 significant digits reach the file.
  case number(Double)
  case boolean(Bool)
  /// A formula, with or without its leading `=`, and its result.
  case formula(String, CachedValue)
  /// At least one run; a single one makes a plain text, its font ignored.
  case richText([TextRun])

  public static func integer(_ value: Int) -> CellContent { .number(Double(value)) }

  /// Returns a day or time as the 1900 date system counts it; needs a format that shows it as a date.
  /// - Source: ECMA-376 Part 1, 18.17.4.1.
  public static func serialDate(_ serial: Double) -> CellContent { .number(serial) }
}

extension CellContent: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(floatLiteral value: Double) { self = .number(value) }
}

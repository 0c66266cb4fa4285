/// A cell of a row batch: 16 bytes, no reference to anything.
///
/// Numbers and booleans are in it; text, dates and formats are had from its `Row`.
public struct Cell: Sendable, BitwiseCopyable {
  /// What kind of value the file stores.
  public enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// No value: style only, or a formula without a cached value.
    case blank
    case number
    case boolean
    /// Text from the shared strings. May turn out empty, which is no value.
    case sharedString
    /// Text that stands in the sheet itself.
    case string
    case error
    /// ISO 8601 text, checked.
    case isoDate
  }

  /// A number's bits, an index, 0 or 1, or where the text lies in the row's bytes.
  let payload: UInt64
  let style: UInt32
  let columnNumber: UInt16
  public let kind: Kind
  let flags: Flags

  struct Flags: OptionSet, Sendable, BitwiseCopyable {
    let rawValue: UInt8
    static let formula = Flags(rawValue: 1)
    /// A formula's result is stored with it, be it the empty string.
    static let cached = Flags(rawValue: 2)
  }

  /// Zero-based.
  public var column: Int { Int(columnNumber) }
  /// The index into the workbook's styles, as the file says; may be past their end.
  public var styleIndex: Int { Int(style) }
  /// Whether the cell is calculated, also as a child of a shared or array formula.
  public var isFormula: Bool { flags.contains(.formula) }
  /// A formula whose result nobody has stored.
  public var isFormulaWithoutCachedValue: Bool { flags.contains(.formula) && !flags.contains(.cached) }

  /// The number as stored, whatever its format; `nil` for other kinds.
  public var number: Double? { kind == .number ? Double(bitPattern: payload) : nil }
  public var boolean: Bool? { kind == .boolean ? payload != 0 : nil }

  /// The range of a text in the row's bytes.
  var textRange: Range<Int> {
    let start = Int(payload & 0xFFFF_FFFF)
    return start..<(start + Int(payload >> 32))
  }
}

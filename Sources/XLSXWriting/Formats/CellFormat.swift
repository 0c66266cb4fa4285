public import SpreadsheetML

/// Everything about a cell but its content. A value: equal formats become one format of the workbook.
///
/// Copies share their storage, so that a table holds as many formats as it has looks, not as it has cells.
public struct CellFormat: Hashable, Sendable {
  private struct Properties: Hashable, Sendable {
    var font: CellFont
    var fill: RGBColor?
    var borders: CellBorders
    var alignment: CellAlignment
    var numberFormat: String?
    var isLocked: Bool
    var hidesFormula: Bool
  }

  private final class Storage: Sendable {
    let properties: Properties
    /// Of the properties, worked out once.
    let hash: Int

    init(_ properties: Properties) {
      self.properties = properties
      var hasher = Hasher()
      // Byte by byte: a name such as 仿宋 would be brought into a normal form first.
      for text in [properties.font.name, properties.numberFormat ?? ""] {
        for byte in text.utf8 { hasher.combine(byte) }
      }
      hasher.combine(properties.font.size)
      hasher.combine(properties.font.isBold)
      hasher.combine(properties.font.color)
      hasher.combine(properties.fill)
      hasher.combine(properties.borders)
      hasher.combine(properties.alignment)
      hash = hasher.finalize()
    }
  }

  private var storage: Storage

  public init(
    font: CellFont = CellFont(), fill: RGBColor? = nil, borders: CellBorders = .none,
    alignment: CellAlignment = CellAlignment(), numberFormat: String? = nil, locked: Bool = true,
    hidesFormula: Bool = false
  ) {
    storage = Storage(
      Properties(
        font: font, fill: fill, borders: borders, alignment: alignment, numberFormat: numberFormat, isLocked: locked,
        hidesFormula: hidesFormula))
  }

  public var font: CellFont {
    get { storage.properties.font }
    set { change { $0.font = newValue } }
  }

  /// A solid fill; `nil` leaves the cell unfilled.
  public var fill: RGBColor? {
    get { storage.properties.fill }
    set { change { $0.fill = newValue } }
  }

  public var borders: CellBorders {
    get { storage.properties.borders }
    set { change { $0.borders = newValue } }
  }

  public var alignment: CellAlignment {
    get { storage.properties.alignment }
    set { change { $0.alignment = newValue } }
  }

  /// A number format code such as `#,##0_ `; `nil` is General. At most 127 bytes of UTF-8.
  public var numberFormat: String? {
    get { storage.properties.numberFormat }
    set { change { $0.numberFormat = newValue } }
  }

  /// Whether the cell resists editing once its sheet is protected.
  public var isLocked: Bool {
    get { storage.properties.isLocked }
    set { change { $0.isLocked = newValue } }
  }

  /// Whether the formula is hidden once the sheet is protected.
  public var hidesFormula: Bool {
    get { storage.properties.hidesFormula }
    set { change { $0.hidesFormula = newValue } }
  }

  /// Returns a copy with some properties changed: `format.with { $0.fill = 0xE9EEF4 }`.
  public func with(_ change: (inout CellFormat) -> Void) -> CellFormat {
    var copy = self
    change(&copy)
    return copy
  }

  private mutating func change(_ body: (inout Properties) -> Void) {
    var properties = storage.properties
    body(&properties)
    storage = Storage(properties)
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.storage === right.storage
      || left.storage.hash == right.storage.hash && left.storage.properties == right.storage.properties
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(storage.hash) }
}

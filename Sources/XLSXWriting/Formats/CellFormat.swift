/// Everything about a cell but its content. A value: equal formats become one format of the workbook.
public struct CellFormat: Hashable, Sendable {
  public var font: CellFont
  /// A solid fill; `nil` leaves the cell unfilled.
  public var fill: RGBColor?
  public var borders: CellBorders
  public var alignment: CellAlignment
  /// A number format code such as `#,##0_ `; `nil` is General. At most 127 bytes of UTF-8.
  public var numberFormat: String?
  /// Whether the cell resists editing once its sheet is protected.
  public var isLocked: Bool
  /// Whether the formula is hidden once the sheet is protected.
  public var hidesFormula: Bool

  public init(
    font: CellFont = CellFont(), fill: RGBColor? = nil, borders: CellBorders = .none,
    alignment: CellAlignment = CellAlignment(), numberFormat: String? = nil, locked: Bool = true,
    hidesFormula: Bool = false
  ) {
    self.font = font
    self.fill = fill
    self.borders = borders
    self.alignment = alignment
    self.numberFormat = numberFormat
    self.isLocked = locked
    self.hidesFormula = hidesFormula
  }

  /// A copy with some properties changed: `format.with { $0.fill = 0xE9EEF4 }`.
  public func with(_ change: (inout CellFormat) -> Void) -> CellFormat {
    var copy = self
    change(&copy)
    return copy
  }
}

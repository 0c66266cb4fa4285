public import XLSXWriting

/// Rows below an indicator (其中, 分子, 分母) and rows of totals.
extension Theme {
  /// Returns the format of 其中：…; each level is indented by two characters.
  public func partName(level: Int = 1) -> CellFormat {
    CellFormat(
      font: fonts.body(10, color: Palette.grey), borders: Self.hairGrid,
      alignment: CellAlignment(.left, .center, wraps: true, indent: max(0, min(level, 50)) * 2))
  }

  public var partText: CellFormat { table.partText }

  public func partFigure(_ style: NumberStyle) -> CellFormat { table.partFigure(style) }

  /// The word of a total row, 合　计, and words within it.
  public var totalText: CellFormat {
    CellFormat(
      font: fonts.heading(), fill: Palette.tint, borders: Self.totalBorders, alignment: Self.centeredWrapped)
  }

  public func totalFigure(_ style: NumberStyle) -> CellFormat {
    CellFormat(
      font: fonts.figures(bold: true), fill: Palette.tint, borders: Self.totalBorders, alignment: Self.right,
      numberFormat: style.code)
  }

  private static var totalBorders: CellBorders {
    var borders = grid
    borders.top = CellBorder(.medium, Palette.accent)
    return borders
  }
}

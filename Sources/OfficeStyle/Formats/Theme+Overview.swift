public import SpreadsheetML
public import XLSXWriting

/// Tiles and lists of the overview.
extension Theme {
  /// Returns the format of the coloured strip at the left of a tile.
  public func tileStrip(_ color: RGBColor) -> CellFormat { CellFormat(fill: color) }

  public var tileLabel: CellFormat {
    CellFormat(
      font: fonts.heading(color: Palette.grey), fill: Palette.paper, alignment: CellAlignment(.left, .center, indent: 1)
    )
  }

  public func tileFigure(
    color: RGBColor = Palette.ink, style: NumberStyle = .tile
  ) -> CellFormat {
    CellFormat(
      font: fonts.figures(24, bold: true, color: color), fill: Palette.paper,
      alignment: CellAlignment(.left, .center, indent: 1), numberFormat: style.code)
  }

  public var tileNote: CellFormat {
    CellFormat(
      font: fonts.body(color: Palette.grey), fill: Palette.paper, alignment: CellAlignment(.left, .center, indent: 1))
  }

  /// Returns the format of the header of a list, which has no verticals.
  public func listHeader(_ side: CellAlignment.Horizontal = .center) -> CellFormat {
    CellFormat(
      font: fonts.heading(10), fill: Palette.tint, borders: CellBorders(bottom: CellBorder(.thin, Palette.line)),
      alignment: CellAlignment(side, .center))
  }

  public func listRow(_ side: CellAlignment.Horizontal = .left) -> CellFormat {
    CellFormat(font: fonts.body(), borders: Self.dotted, alignment: CellAlignment(side, .center, wraps: true))
  }

  /// A cell of a list that leads somewhere.
  public var listLink: CellFormat { listRow().with { $0.font.color = Palette.accent } }

  public func listFigure(_ style: NumberStyle, _ side: CellAlignment.Horizontal = .right) -> CellFormat {
    CellFormat(
      font: fonts.figures(), borders: Self.dotted, alignment: CellAlignment(side, .center), numberFormat: style.code)
  }
}

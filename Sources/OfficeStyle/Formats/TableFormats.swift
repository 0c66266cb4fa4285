import XLSXWriting

/// The looks that tables give to every cell, made once for each set of fonts.
final class TableFormats: Sendable {
  let header: CellFormat
  let text: CellFormat
  let centeredText: CellFormat
  let strongText: CellFormat
  let remark: CellFormat
  let listText: CellFormat
  let ordinal: CellFormat
  let digest: CellFormat
  let figureWord: CellFormat
  let dash: CellFormat
  let date: CellFormat
  let light: CellFormat
  let link: CellFormat
  let centeredLink: CellFormat
  let partText: CellFormat
  /// Every sheet has a row of links.
  let navigation: CellFormat
  /// By the place of the style.
  private let figures: [CellFormat]
  private let partFigures: [CellFormat]
  private let fonts: FontSet

  private static let official = TableFormats(FontSet.official)
  private static let common = TableFormats(FontSet.common)

  static func of(_ fonts: FontSet) -> TableFormats { fonts == .official ? official : common }

  private init(_ fonts: FontSet) {
    let grid = Theme.grid
    let count = NumberStyle.count.code
    header = CellFormat(
      font: fonts.heading(), fill: Palette.tint, borders: grid, alignment: Theme.centeredWrapped)
    text = CellFormat(font: fonts.body(), borders: grid, alignment: Theme.leftWrapped)
    centeredText = CellFormat(font: fonts.body(), borders: grid, alignment: Theme.centeredWrapped)
    strongText = CellFormat(font: fonts.heading(), borders: grid, alignment: Theme.leftWrapped)
    remark = CellFormat(font: fonts.body(9.5, color: Palette.grey), borders: grid, alignment: Theme.leftWrapped)
    listText = CellFormat(font: fonts.body(10), borders: grid, alignment: Theme.left)
    ordinal = CellFormat(font: fonts.figures(), borders: grid, alignment: Theme.centered)
    digest = CellFormat(font: fonts.digest(), borders: grid, alignment: Theme.centered)
    figureWord = CellFormat(font: fonts.body(), borders: grid, alignment: Theme.right, numberFormat: count)
    dash = CellFormat(
      font: fonts.figures(color: Palette.pale), borders: grid, alignment: Theme.right, numberFormat: count)
    date = CellFormat(
      font: fonts.figures(), borders: grid, alignment: Theme.centered, numberFormat: NumberStyle.date.code)
    light = CellFormat(font: fonts.heading(), borders: grid, alignment: Theme.centered)
    link = text.with { $0.font.color = Palette.accent }
    centeredLink = centeredText.with { $0.font.color = Palette.accent }
    partText = CellFormat(
      font: fonts.body(10, color: Palette.grey), borders: Theme.hairGrid, alignment: Theme.centered)
    navigation = CellFormat(font: fonts.body(9, color: Palette.accent), alignment: Theme.left)
    figures = NumberStyle.usualStyles.map { Self.figure($0, fonts) }
    partFigures = NumberStyle.usualStyles.map { Self.partFigure($0, fonts) }
    self.fonts = fonts
  }

  func figure(_ style: NumberStyle) -> CellFormat {
    style.usual.map { figures[$0] } ?? Self.figure(style, fonts)
  }

  func partFigure(_ style: NumberStyle) -> CellFormat {
    style.usual.map { partFigures[$0] } ?? Self.partFigure(style, fonts)
  }

  private static func figure(_ style: NumberStyle, _ fonts: FontSet) -> CellFormat {
    CellFormat(font: fonts.figures(), borders: Theme.grid, alignment: Theme.right, numberFormat: style.code)
  }

  private static func partFigure(_ style: NumberStyle, _ fonts: FontSet) -> CellFormat {
    CellFormat(
      font: fonts.figures(10, color: Palette.grey), borders: Theme.hairGrid, alignment: Theme.right,
      numberFormat: style.code)
  }
}

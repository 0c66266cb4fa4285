import XLSXWriting

/// The one look of templates, returns and summaries: what each role of a cell looks like.
///
/// ```swift
/// let theme = Theme(fonts: .official)
/// try sheet.write("指标", at: cell, format: theme.tableHeader)
/// try sheet.write(.number(1780), at: cell, format: theme.figure(.count))
/// ```
public struct Theme: Hashable, Sendable {
  public let fonts: FontSet

  public init(fonts: FontSet = .official) {
    self.fonts = fonts
  }

  /// The grid of tables.
  static let grid = CellBorders(all: CellBorder(.thin, Palette.line))
  /// The grid of the parts of a total.
  static let hairGrid = CellBorders(all: CellBorder(.thin, Palette.hair))
  /// Below each row of a list, and nowhere else.
  static let dotted = CellBorders(bottom: CellBorder(.dotted, Palette.hair))

  static let left = CellAlignment(.left, .center)
  static let leftWrapped = CellAlignment(.left, .center, wraps: true)
  static let centered = CellAlignment(.center, .center)
  static let centeredWrapped = CellAlignment(.center, .center, wraps: true)
  static let right = CellAlignment(.right, .center)
}

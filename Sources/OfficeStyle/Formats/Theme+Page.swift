public import XLSXWriting

/// What stands around a table: heads, rules, notes, feet.
extension Theme {
  public var title: CellFormat {
    CellFormat(font: fonts.title(), alignment: Self.centered)
  }

  /// 附件1
  public var attachment: CellFormat {
    CellFormat(font: fonts.heading(12), alignment: Self.left)
  }

  /// 示例数据, or the grade of secrecy, in the right corner.
  public var mark: CellFormat {
    CellFormat(font: fonts.heading(9, color: Palette.grey), alignment: Self.right)
  }

  /// Links above the printed part.
  public var navigation: CellFormat { table.navigation }

  /// Returns the format of the line under the title; `ruled` draws the accent rule of the overview below it.
  public func subline(_ side: CellAlignment.Horizontal, ruled: Bool = false) -> CellFormat {
    CellFormat(
      font: fonts.body(), borders: ruled ? CellBorders(bottom: CellBorder(.medium, Palette.accent)) : .none,
      alignment: CellAlignment(side, .center))
  }

  /// 一、滞后事项, over a table or a part of the overview.
  public var sectionHead: CellFormat {
    CellFormat(
      font: fonts.heading(12, color: Palette.accent), borders: CellBorders(bottom: CellBorder(.thin, Palette.accent)),
      alignment: CellAlignment(.left, .center))
  }

  /// The conclusion that a page begins with.
  public var lede: CellFormat {
    CellFormat(font: fonts.body(13), alignment: Self.leftWrapped)
  }

  /// Running text outside tables.
  public var paragraph: CellFormat {
    CellFormat(font: fonts.body(), alignment: Self.leftWrapped)
  }

  /// 单位负责人：, 审核人：, 报出日期：
  public var signature: CellFormat {
    CellFormat(font: fonts.body(), alignment: Self.left)
  }

  /// Notes below a table.
  public var note: CellFormat {
    CellFormat(font: fonts.body(9, color: Palette.grey), alignment: CellAlignment(.left, .top, wraps: true))
  }
}

public import XLSXWriting

/// Cells of a table.
extension Theme {
  public var tableHeader: CellFormat {
    CellFormat(font: fonts.heading(), fill: Palette.tint, borders: Self.grid, alignment: Self.centeredWrapped)
  }

  /// 栏号: 甲, 乙, 1, 2=3+4.
  public var columnNumber: CellFormat {
    CellFormat(font: fonts.body(9, color: Palette.grey), borders: Self.grid, alignment: Self.centered)
  }

  /// A row that heads a group: 一 社会救助科. Lines above and below only.
  public var sectionRow: CellFormat {
    CellFormat(
      font: fonts.heading(), fill: Palette.paper,
      borders: CellBorders(top: CellBorder(.thin, Palette.line), bottom: CellBorder(.thin, Palette.line)),
      alignment: Self.left)
  }

  /// The number of a group, at the left end of its row.
  public var sectionNumber: CellFormat {
    sectionRow.with {
      $0.alignment = Self.centered
      $0.borders.left = CellBorder(.thin, Palette.line)
    }
  }

  /// A short remark at the right end of a group's row.
  public var sectionRemark: CellFormat {
    sectionRow.with {
      $0.font = fonts.heading(9, color: Palette.accent)
      $0.borders.right = CellBorder(.thin, Palette.line)
    }
  }

  /// Text, left, wrapped: names, the units' own words.
  public var text: CellFormat {
    CellFormat(font: fonts.body(), borders: Self.grid, alignment: Self.leftWrapped)
  }

  /// Text in the middle: 单位, 状态, 是.
  public var centeredText: CellFormat {
    CellFormat(font: fonts.body(), borders: Self.grid, alignment: Self.centeredWrapped)
  }

  /// A name that matters, such as the unit of a ranking.
  public var strongText: CellFormat {
    CellFormat(font: fonts.heading(), borders: Self.grid, alignment: Self.leftWrapped)
  }

  /// 备注, small and grey.
  public var remark: CellFormat {
    CellFormat(font: fonts.body(9.5, color: Palette.grey), borders: Self.grid, alignment: Self.leftWrapped)
  }

  /// Rows of a long list: 10 points, one line.
  public var listText: CellFormat {
    CellFormat(font: fonts.body(10), borders: Self.grid, alignment: Self.left)
  }

  /// 序号, codes, cells of a file: in the middle.
  public var ordinal: CellFormat {
    CellFormat(font: fonts.figures(), borders: Self.grid, alignment: Self.centered)
  }

  public var digest: CellFormat {
    CellFormat(font: fonts.digest(), borders: Self.grid, alignment: Self.centered)
  }

  public func figure(_ style: NumberStyle) -> CellFormat {
    CellFormat(font: fonts.figures(), borders: Self.grid, alignment: Self.right, numberFormat: style.code)
  }

  /// A figure that the row turns on, such as the total of all units.
  public func strongFigure(_ style: NumberStyle) -> CellFormat {
    figure(style).with { $0.font.isBold = true }
  }

  /// A figure of an earlier period, carried and not reported.
  public func earlierFigure(_ style: NumberStyle) -> CellFormat {
    figure(style).with { $0.font.color = Palette.grey }
  }

  /// A word where figures stand: 印发, 未报送. Padded as the figures are.
  public var figureWord: CellFormat {
    CellFormat(font: fonts.body(), borders: Self.grid, alignment: Self.right, numberFormat: NumberStyle.count.code)
  }

  /// — where a figure does not apply.
  public var dash: CellFormat {
    CellFormat(
      font: fonts.figures(color: Palette.pale), borders: Self.grid, alignment: Self.right,
      numberFormat: NumberStyle.count.code)
  }

  public var date: CellFormat {
    CellFormat(
      font: fonts.figures(), borders: Self.grid, alignment: Self.centered, numberFormat: NumberStyle.date.code)
  }

  /// 绿, 黄, 红, 灰; the colour comes from `ConditionalFormat.lights`.
  public var light: CellFormat {
    CellFormat(font: fonts.heading(), borders: Self.grid, alignment: Self.centered)
  }

  /// 进度状态; the weight comes from `ConditionalFormat.statuses`.
  public var status: CellFormat { centeredText }

  /// A cell that leads somewhere.
  public var link: CellFormat {
    text.with { $0.font.color = Palette.accent }
  }

  /// A cell in the middle of its column that leads somewhere: 数据来源 A13.
  public var centeredLink: CellFormat {
    centeredText.with { $0.font.color = Palette.accent }
  }
}

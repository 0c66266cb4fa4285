public import XLSXWriting

/// Cells of a table.
extension Theme {
  var table: TableFormats { TableFormats.of(fonts) }

  public var tableHeader: CellFormat { table.header }

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
  public var text: CellFormat { table.text }

  /// Text in the middle: 单位, 状态, 是.
  public var centeredText: CellFormat { table.centeredText }

  /// A name that matters, such as the unit of a ranking.
  public var strongText: CellFormat { table.strongText }

  /// 备注, small and grey.
  public var remark: CellFormat { table.remark }

  /// Rows of a long list: 10 points, one line.
  public var listText: CellFormat { table.listText }

  /// 序号, codes, cells of a file: in the middle.
  public var ordinal: CellFormat { table.ordinal }

  public var digest: CellFormat { table.digest }

  public func figure(_ style: NumberStyle) -> CellFormat { table.figure(style) }

  /// Returns the format of a figure that the row turns on, such as the total of all units.
  public func strongFigure(_ style: NumberStyle) -> CellFormat {
    figure(style).with { $0.font.isBold = true }
  }

  /// Returns the format of a figure of an earlier period, carried and not reported.
  public func earlierFigure(_ style: NumberStyle) -> CellFormat {
    figure(style).with { $0.font.color = Palette.grey }
  }

  /// A word where figures stand: 印发, 未报送. Padded as the figures are.
  public var figureWord: CellFormat { table.figureWord }

  /// — where a figure does not apply.
  public var dash: CellFormat { table.dash }

  public var date: CellFormat { table.date }

  /// 绿, 黄, 红, 灰; the colour comes from `ConditionalFormat.lights`.
  public var light: CellFormat { table.light }

  /// 进度状态; the weight comes from `ConditionalFormat.statuses`.
  public var status: CellFormat { centeredText }

  /// A cell that leads somewhere.
  public var link: CellFormat { table.link }

  /// A cell in the middle of its column that leads somewhere: 数据来源 A13.
  public var centeredLink: CellFormat { table.centeredLink }
}

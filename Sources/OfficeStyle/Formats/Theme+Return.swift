public import XLSXWriting

/// What a return adds to a form.
extension Theme {
  /// Returns the format of a cell of the form with a finding's mark on it; everything else about it stays.
  public func marked(_ format: CellFormat, _ mark: FindingMark) -> CellFormat {
    format.with {
      $0.fill = mark.fill
      $0.borders = mark.borders
    }
  }

  /// Returns the format of the word of a grade in the list of findings.
  public func grade(_ mark: FindingMark) -> CellFormat {
    CellFormat(
      font: fonts.heading(color: mark.textColor), fill: mark.fill, borders: Self.grid, alignment: Self.centered)
  }

  /// Returns the format of a count at the head of a return: 强制性 3条.
  public func gradeCount(_ mark: FindingMark) -> CellFormat {
    CellFormat(
      font: fonts.heading(12, color: mark.textColor), fill: mark.fill, borders: mark.borders,
      alignment: Self.centered)
  }

  /// The numbers of the findings beside a row: 1、3.
  public var findingNumbers: CellFormat {
    CellFormat(
      font: fonts.figures(bold: true, color: Palette.brick), borders: Self.grid, alignment: Self.centeredWrapped)
  }

  /// Returns the format of the legend of a mark below the form.
  public func legend(_ mark: FindingMark) -> CellFormat {
    CellFormat(font: fonts.body(), fill: mark.fill, borders: mark.borders, alignment: Self.centered)
  }
}

public import XLSXWriting

/// What a clerk may fill: the only cells that stay open on a protected sheet.
extension Theme {
  public var entryHeader: CellFormat { tableHeader.with { $0.fill = Palette.entryHeader } }

  public var entryText: CellFormat { open(text) }

  public var entryCenteredText: CellFormat { open(centeredText) }

  public func entryFigure(_ style: NumberStyle) -> CellFormat { open(figure(style)) }

  public var entryDate: CellFormat { open(date) }

  /// Telephone numbers and codes: kept as typed, leading zeros too.
  public var entryCode: CellFormat {
    open(centeredText).with { $0.numberFormat = NumberStyle.text.code }
  }

  private func open(_ format: CellFormat) -> CellFormat {
    format.with {
      $0.fill = Palette.entryCell
      $0.isLocked = false
    }
  }
}

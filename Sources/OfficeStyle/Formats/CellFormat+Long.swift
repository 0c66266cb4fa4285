public import XLSXWriting

extension CellFormat {
  /// Returns the format for a text in a column: begun at the top where no row is high enough for all of it. Centred, its
  /// beginning would be out of sight too.
  ///
  /// - Parameter column: characters; of merged columns, their sum.
  public func holding(_ text: String?, column: Double) -> CellFormat {
    guard alignment.wraps, let text else { return self }
    if RowMeasure.fits(.init(text, column: column - Double(alignment.indent), size: font.size)) { return self }
    return with { $0.alignment.vertical = .top }
  }
}

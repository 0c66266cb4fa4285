extension Worksheet {
  /// The rows as copies, read one at a time while they are asked for.
  public var rows: SheetRows { rows() }

  /// Returns the rows as copies, of the columns and as many rows as the options say; with the text of their formulas
  /// where they ask for it.
  public func rows(options: RowOptions = RowOptions()) -> SheetRows {
    SheetRows(sheet: self, options: options)
  }
}

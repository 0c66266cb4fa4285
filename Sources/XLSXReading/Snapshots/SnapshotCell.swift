public import SpreadsheetML

/// A cell of a `SnapshotRow`.
public struct SnapshotCell: Hashable, Sendable {
  public let reference: CellReference
  /// `nil` for a formula without a result, and for a cell that is empty after all.
  public let value: CellValue?
  /// The number as stored, also where the value is a date.
  public let rawNumber: Double?
  /// The formula without `=`; `nil` for a cell without one, and for the children of a shared formula.
  public let formula: String?
  /// Whether the value is calculated.
  public let isFormula: Bool
  /// Whether nobody has stored the formula's result.
  public let hasFormulaWithoutCachedValue: Bool
  public let numberFormat: NumberFormat
}

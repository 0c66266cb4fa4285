public import SpreadsheetML

/// A cell of a `SnapshotRow`.
public struct SnapshotCell: Hashable, Sendable {
  public let reference: CellReference
  /// `nil` for a formula without a result, and for a cell that is empty after all.
  public let value: CellValue?
  // In this order they take 120 bytes, in others more.
  /// The number as stored, also where the value is a date.
  public let rawNumber: Double?
  /// Whether the value is calculated.
  public let isFormula: Bool
  /// Whether nobody has stored the formula's result.
  public let hasFormulaWithoutCachedValue: Bool
  /// What of the cell's own font changes how its text is to be read: a whole cell that is struck through.
  public let font: FontMarks
  /// The formula without `=`; `nil` for a cell without one, and for the children of a shared formula.
  public let formula: String?
  /// The runs of a text that does not all look as `font` says; empty for all others, as nearly all are.
  ///
  /// `4` struck through and `5` not, in a cell whose value is 45, are two runs. In a cell that is struck through as a
  /// whole, a run that is not is one too.
  public let runs: [MarkedRun]
  public let numberFormat: NumberFormat
}

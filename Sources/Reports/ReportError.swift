public import PlanModel
public import XLSXWriting

/// Why a report could not be made.
public enum ReportError: Error, Hashable, Sendable {
  /// The workbook could not be written.
  case writing(XLSXWriteError)
  /// A figure needs more than 38 digits.
  case arithmetic(FixedDecimalError)
}

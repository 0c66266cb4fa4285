public import PlanModel
public import XLSXWriting

/// Why a report could not be made.
public enum ReportError: Error, Hashable, Sendable {
  /// The file of this path could not be written: the report's own, or one that goes with it.
  case writing(XLSXWriteError, path: String)
  /// A figure needs more than 38 digits.
  case arithmetic(FixedDecimalError)
}

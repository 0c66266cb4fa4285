public import PlanModel

/// A check that every submission goes through. The raw value is the rule's name in every output.
public enum BuiltInRule: String, Hashable, Sendable, CaseIterable {
  // The file as a whole.
  case unreadableFile = "unreadable-file"
  case anotherPlan = "another-plan"
  case anotherPeriod = "another-period"
  case stampAltered = "stamp-altered"
  case formNotFound = "form-not-found"
  case columnMissing = "column-missing"
  case unitUnknown = "unit-unknown"
  case rowMissing = "row-missing"
  case rowDuplicated = "row-duplicated"
  // Cells that must be mended.
  case requiredBlank = "required-figure-blank"
  case notNumber = "actual-not-number"
  case notDate = "not-a-date"
  case foreignMeasure = "unit-of-measure-not-convertible"
  case cumulativeFell = "cumulative-fell"
  case formulaError = "formula-error"
  case numeratorOver = "numerator-over-denominator"
  case overwritten = "formula-overwritten"
  case dateInFuture = "date-in-future"
  case notApplicableRequired = "required-not-applicable"
  // To be explained.
  case overTarget = "over-target"
  case behindWithoutReason = "behind-without-reason"
  case preparerIsReviewer = "preparer-is-reviewer"
  case measureShift = "suspected-unit-shift"
  case bareFraction = "suspected-fraction"
  case rangeNotTaken = "range-not-taken"
  case mergedFigure = "merged-figure"
  case approximate = "approximate-value"
  case numberInWords = "number-among-words"
  case ambiguousNumber = "ambiguous-number"
  case targetChanged = "target-changed"
  case outsideLayout = "outside-layout"
  case severalForms = "several-form-sheets"
  case hiddenData = "hidden-data"
  case bracketNegative = "negative-in-brackets"
  case fellExplained = "cumulative-fell-explained"
  case stampMissing = "stamp-missing"
  case signatureMissing = "signature-missing"
  case conflictingFiles = "conflicting-files"
  case previousDiffers = "previous-differs"
  // For information.
  case normalized = "normalized"
  case nilReturn = "nil-return"
  case overwrittenEqual = "formula-overwritten-equal"
  case sheetRenamed = "sheet-renamed"
  case earlierRevision = "earlier-revision"
  case duplicateFile = "duplicate-file"
  case rowFoundByName = "row-found-by-name"

  /// The short code that people cite, as in `E02`: E must be mended, W explained, N is for information.
  public var id: String {
    let prefix =
      switch grade {
      case .error: "E"
      case .warning: "W"
      case .notice: "N"
      }
    let number = (Self.numbers[self] ?? 0)
    return prefix + (number < 10 ? "0" : "") + String(number)
  }

  public var grade: Finding.Grade {
    switch self {
    case .unreadableFile, .anotherPlan, .anotherPeriod, .stampAltered, .formNotFound, .columnMissing, .unitUnknown,
      .rowMissing, .rowDuplicated, .requiredBlank, .notNumber, .notDate, .foreignMeasure, .cumulativeFell,
      .formulaError, .numeratorOver, .overwritten, .dateInFuture, .notApplicableRequired:
      .error
    case .normalized, .nilReturn, .overwrittenEqual, .sheetRenamed, .earlierRevision, .duplicateFile, .rowFoundByName:
      .notice
    default: .warning
    }
  }

  /// Numbers are cited in letters and never change; a dropped rule's number is not used again.
  private static let numbers: [BuiltInRule: Int] = [
    .requiredBlank: 1, .notNumber: 2, .foreignMeasure: 3, .cumulativeFell: 4, .formulaError: 5, .numeratorOver: 6,
    .rowDuplicated: 7, .overwritten: 8, .dateInFuture: 9, .notDate: 10, .notApplicableRequired: 11, .rowMissing: 12,
    .unreadableFile: 20, .anotherPlan: 21, .anotherPeriod: 22, .stampAltered: 23, .formNotFound: 24,
    .columnMissing: 25, .unitUnknown: 26,
    .overTarget: 1, .behindWithoutReason: 2, .preparerIsReviewer: 3, .measureShift: 4, .bareFraction: 5,
    .rangeNotTaken: 6, .mergedFigure: 7, .approximate: 8, .targetChanged: 9, .numberInWords: 10, .outsideLayout: 11,
    .severalForms: 12, .hiddenData: 13, .bracketNegative: 14, .fellExplained: 15, .ambiguousNumber: 16,
    .stampMissing: 17, .signatureMissing: 18, .conflictingFiles: 19, .previousDiffers: 20,
    .normalized: 1, .nilReturn: 3, .overwrittenEqual: 4, .sheetRenamed: 5, .earlierRevision: 6, .duplicateFile: 7,
    .rowFoundByName: 8,
  ]

  /// A finding of this rule.
  public func finding(
    unit: String? = nil, file: String, sheet: String? = nil, cells: [String] = [], indicator: String? = nil,
    column: FormColumn? = nil, text: String? = nil, value: String? = nil, expected: String? = nil
  ) -> Finding {
    Finding(
      id: id, rule: rawValue, grade: grade, unit: unit, file: file, sheet: sheet, cells: cells, indicator: indicator,
      column: column?.chinese, text: text, value: value, expected: expected)
  }

  /// A finding of this rule about a cell that was read.
  public func finding(
    in submission: Submission, at entry: Submission.Entry, _ indicator: Indicator, _ column: FormColumn,
    value: String? = nil, expected: String? = nil
  ) -> Finding {
    finding(
      unit: submission.unit, file: submission.file, sheet: entry.origin?.sheet,
      cells: entry.origin.map { [$0.cell] } ?? [], indicator: indicator.code, column: column,
      text: entry.origin?.text, value: value, expected: expected)
  }
}

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
  case unitMismatch = "unit-mismatch"
  case rowMissing = "row-missing"
  case rowDuplicated = "row-duplicated"
  case periodUnknown = "period-unknown"
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
  case totalNotSum = "total-not-sum-of-parts"
  case partOver = "part-over-total"
  case rateOutside = "rate-outside-0-100"
  case ratioPartMissing = "ratio-part-missing"
  case figureInUnit = "figure-in-unit-column"
  case ratioBase = "ratio-base-not-positive"
  case allocationNotAdding = "allocation-not-adding-up"
  case notPreviousPlusCurrent = "not-previous-plus-current"
  case fractionOfWhole = "fraction-of-whole-thing"
  case dateFormat = "figure-in-date-format"
  case struckText = "struck-or-raised-text"
  case shownOtherwise = "shown-otherwise"
  case misplacedFigure = "figure-in-another-column"
  case rowContradicts = "row-code-not-name"
  case sheetsDiffer = "form-sheets-differ"
  case twoReadings = "two-readings"
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
  case measureConverted = "unit-of-measure-converted"
  case outsideLayout = "outside-layout"
  case severalForms = "several-form-sheets"
  case hiddenData = "hidden-data"
  case bracketNegative = "negative-in-brackets"
  case fellExplained = "cumulative-fell-explained"
  case stampMissing = "stamp-missing"
  case signatureMissing = "signature-missing"
  case conflictingFiles = "conflicting-files"
  case wordsDiffer = "words-differ"
  case previousDiffers = "previous-differs"
  case identicalFigures = "identical-figures"
  case negativeFigure = "negative-figure"
  case fractionMix = "fraction-mix"
  case suddenIncrease = "sudden-increase"
  case farFromLastYear = "far-from-last-year"
  case doneInProgress = "done-but-in-progress"
  case phoneDamaged = "phone-damaged"
  case explanationEmpty = "explanation-empty"
  case countiesNotCity = "counties-not-city-figure"
  case contraryWords = "contrary-words"
  case monthsNotAdding = "months-not-adding"
  case copiesNotBoth = "copies-not-both"
  case listDiffers = "list-differs"
  case listIncomplete = "list-row-incomplete"
  case reviewIncomplete = "review-incomplete"
  case figureQueried = "figure-queried"
  case implausibleDay = "implausible-day"
  case changingFormula = "changing-formula"
  case rowsSorted = "rows-sorted-without-codes"
  case milestoneUndone = "milestone-undone"
  case completionDayChanged = "completion-day-changed"
  case recurringFell = "recurring-count-fell"
  case objectRepeated = "list-object-repeated"
  case objectDoneBefore = "list-object-done-before"
  case objectDayOutside = "list-day-outside-period"
  case yearInPeriod = "year-in-period"
  case levelShift = "level-shift"
  case figureInWords = "figure-in-words"
  case amountRepeated = "amount-repeated"
  // For information.
  case normalized = "normalized"
  case nilReturn = "nil-return"
  case overwrittenEqual = "formula-overwritten-equal"
  case sheetRenamed = "sheet-renamed"
  case earlierRevision = "earlier-revision"
  case duplicateFile = "duplicate-file"
  case rowFoundByName = "row-found-by-name"
  case textDateConverted = "text-date-converted"
  case previousCorrected = "previous-corrected"
  case commentNoted = "comment-noted"
  case macrosIgnored = "macros-ignored"
  case convertedFile = "converted-file"
  case preparerChanged = "preparer-changed"
  case foreignForm = "foreign-form"
  case stampCopyMissing = "stamp-copy-missing"
  case textShortened = "text-shortened"
  case reviewOutdated = "review-outdated"

  /// The short code that people cite, as in `E02`: E must be mended, W explained, N is for information.
  public var id: String { source?.id ?? rawValue }

  /// As the rule is shipped.
  public var grade: Finding.Grade { source?.grade ?? .warning }

  /// As the rule is shipped: every case has one.
  private var source: RuleSource? { Self.sources[rawValue] }

  private static let sources = Dictionary(
    RuleSource.builtIn.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Returns a finding of this rule.
  ///
  /// - Parameter head: names a column, or a place, of another table than the form's own.
  public func finding(
    unit: String? = nil, file: String, sheet: String? = nil, cells: [String] = [], indicator: String? = nil,
    column: FormColumn? = nil, head: String? = nil, text: String? = nil, value: String? = nil,
    expected: String? = nil
  ) -> Finding {
    Finding(
      id: id, rule: rawValue, grade: grade, unit: unit, file: file, sheet: sheet, cells: cells, indicator: indicator,
      column: head ?? column?.chinese, text: text, value: value, expected: expected)
  }

  /// Returns a finding of this rule about a cell that was read.
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

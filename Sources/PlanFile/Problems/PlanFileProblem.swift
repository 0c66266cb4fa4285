/// One thing that is wrong with a plan file, and where.
public struct PlanFileProblem: Error, Hashable, Sendable {
  /// What is wrong; the raw values are stable and meant for programs.
  public enum Code: String, Sendable, CaseIterable {
    // The file.
    case unreadable, syntax, anchor
    case tooLarge = "too-large"
    case notUTF8 = "not-utf-8"
    case tooDeep = "too-deep"
    case tooMany = "too-many-entries"
    case emptyFile = "empty-file"
    case unsupportedVersion = "unsupported-version"
    // The shape of an entry.
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case duplicateKey = "duplicate-key"
    case wrongShape = "wrong-shape"
    case badValue = "bad-value"
    // Names and codes.
    case duplicateID = "duplicate-id"
    case duplicateCode = "duplicate-code"
    case duplicateName = "duplicate-name"
    /// A unit's name with a character that no cell, sheet or file can hold.
    case unusableName = "unusable-name"
    case foreignCode = "code-of-another-task"
    case unknownUnit = "unknown-unit"
    case vagueUnit = "vague-unit"
    case groupMembers = "group-members"
    case notReporting = "unit-does-not-report"
    case unknownCode = "unknown-code"
    case cycle
    // Figures.
    case allocationSum = "allocation-sum"
    case shareTwice = "share-twice"
    case allocationUnit = "allocation-unit"
    case allocationWithoutTarget = "allocation-without-target"
    case ratioWithoutParts = "ratio-without-parts"
    case partsWithoutRatio = "parts-without-ratio"
    case ratioPart = "ratio-part"
    case partReporters = "part-reporters"
    case range
    case valueNotAllowed = "value-not-allowed"
    case perMissing = "per-missing"
    case aggregate
    case order
  }

  /// What would have been right, in words that the message puts into its language.
  public enum Expectation: Hashable, Sendable {
    case none, text, mapping, list, wholeNumber, decimal, positive, places, truth, date, period, month, periodOrDate,
      due, digest
    case oneOf([String])
    /// Words that need no translation: a code, a number.
    case literal(String)
  }

  public let code: Code
  /// One-based; 0 where the whole file is meant.
  public let line: Int
  /// One-based, counted in Unicode characters; 0 where the whole file is meant.
  public let column: Int
  /// Where in the structure: `tasks[3].indicators[1].value`, counted from zero; may be empty.
  public let path: String
  /// What stood there; may be empty.
  public let found: String
  public let expected: Expectation

  init(_ code: Code, at place: SourcePlace, path: String = "", found: String = "", expected: Expectation = .none) {
    self.code = code
    line = place.line
    column = place.column
    self.path = path
    self.found = found
    self.expected = expected
  }
}

extension PlanFileProblem: Comparable {
  /// Returns true if the left problem stands before the right one.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column, left.path) < (right.line, right.column, right.path)
  }
}

/// One point in which a plan and its document do not agree.
public struct PlanCheckProblem: Hashable, Sendable {
  /// What is wrong; the raw values are stable and meant for programs.
  public enum Code: String, Sendable, CaseIterable {
    /// The document is not the one whose digest the plan gives.
    case digest
    case textNotFound = "text-not-found"
    /// The text begins to differ from what stands at its span.
    case textDiffers = "text-differs"
    /// The text stands in the document, but not at its span.
    case textElsewhere = "text-elsewhere"
    case headingNotFound = "heading-not-found"
    case numbering
    case nameNotFound = "name-not-found"
    case quoteNotFound = "quote-not-found"
    case notFigureNotFound = "not-figure-not-found"
    /// An entry of `notFigures` that would hide every number of its kind.
    case tooBroad = "not-figure-too-broad"
    case unassignedNotFound = "unassigned-not-found"
    /// A number that no indicator quotes and no entry of `notFigures` explains.
    case uncovered = "number-uncovered"
    /// Words of the document that belong to no task.
    case unassigned = "words-unassigned"
  }

  public let code: Code
  /// One-based, in the document.
  public let line: Int
  /// One-based, counted in Unicode characters.
  public let column: Int
  /// A task id or indicator code; may be empty.
  public let subject: String
  /// The number, quote or words in question.
  public let text: String
  /// What stands around it, the number itself in 【】; or what was found instead. May be empty.
  public let context: String

  init(_ code: Code, at place: SourcePlace, about subject: String = "", text: String, context: String = "") {
    self.code = code
    line = place.line
    column = place.column
    self.subject = subject
    self.text = text
    self.context = context
  }
}

extension PlanCheckProblem: Comparable {
  /// Returns true if the left problem stands before the right one in the document.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column, left.subject, left.code.rawValue) < (
      right.line, right.column, right.subject, right.code.rawValue
    )
  }
}

public import PlanModel
import Validation

/// A readable file of a unit for the period, before it is decided which one counts. It never changes, and whoever asks
/// about it shares it.
public final class Candidate: Hashable, Sendable {
  public let submission: Submission
  /// `nil`: nobody recorded it.
  public let received: CivilDate?
  /// Everything the validator says about the file.
  public let findings: [Finding]
  /// What a person entered by hand, not a file of the unit's; `received` is the day of the entry.
  public let isManual: Bool

  public init(submission: Submission, received: CivilDate?, findings: [Finding], isManual: Bool = false) {
    self.submission = submission
    self.received = received
    self.findings = findings
    self.isManual = isManual
  }

  public static func == (left: Candidate, right: Candidate) -> Bool {
    left === right
      || left.submission == right.submission && left.received == right.received && left.findings == right.findings
        && left.isManual == right.isManual
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(submission.digest)
    hasher.combine(submission.file)
    hasher.combine(received)
  }

  /// True if nothing in the file must be mended before its figures may count.
  ///
  /// A required cell left blank does not stop the others: that item is not reported (漏报), the rest counts.
  public var isAcceptable: Bool {
    !findings.contains { $0.grade == .error && $0.isOpen && $0.rule != Candidate.blankRule }
  }

  /// True for a form of ours that lost its stamp, or was made by somebody else to look like one.
  public var isUnstamped: Bool { findings.contains { $0.rule == BuiltInRule.stampMissing.rawValue } }

  /// Returns true if this file came in on a later day than the other, or was filled on its return.
  func replaces(_ other: Candidate) -> Bool {
    // What a person entered does not mend the unit's file.
    if isManual { return false }
    if submission.parent == other.submission.digest { return true }
    guard let later = received, let earlier = other.received else { return false }
    return later > earlier
  }

  /// The rule whose finding leaves the other figures of the file standing.
  public static let blankRule = "required-figure-blank"

  /// What the file says, without where it says it: two files with equal content are one.
  var content: [Content] { rows + reviewed + listed + [signed] }

  /// What its rows say, by their codes.
  var rows: [Content] {
    submission.rows.map { row in
      Content(
        code: row.code, figures: [row.previous, row.current, row.cumulative].map(\.figure),
        words: [row.progress, row.problems, row.nextSteps, row.explanation].map(\.figure))
    }.sorted { $0.code < $1.code }
  }

  /// The lists (明细表), row by row; the order of the rows says nothing.
  private var listed: [Content] {
    submission.lists.sorted { $0.key < $1.key }.flatMap { code, rows in
      rows.map { row in
        (
          row,
          ["\(code)#\(ListContents.key(row))", ListContents.progress(row), row.figure(ListColumn.note.chinese).plain]
        )
      }.sorted { $0.1.lexicographicallyPrecedes($1.1) }.map { row, keys in
        Content(
          code: keys[0], figures: [ListColumn.state, .date].map { row.figure($0.chinese) },
          words: [ListColumn.note, .previousState].map { row.figure($0.chinese) })
      }
    }
  }

  /// Who signed.
  private var signed: Content {
    let signature = submission.signature
    let words = [signature.preparer, signature.reviewer, signature.phone, signature.date?.description ?? ""]
    return Content(code: "", figures: [], words: words.map { .text($0) })
  }

  /// 条线复核, as part of what a file says.
  var reviewed: [Content] {
    let review = submission.review
    let words = (review?.words ?? []).map { words in
      Content(code: words.task, figures: [], words: [words.progress, words.problems, words.nextSteps].map(\.figure))
    }
    return words
      + (review?.opinions ?? []).map { opinion in
        Content(
          code: "\(opinion.indicator)@\(opinion.unit)", figures: [],
          words: [opinion.verdict.map { .text($0.chinese) } ?? .blank, opinion.remark.figure])
      }
  }

  /// What the unit is still asked about the file.
  var questions: Set<Question> {
    Set(
      findings.filter { $0.isOpen && $0.grade != .notice }.map {
        Question(rule: $0.rule, indicator: $0.indicator, column: $0.column, text: $0.text)
      })
  }

  struct Question: Hashable {
    let rule: String
    let indicator: String?
    let column: String?
    let text: String?
  }

  struct Content: Hashable {
    let code: String
    let figures: [Figure]
    let words: [Figure]
  }
}

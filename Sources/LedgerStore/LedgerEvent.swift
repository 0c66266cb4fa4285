public import PlanModel

/// When something was recorded, and by whom.
public struct AuditStamp: Hashable, Sendable {
  /// `2024-07-05T08:30:00+08:00`: the office's own time.
  public let at: String
  /// A person's name; `huizong` for what the program decides by rule.
  public let by: String

  /// Takes both on one line: the chain is over texts that a line break parts.
  public init(at: String, by: String = AuditStamp.program) {
    self.at = at.onOneLine
    self.by = by.onOneLine
  }

  public static let program = "huizong"
}

/// A file that came in.
public struct ReceivedFile: Hashable, Sendable, Codable {
  /// SHA-256.
  public let digest: String
  /// As messages name it, from the folder.
  public let name: String
  public let folder: String
  /// The period in whose inbox it lay.
  public let period: String
  /// Bytes.
  public let size: Int
  /// The day it came in.
  public let day: String
  /// True if a list of receipts or the operator says so; else the day on which the ledger first saw it.
  public let isStated: Bool

  public init(
    digest: String, name: String, folder: String, period: Period, size: Int, day: CivilDate, isStated: Bool
  ) {
    self.digest = digest
    self.name = name
    self.folder = folder
    self.period = period.description
    self.size = size
    self.day = day.description
    self.isStated = isStated
  }
}

/// What a person, or the program by its rules, decided about a file.
public enum FileDecision: String, Hashable, Sendable, Codable {
  /// By rule: counts; goes back; another file replaced it.
  case accepted, returned, superseded
  /// By a person: does not count any more; counts after all; counts in place of the others that contend.
  case withdrawn, restored, chosen
}

/// What a person enters by hand.
public enum ManualEntryKind: String, Hashable, Sendable, Codable {
  /// 累计完成: since the start of the year, or the state at the period's end.
  case figure
  /// 加减分: points given or taken.
  case points
}

/// A file that proves an entry.
public struct Evidence: Hashable, Sendable, Codable {
  public let name: String
  /// SHA-256.
  public let digest: String

  public init(name: String, digest: String) {
    self.name = name
    self.digest = digest
  }
}

/// The bodies of events, as JSON with sorted keys.
enum LedgerEvent {
  struct Opened: Codable {
    var schema: Int
  }

  /// From here on transactions are sealed with this key.
  struct Sealed: Codable {
    /// `SigningKey.id`.
    var key: String
  }

  /// A plan by which readings and entries follow: what its numbers are measured in.
  struct Planned: Codable {
    /// SHA-256 of the plan file.
    var plan: String
    /// Units of measure by indicator code.
    var measures: [String: String]
  }

  struct Read: Codable {
    struct Accounting: Codable {
      var expected, read, nilReturns, notApplicable, blank, unreadable, outside: Int
    }

    var digest: String
    /// The sheet, of a file with several forms.
    var part: String
    /// SHA-256 of the plan file by which it was read.
    var plan: String
    /// The period whose forms were asked for.
    var asked: String
    /// The id of the key by which the stamp was looked at; empty for none, absent in older ledgers.
    var key: String?
    /// `nil` for a file that is nobody's form.
    var submission: SubmissionRecord?
    /// Whose file it seems to be, of one that was refused.
    var unit: String?
    var layout: String?
    var serial: String?
    var accounting: Accounting?
    /// Those of reading alone.
    var findings: [FindingRecord]
  }

  struct Judged: Codable {
    /// The event of the reading.
    var reading: Int64
    /// SHA-256 of the plan file with its rules.
    var plan: String
    var isAcceptable: Bool
    var findings: [FindingRecord]
  }

  struct Entered: Codable {
    var kind: ManualEntryKind
    var unit: String
    var period: String
    var indicator: String?
    var value: String
    var evidence: Evidence?
    var why: String
    /// SHA-256 of the plan file in whose unit of measure it is; absent in older ledgers, and for points.
    var plan: String?
  }

  struct Decided: Codable {
    var decision: FileDecision
    var digest: String
    var part: String
    var unit: String
    var period: String
    /// `nil`: all that the file reports.
    var indicator: String?
    var why: String
  }
}

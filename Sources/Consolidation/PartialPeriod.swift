public import PlanModel

/// What is known of a period's files, of some of them or of all: the mergeable value from which a summary is made.
///
/// Merging is a union by file: associative, commutative and idempotent. Nothing is decided on the way, since the file that
/// supersedes another, or stands in conflict with it, may lie in another part; that is the `Consolidator`'s work.
public struct PartialPeriod: Hashable, Sendable {
  /// What parts must have in common to be parts of one whole.
  public struct Basis: Hashable, Sendable {
    public let period: Period
    /// SHA-256 of the plan file.
    public let plan: String
    /// SHA-256 over the files of earlier periods that the forms were compared with.
    public let history: String
    /// True if the forms' stamps were proved with the office's key.
    public let isProved: Bool
    /// The id of that key; `nil` without one, and where an older part does not say.
    public let key: String?

    public init(period: Period, plan: String, history: String, isProved: Bool, key: String? = nil) {
      self.period = period
      self.plan = plan
      self.history = history
      self.isProved = isProved
      self.key = key
    }
  }

  /// A file, or one form of a file that has several.
  public struct Key: Hashable, Sendable, Comparable {
    /// Relative to the inbox.
    public let name: String
    /// `［东县］`, of a file with a sheet for each unit; else empty.
    public let part: String
    /// SHA-256; empty for a file that cannot be opened.
    public let digest: String

    public init(name: String, part: String = "", digest: String) {
      self.name = name
      self.part = part
      self.digest = digest
    }

    /// As messages name it.
    public var file: String { name + part }

    public static func < (left: Self, right: Self) -> Bool {
      (left.name, left.part, left.digest) < (right.name, right.part, right.digest)
    }
  }

  public enum Content: Hashable, Sendable {
    case form(Candidate)
    case refused(RefusedFile)
    /// 佐证.
    case attachment
    case ignored
  }

  public let basis: Basis
  public private(set) var files: [Key: Content]
  /// The names that lists of receipts have.
  public private(set) var receipts: Set<String>
  /// The days on which a file came in, where lists of receipts in several inboxes give more than one: it is not known.
  public private(set) var disputedDays: [Key: Set<CivilDate>]
  /// The last period's figures by unit and code, as the basis's history has them.
  public let previous: [String: [String: FixedDecimal]]
  /// What earlier periods leave for this one, as the basis's history has it.
  public let earlier: EarlierMonths
  /// The inboxes of which shards were read, in the order of their lists; empty where each was read as a whole.
  public private(set) var splits: [InboxSplit]

  public init(
    basis: Basis, files: [Key: Content] = [:], receipts: Set<String> = [],
    previous: [String: [String: FixedDecimal]] = [:], earlier: EarlierMonths = EarlierMonths(),
    splits: [InboxSplit] = [], disputedDays: [Key: Set<CivilDate>] = [:]
  ) {
    self.basis = basis
    self.files = files
    self.receipts = receipts
    self.previous = previous
    self.earlier = earlier
    self.splits = splits
    self.disputedDays = disputedDays
  }

  /// The splits of which shards are missing.
  public var incomplete: [InboxSplit] { splits.filter { !$0.missing.isEmpty } }

  /// Returns the union of two parts, which may have files in common. Of a file for which they give two days, the day is
  /// not known.
  ///
  /// - Throws: parts of different wholes, or that read the same file differently.
  public func merging(_ other: PartialPeriod) throws(PartialError) -> PartialPeriod {
    if let difference = basis.difference(from: other.basis) { throw .differentBasis(difference) }
    guard previous == other.previous, earlier == other.earlier else { throw .differentBasis(.history) }
    var merged = self
    merged.receipts.formUnion(other.receipts)
    merged.splits = try splits.merging(other.splits)
    merged.disputedDays.merge(other.disputedDays) { $0.union($1) }
    for (key, content) in other.files {
      guard let own = files[key] else {
        merged.files[key] = content
        continue
      }
      let days = Set([own.received, content.received].compactMap(\.self)).union(merged.disputedDays[key] ?? [])
      let day = days.count == 1 ? days.first : nil
      guard let joined = own.joined(with: content, received: day) else { throw .differentReading(file: key.file) }
      merged.files[key] = joined
      if days.count > 1 { merged.disputedDays[key] = days }
    }
    return merged
  }
}

/// Why parts do not make a whole.
public enum PartialError: Error, Hashable, Sendable {
  public enum Difference: Hashable, Sendable {
    case period, plan, history, key
  }

  case differentBasis(Difference)
  /// A file that one part has read in another way, such as one machine without LibreOffice.
  case differentReading(file: String)
  /// One inbox, dealt into different numbers of shards.
  case differentSplit(Int, Int)
  /// Shards that nobody has read are missing of these.
  case incomplete([InboxSplit])
}

extension PartialPeriod.Basis {
  func difference(from other: Self) -> PartialError.Difference? {
    if period != other.period { return .period }
    if plan != other.plan { return .plan }
    if history != other.history { return .history }
    if let key, let others = other.key, key != others { return .key }
    return isProved == other.isProved ? nil : .key
  }
}

extension PartialPeriod.Content {
  /// The day on which a form came in.
  fileprivate var received: CivilDate? { if case .form(let own) = self { own.received } else { nil } }

  /// Returns what both say of a file that came in on this day; `nil` if they contradict each other.
  fileprivate func joined(with other: Self, received day: CivilDate?) -> Self? {
    guard case .form(let own) = self, case .form(let theirs) = other else { return self == other ? self : nil }
    let joined = own.received(on: day)
    return joined == theirs.received(on: day) ? .form(joined) : nil
  }
}

extension Candidate {
  /// Returns the same file, received on this day.
  fileprivate func received(on day: CivilDate?) -> Candidate {
    Candidate(submission: submission, received: day, findings: findings, isManual: isManual)
  }
}

extension PartialPeriod {
  /// The forms, in the order of their files.
  public var candidates: [Candidate] {
    files.sorted { $0.key < $1.key }.compactMap { if case .form(let candidate) = $0.value { candidate } else { nil } }
  }

  /// The files that are nobody's form, in their order.
  public var refused: [RefusedFile] {
    files.sorted { $0.key < $1.key }.compactMap { if case .refused(let file) = $0.value { file } else { nil } }
  }
}

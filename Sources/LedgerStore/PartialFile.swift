public import Consolidation
public import Forms
internal import FoundationEssentials
internal import PlanModel

/// A `.partial` file: what is known of some of a period's files, as lines of JSON.
///
/// The first line says what the parts of one whole must have in common, the last one what stands before it; between
/// them each file has a line, in the order of the names. Equal parts make equal bytes. A part whose forms were proved with
/// a key is sealed with it: anybody can compute the digest anew.
public enum PartialFile {
  /// Of this format.
  static let version = 1
  private static let mark = "huizong partial"

  struct Head: Hashable, Codable {
    var format: String
    var version: Int
    var period: String
    var plan: String
    var history: String
    var isProved: Bool
    /// The id of the key; absent without one, and in older parts.
    var key: String?
    var receipts: [String]
    var previous: [String: [String: String]]
    var months: [Month]
    var lastPeriod: [String: [String: String]]
    var lastYear: [String: [String: String]]
    var carried: [String: [String: String]]?
    var objects: [Object]
    var lastRanks: [String: Int]
    /// Files of earlier periods that could not be read; left out where there are none.
    var unread: [String]?
    /// Files for which lists of receipts give several days; left out where there are none.
    var disputed: [Dispute]?
    /// The inboxes of which shards were read; left out where each was read as a whole, and absent in older parts.
    var splits: [Split]?
  }

  /// A file, and the days that lists give for it.
  struct Dispute: Hashable, Codable {
    var name: String
    var part: String?
    var digest: String
    var days: [String]
  }

  /// Which shards of an inbox were read.
  struct Split: Hashable, Codable {
    /// SHA-256 over the names of its files.
    var list: String
    var count: Int
    var read: [Int]
  }

  /// A snapshot of an earlier month.
  struct Month: Hashable, Codable {
    struct Line: Hashable, Codable {
      var id: String
      var status: String?
      var received: String?
      var due: String?
      var returned: [String]
      var lit: [Lit]
      var assessed, onPace: Int
    }

    struct Lit: Hashable, Codable {
      var code: String
      var light: String
      var gap: String?
      /// File, sheet and cell.
      var place: [String]?
    }

    struct Item: Hashable, Codable {
      var code, state: String
      var target, total, rate, pace: String?
    }

    struct Correction: Hashable, Codable {
      var unit, code, period, from, to: String
      var received: String?
    }

    var period: String
    var counties: [Line]
    var departments: [Line]
    var items: [Item]
    /// Statuses by unit.
    var reports: [String: String]
    var corrections: [Correction]
  }

  /// An object of a list on an earlier form.
  struct Object: Hashable, Codable {
    var code, unit, object, period, note: String
    var state, day: String?
  }

  struct Line: Hashable, Codable {
    enum Kind: String, Codable {
      case form, refused, attachment, ignored
    }

    var name: String
    var part: String?
    var digest: String
    var kind: Kind
    var received: String?
    var unit: String?
    var submission: SubmissionRecord?
    var findings: [FindingRecord]?
  }

  struct Foot: Hashable, Codable {
    /// Lines between the first and this one.
    var files: Int
    /// SHA-256 of all that stands before.
    var digest: String
    /// HMAC-SHA-256 over the digest with the key that the first line names; left out where it names none.
    var mac: String?
  }

  private static func texts(_ figures: EarlierMonths.Figures) -> [String: [String: String]] {
    figures.mapValues { $0.mapValues(\.description) }
  }

  private static func mac(_ digest: String, _ key: SigningKey) -> String { key.seal("partial", digest) }

  /// Returns the bytes of the file of a part.
  ///
  /// - Parameter key: with which its forms were proved; a part that names another is not sealed.
  public static func lines(of period: PartialPeriod, key: SigningKey? = nil) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes: [UInt8] = []
    func append(_ value: some Encodable) throws {
      bytes += try encoder.encode(value)
      bytes.append(UInt8(ascii: "\n"))
    }
    let basis = period.basis
    try append(
      Head(
        format: mark, version: version, period: basis.period.description, plan: basis.plan, history: basis.history,
        isProved: basis.isProved, key: basis.key, receipts: period.receipts.sorted(),
        previous: texts(period.previous), months: period.earlier.snapshots.map { Month($0) },
        lastPeriod: texts(period.earlier.lastPeriod), lastYear: texts(period.earlier.lastYear),
        carried: period.earlier.carried.map { texts($0) }, objects: period.earlier.objects.map { Object($0) },
        lastRanks: period.earlier.lastRanks,
        unread: period.earlier.unread.isEmpty ? nil : period.earlier.unread,
        disputed: period.disputedDays.isEmpty
          ? nil
          : period.disputedDays.sorted { $0.key < $1.key }.map { key, days in
            Dispute(
              name: key.name, part: key.part.isEmpty ? nil : key.part, digest: key.digest,
              days: days.sorted().map(\.description))
          },
        splits: period.splits.isEmpty
          ? nil : period.splits.map { Split(list: $0.list, count: $0.count, read: $0.read.sorted()) }))
    let files = period.files.sorted { $0.key < $1.key }
    for (key, content) in files { try append(Line(key, content)) }
    let digest = Digest.hex(of: bytes)
    let own = key.flatMap { basis.isProved && basis.key == $0.id ? $0 : nil }
    try append(Foot(files: files.count, digest: digest, mac: own.map { mac(digest, $0) }))
    return bytes
  }

  /// What is wrong with a file that is said to be a part.
  public enum Problem: Error, Hashable, Sendable {
    case notOurs
    /// Written by a newer version.
    case newer
    /// It ends too early, or a line is not as it was written; one-based.
    case damaged(line: Int)
    /// It says that its forms were proved with the key, which did not seal it.
    case notSealed
    /// Its forms were proved with a key, and there is none at hand by which to see that.
    case keyWanted
  }

  /// Reads a part from the bytes of its file.
  ///
  /// - Parameter key: must have sealed a part that it proved; what another proved is not looked at.
  public static func period(of bytes: [UInt8], key: SigningKey? = nil) throws(Problem) -> PartialPeriod {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
    let decoder = JSONDecoder()
    guard let first = lines.first else { throw .damaged(line: 1) }
    guard let head = try? decoder.decode(Head.self, from: Data(first)), head.format == mark else {
      // A copy that ends within its first line.
      if lines.count == 1, bytes.last != UInt8(ascii: "\n"), bytes.starts(with: "{\"".utf8) { throw .damaged(line: 1) }
      throw .notOurs
    }
    guard head.version <= version else { throw .newer }
    guard let basis = head.basis, let previous = head.figures(head.previous), let earlier = head.earlier,
      let splits = head.inboxSplits, let disputed = head.disputedDays
    else { throw .damaged(line: 1) }
    guard lines.count > 1, let foot = lines.last.flatMap({ try? decoder.decode(Foot.self, from: Data($0)) }),
      foot.files == lines.count - 2, let last = lines.last,
      Digest.hex(of: Array(bytes[..<last.startIndex])) == foot.digest
    else { throw .damaged(line: lines.count) }
    // Older parts may not say by which key.
    if let key, basis.isProved, basis.key == nil || basis.key == key.id, foot.mac != mac(foot.digest, key) {
      throw .notSealed
    }
    var files: [PartialPeriod.Key: PartialPeriod.Content] = [:]
    for (index, bytes) in lines.dropFirst().dropLast().enumerated() {
      guard let line = try? decoder.decode(Line.self, from: Data(bytes)), let content = try? line.content(),
        files.updateValue(content, forKey: line.key) == nil
      else { throw .damaged(line: index + 2) }
    }
    return PartialPeriod(
      basis: basis, files: files, receipts: Set(head.receipts), previous: previous, earlier: earlier, splits: splits,
      disputedDays: disputed)
  }
}

extension PartialPeriod {
  /// Returns the part with the names of different files told apart: parts of several inboxes may each have a `六月.xlsx`.
  public func tellingNamesApart() throws -> PartialPeriod {
    let byName = Dictionary(grouping: files.keys, by: \.name).mapValues { Set($0.map(\.digest)) }
    guard byName.values.contains(where: { $0.count > 1 }) else { return self }
    var apart: [Key: Content] = [:]
    var days: [Key: Set<CivilDate>] = [:]
    var renamed: Set<String> = []
    for (key, content) in files {
      var line = PartialFile.Line(key, content)
      if byName[key.name]?.count ?? 1 > 1 {
        line.name = "\(key.name)（\(key.digest.prefix(8))）"
        renamed.insert(key.name)
      }
      apart[line.key] = try line.content()
      if let own = disputedDays[key] { days[line.key] = own }
    }
    // The lists of receipts have the names as they were, for which there are files.
    return PartialPeriod(
      basis: basis, files: apart, receipts: receipts.subtracting(renamed), previous: previous, earlier: earlier,
      splits: splits, disputedDays: days)
  }
}

extension PartialFile.Head {
  fileprivate var basis: PartialPeriod.Basis? {
    Period(period).map { PartialPeriod.Basis(period: $0, plan: plan, history: history, isProved: isProved, key: key) }
  }

  /// The splits in the order of their lists; `nil` where one is none, or a list has two.
  fileprivate var inboxSplits: [InboxSplit]? {
    let stated = splits ?? []
    let own = stated.compactMap { InboxSplit(list: $0.list, count: $0.count, read: Set($0.read)) }
    guard own.count == stated.count, Set(own.map(\.list)).count == own.count else { return nil }
    return own.sorted { $0.list < $1.list }
  }

  /// `nil` where one of the texts is no day.
  fileprivate var disputedDays: [PartialPeriod.Key: Set<CivilDate>]? {
    var all: [PartialPeriod.Key: Set<CivilDate>] = [:]
    for own in disputed ?? [] {
      let days = own.days.compactMap { CivilDate($0) }
      guard days.count == own.days.count else { return nil }
      all[.init(name: own.name, part: own.part ?? "", digest: own.digest)] = Set(days)
    }
    return all
  }

  fileprivate var earlier: EarlierMonths? {
    let snapshots = months.compactMap(\.snapshot)
    let sightings = objects.compactMap(\.sighting)
    guard snapshots.count == months.count, sightings.count == objects.count, let lastPeriod = figures(lastPeriod),
      let lastYear = figures(lastYear)
    else { return nil }
    var earlier = EarlierMonths(
      snapshots: snapshots, lastPeriod: lastPeriod, lastYear: lastYear, objects: sightings, lastRanks: lastRanks,
      unread: unread ?? [])
    if let carried {
      guard let figures = figures(carried) else { return nil }
      earlier.carried = figures
    }
    return earlier
  }

  /// Returns the numbers in texts; `nil` where one of the texts is no number.
  fileprivate func figures(_ texts: [String: [String: String]]) -> [String: [String: FixedDecimal]]? {
    var figures: [String: [String: FixedDecimal]] = [:]
    for (key, texts) in texts {
      figures[key] = [:]
      for (own, text) in texts {
        guard let value = FixedDecimal(text) else { return nil }
        figures[key]?[own] = value
      }
    }
    return figures
  }
}

extension PartialFile.Object {
  fileprivate init(_ sighting: ListSighting) {
    code = sighting.code
    unit = sighting.unit
    object = sighting.object
    period = sighting.period.description
    state = sighting.state
    day = sighting.day?.description
    note = sighting.note
  }

  fileprivate var sighting: ListSighting? {
    let date = day.map { CivilDate($0) }
    guard let period = Period(period) else { return nil }
    if case .some(nil) = date { return nil }
    return ListSighting(
      code: code, unit: unit, object: object, period: period, state: state, day: date ?? nil, note: note)
  }
}

extension PartialFile.Line {
  fileprivate init(_ key: PartialPeriod.Key, _ content: PartialPeriod.Content) {
    name = key.name
    part = key.part.isEmpty ? nil : key.part
    digest = key.digest
    switch content {
    case .form(let candidate):
      kind = .form
      received = candidate.received?.description
      submission = SubmissionRecord(candidate.submission)
      findings = candidate.findings.map { FindingRecord($0) }
    case .refused(let file):
      kind = .refused
      unit = file.unit
      findings = file.findings.map { FindingRecord($0) }
    case .attachment: kind = .attachment
    case .ignored: kind = .ignored
    }
  }

  fileprivate var key: PartialPeriod.Key { .init(name: name, part: part ?? "", digest: digest) }

  private struct Unreadable: Error {}

  fileprivate func content() throws -> PartialPeriod.Content {
    let file = key.file
    let found = try (findings ?? []).map { try $0.finding(in: file) }
    switch kind {
    case .form:
      guard let submission else { throw Unreadable() }
      let day = received.map { CivilDate($0) }
      if case .some(nil) = day { throw Unreadable() }
      return .form(
        Candidate(
          submission: try submission.submission(of: .init(name: file, digest: digest)), received: day ?? nil,
          findings: found))
    case .refused: return .refused(RefusedFile(file: file, unit: unit, findings: found))
    case .attachment: return .attachment
    case .ignored: return .ignored
    }
  }
}

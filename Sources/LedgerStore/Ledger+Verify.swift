public import Forms
internal import FoundationEssentials
internal import GRDB
internal import PlanModel

/// What proving the ledger came to.
public struct LedgerProof: Hashable, Sendable {
  public enum Fault: Hashable, Sendable {
    /// An event's digest is not that of what it says, or of the event before.
    case broken(seq: Int64)
    /// There is no event, though the first stands in a new ledger already.
    case noEvents
    /// Numbers are missing before this event.
    case gap(before: Int64)
    /// An event that says nothing that can be understood.
    case unreadable(seq: Int64)
    /// An event whose time, kind or actor holds a line break or another control character.
    case controlCharacter(seq: Int64)
    /// A table made from the events has not what this event says, or what no event says.
    case table(String, seq: Int64)
    /// The seal on what ends with this event is not the key's.
    case seal(last: Int64)
    /// Nothing is sealed with the key: whoever had the file may have written it anew.
    case unsealed
    /// Events that are not sealed, though the key had begun to seal before them.
    case unsealedEvents(ClosedRange<Int64>)
    /// A table, an index, a trigger or a view is another than the program makes, or missing.
    case schema(String)
    /// What SQLite finds in the file.
    case file(String)
  }

  public let events: Int
  /// The digest of the last event: who keeps it can prove that nothing was cut off since.
  public let head: String
  public let faults: [Fault]
  /// Events that were recorded without the key at hand, or with another one; empty where no key was asked of.
  public let unsealed: [ClosedRange<Int64>]
  /// Ids of other keys with which something is sealed.
  public let otherKeys: [String]
}

extension Ledger {
  /// How much a ledger holds.
  public struct Counts: Hashable, Sendable {
    public let files, readings: Int
    /// By people.
    public let decisions, entries: Int
    /// When the last event was recorded.
    public let lastRecorded: String
  }

  public func counts() throws(LedgerError) -> Counts {
    try fetch { db in
      func count(_ from: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(from)") ?? 0 }
      return Counts(
        files: try count("(SELECT DISTINCT digest FROM receipt)"), readings: try count("reading"),
        decisions: try count("decision WHERE kind IN ('withdrawn', 'restored', 'chosen')"), entries: try count("entry"),
        lastRecorded: try String.fetchOne(db, sql: "SELECT at FROM event ORDER BY seq DESC LIMIT 1") ?? "")
    }
  }

  /// Proves every event against the one before it, the tables against the events, the seals against the key, and the
  /// file as a whole.
  ///
  /// - Parameters:
  ///   - key: with which it was sealed; `nil` leaves the seals unproved.
  ///   - stop: faults after which no more are looked for.
  public func verify(key: SigningKey? = nil, stopAfter stop: Int = 20) throws(LedgerError) -> LedgerProof {
    try fetch { db in
      var verification = Verification(key: key, stop: stop)
      do {
        try verification.proveFile(db)
        try verification.proveSchema(db)
        try verification.proveEvents(db)
      } catch let error as DatabaseError {
        // What SQLite cannot read proves nothing.
        verification.add(.file(error.message ?? "\(error.resultCode)"))
      }
      return verification.proof
    }
  }
}

/// The proof of a ledger as it goes on.
private struct Verification {
  let key: SigningKey?
  let stop: Int
  private(set) var faults: [LedgerProof.Fault] = []
  private var events = 0
  private var head = ""
  private var sealed: [ClosedRange<Int64>] = []
  private var otherKeys: Set<String> = []
  /// The event from which on the key seals; `nil` where it never did.
  private var began: Int64?

  init(key: SigningKey?, stop: Int) {
    self.key = key
    self.stop = stop
  }

  var proof: LedgerProof {
    LedgerProof(
      events: events, head: head, faults: faults, unsealed: key == nil ? [] : unsealed, otherKeys: otherKeys.sorted())
  }

  private var unsealed: [ClosedRange<Int64>] { Seal.gaps(in: sealed, events: Int64(events)) }

  mutating func add(_ fault: LedgerProof.Fault) {
    if faults.count < stop { faults.append(fault) }
  }

  mutating func proveFile(_ db: Database) throws {
    for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(\(stop))") where line != "ok" { add(.file(line)) }
  }

  /// Compares what the file declares with what the program makes of a new one of the same version.
  mutating func proveSchema(_ db: Database) throws {
    let migrator = LedgerSchema.migrator
    let applied = try migrator.appliedIdentifiers(db)
    // Applied in their order, none left out: a program that opens the file goes by them.
    if applied != Set(migrator.migrations.prefix(applied.count)) { add(.schema("grdb_migrations")) }
    let model = try DatabaseQueue()
    if let last = migrator.migrations.last(where: applied.contains) { try migrator.migrate(model, upTo: last) }
    let (own, wanted) = (try Self.declarations(db), try model.read(Self.declarations))
    for name in Set(own.keys).union(wanted.keys).sorted() where own[name] != wanted[name] { add(.schema(name)) }
  }

  private static func declarations(_ db: Database) throws -> [String: String] {
    var declarations: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_master") {
      let name: String = try row.decode(forColumn: "name")
      let text: String? = try row.decode(forColumn: "sql")
      declarations[name, default: ""] +=
        "\(try row.decode(String.self, forColumn: "type")) \(try row.decode(String.self, forColumn: "tbl_name")) \(text ?? "")\n"
    }
    return declarations
  }

  mutating func proveEvents(_ db: Database) throws {
    var tables = try DerivedRow.Table.allCases.filter { try db.tableExists($0.rawValue) }.map {
      try TableProof($0, db)
    }
    let seals = try Seal.isKnown(db) ? Row.fetchCursor(db, sql: "SELECT * FROM seal ORDER BY \"last\"") : nil
    var seal = try seals?.next().map(Seal.init)
    var last: Int64 = 0
    let columns = Self.texts.map { "typeof(\"\($0)\"), CAST(\"\($0)\" AS BLOB)" }.joined(separator: ", ")
    let rows = try Row.fetchCursor(db, sql: "SELECT seq, \(columns) FROM event ORDER BY seq")
    while let row = try rows.next(), faults.count < stop {
      let seq: Int64 = try row.decode(forColumn: "seq")
      if seq != last + 1 { add(.gap(before: seq)) }
      let (own, derived) = try proveEvent(row, seq)
      for index in tables.indices {
        if let derived, try !tables[index].holds(derived, seq) { add(.table(tables[index].table.rawValue, seq: seq)) }
      }
      while let current = seal, current.last <= seq {
        take(current, seq, own)
        seal = try seals?.next().map(Seal.init)
      }
      (events, head, last) = (events + 1, own, seq)
    }
    if events == 0 { add(.noEvents) }
    guard faults.count < stop else { return }
    for index in tables.indices where tables[index].hasMore() {
      add(.table(tables[index].table.rawValue, seq: last))
    }
    if let seal { add(.seal(last: seal.last)) }
    guard key != nil else { return }
    if let first = sealed.first?.lowerBound { began = min(began ?? first, first) }
    // What the key's own run did not seal is nothing that its owner can answer for.
    for range in unsealed {
      if let began, range.upperBound >= began { add(.unsealedEvents(max(range.lowerBound, began)...range.upperBound)) }
    }
    if began == nil { add(.unsealed) }
  }

  private static let texts = ["at", "kind", "actor", "body", "hash"]

  /// Returns an event's own digest, and the rows that it makes; `nil` where it cannot be understood.
  private mutating func proveEvent(_ row: Row, _ seq: Int64) throws -> (hash: String, rows: [DerivedRow]?) {
    let values = Array(row.databaseValues)
    let texts = Self.texts.indices.compactMap { StoredValue(type: values[1 + 2 * $0], bytes: values[2 + 2 * $0]).text }
    guard texts.count == Self.texts.count else {
      add(.unreadable(seq: seq))
      return ("", nil)
    }
    let (at, kind, actor, body, hash) = (texts[0], texts[1], texts[2], texts[3], texts[4])
    if hash != Chain.hash(after: head, seq: seq, at: at, kind: kind, actor: actor, body: body) {
      add(.broken(seq: seq))
    }
    if [at, kind, actor].contains(where: { $0 != $0.onOneLine }) { add(.controlCharacter(seq: seq)) }
    guard let rows = try? Chain.Kind(rawValue: kind)?.rows(of: body, seq: seq) else {
      add(.unreadable(seq: seq))
      return (hash, nil)
    }
    if let key, kind == Chain.Kind.sealed.rawValue, let sealed = try? Chain.body(LedgerEvent.Sealed.self, body),
      sealed.key == key.id
    {
      began = min(began ?? seq, seq)
    }
    return (hash, rows)
  }

  private mutating func take(_ seal: Seal, _ seq: Int64, _ hash: String) {
    guard let key else { return }
    guard seal.key == key.id else {
      otherKeys.insert(seal.key)
      return
    }
    guard seal.last == seq, seal.first <= seal.last, seal.isGenuine(hash, key) else {
      add(.seal(last: seal.last))
      return
    }
    sealed.append(seal.first...seal.last)
  }
}

/// One derived table, read beside the events that its rows were made from.
private struct TableProof {
  /// A row as it is stored: the number of its event, and type and bytes of each value.
  private struct Stored {
    let number: Int64?
    let values: [StoredValue]

    init(_ row: Row) {
      let all = Array(row.databaseValues)
      number = Int64.fromDatabaseValue(all[0])
      values = stride(from: 1, to: all.count - 1, by: 2).map { StoredValue(type: all[$0], bytes: all[$0 + 1]) }
    }
  }

  let table: DerivedRow.Table
  private let rows: RowCursor
  private var next: Stored?

  init(_ table: DerivedRow.Table, _ db: Database) throws {
    self.table = table
    rows = try Row.fetchCursor(db, sql: table.selection)
    next = try rows.next().map(Stored.init)
  }

  /// Returns true if the rows up to an event are those that it makes, and no more.
  mutating func holds(_ derived: [DerivedRow], _ seq: Int64) throws -> Bool {
    let wanted = derived.filter { $0.table == table }.map(\.values).sorted(by: Self.precedes)
    var found: [[StoredValue]] = []
    while let row = next, row.number ?? .min <= seq {
      found.append(row.values)
      next = try rows.next().map(Stored.init)
    }
    return found == wanted.map { $0.map { StoredValue($0) } }
  }

  func hasMore() -> Bool { next != nil }

  /// Returns true for rows in SQLite's order: numbers by size, texts by their bytes.
  private static func precedes(_ left: [DatabaseValue], _ right: [DatabaseValue]) -> Bool {
    switch (left[1].storage, right[1].storage) {
    case (.int64(let one), .int64(let other)): one < other
    case (.string(let one), .string(let other)): one.utf8.lexicographicallyPrecedes(other.utf8)
    default: false
    }
  }
}

/// A value as SQLite stores it.
private struct StoredValue: Hashable {
  /// `text`, `integer`, `null`; anything else is written by nothing of ours.
  let type: String
  let bytes: [UInt8]

  init(type: DatabaseValue, bytes: DatabaseValue) {
    self.type = String.fromDatabaseValue(type) ?? ""
    self.bytes = Data.fromDatabaseValue(bytes).map { Array($0) } ?? []
  }

  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: (type, bytes) = ("null", [])
    case .int64(let number): (type, bytes) = ("integer", Array(String(number).utf8))
    case .double(let number): (type, bytes) = ("real", Array("\(number)".utf8))
    case .string(let text): (type, bytes) = ("text", Array(text.utf8))
    case .blob(let data): (type, bytes) = ("blob", Array(data))
    }
  }

  /// The text; `nil` for what is none, or no UTF-8.
  var text: String? { type == "text" ? String(validating: bytes, as: UTF8.self) : nil }
}

import Forms
import FoundationEssentials
import GRDB
import Glibc
import PlanModel
import TestSupport
import Testing

@testable import LedgerStore

/// What is done to a ledger behind the program's back, and that the proof finds it.
@Suite final class LedgerProofTests {
  private let folder: URL
  private let path: String
  private static let stamp = AuditStamp(at: "2024-07-05T08:30:00+08:00")
  private static let key = SigningKey(file: "a key for tests and nothing else")!
  private static let stranger = SigningKey(file: "another key, which is not the office's")!

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "proof-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "ledger.sqlite").path()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func open(_ key: SigningKey? = key, _ access: Ledger.Access = .write) throws -> Ledger {
    try Ledger(path: path, access, stamp: Self.stamp, key: key)
  }

  /// Two forms, received, read and judged, a decision and an entry.
  @discardableResult
  private func filled(_ key: SigningKey? = key) throws -> Ledger {
    let ledger = try open(key)
    let layout = try #require(
      FormLayout(
        json: """
          {"columns":[],"period":"2024-06","plan":"局2024","revision":1,"rows":[],"sheet":"填报表","title":"计划","unit":"east","unitName":"东县","version":1}
          """))
    try ledger.record(Self.stamp) { writer in
      try writer.plan("plan", measures: ["1.1-01": "户"])
      for seed in [5, 6] as [UInt64] {
        var random = SplitMix(seed: seed)
        let submission = RecordTests.submission(&random, file: "\(seed).xlsx")
        try writer.receive(
          ReceivedFile(
            digest: submission.digest, name: "\(seed).xlsx", folder: "收件", period: submission.period, size: 9,
            day: CivilDate("2024-07-03")!, isStated: true))
        let form = ReadForm(
          submission: submission, findings: [], accounting: CellAccounting(), layout: layout, serial: "ABC")
        let seq = try writer.read(
          .form(form), digest: submission.digest, part: "", plan: "plan", key: nil, asked: submission.period)
        try writer.judge(
          reading: seq, plan: "plan", findings: [Finding(id: "W08", rule: "approximate", grade: .warning, file: "")],
          isAcceptable: true)
        try writer.decide(
          .accepted, digest: submission.digest, part: "", unit: "east", period: submission.period, why: "计入汇总")
      }
      try writer.enter(
        .figure, unit: "east", period: Period("2024-06")!, indicator: "1.1-01", value: 195,
        evidence: Evidence(name: "电话.txt", digest: "e"), why: "电话", plan: "plan")
    }
    return ledger
  }

  /// Does something to the file as somebody would who knows SQLite: the triggers are put back as they were.
  private func alter(_ sql: String, keepsTriggers: Bool = true) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      if keepsTriggers {
        for trigger in triggers { try db.execute(sql: "DROP TRIGGER \"\(trigger["name"] as String)\"") }
      }
      try db.execute(sql: sql)
      if keepsTriggers { for trigger in triggers { try db.execute(sql: trigger["sql"]) } }
    }
    try queue.close()
  }

  @Test func `a ledger that nobody touched is whole and sealed from its first event`() throws {
    let proof = try filled().verify(key: Self.key)
    #expect(proof.faults == [] && proof.unsealed == [] && proof.otherKeys == [])
    #expect(try open(nil, .read).verify().faults == [])
    #expect(try open(Self.key, .read).head()?.key == Self.key.id)
  }

  @Test func `equal events make equal bytes`() throws {
    try filled().queue.close()
    let first = FileManager.default.contents(atPath: path)
    try FileManager.default.removeItem(atPath: path)
    try filled().queue.close()
    #expect(first != nil && FileManager.default.contents(atPath: path) == first)
  }

  @Test(arguments: [
    "UPDATE entry SET value = '999'", "UPDATE entry SET unit = 'west'", "UPDATE entry SET evidenceDigest = 'x'",
    "UPDATE entry SET why = why || ' '", "DELETE FROM entry",
    "INSERT INTO entry SELECT 1, kind, unit, period, indicator, value, evidence, evidenceDigest, why FROM entry",
    "UPDATE figure SET cumulative = '7' WHERE reading = 5", "UPDATE figure SET cell = 'Z9'",
    "DELETE FROM figure WHERE reading = 5",
    "INSERT INTO figure SELECT reading, '9.9-99', previous, current, cumulative, sheet, cell FROM figure LIMIT 1",
    "UPDATE receipt SET day = '2024-07-01'", "UPDATE receipt SET isStated = 0", "UPDATE receipt SET digest = 'd'",
    "UPDATE receipt SET period = period || char(0)",
    "UPDATE decision SET period = period || char(0) || 'x' WHERE seq = 7",
    "UPDATE event SET actor = CAST(actor AS BLOB)", "UPDATE entry SET value = value || char(0) || '9'",
    "DELETE FROM grdb_migrations WHERE identifier = '1'", "UPDATE \"provedBy\" SET \"key\" = 'x'",
    "UPDATE event SET at = at || char(0)", "UPDATE reading SET asked = CAST(asked AS BLOB)",
    "UPDATE reading SET unit = 'west'", "UPDATE reading SET isRefused = 1", "UPDATE reading SET unreadable = 3",
    "UPDATE verdict SET isAcceptable = 0", "UPDATE verdict SET reading = 9", "DELETE FROM finding",
    "UPDATE finding SET standing = 'explained 好'", "UPDATE decision SET kind = 'returned'",
    "UPDATE decision SET seq = seq + 100", "DELETE FROM decision WHERE seq = 7", "UPDATE planned SET digest = 'x'",
    "UPDATE event SET body = REPLACE(body, '195', '999')", "UPDATE event SET actor = '别人' WHERE seq = 3",
    "UPDATE event SET at = '2024-07-01T00:00:00+08:00' WHERE seq = 3", "UPDATE event SET hash = upper(hash)",
    "DELETE FROM event WHERE seq = (SELECT MAX(seq) FROM event)", "UPDATE event SET body = x'00' WHERE seq = 4",
    "UPDATE event SET kind = 'judged' WHERE seq = 4", "UPDATE seal SET \"first\" = 2", "UPDATE seal SET mac = ''",
    "UPDATE seal SET \"last\" = \"last\" - 1", "DELETE FROM seal",
    "DROP VIEW v1_figures; CREATE VIEW v1_figures AS SELECT 1", "DROP INDEX entryByUnit",
    "CREATE TABLE more (x)", "PRAGMA user_version = 0; ALTER TABLE entry ADD COLUMN more TEXT",
    "DROP TRIGGER IF EXISTS \"none\"; CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM finding; END",
  ])
  func `what is altered is found`(sql: String) throws {
    try filled().queue.close()
    try alter(sql)
    #expect(try open(Self.key, .read).verify(key: Self.key).faults != [])
  }

  @Test func `a text with a byte 0 in it proves`() throws {
    let ledger = try filled()
    let reading = try #require(try ledger.queue.read { try Int64.fetchOne($0, sql: "SELECT MIN(seq) FROM reading") })
    _ = try ledger.record(Self.stamp) { writer in
      try writer.judge(
        reading: reading, plan: "plan",
        findings: [Finding(id: "W21", rule: "outside", grade: .warning, file: "", text: "备注\0见附件")], isAcceptable: true)
    }
    #expect(try ledger.verify(key: Self.key).faults == [])
    #expect(try ledger.verdict(on: reading)?.findings(named: "").map(\.text) == ["备注\0见附件"])
  }

  @Test func `a run that adds nothing seals what another left open`() throws {
    try filled(nil).queue.close()
    let ledger = try open(Self.key)
    let before = try #require(try ledger.head()).events
    #expect(try ledger.head()?.unsealedEnd == 1...before)
    try ledger.record(Self.stamp) { _ in }
    #expect(try ledger.head()?.unsealedEnd == nil && ledger.head()?.events == before + 1)
    // No later seal covers them.
    #expect(try ledger.head()?.unsealed == [1...before])
    try ledger.record(Self.stamp) { _ in }
    #expect(try ledger.head()?.events == before + 1)
    #expect(try ledger.verify(key: Self.key).faults == [])
  }

  @Test(arguments: [
    ("at", "2024-07-05\nplanned"), ("actor", "张某\nreceived"), ("actor", "张某\u{85}"), ("at", "2024-07-05\u{1B}"),
  ])
  func `a line break or a control character by which text moves from one to the next is found`(
    column: String, text: String
  ) throws {
    let ledger = try filled(nil)
    let row = try #require(try ledger.queue.read { try Row.fetchOne($0, sql: "SELECT * FROM event ORDER BY seq DESC") })
    let before = try ledger.queue.read { db in
      try String.fetchOne(db, sql: "SELECT hash FROM event ORDER BY seq DESC LIMIT 1 OFFSET 1")
    }
    try ledger.queue.close()
    let seq: Int64 = row["seq"]
    let hash = Chain.hash(
      after: try #require(before), seq: seq, at: column == "at" ? text : row["at"], kind: row["kind"],
      actor: column == "actor" ? text : row["actor"], body: row["body"])
    try alter("UPDATE event SET \"\(column)\" = '\(text)', hash = '\(hash)' WHERE seq = \(seq)")
    #expect(try open(nil, .read).verify().faults == [.controlCharacter(seq: seq)])
  }

  @Test func `no line break or control character gets into the time or the actor of an event`() {
    let stamp = AuditStamp(at: "2024-07-05\n08:30", by: "张\r\n某\u{1B}\u{85}\u{2028}")
    #expect(stamp.at == "2024-07-05 08:30" && stamp.by == "张 某   ")
  }

  @Test func `a trigger that is gone is found`() throws {
    try filled().queue.close()
    try alter("DROP TRIGGER \"figure is append-only: UPDATE\"", keepsTriggers: false)
    #expect(try open(nil, .read).verify().faults == [.schema("figure is append-only: UPDATE")])
  }

  @Test func `a ledger that forgot its version is damaged, whoever opens it`() throws {
    try filled().queue.close()
    try alter("DELETE FROM grdb_migrations")
    #expect(#expect(throws: LedgerError.self) { try open() }?.code == .damaged)
    #expect(try open(nil, .read).verify().faults.isEmpty == false)
  }

  /// Writes all of the chain anew, as a program without the key could.
  private func forge() throws {
    try alter("UPDATE event SET body = REPLACE(body, '195', '999'); UPDATE entry SET value = '999'")
    let queue = try DatabaseQueue(path: path)
    let events = try queue.read { db in try Row.fetchAll(db, sql: "SELECT * FROM event ORDER BY seq") }
    var (last, updates) = ("", [String]())
    for row in events {
      last = Chain.hash(
        after: last, seq: row["seq"], at: row["at"], kind: row["kind"], actor: row["actor"], body: row["body"])
      updates.append("UPDATE event SET hash = '\(last)' WHERE seq = \(row["seq"] as Int64)")
    }
    try queue.close()
    try alter(updates.joined(separator: ";"))
  }

  @Test func `who writes all of it anew without the key is found, and nothing is added to it`() throws {
    try filled().queue.close()
    try forge()
    #expect(try open(nil, .read).verify().faults == [])
    let last = try #require(try open(nil, .read).head()?.events)
    #expect(try open(nil, .read).verify(key: Self.key).faults == [.seal(last: last), .unsealedEvents(3...last)])
    #expect { try open() } throws: { ($0 as? LedgerError)?.code == .brokenSeal(last) }
  }

  @Test func `who takes the seals away with it leaves a ledger that the key does not prove`() throws {
    try filled().queue.close()
    try forge()
    try alter("DELETE FROM seal")
    let last = try #require(try open(nil, .read).head()?.events)
    #expect(try open(nil, .read).verify(key: Self.key).faults == [.unsealedEvents(2...last)])
    // A run that goes on with the key seals its own, and not what lies before.
    let ledger = try open()
    #expect(try ledger.head()?.unsealedEnd == 1...last)
    try ledger.record(Self.stamp) { writer in try writer.plan("second", measures: [:]) }
    #expect(try ledger.verify(key: Self.key).faults == [.unsealedEvents(2...last)])
  }

  @Test func `what was recorded without the key is told, and all that follows is sealed`() throws {
    let without = try filled(nil)
    let count = Int64(try without.verify().events)
    try without.queue.close()
    #expect(try open(nil, .read).verify(key: Self.key).faults == [.unsealed])
    let ledger = try open()
    try ledger.record(Self.stamp) { writer in try writer.plan("second", measures: [:]) }
    let proof = try ledger.verify(key: Self.key)
    #expect(proof.faults == [] && proof.unsealed == [1...count])
  }

  @Test func `another key goes on where the first was lost, and says which part it does not prove`() throws {
    let first = try filled()
    let count = Int64(try first.verify().events)
    try first.queue.close()
    let ledger = try open(Self.stranger)
    #expect(try ledger.verify(key: Self.stranger).faults == [.unsealed])
    try ledger.record(Self.stamp) { writer in try writer.plan("second", measures: [:]) }
    let proof = try ledger.verify(key: Self.stranger)
    #expect(proof.faults == [] && proof.unsealed == [1...count] && proof.otherKeys == [Self.key.id])
  }

  @Test(arguments: [true, false])
  func `a ledger without an event is not whole but empty`(withKey: Bool) throws {
    try filled().queue.close()
    let tables = ["seal"] + DerivedRow.Table.allCases.map(\.rawValue) + ["event"]
    try alter(tables.map { "DELETE FROM \"\($0)\"" }.joined(separator: ";"))
    let faults = try open(nil, .read).verify(key: withKey ? Self.key : nil).faults
    #expect(faults == (withKey ? [.noEvents, .unsealed] : [.noEvents]))
  }

  @Test func `a folder or a pipe is told as what it is, and no lock is left beside what is no ledger`() throws {
    let pipe = folder.appending(path: "pipe").path()
    // Nobody writes into it.
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let (link, text) = (folder.appending(path: "link").path(), folder.appending(path: "plan.yaml").path())
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: pipe)
    try Data("plan: a plan, and no ledger at all\n".utf8).write(to: URL(filePath: text))
    let places: [(String, LedgerError.Code)] = [
      (folder.path(), .folder), (pipe, .special), (link, .special), (text, .notALedger),
    ]
    for (place, code) in places {
      #expect { try Ledger(path: place, .read, stamp: Self.stamp) } throws: { ($0 as? LedgerError)?.code == code }
      #expect { try RunLock(ledger: place) { _ in } } throws: { ($0 as? LedgerError)?.code == code }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    #expect(names == ["link", "pipe", "plan.yaml"])
  }

  @Test func `an empty file is no ledger, and is not made one`() throws {
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    for access in [Ledger.Access.read, .write] {
      #expect { try open(Self.key, access) } throws: { ($0 as? LedgerError)?.code == .empty }
    }
    #expect(FileManager.default.contents(atPath: path)?.isEmpty == true)
  }

  @Test func `what a run that was killed left of a new ledger is in nobody's way`() throws {
    try Data("SQLite format 3\u{0}half a ledger".utf8).write(to: URL(filePath: "\(path).new"))
    #expect(try filled().verify(key: Self.key).faults == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["ledger.sqlite"])
  }

  @Test(arguments: ["receipt SET day = 'x'", "receipt SET period = 'x'", "entry SET kind = 7"])
  func `a value that nothing of ours wrote is an error, not passed over`(sql: String) throws {
    try filled().queue.close()
    try alter("UPDATE \(sql)")
    let ledger = try open(nil, .read)
    let month = Period("2024-06")!
    #expect {
      _ = try ledger.readings(of: "east", before: CivilDate("2030-01-01")!)
      _ = try ledger.readings(of: month)
      _ = try ledger.receipts()
      _ = try ledger.entries()
    } throws: {
      ($0 as? LedgerError)?.code == .damaged
    }
  }

  /// Everything that other programs and reports take from a ledger.
  private func exports(_ ledger: Ledger) throws -> [String] {
    var lines: [String] = []
    for view in Ledger.views { try ledger.export(view) { lines.append($0.map { $0 ?? "∅" }.joined(separator: "\t")) } }
    for reading in try ledger.readings(of: Period("2024-06")!) {
      lines.append("\(try reading.findings(named: "")) \(String(describing: try reading.submission(named: "")))")
    }
    return lines
  }

  @Test func `one bit that is turned in the file is found, or changes nothing that is read`() throws {
    let ledger = try filled()
    let wanted = try exports(ledger)
    try ledger.queue.close()
    let whole = try #require(FileManager.default.contents(atPath: path))
    var random = SplitMix(seed: 21)
    var found = 0
    for _ in 0..<300 {
      var bytes = whole
      let (place, bit) = (Int.random(in: 0..<bytes.count, using: &random), UInt8.random(in: 0..<8, using: &random))
      bytes[bytes.startIndex + place] ^= 1 << bit
      try bytes.write(to: URL(filePath: path))
      do throws(LedgerError) {
        let altered = try Ledger(path: path, .read, stamp: Self.stamp)
        if try altered.verify(key: Self.key).faults != [] {
          found += 1
        } else {
          #expect((try? exports(altered)) == wanted, "bit \(bit) of byte \(place)")
        }
      } catch {
        found += 1
      }
    }
    // Most of a small file is unused pages' rest.
    #expect(found > 30)
  }

  @Test func `what a killed run left half done is taken back by whoever only looks`() throws {
    let ledger = try filled()
    let (wanted, copy) = (try exports(ledger), folder.appending(path: "copy.sqlite").path())
    // As a process leaves it that ends within a commit: pages written, the journal there.
    try ledger.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE")
      try db.execute(
        sql: "INSERT INTO event SELECT seq + 1000, at, kind, actor, body || hex(zeroblob(9000)), hash FROM event")
      for ending in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
      }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(FileManager.default.fileExists(atPath: copy + "-journal"))
    let looked = try Ledger(path: copy, .read, stamp: Self.stamp)
    #expect(try looked.verify(key: Self.key).faults == [])
    #expect(try exports(looked) == wanted)
  }
}

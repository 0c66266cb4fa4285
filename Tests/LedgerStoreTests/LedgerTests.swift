import Forms
import FoundationEssentials
import GRDB
import Glibc
import PlanModel
import TestSupport
import Testing

@testable import LedgerStore

/// A ledger of its own for each test, gone with it.
@Suite final class LedgerTests {
  private let folder: URL
  private let path: String
  private let stamp = AuditStamp(at: "2024-07-05T08:30:00+08:00")

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "ledger.sqlite").path()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func open(_ access: Ledger.Access = .write) throws -> Ledger {
    try Ledger(path: path, access, stamp: stamp)
  }

  /// A file that was received, read and judged.
  @discardableResult
  private func take(_ name: String, in ledger: Ledger, seed: UInt64 = 1) throws -> Submission {
    var random = SplitMix(seed: seed)
    let submission = RecordTests.submission(&random, file: name)
    let layout = try #require(
      FormLayout(
        json: """
          {"columns":[],"period":"2024-06","plan":"局2024","revision":1,"rows":[],"sheet":"填报表","title":"计划","unit":"east","unitName":"东县","version":1}
          """))
    let form = ReadForm(
      submission: submission, findings: [], accounting: CellAccounting(), layout: layout, serial: "ABC")
    try ledger.record(stamp) { writer in
      try writer.receive(
        ReceivedFile(
          digest: submission.digest, name: name, folder: "收件", period: submission.period, size: 9,
          day: CivilDate("2024-07-03")!, isStated: true))
      let seq = try writer.read(
        .form(form), digest: submission.digest, part: "", plan: "plan", key: nil, asked: submission.period)
      try writer.judge(
        reading: seq, plan: "plan", findings: [Finding(id: "W08", rule: "approximate", grade: .warning, file: name)],
        isAcceptable: true)
    }
    return submission
  }

  @Test func `what was recorded is read back`() throws {
    let ledger = try open()
    let submission = try take("东县.xlsx", in: ledger)
    let again = try open(.read)
    let reading = try #require(try again.readings(of: submission.period).first)
    #expect(try reading.submission(named: "东县.xlsx") == submission)
    let verdict = try #require(try again.verdict(on: reading.seq))
    #expect(try verdict.findings(named: "东县.xlsx").map(\.id) == ["W08"] && verdict.isAcceptable)
    #expect(try again.receipts().map(\.name) == ["东县.xlsx"])
    #expect(try again.digests(readBy: "plan", key: nil, asked: submission.period) == [submission.digest])
  }

  @Test func `the chain holds, and shows what was changed behind it`() throws {
    let ledger = try open()
    for index in 0..<5 { try take("\(index).xlsx", in: ledger, seed: UInt64(index)) }
    let sound = try ledger.verify()
    #expect(sound.faults == [] && sound.events == 16 && sound.head.count == 64)
    try ledger.queue.write { db in
      try db.execute(
        sql: """
          DROP TRIGGER "event is append-only: UPDATE";
          UPDATE event SET body = REPLACE(body, '3.xlsx', '4.xlsx') WHERE seq = 11;
          """)
    }
    #expect(
      try ledger.verify().faults == [
        .schema("event is append-only: UPDATE"), .broken(seq: 11), .table("receipt", seq: 11),
      ])
  }

  @Test func `what was cut out is missed`() throws {
    let ledger = try open()
    for index in 0..<3 { try take("\(index).xlsx", in: ledger, seed: UInt64(index)) }
    try ledger.queue.write { db in
      try db.execute(
        sql: """
          DROP TRIGGER "event is append-only: DELETE"; DROP TRIGGER "finding is append-only: DELETE";
          DROP TRIGGER "verdict is append-only: DELETE";
          DELETE FROM finding WHERE verdict = 7; DELETE FROM verdict WHERE seq = 7; DELETE FROM event WHERE seq = 7;
          """)
    }
    #expect(
      try ledger.verify().faults.filter { if case .schema = $0 { false } else { true } } == [
        .gap(before: 8), .broken(seq: 8),
      ])
  }

  @Test(arguments: ["event", "receipt", "reading", "figure", "verdict", "finding", "decision", "entry"])
  func `nothing is changed or deleted`(table: String) throws {
    let ledger = try open()
    try take("东县.xlsx", in: ledger, seed: 5)
    let rows = try ledger.fetch { db in try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \"\(table)\"") } ?? 0
    guard rows > 0 else { return }
    for change in ["DELETE FROM \"\(table)\"", "UPDATE \"\(table)\" SET rowid = rowid"] where table != "figure" {
      #expect(throws: (any Error).self) { try ledger.queue.write { try $0.execute(sql: change) } }
    }
  }

  @Test func `a transaction that fails leaves nothing`() throws {
    struct Stop: Error {}
    let ledger = try open()
    let before = try ledger.verify()
    #expect(throws: LedgerError.self) {
      try ledger.record(stamp) { writer in
        try writer.receive(
          ReceivedFile(
            digest: "d", name: "n", folder: "f", period: Period("2024-06")!, size: 1, day: CivilDate("2024-07-03")!,
            isStated: false))
        throw Stop()
      }
    }
    #expect(try ledger.verify() == before)
  }

  @Test func `a ledger that is none, is newer, or is not there is told so`() throws {
    #expect(throws: LedgerError(.missing, path)) { try open(.read) }
    try Data("no database at all, only some text that is long enough".utf8).write(to: URL(filePath: path))
    #expect { try open() } throws: { ($0 as? LedgerError)?.code == .notALedger }
    try FileManager.default.removeItem(atPath: path)
    let ledger = try open()
    try ledger.queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99')") }
    #expect { try open() } throws: { ($0 as? LedgerError)?.code == .newer }
  }

  /// What may stand under a name that a ledger uses: how it is made, and whether it is the ledger's own.
  private static let beside: [(ending: String, content: String?, isOwn: Bool)] = [
    (".lock", "", true), (".lock", "uid 0@vm #12 2026-11-30T10:00:00Z", true), (".lock", "huizong: 1\n", false),
    (".lock", nil, false), (".new", "SQLite format 3 and more", true), (".new", "a letter", false),
    ("-journal", "a book", false), ("-journal", nil, false), (".new", nil, false), ("-wal", "notes", false),
    ("-wal", nil, false), ("-shm", "notes", false), ("-wal", "", true), ("-shm", "", true),
  ]

  @Test(arguments: beside)
  func `what stands beside a ledger under the name of a file of its own, and is none, is not touched`(
    ending: String, content: String?, isOwn: Bool
  ) throws {
    let victim = "\(path).victim"
    try Data("a plan".utf8).write(to: URL(filePath: victim))
    let side = path + ending
    if let content {
      try Data(content.utf8).write(to: URL(filePath: side))
    } else {
      try FileManager.default.createSymbolicLink(atPath: side, withDestinationPath: victim)
    }
    func run() throws {
      _ = try RunLock(ledger: path) { _ in }
      _ = try open()
    }
    if isOwn {
      try run()
    } else {
      #expect(throws: LedgerError(.sideFile, side)) { try run() }
      if let content { #expect(try Data(contentsOf: URL(filePath: side)) == Data(content.utf8)) }
    }
    #expect(try Data(contentsOf: URL(filePath: victim)) == Data("a plan".utf8))
    for name in [victim, side] { try? FileManager.default.removeItem(atPath: name) }
  }

  @Test func `a ledger that a link leads to has its side files where it lies`() throws {
    try open().queue.close()
    let link = "\(path).link"
    defer { try? FileManager.default.removeItem(atPath: link) }
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    do {
      let lock = try RunLock(ledger: link) { _ in }
      defer { withExtendedLifetime(lock) {} }
      #expect(FileManager.default.fileExists(atPath: "\(path).lock"))
      #expect(!FileManager.default.fileExists(atPath: "\(link).lock"))
    }
    let side = "\(path)-journal"
    #expect(unsafe mkfifo(side, 0o600) == 0)
    defer { try? FileManager.default.removeItem(atPath: side) }
    let errors = [
      #expect(throws: LedgerError.self) { _ = try RunLock(ledger: link) { _ in } },
      #expect(throws: LedgerError.self) { _ = try Ledger(path: link, .read, stamp: stamp) },
    ]
    #expect(errors.allSatisfy { $0?.code == .sideFile && $0?.path.hasSuffix("ledger.sqlite-journal") == true })
  }

  @Test func `a link that leads nowhere is no place for a ledger, and another ledger is no draft of one`() throws {
    let link = "\(path).link"
    defer { for name in [link, "\(path).new"] { try? FileManager.default.removeItem(atPath: name) } }
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "\(path).nowhere")
    #expect(throws: LedgerError(.special, link)) { try Ledger(path: link, .write, stamp: stamp) }
    let ledger = try open()
    try take("东县.xlsx", in: ledger)
    try ledger.queue.close()
    try FileManager.default.moveItem(atPath: path, toPath: "\(path).new")
    #expect(throws: LedgerError(.sideFile, "\(path).new")) { try open() }
    #expect(FileManager.default.fileExists(atPath: "\(path).new"))
  }

  @Test func `two runs take turns`() async throws {
    let first = try RunLock(ledger: path) { _ in Issue.record("nobody else is there") }
    let path = path
    let second = Task.detached { () -> String? in
      var holder: String?
      _ = try RunLock(ledger: path) { holder = $0 }
      return holder
    }
    try await Task.sleep(for: .milliseconds(200))
    withExtendedLifetime(first) {}
    _ = consume first
    let holder = try #require(try await second.value)
    #expect(holder.contains("#\(ProcessInfo.processInfo.processIdentifier) ") && holder.hasSuffix("Z"))
  }

  @Test func `a full disk stops the run with a sentence, and what was noted before is there and proves`() throws {
    let ledger = try open()
    let first = try take("东县.xlsx", in: ledger)
    // SQLite answers a file that may not grow as it answers a full disk.
    let pages = try ledger.queue.read { db in try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0 }
    try ledger.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA max_page_count = \(pages)") }
    let error = #expect(throws: LedgerError.self) {
      for number in 1...200 { try take("\(number).xlsx", in: ledger, seed: UInt64(number)) }
    }
    #expect(error?.code == .full)
    #expect(error?.message(in: .chinese).contains("磁盘") == true)
    let again = try open()
    let summary = try again.verify()
    #expect(try again.receipts().contains { $0.digest == first.digest })
    #expect(summary.faults == [])
    // Whole transactions: each file has its receipt and its verdict, or nothing.
    let counts = try again.queue.read { db in
      try ["receipt", "verdict"].map { try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \($0)") ?? 0 }
    }
    #expect(counts[0] == counts[1] && counts[0] > 0)
    try take("西县.xlsx", in: again, seed: 999)
    #expect(try open().receipts().contains { $0.name == "西县.xlsx" })
  }

  @Test(arguments: ["/proc/ledger.sqlite", "/nowhere/at/all/ledger.sqlite"])
  func `a folder that cannot be written is named`(path: String) {
    let lock = #expect(throws: LedgerError.self) { try RunLock(ledger: path) { _ in } }
    #expect(lock?.code == .readOnly && lock?.message(in: .chinese).contains(path) == true)
    let ledger = #expect(throws: LedgerError.self) { try Ledger(path: path, .write, stamp: stamp) }
    #expect(ledger?.code == .readOnly)
  }
}

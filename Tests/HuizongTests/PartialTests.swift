import Consolidation
import Forms
import FoundationEssentials
import LedgerStore
import PlanModel
import TestSupport
import Testing

@testable import Huizong

/// An inbox that several machines read, and what their parts make.
@Suite struct PartialTests {
  /// An office whose east sent twice, whose west is in conflict with itself, and more that lies about.
  private static func office() throws -> SmallOffice {
    var office = try SmallOffice()
    office.receive(
      "东县/最终版.xlsx", try office.form("east") { $0.set("01", .cumulative, .number("41")) }, on: "2024-07-05")
    office.receive("西县-2.xlsx", try office.form("west") { $0.set("01", .cumulative, .number("44")) })
    office.receive("东县副本.xlsx", try office.form("east"), on: "2024-07-03")
    office.receive("坏.xlsx", Array("not a workbook".utf8))
    office.receive("盖章件.pdf", Array("scan".utf8))
    office.receive("~$west.xlsx", [1, 2, 3], on: nil)
    return office
  }

  private func book(_ outcome: ConsolidateJob.Outcome, _ folder: Folder) throws -> [UInt8] {
    try outcome.period.writeBook(to: "\(folder.path)/book.xlsx")
    return try folder.bytes("book.xlsx")
  }

  @Test func `seven parts in any order, some twice, make the book of one run, byte for byte`() async throws {
    let folder = try Folder()
    let plan = try Self.office().lay(in: folder)
    let inbox = "\(folder.path)/inbox"
    let single = try await ConsolidateJob(
      plan: plan, period: Period("2024-06")!, source: .inbox(inbox, earlier: []), workers: 2
    ).run()
    let wanted = try book(single, folder)
    var paths: [String] = []
    for number in 1...7 {
      let path = "\(folder.path)/\(number).partial"
      let part = try await PartialJob(
        plan: plan, period: Period("2024-06")!, inbox: inbox, history: [], shard: InboxShard("\(number)/7"), workers: 1
      ).run()
      try part.write(to: path, key: plan.key)
      paths.append(path)
    }
    var random = SplitMix(seed: 7)
    var written: Set<[UInt8]> = []
    for _ in 0..<4 {
      let order = (paths + [paths[2], paths[5]]).shuffled(using: &random)
      try #require(try PartialJob.merge(order, key: plan.key)).write(
        to: "\(folder.path)/all.partial", key: plan.key)
      written.insert(try folder.bytes("all.partial"))
      let outcome = try await ConsolidateJob(
        plan: plan, period: Period("2024-06")!, source: .partial("\(folder.path)/all.partial"), workers: 1
      ).run()
      #expect(try book(outcome, folder) == wanted)
      #expect(outcome.text(language: .chinese) == single.text(language: .chinese))
      #expect(try outcome.report(language: .chinese) == single.report(language: .chinese))
    }
    #expect(written.count == 1, "the joined part depends on the order")
  }

  @Test func `a part is read back as it was written`() async throws {
    let folder = try Folder()
    let plan = try Self.office().lay(in: folder)
    let part = try await PartialJob(
      plan: plan, period: Period("2024-06")!, inbox: "\(folder.path)/inbox", history: [],
      workers: 2
    ).run()
    #expect(part.files.count == 9)
    try part.write(to: "\(folder.path)/a.partial", key: plan.key)
    let read = try PartialJob.read("\(folder.path)/a.partial", key: plan.key)
    for (key, content) in part.files { #expect(read.files[key] == content, "\(key)") }
    #expect(read == part)
  }

  @Test func `parts of two inboxes may hold files of the same name`() async throws {
    let folder = try Folder()
    let office = try SmallOffice()
    let plan = try office.lay(in: folder)
    for unit in ["east", "west"] {
      try folder.write(bytes: try office.form(unit), to: "\(unit)/六月.xlsx")
      let part = try await PartialJob(
        plan: plan, period: Period("2024-06")!, inbox: "\(folder.path)/\(unit)", history: [],
        received: CivilDate("2024-07-03"), workers: 1
      ).run()
      try part.write(to: "\(folder.path)/\(unit).partial", key: plan.key)
    }
    let whole = try #require(
      try PartialJob.merge(["west", "east"].map { "\(folder.path)/\($0).partial" }, key: plan.key))
    try whole.write(to: "\(folder.path)/all.partial", key: plan.key)
    let outcome = try await ConsolidateJob(
      plan: plan, period: Period("2024-06")!, source: .partial("\(folder.path)/all.partial"), workers: 1
    ).run()
    let names = outcome.period.units.flatMap { $0.files.counting.map(\.submission.file) }
    #expect(names.count == 2)
    #expect(Set(names).count == 2, "the names are told apart")
    #expect(names.allSatisfy { $0.hasPrefix("六月.xlsx（") })
    let origins = outcome.period.units.flatMap { $0.files.counting }.compactMap {
      $0.submission.rows.first?.cumulative.origin?.file
    }
    #expect(origins.allSatisfy { names.contains($0) })
  }

  @Test func `of parts that are of different wholes the odd one is named, wherever it stands`() async throws {
    let folder = try Folder()
    let plan = try Self.office().lay(in: folder)
    var paths = try await shards(["1/3", "2/3"], plan, folder)
    let may = try await PartialJob(
      plan: plan, period: Period("2024-05")!, inbox: "\(folder.path)/inbox", history: [], workers: 1
    ).run()
    try may.write(to: "\(folder.path)/may.partial", key: plan.key)
    paths.insert("\(folder.path)/may.partial", at: 0)
    #expect(throws: JobError(.parts(.differentBasis(.period)), paths[0])) {
      try PartialJob.merge(paths, key: plan.key)
    }
    // Of two, the one that is not of the plan that was named.
    let text = String(decoding: try folder.bytes("plan.yaml"), as: UTF8.self)
    try folder.write(text + "\n# revised\n", to: "plan.yaml")
    let revised = try OpenPlan(path: "\(folder.path)/plan.yaml")
    let other = try await shards(["3/3"], revised, folder)[0]
    #expect(throws: JobError(.parts(.differentBasis(.plan)), other)) {
      try PartialJob.merge([other, paths[1]], key: plan.key, plan: Digest.hex(of: Array(text.utf8)))
    }
  }

  /// Writes these shards of the office's inbox, and returns the paths of their parts.
  private func shards(_ names: [String], _ plan: OpenPlan, _ folder: Folder) async throws -> [String] {
    var paths: [String] = []
    for name in names {
      let part = try await PartialJob(
        plan: plan, period: Period("2024-06")!, inbox: "\(folder.path)/inbox", history: [], shard: InboxShard(name),
        workers: 1
      ).run()
      paths.append("\(folder.path)/\(name.replacing("/", with: "-")).partial")
      try part.write(to: paths[paths.count - 1], key: plan.key)
    }
    return paths
  }

  private func consolidate(_ path: String, _ plan: OpenPlan) async throws -> ConsolidateJob.Outcome {
    try await ConsolidateJob(plan: plan, period: Period("2024-06")!, source: .partial(path), workers: 1).run()
  }

  @Test func `shards that are missing are named, and nothing is consolidated before they are in`() async throws {
    let folder = try Folder()
    let plan = try Self.office().lay(in: folder)
    let paths = try await shards(["1/3", "2/3", "3/3"], plan, folder)
    let all = "\(folder.path)/all.partial"
    let one = try #require(try PartialJob.merge([paths[0], paths[0]], key: plan.key))
    #expect(one.missingLine(language: .chinese)?.hasPrefix("缺第2、3份（共3份）；") == true)
    try one.write(to: all, key: plan.key)
    for path in [all, paths[0]] {
      let error = await #expect(throws: JobError.self) { try await consolidate(path, plan) }
      #expect(error?.code == .parts(.incomplete(one.incomplete)))
      #expect(error?.message(in: .chinese).contains("缺第2、3份（共3份）") == true)
      #expect(error?.message(in: .english).contains("shards 2, 3 of 3 are missing") == true)
    }
    let whole = try #require(try PartialJob.merge([all, paths[2], paths[1]], key: plan.key))
    #expect(whole.missingLine(language: .chinese) == nil)
    try whole.write(to: all, key: plan.key)
    _ = try await consolidate(all, plan)
  }

  @Test func `shards of different splits are not joined, nor those of inboxes with other files`() async throws {
    let folder = try Folder()
    let plan = try Self.office().lay(in: folder)
    let paths = try await shards(["1/2", "2/3"], plan, folder)
    let error = #expect(throws: JobError.self) { try PartialJob.merge(paths, key: plan.key) }
    #expect(error == JobError(.parts(.differentSplit(2, 3)), paths[1]))
    try folder.write("one more", to: "inbox/说明.txt")
    let other = try await shards(["2/2"], plan, folder)
    let merged = try #require(try PartialJob.merge([paths[0]] + other, key: plan.key))
    let line = try #require(merged.missingLine(language: .chinese))
    #expect(line.contains("缺第1份（共2份）") && line.contains("缺第2份（共2份）") && line.contains("文件名不一样"))
  }

  @Test func `a part of before there were splits is whole`() async throws {
    let folder = try Folder()
    let plan = try Self.office().lay(in: folder)
    let path = "\(folder.path)/whole.partial"
    try await PartialJob(
      plan: plan, period: Period("2024-06")!, inbox: "\(folder.path)/inbox", history: [], workers: 1
    ).run().write(to: path, key: plan.key)
    #expect(try !String(decoding: folder.bytes("whole.partial"), as: UTF8.self).contains("splits"))
    #expect(try PartialJob.read(path, key: plan.key).incomplete.isEmpty)
    _ = try await consolidate(path, plan)
  }

  /// Changes a figure in a part and computes its digest anew, as anybody can.
  private func forge(_ name: String, _ folder: Folder, keepsSeal: Bool) throws {
    var lines = String(decoding: try folder.bytes(name), as: UTF8.self).replacing(#""41""#, with: #""14""#)
      .split(separator: "\n").map(String.init)
    let foot = lines.removeLast()
    let content = lines.joined(separator: "\n") + "\n"
    let mac = try #require(foot.firstMatch(of: #/,"mac":"[0-9a-f]{64}"/#)).0
    let (digest, kept) = (Digest.hex(of: Array(content.utf8)), keepsSeal ? mac : "")
    let forged = #"{"digest":"\#(digest)","files":\#(lines.count - 1)\#(kept)}"#
    try folder.write(content + forged + "\n", to: name)
  }

  @Test(arguments: [true, false])
  func `who changes a part without the key is found by merging and by consolidating`(keepsSeal: Bool) async throws {
    let folder = try Folder()
    let plan = try Self.office().lay(in: folder)
    let paths = try await shards(["1/2", "2/2"], plan, folder)
    let name = try #require(
      try ["1-2.partial", "2-2.partial"].first {
        String(decoding: try folder.bytes($0), as: UTF8.self).contains(#""41""#)
      })
    let all = "\(folder.path)/all.partial"
    try #require(try PartialJob.merge(paths, key: plan.key)).write(to: all, key: plan.key)
    _ = try await consolidate(all, plan)
    for forged in [name, "all.partial"] { try forge(forged, folder, keepsSeal: keepsSeal) }
    #expect(throws: JobError(.part(.notSealed), "\(folder.path)/\(name)")) {
      try PartialJob.merge(paths, key: plan.key)
    }
    await #expect(throws: JobError(.part(.notSealed), all)) { try await consolidate(all, plan) }
    // Who goes on without the key proves nothing, and is told.
    _ = try await consolidate(all, OpenPlan(path: "\(folder.path)/plan.yaml", withoutKey: true))
  }

  @Test func `what a key proved is merged with that key, and what none proved without any`() async throws {
    let folder = try Folder()
    let plan = try Self.office().lay(in: folder)
    let path = try await shards(["1/1"], plan, folder)[0]
    #expect(throws: JobError(.part(.keyWanted), path)) { try PartialJob.merge([path], key: nil) }
    try folder.write("another key of another office", to: "other.key")
    let other = try OpenPlan(path: "\(folder.path)/plan.yaml", keyPath: "\(folder.path)/other.key")
    #expect(throws: JobError(.parts(.differentBasis(.key)), path)) { try PartialJob.merge([path], key: other.key) }
    let without = try OpenPlan(path: "\(folder.path)/plan.yaml", withoutKey: true)
    let unproved = try await shards(["1/1"], without, folder)[0]
    let merged = try #require(try PartialJob.merge([unproved], key: nil))
    try merged.write(to: unproved, key: nil)
    #expect(try !String(decoding: folder.bytes("1-1.partial"), as: UTF8.self).contains("mac"))
    await #expect(throws: JobError(.parts(.differentBasis(.key)), unproved)) { try await consolidate(unproved, plan) }
  }

  @Test func `of parts that the key proves and one that none proved, the latter is named wherever it stands`()
    async throws
  {
    let folder = try Folder()
    let plan = try Self.office().lay(in: folder)
    let proved = try await shards(["1/2"], plan, folder)[0]
    let without = try OpenPlan(path: "\(folder.path)/plan.yaml", withoutKey: true)
    let unproved = try await shards(["2/2"], without, folder)[0]
    for paths in [[proved, unproved], [unproved, proved]] {
      #expect(throws: JobError(.parts(.differentBasis(.key)), unproved)) { try PartialJob.merge(paths, key: plan.key) }
    }
  }

  @Test func `a damaged, foreign or newer part is refused in words`() async throws {
    let folder = try Folder()
    let plan = try Self.office().lay(in: folder)
    let part = try await PartialJob(
      plan: plan, period: Period("2024-06")!, inbox: "\(folder.path)/inbox", history: [],
      workers: 1
    ).run()
    try part.write(to: "\(folder.path)/a.partial", key: plan.key)
    let text = String(decoding: try folder.bytes("a.partial"), as: UTF8.self)
    let lines = text.split(separator: "\n")
    let broken = [
      (text.replacing(#""41""#, with: #""14""#), PartialFile.Problem.damaged(line: 11)),
      (lines.dropLast().joined(separator: "\n"), .damaged(line: 10)),
      (lines.dropLast(4).joined(separator: "\n") + "\n" + lines[10], .damaged(line: 8)),
      (text.replacing(#""version":1"#, with: #""version":2"#), .newer), ("", .damaged(line: 1)), ("{}\n", .notOurs),
      (String(text.prefix(200)), .damaged(line: 1)), ("no part at all", .notOurs),
    ]
    for (text, problem) in broken {
      try folder.write(text, to: "broken.partial")
      let error = #expect(throws: JobError.self) { try PartialJob.read("\(folder.path)/broken.partial", key: plan.key) }
      #expect(error?.code == .part(problem))
      for language in Language.allCases { #expect(error?.message(in: language).contains("broken.partial") == true) }
    }
    let other = try await PartialJob(
      plan: OpenPlan(path: "\(folder.path)/plan.yaml"), period: Period("2024-05")!, inbox: "\(folder.path)/inbox",
      history: [], workers: 1
    ).run()
    try other.write(to: "\(folder.path)/may.partial", key: plan.key)
    let error = #expect(throws: JobError.self) {
      try PartialJob.merge(["a", "may"].map { "\(folder.path)/\($0).partial" }, key: plan.key)
    }
    #expect(error?.code == .parts(.differentBasis(.period)))
    let wrong = await #expect(throws: JobError.self) {
      try await ConsolidateJob(
        plan: OpenPlan(path: "\(folder.path)/plan.yaml"), period: Period("2024-06")!,
        source: .partial("\(folder.path)/may.partial"), workers: 1
      ).run()
    }
    #expect(wrong?.code == .parts(.differentBasis(.period)))
  }

  @Test func `a run report names every file, and its counts tie`() async throws {
    struct Report: Decodable {
      struct Counts: Decodable { var seen, read, refused, attachments, ignored: Int }
      struct File: Decodable { var file: String, outcome: String }
      struct Refused: Decodable { var file: String, reasons: [String] }
      struct Attachment: Decodable { var file: String, sha256: String }
      var files: Counts
      var read: [File]
      var refused: [Refused]
      var attachments: [Attachment]
      var ignored: [String]
    }
    let outcome = try await Self.office().run()
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.report(language: .chinese).utf8))
    let counts = report.files
    #expect(counts.seen == 9)
    #expect(counts.seen == counts.read + counts.refused + counts.attachments + counts.ignored)
    #expect((counts.read, counts.refused, counts.attachments, counts.ignored) == (6, 1, 1, 1))
    #expect(
      Dictionary(uniqueKeysWithValues: report.read.map { ($0.file, $0.outcome) }) == [
        "office.xlsx": "counting", "east.xlsx": "superseded", "东县/最终版.xlsx": "counting", "东县副本.xlsx": "duplicate",
        "west.xlsx": "counting", "西县-2.xlsx": "counting",
      ])
    #expect(report.refused.map(\.file) == ["坏.xlsx"])
    #expect(report.refused.allSatisfy { !$0.reasons.isEmpty })
    #expect(report.attachments.map(\.file) == ["盖章件.pdf"])
    #expect(report.ignored == ["~$west.xlsx"])
  }

  @Test func `a dry run leaves the ledger as it was, and makes none`() async throws {
    let folder = try Folder()
    let plan = try Self.office().lay(in: folder)
    func job(_ isTrial: Bool) throws -> ConsolidateJob {
      try ConsolidateJob(
        plan: plan, period: Period("2024-06")!, source: .inbox("\(folder.path)/inbox", earlier: []),
        ledger: "\(folder.path)/ledger.sqlite", clock: OfficeClock(now: "2024-07-10"), isTrial: isTrial, workers: 1)
    }
    let trial = try await job(true).run()
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/ledger.sqlite"))
    let real = try await job(false).run()
    #expect(trial.period == real.period)
    let before = try folder.bytes("ledger.sqlite")
    try folder.write(bytes: SmallOffice().form("east") { $0.set("01", .cumulative, .number("43")) }, to: "inbox/新.xlsx")
    let second = try await job(true).run()
    #expect(second.period != real.period)
    #expect(try folder.bytes("ledger.sqlite") == before)
  }

  @Test func `a progress line tells rate and remaining time once there is something to tell`() {
    func line(_ done: Int, _ elapsed: Double, _ language: Language = .chinese) -> String {
      ProgressLine(done: done, total: 240, elapsed: elapsed).text(language)
    }
    #expect(line(0, 0) == "[                        ] 0/240")
    #expect(line(120, 4) == "[████████████            ] 120/240  30个/秒  还要4秒")
    #expect(line(2, 4, .english) == "[                        ] 2/240  0.5 files/s  7 min 56 s left")
    #expect(line(1, 60) == "[                        ] 1/240  0.0个/秒  还要3小时59分")
    #expect(line(240, 4) == "[████████████████████████] 240/240  60个/秒")
  }

  @Test(arguments: ["0/7", "8/7", "1", "a/b", "1/", "1/2/3", "-1/3"])
  func `a text that is no part of a whole is none`(text: String) { #expect(InboxShard(text) == nil) }
}

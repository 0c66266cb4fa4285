import Consolidation
import PlanModel
import TestSupport
import Testing

/// Merging parts is a union: in any order, grouped in any way, with parts given twice.
@Suite struct PartialPeriodTests {
  private static let basis = PartialPeriod.Basis(period: Sample.june, plan: "p", history: "h", isProved: true)

  /// Files of three units: revisions that supersede each other, returns, conflicts, copies under other names.
  private static func files(_ random: inout SplitMix) -> [PartialPeriod.Key: PartialPeriod.Content] {
    var files: [PartialPeriod.Key: PartialPeriod.Content] = [:]
    for index in 0..<Int.random(in: 1...14, using: &random) {
      let unit = ["east", "west", "office"].randomElement(using: &random) ?? "east"
      let name = "\(index).xlsx"
      let parent =
        index > 0 && Bool.random(using: &random) ? "digest of \(Int.random(in: 0..<index, using: &random)).xlsx" : nil
      let day = [nil, "2024-07-02", "2024-07-04", "2024-07-04"].randomElement(using: &random) ?? nil
      let rows = [
        Sample.row("1-01", Sample.decimal("\(Int.random(in: 9...11, using: &random))")),
        Sample.row("1-02", Sample.decimal("5")),
      ]
      let content: PartialPeriod.Content =
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
          .refused(
            RefusedFile(
              file: name, unit: nil, findings: [Finding(id: "E01", rule: "unreadable-file", grade: .error, file: name)])
          )
        case 1: .attachment
        default:
          .form(
            Bool.random(using: &random)
              ? Sample.candidate(unit, name, received: day, parent: parent, rows[0], rows[1])
              : Sample.candidate(unit, name, received: day, parent: parent, rows[0]))
        }
      files[.init(name: name, digest: "digest of \(name)")] = content
    }
    return files
  }

  /// Parts of a whole that overlap.
  private static func shards(
    _ files: [PartialPeriod.Key: PartialPeriod.Content], _ count: Int, _ random: inout SplitMix
  ) -> [PartialPeriod] {
    var shards = Array(repeating: [PartialPeriod.Key: PartialPeriod.Content](), count: count)
    for (key, content) in files.sorted(by: { $0.key < $1.key }) {
      for _ in 0...Int.random(in: 0...2, using: &random) {
        shards[Int.random(in: 0..<count, using: &random)][key] = content
      }
    }
    return shards.map { PartialPeriod(basis: basis, files: $0, receipts: Set($0.keys.map(\.name))) }
  }

  @Test(arguments: 0..<200)
  func `merging is associative, commutative and idempotent, and makes what one run makes`(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let files = Self.files(&random)
    let whole = PartialPeriod(basis: Self.basis, files: files, receipts: Set(files.keys.map(\.name)))
    let shards = Self.shards(files, 7, &random)
    let (a, b, c) = (shards[0], shards[1], shards[2])
    #expect(try a.merging(b) == b.merging(a))
    #expect(try a.merging(b).merging(c) == a.merging(b.merging(c)))
    #expect(try a.merging(a) == a)
    #expect(try a.merging(b).merging(a) == a.merging(b))
    var merged = PartialPeriod(basis: Self.basis)
    for shard in shards.shuffled(using: &random) { merged = try merged.merging(shard) }
    #expect(merged == whole)
    let plan = Sample.plan(
      Indicator(code: "1-01", name: "甲", value: 10, reportedBy: Sample.counties),
      Indicator(code: "1-02", name: "乙", role: .context, accumulation: .level, reportedBy: ["office", "east"]))
    var candidates: [Candidate] = []
    var refused: [RefusedFile] = []
    for content in files.values.shuffled(using: &random) {
      if case .form(let candidate) = content { candidates.append(candidate) }
      if case .refused(let file) = content { refused.append(file) }
    }
    let consolidator = Consolidator(plan: plan, period: Sample.june)
    #expect(
      try consolidator.consolidate(merged.candidates, refused: merged.refused)
        == consolidator.consolidate(candidates, refused: refused))
  }

  @Test func `of a file for which two days are given, the day is not known, in whatever order parts are joined`() throws
  {
    func part(_ day: String?) -> PartialPeriod {
      PartialPeriod(
        basis: Self.basis,
        files: [
          .init(name: "a.xlsx", digest: "digest of a.xlsx"):
            .form(Sample.candidate("east", "a.xlsx", received: day, Sample.row("1-01", Sample.decimal("10"))))
        ])
    }
    let (early, late) = (part("2024-07-02"), part("2024-07-04"))
    let both = try late.merging(early)
    #expect(both.candidates.map(\.received) == [nil])
    let days = try [#require(CivilDate("2024-07-02")), #require(CivilDate("2024-07-04"))]
    #expect(both.disputedDays.values.map { $0.sorted() } == [days])
    #expect(try both == early.merging(late) && both.merging(early) == both && late.merging(both) == both)
    #expect(try part(nil).merging(both) == both && both.merging(part(nil)) == both)
    #expect(try part(nil).merging(late) == late && late.merging(late) == late)
  }

  @Test func `parts of different wholes are not joined`() throws {
    let part = PartialPeriod(basis: Self.basis)
    func other(
      _ period: Period = Sample.june, _ plan: String = "p", _ history: String = "h", _ isProved: Bool = true,
      key: String? = nil
    ) -> PartialPeriod {
      PartialPeriod(basis: .init(period: period, plan: plan, history: history, isProved: isProved, key: key))
    }
    #expect(throws: PartialError.differentBasis(.key)) { try other(key: "a").merging(other(key: "b")) }
    let may = try #require(Sample.june.previous)
    let cases: [(PartialPeriod, PartialError.Difference)] = [
      (other(may), .period), (other(Sample.june, "q"), .plan), (other(Sample.june, "p", "i"), .history),
      (other(Sample.june, "p", "h", false), .key),
    ]
    for (other, difference) in cases {
      #expect(throws: PartialError.differentBasis(difference)) { try part.merging(other) }
      #expect(throws: PartialError.differentBasis(difference)) { try other.merging(part) }
    }
  }

  @Test func `shards unite in any order, and those that nobody has read are missing`() throws {
    func part(_ list: String, _ count: Int, _ read: Set<Int>) throws -> PartialPeriod {
      PartialPeriod(
        basis: Self.basis, splits: [try #require(InboxSplit(list: list, count: count, read: read))])
    }
    let (first, third) = (try part("a", 3, [1]), try part("a", 3, [3]))
    let joined = try first.merging(third)
    #expect(try joined == third.merging(first) && joined == joined.merging(first))
    #expect(joined.incomplete.map(\.missing) == [[2]])
    #expect(try joined.merging(part("a", 3, [2])).incomplete.isEmpty)
    // What was read without shards is whole, and stands for no shard of another inbox.
    #expect(PartialPeriod(basis: Self.basis).incomplete.isEmpty)
    #expect(try PartialPeriod(basis: Self.basis).merging(joined) == joined)
    let two = try part("b", 2, [2]).merging(joined)
    #expect(two.incomplete.map(\.missing) == [[2], [1]])
    #expect(throws: PartialError.differentSplit(3, 2)) { try joined.merging(part("a", 2, [1])) }
    #expect(InboxSplit(list: "a", count: 3, read: [4]) == nil && InboxSplit(list: "a", count: 3, read: []) == nil)
    #expect(InboxSplit(list: "a", count: .max, read: [1]) == nil)
  }

  @Test func `a file that was read differently stops the merging`() throws {
    let key = PartialPeriod.Key(name: "a.xls", digest: "digest of a.xls")
    let row = Sample.row("1-01", Sample.decimal("10"))
    let read = PartialPeriod(basis: Self.basis, files: [key: .form(Sample.candidate("east", "a.xls", row))])
    let refused = PartialPeriod(
      basis: Self.basis, files: [key: .refused(RefusedFile(file: "a.xls", unit: nil, findings: []))])
    #expect(throws: PartialError.differentReading(file: "a.xls")) { try read.merging(refused) }
    #expect(throws: PartialError.differentReading(file: "a.xls")) { try refused.merging(read) }
  }
}

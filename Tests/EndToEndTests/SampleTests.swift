import Consolidation
import Foundation
import Huizong
import PlanModel
import Testing

/// The samples end as `samples/README.md` says: three months of a bureau, with what clerks do to forms.
@Suite struct SampleTests {
  static let periods = ["2024-04", "2024-05", "2024-06"]
  private static let sample = CommandRun.root.appending(path: "samples/shanwei-2024").path()

  private func outcome(_ period: String, workers: Int = 2) async throws -> (
    ConsolidateJob.Outcome, ExpectedSamples.Month
  ) {
    let expected = try #require(ExpectedSamples.read().periods[period])
    let job = try ConsolidateJob(
      plan: OpenPlan(path: "\(Self.sample)/plan.yaml"), period: Period(period)!,
      source: .inbox("\(Self.sample)/\(expected.folder)", earlier: expected.history.map { "\(Self.sample)/\($0)" }),
      workers: workers)
    return (try await job.run(), expected)
  }

  @Test(arguments: periods)
  func `each unit stands as expected, with the files that count`(period: String) async throws {
    let (outcome, expected) = try await outcome(period)
    #expect(outcome.period.units.count == 15 && expected.units.count == 15)
    for report in outcome.period.units {
      func names(_ candidates: [Candidate]) -> [String]? {
        candidates.isEmpty ? nil : candidates.map(\.submission.file).sorted()
      }
      let unit = try #require(expected.units[report.unit.id])
      let found = ExpectedSamples.Unit(
        status: report.status.rawValue, counting: names(report.files.counting) ?? [],
        superseded: names(report.files.superseded), duplicates: names(report.files.duplicates),
        returned: names(report.files.returned), omitted: report.omitted.isEmpty ? nil : report.omitted,
        disputed: report.files.disputed.isEmpty ? nil : report.files.disputed)
      let sorted = ExpectedSamples.Unit(
        status: unit.status, counting: unit.counting.sorted(), superseded: unit.superseded?.sorted(),
        duplicates: unit.duplicates?.sorted(), returned: unit.returned?.sorted(), omitted: unit.omitted,
        disputed: unit.disputed)
      #expect(found == sorted, "\(period) \(report.unit.name)")
    }
    #expect(outcome.period.refused.map(\.file) == expected.refused.sorted())
    #expect(
      outcome.intake.attachments.map(\.name) == expected.attachments.sorted()
        && outcome.intake.ignored == expected.ignored.sorted())
    #expect(
      outcome.intake.filesSeen == outcome.intake.reports.count + outcome.intake.attachments.count
        + outcome.intake.ignored.count)
  }

  @Test(arguments: periods)
  func `each odd file has its findings, with sheet and cell`(period: String) async throws {
    let (outcome, expected) = try await outcome(period)
    let output = CheckOutput(outcome.intake.reports, language: .chinese)
    for file in expected.files {
      let found = try #require(output.files.first { $0.file == file.file }, "\(file.file)")
      #expect(found.verdict == file.verdict, "\(file.file): \(found.findings.map(\.message))")
      for finding in file.findings {
        let hit = found.findings.contains {
          $0.id == finding.id && $0.rule == finding.rule && (finding.sheet == nil || $0.sheet == finding.sheet)
            && (finding.cells ?? []).allSatisfy($0.cells.contains)
        }
        #expect(
          hit,
          "\(file.file) \(finding.id) \(finding.sheet ?? "") \(finding.cells ?? []): \(found.findings.map { "\($0.id) \($0.cells)" })"
        )
      }
    }
    // What is not said to be odd is sound: nothing but what a person may want to read.
    let odd = Set(expected.files.map(\.file) + expected.refused)
    for file in output.files where !odd.contains(file.file) {
      #expect(file.findings.filter { $0.grade != "notice" }.map(\.message) == [], "\(file.file)")
    }
  }

  @Test func `any number of workers makes the same book`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "books-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var books: Set<Data> = []
    for workers in [1, 2, 7] {
      let path = folder.appending(path: "\(workers).xlsx")
      let book = try await outcome("2024-06", workers: workers).0.period
      try book.writeBook(to: path.path())
      books.insert(try Data(contentsOf: path))
    }
    #expect(books.count == 1)
  }

  @Test func `a file that cannot be read stops nothing`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "inbox-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(atPath: "\(Self.sample)/submissions/2024-06", toPath: folder.path())
    let whole = try await outcome("2024-06").0
    try Data("PK\u{3}\u{4} and nothing else".utf8).write(to: folder.appending(path: "坏.xlsx"))
    try Data().write(to: folder.appending(path: "空.xlsx"))
    let job = try ConsolidateJob(
      plan: OpenPlan(path: "\(Self.sample)/plan.yaml"), period: Period("2024-06")!,
      source: .inbox(folder.path(), earlier: ["2024-04", "2024-05"].map { "\(Self.sample)/submissions/\($0)" }),
      workers: 2)
    let outcome = try await job.run()
    #expect(outcome.period.results.map(\.total) == whole.period.results.map(\.total))
    #expect(Set(outcome.period.refused.map(\.file)).isSuperset(of: ["坏.xlsx", "空.xlsx"]))
    #expect(outcome.period.refused.allSatisfy { !$0.findings.isEmpty })
  }
}

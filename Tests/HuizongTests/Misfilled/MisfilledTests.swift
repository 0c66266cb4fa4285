import Consolidation
import Forms
import FoundationEssentials
import PlanModel
import Testing
import Validation

@testable import Huizong

/// Sheets broken in the ways in which they arrive, each with its treatment.
@Suite struct MisfilledTests {
  @Test(arguments: Misfilled.all)
  func `a broken sheet gets the treatment that was decided`(_ broken: Misfilled) async throws {
    let outcome = try await broken.office().run()
    let report = try #require(outcome.intake.reports.first { $0.file == broken.file })
    let found = Self.findings(of: broken, outcome)
    #expect(Set(found.map(\.id)).sorted() == broken.rules.sorted(), "\(found)")
    #expect(report.disposition == broken.verdict)
    for read in broken.reads {
      guard case .form(let form) = report.reading, let row = form.submission.row("1.1-\(read.code)") else {
        Issue.record("\(read.code) is not read")
        continue
      }
      let figure: Figure? =
        switch read.column {
        case .current: row.current.figure
        case .cumulative: row.cumulative.figure
        case .nextSteps: row.nextSteps.figure
        default: nil
        }
      if let figure { #expect(figure == read.figure) }
    }
    // Whoever has to do something is told what.
    for finding in found where finding.grade != .notice {
      #expect(!FindingWords(finding).remedy.isEmpty, "\(finding.id)")
    }
  }

  static func findings(of broken: Misfilled, _ outcome: ConsolidateJob.Outcome) -> [Finding] {
    outcome.period.findings.filter { $0.file == broken.file }
  }

  /// One line of the table: what was done, what becomes of the file, what is read, what is said.
  private static func line(_ broken: Misfilled) async throws -> String {
    let outcome = try await broken.office().run()
    let found = findings(of: broken, outcome).sorted { ($0.grade, $0.id) < ($1.grade, $1.id) }
    let report = outcome.intake.reports.first { $0.file == broken.file }
    var seen: Set<String> = []
    let rules = RuleCatalogue(plan: outcome.period.plan)
    let words = found.filter { seen.insert($0.id).inserted }.map {
      "\($0.id) \(FindingWords($0, rules: rules).sentence())"
    }
    let reads = broken.reads.filter { [.current, .cumulative].contains($0.column) }.map { read(\.figure, of: $0) }
    var shown: [String] = []
    for text in reads where !shown.contains(text) { shown.append(text) }
    let cells = [
      broken.number, broken.deed, report?.disposition.words(in: .chinese) ?? "", shown.joined(separator: "、"),
      words.joined(separator: "<br>"),
    ]
    return "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ")
      + " |"
  }

  private static func read(_ path: KeyPath<Misfilled.Read, Figure>, of read: Misfilled.Read) -> String {
    switch read[keyPath: path] {
    case .blank: "不取数"
    case .decimal(let value): value.shortest
    case .date(let day, .day): day.description
    case .date(let day, .month): "\(day)（月）"
    case .date(let day, .quarter): "\(day)（季）"
    case .date(let day, .year): "\(day)（年）"
    case .nilReturn: "0（零报告）"
    case .notApplicable: "不适用"
    case .text(let text): text
    }
  }

  /// The table in `Sources/Forms/README.md` is what these cases come to. To write it anew, run this test with
  /// `HUIZONG_WRITE_TABLES=1`.
  @Test func `the table in the README is what becomes of these sheets`() async throws {
    var lines = ["| 号 | 怎样填错的 | 结果 | 读到 | 告诉填报人 |", "| --- | --- | --- | --- | --- |"]
    for broken in Misfilled.all { lines.append(try await Self.line(broken)) }
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/Forms/README.md")
    let written = String(decoding: try Data(contentsOf: path), as: UTF8.self)
    let marks = ["<!-- misfilled: begin -->\n", "<!-- misfilled: end -->"]
    let begin = try #require(written.firstRange(of: marks[0])?.upperBound)
    let end = try #require(written.firstRange(of: marks[1])?.lowerBound)
    let table = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["HUIZONG_WRITE_TABLES"] == "1" {
      try Data((written[..<begin] + table + written[end...]).utf8).write(to: path)
    } else {
      #expect(written[begin..<end] == table, "stale; run this test with HUIZONG_WRITE_TABLES=1")
    }
  }

  @Test func `each of the 60 kinds is there`() {
    let numbers = Set(Misfilled.all.map(\.number))
    #expect((1...60).map { $0 < 10 ? "M0\($0)" : "M\($0)" }.filter { !numbers.contains($0) } == [])
  }
}

import Consolidation
import PlanModel
import Testing
import Validation

@testable import Huizong

/// A unit whose sections send in files of their own.
@Suite struct PartsTests {
  @Test func `a unit may send its part in several files, each with rows of its own`() async throws {
    var office = try SmallOffice.sounding()
    let whole = try await office.run().period
    let entries = SmallOffice.entries("east").filter { [.current, .cumulative, .progress].contains($0.column) }
    let codes = Set(entries.map(\.code)).sorted()
    // 07 with its parts 08 and 09, 23 with 24, and 11 with 12 stay together: rules compare them.
    let second = Set(codes.suffix(8))
    func part(_ keep: (String) -> Bool) throws -> [UInt8] {
      try office.form("east") { form in
        for entry in entries where !keep(entry.code) { form.set(entry.code, entry.column, .blank) }
      }
    }
    office.receive("east.xlsx", try part { !second.contains($0) })
    office.receive("east-2.xlsx", try part { second.contains($0) })
    let joined = try await office.run().period
    let report = try #require(joined.units.first { $0.unit.id == "east" })
    #expect(report.files.counting.map(\.submission.file) == ["east-2.xlsx", "east.xlsx"])
    #expect(report.files.disputed == [] && report.omitted == [] && report.reported == report.expected)
    #expect(joined.results.map(\.total) == whole.results.map(\.total))
    #expect(joined.results.map(\.state) == whole.results.map(\.state))
    let blanks = joined.openFindings.filter { $0.rule == BuiltInRule.requiredBlank.rawValue }
    #expect(blanks == [])
  }
}

import Consolidation
import PlanModel
import Testing
import Validation

@testable import Huizong

/// Each built-in rule on real workbooks: one that breaks it, and one that comes close and does not.
@Suite struct RuleFixtureTests {
  @Test func `an office in order has nothing to be told`() async throws {
    let outcome = try await SmallOffice.sounding().run()
    #expect(outcome.period.findings.map { "\($0.file) \($0.id) \($0.cells)" } == [])
    #expect(outcome.reports.map(\.verdict) == [.accepted, .accepted, .accepted])
  }

  @Test(arguments: RuleFixture.all)
  func `a rule says what is wrong, once and where`(fixture: RuleFixture) async throws {
    let found = try await fixture.broken().run().period.findings
    let own = found.filter { $0.rule == fixture.rule.rawValue }
    #expect(Set(found.map(\.id)).sorted() == ([fixture.rule.id] + fixture.also).sorted(), "\(found)")
    #expect(own.flatMap(\.cells) == fixture.cells, "\(own)")
    for finding in own {
      let words = FindingWords(finding)
      #expect(!words.what.isEmpty && !words.what.contains("{"))
      #expect(finding.grade == .notice || !words.remedy.isEmpty || fixture.rule == .fellExplained)
    }
  }

  @Test(arguments: RuleFixture.all)
  func `a rule is silent where there is nothing to say`(fixture: RuleFixture) async throws {
    let found = try await fixture.sound().run().period.findings
    #expect(Set(found.map(\.id)).sorted() == fixture.besides.sorted(), "\(found)")
    #expect(!found.contains { $0.rule == fixture.rule.rawValue })
  }

  @Test func `every built-in rule has its fixture`() {
    #expect(Set(RuleFixture.all.map(\.rule)) == Set(BuiltInRule.allCases))
    #expect(RuleFixture.all.count == BuiltInRule.allCases.count)
  }
}

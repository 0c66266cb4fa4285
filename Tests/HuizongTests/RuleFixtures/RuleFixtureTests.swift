import Consolidation
import Forms
import PlanModel
import Testing
import Validation

@testable import Huizong

/// Each built-in rule on real workbooks: one that breaks it, and one that comes close and does not.
@Suite struct RuleFixtureTests {
  @Test func `an office in order has nothing to be told`() async throws {
    let outcome = try await SmallOffice.sounding().run()
    #expect(outcome.period.findings.map { "\($0.file) \($0.id) \($0.cells)" } == [])
    #expect(outcome.intake.reports.map(\.disposition) == [.accepted, .accepted, .accepted])
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

  @Test(arguments: RuleFixture.all)
  func `the cells of every file add up, whatever was done to it`(fixture: RuleFixture) async throws {
    let reports = try await fixture.broken().run().intake.reports
    let forms = reports.compactMap { if case .form(let form) = $0.reading { form } else { nil } }
    #expect(!forms.isEmpty)
    for form in forms {
      let cells = form.accounting
      #expect(cells.ties, "\(cells)")
      // One for each item that the unit has to report, each once.
      let codes = cells.items.map(\.indicator)
      #expect(codes == form.layout.rows.map(\.code) && Set(codes).count == codes.count)
      // What is read was somewhere; what was nowhere is not read.
      #expect(cells.items.allSatisfy { $0.fate == .blank || ($0.cell != nil && !$0.text.isEmpty) })
    }
    let sum = reports.accounting(in: .chinese)
    #expect(sum.contains("合计\(forms.count)份") && sum.contains("不能收下\(reports.count - forms.count)份"))
  }

  @Test func `every built-in rule has its fixture`() {
    #expect(Set(RuleFixture.all.map(\.rule)) == Set(BuiltInRule.allCases))
    #expect(RuleFixture.all.count == BuiltInRule.allCases.count)
  }
}

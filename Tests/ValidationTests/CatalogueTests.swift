import Foundation
import PlanModel
import Testing

@testable import Validation

/// The built-in rules, and their catalogue in `Sources/Validation/README.md`.
@Suite struct CatalogueTests {
  /// A case of the enumeration is a name that some part of the program remarks, and each has its rule.
  @Test func `every name has one rule, and every rule a name and number of its own`() {
    let rules = RuleSource.builtIn
    #expect(Set(rules.map(\.name)) == Set(BuiltInRule.allCases.map(\.rawValue)))
    #expect(Set(rules.map(\.name)).count == rules.count && Set(rules.map(\.id)).count == rules.count)
    let grades: [Character: Finding.Grade] = ["E": .error, "W": .warning, "N": .notice]
    #expect(rules.allSatisfy { grades[$0.id.first ?? " "] == $0.grade && $0.id.count == 3 })
  }

  @Test(arguments: RuleSource.builtIn.map(\.id))
  func `every rule says what it means, what is wrong and how to mend it, in both languages`(id: String) throws {
    let rule = try #require(RuleCatalogue.builtIn.rule(id))
    for language in Language.allCases {
      #expect(!rule.meaning(in: language).isEmpty && !rule.message(in: language).isEmpty)
      #expect(rule.grade == .notice || id == "W15" || !rule.remedy(in: language).isEmpty)
      #expect(rule.explanation(in: language).contains("- id: \(id)"))
    }
    #expect(MessageTemplate.unknownNames(in: rule.words.message + rule.words.remedy) == [])
    #expect(rule.examples.contains { !$0.holds })
  }

  @Test func `the examples of the built-in rules come true, one each way at least`() {
    let examples = RuleExamples(.builtIn)
    #expect(examples.troubles.map { "\($0.rule.id) \($0.trouble)" } == [])
    #expect(examples.rules == RuleSource.builtIn.count { !$0.isObserved } && examples.examples >= 2 * examples.rules)
  }

  @Test func `the catalogue in the README is the one that the rules make`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/Validation/README.md")
    let written = try String(contentsOf: path, encoding: .utf8)
    #expect(
      written == RuleCatalogue.builtIn.markdown,
      "stale; write it anew: huizong rules list --format markdown > Sources/Validation/README.md")
  }
}

import FoundationEssentials
import PlanModel
import Validation

/// The rules as JSON. The format is versioned: members may be added, none changes its meaning.
struct RulesOutput: Encodable {
  struct Rule: Encodable {
    let id: String
    let name: String
    /// `error`, `warning` or `notice`.
    let grade: String
    /// `row`, `form`, `period` or `reading`.
    let subject: String
    let scope: String
    let off: Bool
    let validFrom: String?
    let validUntil: String?
    let trialUntil: String?
    let when: String?
    /// Absent where findings are made by reading or comparing files.
    let expression: String?
    let message: String
    let remedy: String
    let meaning: String
  }

  let version = 1
  let rules: [Rule]

  init(_ catalogue: RuleCatalogue, _ language: Language) {
    rules = catalogue.listed.map { Rule($0, language) }
  }

  func json() throws(JobError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    } catch {
      throw JobError(.cannotWrite, "JSON", reason: "\(error)")
    }
  }
}

extension RulesOutput.Rule {
  init(_ rule: RuleSource, _ language: Language) {
    (id, name, grade) = (rule.id, rule.name, rule.grade.rawValue)
    (subject, scope, off) = (rule.scope.subject.rawValue, rule.scope.words(in: language), rule.isOff)
    validFrom = rule.validFrom?.description
    validUntil = rule.validUntil?.description
    trialUntil = rule.trialUntil?.description
    when = rule.when?.text
    expression = rule.isObserved ? nil : rule.expression.text
    (message, remedy) = (rule.message(in: language), rule.remedy(in: language))
    meaning = rule.meaning(in: language)
  }
}

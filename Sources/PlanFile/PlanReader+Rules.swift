public import PlanModel

extension PlanReader {
  /// Returns the plan with the `rules` and `waivers` of a file: another plan file, or one that has nothing else.
  /// - Throws: everything that is wrong with the file, or that it cannot be read.
  public func plan(_ plan: Plan, withRulesOf path: String) throws(PlanFileError) -> Plan {
    var result = plan
    let text = try text(contentsOf: path)
    let log = ProblemLog(source: text)
    let root: SourceNode
    do throws(PlanFileProblem) {
      root = try SourceNode.parse(text)
    } catch {
      throw PlanFileError([error])
    }
    guard var fields = FieldReader(FieldValue(node: root, path: "", log: log)) else {
      throw PlanFileError(log.problems)
    }
    if fields.names.contains("version") {
      let other = try read(text)
      (result.rules, result.waivers) = (other.rules, other.waivers)
      return result
    }
    let rules = RulesDraft(&fields)
    fields.finish()
    RulesLinker(codes: Set(plan.indicators.map(\.code)), unit: { plan.unit(named: $0) }, log: log).link(
      rules, into: &result)
    guard log.problems.isEmpty else { throw PlanFileError(log.problems) }
    return result
  }
}

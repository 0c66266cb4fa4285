import PlanFile
import PlanModel
import Validation

/// The plan file: any bytes are one.
func fuzzPlan(_ bytes: [UInt8]) {
  let plan: Plan
  do throws(PlanFileError) {
    plan = try PlanReader().read(bytes)
  } catch {
    precondition(!error.problems.isEmpty, "refused without a word")
    for language in [Language.chinese, .english] {
      precondition(!error.message(file: "plan.yaml", in: language).isEmpty, "refused without a word")
    }
    return
  }
  let rules = RulePackage(plan: plan)
  for problem in rules.problems {
    precondition(!problem.message(file: "plan.yaml", in: .chinese).isEmpty, "a rule refused without a word")
  }
  if let listing = try? PlanListing(plan) {
    _ = listing.text(in: .chinese)
    _ = try? listing.json()
  }
  // What is written of a plan's tables is the same plan.
  guard let text = String(validating: bytes, as: UTF8.self), let tables = try? PlanTables(text) else { return }
  let (written, problems) = tables.written()
  guard problems.isEmpty else { return }
  do throws(PlanFileError) {
    let again = try PlanReader().read(written)
    precondition(again == plan, "the tables of a plan make another plan")
  } catch {
    fatalError("the tables of a plan make none: \(error)")
  }
}

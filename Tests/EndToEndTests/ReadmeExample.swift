import Consolidation
import Huizong
import PlanModel

/// The README's example of the library, compiled and run by the tests.
enum ReadmeExample {
  static func run() async throws {
    // README
    let months = "samples/shanwei-2024/submissions"
    let plan = try OpenPlan(path: "samples/shanwei-2024/plan.yaml")
    let job = try ConsolidateJob(
      plan: plan, period: plan.period("2024-06"),
      source: .inbox("\(months)/2024-06", earlier: ["\(months)/2024-04", "\(months)/2024-05"]), workers: 2)
    let outcome = try await job.run()
    for result in outcome.period.results where result.light == .red {
      print(result.indicator.name, result.total?.description ?? "—", result.state.chinese)
    }
    try outcome.period.writeBook(to: "out/summary.xlsx")
    // README
  }
}

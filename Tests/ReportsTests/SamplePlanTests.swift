import Consolidation
import PlanFile
import PlanModel
import Testing

@Suite struct SamplePlanTests {
  private static let plan =
    String(#filePath).split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
    + "/samples/shanwei-2024/plan.yaml"

  @Test(arguments: ["2024-04", "2024-06", "2024Q2", "2024"])
  func `no indicator of the sample plan is lost`(period: String) throws {
    let plan = try PlanReader().read(contentsOf: Self.plan)
    let period = try #require(Period(period))
    let consolidated = try Consolidator(plan: plan, period: period).consolidate([])
    let book = try WrittenSummary(consolidated)
    let codes = Set(book.texts("指标汇总"))
    #expect(consolidated.results.map(\.indicator.code).filter { !codes.contains($0) } == [])
    let judged = consolidated.results.filter { ![.context, .criterion, .param].contains($0.indicator.role) }
    let registered = Set(book.texts("任务台账"))
    #expect(judged.map(\.indicator.code).filter { !registered.contains($0) } == [])
  }
}

import PlanModel
import Testing

@testable import Huizong

/// Numbers in cells that show days, and are none that a day could be.
@Suite struct DateFormatTests {
  @Test(arguments: ["-5", "4000000"])
  func `a number that its format cannot show is not taken`(number: String) async throws {
    var office = try SmallOffice.sounding()
    office.withdraw("east.xlsx")
    let form = try office.form("east") { form in
      form.set("01", .cumulative, .number(number))
      try form.format("01", .cumulative, as: "yyyy-mm-dd")
    }
    office.receive("东县.xlsx", form)
    let outcome = try await office.run()
    let report = try #require(outcome.intake.reports.first { $0.file == "东县.xlsx" })
    let finding = try #require(report.findings.first { $0.rule == "shown-otherwise" }, "\(report.findings.map(\.id))")
    #expect(finding.grade == .error && finding.cells == ["J7"])
    #expect(report.disposition == .returned)
  }
}

import Consolidation
import PlanModel
import Testing

@testable import Huizong

/// Errors that stood in published reports, each made again on a form.
@Suite struct PublishedErrorTests {
  private func findings(_ office: SmallOffice) async throws -> [Finding] {
    try await office.run().period.findings.filter { $0.grade != .notice }
  }

  @Test func `5 of 70 shown as 54 per cent`() async throws {
    var office = try SmallOffice.sounding()
    office.plan = office.plan.replacing("东县: 60, 西县: 40", with: "东县: 70, 西县: 30")
    office.receive(
      "east.xlsx",
      try office.form("east", previous: ["01": 3]) { form in
        form.set("01", .cumulative, 5)
        form.set("01", .rate, 54)
      })
    let found = try await findings(office).filter { $0.indicator == "1.1-01" }
    #expect(found.map(\.id) == ["E08"])
    #expect(found.map(\.cells) == [["K7"]] && found.map(\.expected) == ["7.1"])
  }

  @Test func `a figure in the column of units`() async throws {
    var office = try SmallOffice.sounding()
    office.receive(
      "east.xlsx",
      try office.form("east") { form in
        form.set("19", .measure, "487,828")
        form.set("19", .cumulative, .blank)
      })
    let found = try await findings(office)
    // The blank cell beside it is the same slip and is not told again.
    #expect(found.map(\.id) == ["E18"] && found.map(\.cells) == [["E23"]])
  }

  @Test func `a row for the countryside with the words of the city`() async throws {
    var office = try SmallOffice.sounding()
    office.receive(
      "east.xlsx",
      try office.form("east") { form in
        form.set("21", .indicator, "城市救助人数")
        form.set("09", .progress, "城市低保对象全部走访")
        form.set("21", .progress, "农村和城市特困人员一并核查")
      })
    let found = try await findings(office)
    // The name is another one than the code's, and not the same with a word more: the row is nobody's.
    #expect(found.map(\.id).sorted() == ["E35", "W31"])
    #expect(found.first { $0.id == "E35" }?.cells == ["D25"] && found.first { $0.id == "W31" }?.cells == ["M15"])
  }

  @Test func `growth in per cent on a negative base`() async throws {
    var office = try SmallOffice.sounding()
    office.receive("east.xlsx", try office.form("east") { $0.set("24", .cumulative, -20) })
    let found = try await findings(office)
    #expect(found.filter { $0.grade == .error }.map(\.id) == ["E19"])
    #expect(found.filter { $0.grade == .error }.map(\.cells) == [["J27"]])
  }

  @Test func `shares that add to 100,1`() async throws {
    let rows = [
      ("26", "占比合计", "value: 100"), ("27", "城镇占比", "value: 60, partOf: \"1.1-26\""),
      ("28", "农村占比", "value: 40, partOf: \"1.1-26\""),
    ].map { code, name, fields in
      "      - {code: \"1.1-\(code)\", name: \(name), quote: 养老服务, role: context, \(fields), unit: \"%\", decimals: 1, "
        + "kind: ratio, measure: level, aggregate: latest, frequency: month, reportedBy: [east]}\n"
    }
    var office = try SmallOffice.sounding()
    office.plan = office.plan.replacing("reporting:\n", with: rows.joined() + "reporting:\n")
    for (rural, isRight) in [("40.0", true), ("40.1", false)] {
      office.receive(
        "east.xlsx",
        try office.form("east") { form in
          for (code, share) in [("26", "100"), ("27", "60.0"), ("28", rural)] {
            form.set(code, .cumulative, .number(share))
          }
        })
      let found = try await findings(office)
      #expect(found.map(\.id) == (isRight ? [] : ["E13"]))
      #expect(isRight || found.map(\.expected) == ["100.1"] && found.map(\.difference) == ["-0.1"])
    }
  }
}

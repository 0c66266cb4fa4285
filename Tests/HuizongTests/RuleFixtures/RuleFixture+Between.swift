import PlanModel
import Validation

/// Rules about what a unit says now beside what it said before, and about the objects of its lists.
extension RuleFixture {
  static let betweenRules: [RuleFixture] = [
    office(.milestoneUndone, at: ["J10"]) { office in
      try remember(&office) { $0.set("04", .cumulative, .day("2024-05-20")) }
    } but: { office in
      try remember(&office) { $0.set("04", .cumulative, "未启动") }
    },
    office(.completionDayChanged, at: ["J10"]) { office in
      try remember(&office) { $0.set("04", .cumulative, .day("2024-05-20")) }
      office.receive("east.xlsx", try office.form("east") { $0.set("04", .cumulative, .day("2024-06-05")) })
    } but: { office in
      try remember(&office) { $0.set("04", .cumulative, .day("2024-05-20")) }
      office.receive("east.xlsx", try office.form("east") { $0.set("04", .cumulative, .day("2024-05-20")) })
    },
    office(.recurringFell, at: ["J11"], also: ["W20"], besides: []) { office in
      office.remember("5月.xlsx", try Months.form(office, Months.may, begin: ["05": 3]), on: "2024-06-03")
    } but: { office in
      office.remember("5月.xlsx", try Months.form(office, Months.may), on: "2024-06-03")
    },
    form(.objectRepeated, at: ["C7"]) { form in
      form.list([[], ["台账 不全", "已办结", .day("2024-06-20"), .blank]])
    } but: { form in
      form.list([[], ["台账不全（二）", "已办结", .day("2024-06-20"), .blank]])
    },
    office(.objectDoneBefore, at: ["C7"]) { office in
      try remember(&office) { $0.list([[], ["公示不及时", "已办结", .day("2024-05-12"), .blank]]) }
    } but: { office in
      try remember(&office) { $0.list([[], ["公示不及时", "不涉及", .blank, .blank]]) }
    },
    form(.objectDayOutside, at: ["F6"]) { form in
      form.list([["台账不全", "已办结", .day("2024-05-29")]])
    } but: { form in
      form.list([["台账不全", "已办结", .day("2024-06-01")]])
    },
    form(.yearInPeriod, at: ["I8"]) {
      $0.set("02", .current, 21386.42)
    } but: {
      $0.set("02", .current, 8000)
    },
    office(.levelShift, at: ["J9"]) { office in
      try remember(&office) { $0.set("03", .cumulative, 960) }
    } but: { office in
      try remember(&office) { $0.set("03", .cumulative, 959) }
    },
    office(.amountRepeated, at: ["I8"]) { office in
      office.remember(
        "5月.xlsx",
        try Months.form(office, Months.may, begin: ["02": FixedDecimal("13431.38")!]) {
          $0.set("02", .current, 3977.52)
        },
        on: "2024-06-03")
    } but: { office in
      office.remember("5月.xlsx", try Months.form(office, Months.may), on: "2024-06-03")
    },
  ]

  private static func remember(_ office: inout SmallOffice, _ edit: SmallOffice.Edit) throws {
    office.remember("5月.xlsx", try Months.form(office, Months.may, edit), on: "2024-06-03")
  }
}

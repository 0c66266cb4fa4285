import Huizong
import PlanModel
import Validation

/// What contradicts an earlier month, or the list beside the form.
extension Misfilled {
  static let between: [Misfilled] = [
    typed(
      "M06", "万元栏填了亿元", "02", .current, 0.39775, .accepted, ["W02", "W04"], as: .decimal(FixedDecimal("0.39775")!)),
    typed("M10", "上期有数的填“—”", "19", .cumulative, "—", .returned, ["E11"], as: .notApplicable),
    typed("M10", "按月填本期数的填“/”，累计会消失", "17", .current, "/", .returned, ["E11"], as: .notApplicable),
    typed("M10", "按月开展的制度填“-”，以前开展过", "05", .current, "-", .returned, ["E11"], as: .notApplicable),
    remembering("M55", "上月已办结，本月写“推进中”", .accepted, ["W50"]) { $0.set("04", .cumulative, .day("2024-05-20")) },
    remembering("M55", "办结日期与上月报的不同", .accepted, ["W51"], now: { $0.set("04", .cumulative, .day("2024-06-05")) }) {
      $0.set("04", .cumulative, .day("2024-05-20"))
    },
    form("M55", "明细表里同一对象列了两次", .accepted, ["W53"]) {
      $0.list([[], ["台账不全", "已办结", .day("2024-06-20"), .blank]])
    },
    remembering("M55", "上月办结的对象本月又办结一次", .accepted, ["W54"]) {
      $0.list([[], ["公示不及时", "已办结", .day("2024-05-12"), .blank]])
    },
    form("M56", "明细表里的办结日期在本期以前", .accepted, ["W55"]) { $0.list([["台账不全", "已办结", .day("2014-06-05"), .blank]]) },
    office("M57", "中间缺报一月，自填的上期累计和累计比再前一月还小", .returned, ["E04", "W20"]) { office in
      office.remember("4月.xlsx", try Months.form(office, Months.april), on: "2024-05-03")
      var printed = SmallOffice.previous["east"]!
      printed["19"] = nil
      office.receive(
        "east.xlsx",
        try office.form("east", previous: printed) { form in
          form.set("19", .previous, 200)
          form.set("19", .cumulative, 320)
        })
    },
  ]

  /// The eastern county's form of June, edited, and that of May before it.
  private static func remembering(
    _ number: String, _ deed: String, _ verdict: FileReport.Disposition, _ rules: [String],
    now: @escaping @Sendable (inout FormEditor) throws -> Void = { _ in },
    _ before: @escaping @Sendable (inout FormEditor) throws -> Void
  ) -> Misfilled {
    office(number, deed, verdict, rules) { office in
      office.remember("5月.xlsx", try Months.form(office, Months.may, before), on: "2024-06-03")
      office.receive("east.xlsx", try office.form("east", now))
    }
  }
}

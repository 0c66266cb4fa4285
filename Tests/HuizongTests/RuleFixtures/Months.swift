import PlanModel

/// The eastern county's forms of earlier months, whose sums are those that June's form has printed.
enum Months {
  static let april = Period("2024-04")!
  static let may = Period("2024-05")!
  private static let cumulative = ["01", "07", "08", "09", "18", "19", "20", "21", "25", "30"]

  /// What a month's flows begin with: June's figures less what the months between bring.
  private static func begin(_ month: Period) -> [String: FixedDecimal] {
    month == may
      ? ["02": FixedDecimal("13531.38")!, "05": 1, "17": 7] : ["02": FixedDecimal("9453.86")!, "05": 0, "17": 4]
  }

  /// - Parameter other: what the month begins with, where it is to be something else.
  static func form(
    _ office: SmallOffice, _ month: Period, begin other: [String: FixedDecimal] = [:],
    _ edit: SmallOffice.Edit = { _ in }
  ) throws -> [UInt8] {
    try office.form("east", period: month, previous: begin(month).merging(other) { $1 }) { form in
      let sums = SmallOffice.previous["east"]!
      form.set("02", .current, month == may ? 3877.52 : 4077.52)
      for code in cumulative { form.set(code, .cumulative, .number(sums[code]!.description)) }
      form.set("05", .current, .day("\(month)-12"))
      form.list(SmallOffice.objects("east").map { [$0[0], "推进中", .blank, .blank] })
      try edit(&form)
    }
  }

  /// June a year ago, with a number of volunteers.
  static func lastYear(_ office: SmallOffice, _ volunteers: Int) throws -> [UInt8] {
    try office.form("east", period: Period("2023-06")!, plan: office.plan.replacing("2024", with: "2023")) { form in
      form.set("05", .current, .day("2023-06-12"))
      form.list(SmallOffice.objects("east").map { [$0[0], "推进中", .blank, .blank] })
      form.set("18", .cumulative, .number(String(volunteers)))
    }
  }
}

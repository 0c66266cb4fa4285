import Consolidation
import PlanModel
import Testing

@testable import Huizong

/// Numbers in cells whose formats show something else.
@Suite struct SeenOtherwiseTests {
  private func report(_ number: String, as format: String) async throws -> FileReport {
    var office = try SmallOffice.sounding()
    office.withdraw("east.xlsx")
    let form = try office.form("east") { form in
      form.set("01", .cumulative, .number(number))
      try form.format("01", .cumulative, as: format)
    }
    office.receive("东县.xlsx", form)
    let outcome = try await office.run()
    return try #require(outcome.intake.reports.first { $0.file == "东县.xlsx" })
  }

  @Test(arguments: [
    ("-5", "yyyy-mm-dd", "####"), ("4000000", "yyyy-mm-dd", "####"), ("31", "0&quot;+&quot;", "31+"),
    ("31", "0\\+", "31+"),
    ("31", "¥0", "¥31"), ("31", "0+", "31+"), ("31", "0.0.0", "…"), ("31", "-0", "-31"),
    ("31", "(0&quot;户&quot;)", "-31户"), ("31", "-&quot;共&quot;0", "-共31"), ("31", "&quot; &quot;", "空白"),
    ("0", "0;-0;&quot;见附表&quot;", "见附表"), ("3", "[&gt; 5]0;0&quot;0&quot;", "30"), ("31", "0&quot; &quot;0", "3 1"),
    ("31", "0&quot;1&quot;", "311"), ("20240131", "0000-00-00", "2024-01-31"),
  ])
  func `a number that its format shows otherwise is not taken, and what is seen is said`(
    number: String, format: String, seen: String
  ) async throws {
    let report = try await report(number, as: format)
    let finding = try #require(report.findings.first { $0.rule == "shown-otherwise" }, "\(report.findings.map(\.id))")
    #expect(finding.grade == .error && finding.cells == ["J7"])
    #expect(seen == "####" || finding.value == seen)
    #expect(report.disposition == .returned)
  }

  /// What is said of J7, which holds 31, under a conditional format.
  private func conditionally(
    _ look: String, attributes: String = "type=\"expression\"", formula: String = "J7&gt;G7"
  ) async throws -> Finding? {
    var office = try SmallOffice.sounding()
    office.withdraw("east.xlsx")
    let form = try office.form("east") { form in
      form.set("01", .cumulative, 31)
      try form.formatConditionally("01", .cumulative, look: look, rule: (attributes, formula))
    }
    office.receive("东县.xlsx", form)
    let report = try #require(try await office.run().intake.reports.first { $0.file == "东县.xlsx" })
    let finding = report.findings.first { ["shown-otherwise", "struck-or-raised-text"].contains($0.rule) }
    #expect((report.disposition == .returned) == (finding != nil), "\(report.findings.map(\.id))")
    return finding
  }

  private static func look(_ code: String) -> String { "<numFmt numFmtId=\"900\" formatCode=\"\(code)\"/>" }

  @Test(arguments: [
    ("0&quot;0&quot;", "310"), ("0%", "3100%"), (";;;", "空白"), ("yyyy-mm-dd", "1900-01-31"), ("0&quot;万&quot;", "31万"),
  ])
  func `a number that a conditional format may show otherwise is not taken`(code: String, seen: String) async throws {
    let finding = try #require(try await conditionally(Self.look(code)))
    #expect(finding.rule == "shown-otherwise" && finding.cells == ["J7"])
    #expect(finding.value == seen && finding.expected == "31")
  }

  @Test(arguments: ["#,##0", "0&quot;户&quot;", "0"])
  func `a conditional format that shows the same number changes nothing`(code: String) async throws {
    #expect(try await conditionally(Self.look(code)) == nil)
  }

  @Test func `what a conditional format strikes through is not taken, what it colours is`() async throws {
    let struck = try #require(try await conditionally("<font><strike/></font>"))
    #expect(struck.rule == "struck-or-raised-text" && struck.value == "31")
    #expect(try await conditionally("<font><strike val=\"0\"/><color rgb=\"FFFF0000\"/></font>") == nil)
  }

  @Test(arguments: [(FormColumn.measure, "万个"), (.indicator, "别的指标")])
  func `a text that a conditional format may show otherwise sends the form back`(column: FormColumn, shown: String)
    async throws
  {
    func findings(_ rule: (attributes: String, formula: String)) async throws -> [Finding] {
      var office = try SmallOffice.sounding()
      office.withdraw("east.xlsx")
      let form = try office.form("east") { form in
        try form.formatConditionally("01", column, look: Self.look(";;;&quot;\(shown)&quot;"), rule: rule)
      }
      office.receive("东县.xlsx", form)
      let report = try #require(try await office.run().intake.reports.first { $0.file == "东县.xlsx" })
      return report.findings.filter { $0.rule == "shown-otherwise" }
    }
    let finding = try #require(try await findings(("type=\"expression\"", "TRUE")).first)
    #expect(finding.grade == .error && finding.cells.count == 1 && finding.value == shown)
    for harmless in [
      (attributes: "type=\"cellIs\" operator=\"equal\"", formula: "0"), ("type=\"expression\"", "$E$7=0"),
      ("type=\"containsErrors\"", "ISERROR(A1)"), ("type=\"expression\"", "FALSE"),
    ] {
      #expect(try await findings(harmless).isEmpty, "\(harmless)")
    }
  }

  @Test func `a text that a conditional format may strike through sends the form back`() async throws {
    var office = try SmallOffice.sounding()
    office.withdraw("east.xlsx")
    let form = try office.form("east") { form in
      form.set("01", .problems, "人手不足")
      try form.formatConditionally(
        "01", .problems, look: "<font><strike/></font>",
        rule: ("type=\"containsText\" operator=\"containsText\" text=\"不足\"", "TRUE"))
    }
    office.receive("东县.xlsx", form)
    let report = try #require(try await office.run().intake.reports.first { $0.file == "东县.xlsx" })
    let finding = try #require(report.findings.first { $0.rule == "struck-or-raised-text" })
    #expect(finding.value == "人手不足" && report.disposition == .returned)
  }

  @Test(arguments: [
    ("equal", "0", false), ("equal", "31", true), ("greaterThan", "31", false), ("greaterThanOrEqual", "31", true),
    ("lessThan", "31", false), ("lessThanOrEqual", "31", true), ("notEqual", "31", false), ("notEqual", "0", true),
    ("equal", "$G$7", true),
  ])
  func `a condition that the number itself decides is worked out`(
    comparison: String, formula: String, holds: Bool
  ) async throws {
    let finding = try await conditionally(
      Self.look(";;;"), attributes: "type=\"cellIs\" operator=\"\(comparison)\"", formula: formula)
    #expect((finding != nil) == holds)
  }

  @Test(arguments: [("<rPr><b/></rPr>", true), ("<rPr><strike/></rPr>", false)])
  func `an explanation that was struck out explains nothing`(font: String, isExplained: Bool) async throws {
    var office = try SmallOffice.sounding()
    office.withdraw("east.xlsx")
    let form = try office.form("east") { form in
      form.set("01", .cumulative, 10)
      form.set(
        "01", .explanation,
        .raw(attributes: " t=\"inlineStr\"", content: "<is><r>\(font)<t>上月多报，已核减</t></r></is>"))
    }
    office.receive("东县.xlsx", form)
    let report = try #require(try await office.run().intake.reports.first { $0.file == "东县.xlsx" })
    #expect(report.disposition == (isExplained ? .accepted : .returned), "\(report.findings.map(\.id))")
  }

  @Test(arguments: [("31", "[h]:mm", "744:00:00"), ("31", "[mm]:ss", "744:00:00"), ("31", "h:mm", "00:00:00")])
  func `a number in a format of times is a number in a format of days`(
    number: String, format: String, seen: String
  ) async throws {
    let report = try await report(number, as: format)
    let finding = try #require(
      report.findings.first { $0.rule == "figure-in-date-format" }, "\(report.findings.map(\.id))")
    #expect(finding.value == number && finding.cells == ["J7"])
    #expect(format == "h:mm" || finding.expected == seen)
  }

  @Test(arguments: [("342", "[=31]0;0%"), ("342", "[&gt;1000]0;[&gt;100]0%;0")])
  func `per cent of the section that the number falls under is none of a count`(
    number: String, format: String
  ) async throws {
    let report = try await report(number, as: format)
    #expect(report.findings.contains { $0.rule == "unit-of-measure-not-convertible" && $0.cells == ["J7"] })
    #expect(report.disposition == .returned)
  }

  /// What a form says of a day, stored as 2024-06-21 or as said, under a format.
  private func day(_ serial: String = "45464", as format: String) async throws -> (report: FileReport, figure: Figure?)
  {
    var office = try SmallOffice.sounding()
    office.withdraw("east.xlsx")
    let form = try office.form("east") { form in
      form.set("04", .cumulative, .number(serial))
      try form.format("04", .cumulative, as: format)
    }
    office.receive("东县.xlsx", form)
    let outcome = try await office.run()
    let report = try #require(outcome.intake.reports.first { $0.file == "东县.xlsx" })
    return (report, report.candidate?.submission.row("1.1-04")?.figure(in: .cumulative))
  }

  @Test(arguments: [
    "[&gt;=45470]yyyy-mm-dd;&quot;推进中&quot;", "yyyy-mm-&quot;05&quot;", "&quot;2023-&quot;mm-dd", "yyyy-dd-mm", "h:mm",
    "d",
    "yyyy&quot;-06-30&quot;", "-m-d", "yyyy&quot;年&quot;m&quot;月&quot;",
    "[DBNum1]&quot;计划&quot;m&quot;月&quot;d&quot;日&quot;", "[$-130000]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
  ])
  func `a day that its format shows otherwise is not taken`(format: String) async throws {
    let (report, _) = try await day(as: format)
    #expect(report.findings.contains { $0.rule == "shown-otherwise" }, "\(report.findings.map(\.id))")
    #expect(report.disposition == .returned)
  }

  @Test(arguments: ["[=0]&quot;&quot;;yyyy-mm-&quot;30&quot;", "[&lt;=0]General;&quot;计划&quot;yyyy-mm-dd"])
  func `nor is one that is a day only to a later section`(format: String) async throws {
    #expect(try await day(as: format).report.findings.contains { $0.rule == "shown-otherwise" })
  }

  /// 2024年6月 as programs store it where it was typed, and as a formula for the end of the month has it.
  @Test(arguments: ["45444", "45473"])
  func `a month is read as one, and comes back as one`(serial: String) async throws {
    let (report, figure) = try await day(serial, as: "yyyy&quot;年&quot;m&quot;月&quot;")
    #expect(figure?.date == CivilDate("2024-06-30"))
    #expect(report.candidate?.submission.row("1.1-04")?.cumulative.origin?.text == "2024年6月")
  }

  @Test(arguments: [
    "yyyy-mm-dd", "m/d/yyyy", "dd/mm/yyyy", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "yyyy/m/d h:mm",
  ])
  func `a day that is seen as it is stored is taken`(format: String) async throws {
    let (report, figure) = try await day(as: format)
    #expect(figure?.date == CivilDate("2024-06-21"), "\(report.findings.map(\.id))")
  }

  @Test(arguments: ["# ##0", "#,##0", "[&gt;1000]0%;0"])
  func `a number that is seen as it is stored is taken`(format: String) async throws {
    let report = try await report("31", as: format)
    #expect(report.findings.allSatisfy { $0.grade == .notice || $0.cells != ["J7"] }, "\(report.findings.map(\.id))")
    #expect(report.disposition != .returned)
  }

  @Test func `a sign before the digits is a sign`() async throws {
    #expect(try await report("31", as: "+0;-0").findings.allSatisfy { $0.rule != "shown-otherwise" })
  }
}

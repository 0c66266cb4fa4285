import Consolidation
import PlanModel
import TestSupport
import Testing

@testable import Huizong

/// A workbook of which a sheet cannot be read: it may have been a form, the seal or a list, and nothing is taken.
@Suite struct UnreadSheetTests {
  private func reports(_ edit: @escaping SmallOffice.Edit) async throws -> [FileReport] {
    var office = try SmallOffice.sounding()
    office.withdraw("east.xlsx")
    office.receive("东县.xlsx", try office.form("east", edit))
    return try await office.run().intake.reports.filter { $0.file.hasPrefix("东县.xlsx") }
  }

  private static func cutOff(_ name: String, in form: inout FormEditor) throws {
    form.parts[name] = String(try #require(form.parts[name]).dropLast(40))
  }

  @Test(arguments: ["填表说明", "填报表", "明细表", "签署", "_huizong"])
  func `a sheet that is cut off sends the form back, and is named with the reason`(sheet: String) async throws {
    let reports = try await reports { form in
      try Self.cutOff(try #require(form.part(of: sheet)), in: &form)
    }
    let report = try #require(reports.first)
    #expect(reports.count == 1 && report.candidate?.isAcceptable != true)
    let finding = try #require(report.findings.first { $0.id == "E20" }, "\(report.findings.map(\.id))")
    #expect(finding.sheet == sheet && finding.value == "malformed-markup")
    #expect(!report.findings.contains { $0.id == "E23" })
  }

  @Test func `a part that all sheets share is named once, and nobody is told of tampering`() async throws {
    let reports = try await reports { form in try Self.cutOff("xl/sharedStrings.xml", in: &form) }
    #expect(reports.map { $0.findings.map(\.id) } == [["E20"]] && reports[0].findings[0].sheet == nil)
  }

  @Test(arguments: ["xl/sharedStrings.xml", "xl/styles.xml"])
  func `a part that is named and not there sends the form back by its name, and nobody is told of tampering`(
    part: String
  ) async throws {
    let reports = try await reports { form in form.parts[part] = nil }
    let errors = try #require(reports.first).findings.filter { $0.grade == .error }
    #expect(reports.count == 1 && errors.map(\.id) == ["E20"], "\(errors)")
    #expect(errors[0].value == "missing-part" && errors[0].text == part)
  }

  @Test(arguments: [nil, "<broken", "<comments xmlns=\"\(WorkbookParts.main)\"><commentList/></comments>"])
  func `comments that cannot be read are said, and the form is taken`(comments: String?) async throws {
    let reports = try await reports { form in
      let sheet = try #require(form.part(of: "填报表"))
      let name = sheet.split(separator: "/").last.map(String.init) ?? ""
      form.parts["xl/worksheets/_rels/\(name).rels"] = WorkbookParts.links([
        WorkbookParts.link("rId9", "comments", "../comments9.xml")
      ])
      if let comments { form.parts["xl/comments9.xml"] = comments }
    }
    let report = try #require(reports.first)
    #expect(report.candidate?.isAcceptable == true, "\(report.findings)")
    let isBroken = comments?.hasPrefix("<comments") != true
    #expect(report.findings.contains { $0.id == "N10" && $0.sheet == "填报表" } == isBroken)
  }

  @Test func `the self-check, of which nothing is read, may be broken`() async throws {
    let reports = try await reports { form in try Self.cutOff(try #require(form.part(of: "自检")), in: &form) }
    #expect(reports.count == 1 && reports[0].candidate?.isAcceptable == true, "\(reports[0].findings)")
  }
}

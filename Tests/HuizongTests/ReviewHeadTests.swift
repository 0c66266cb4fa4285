import Consolidation
import Forms
import PlanModel
import SpreadsheetML
import TestSupport
import Testing
import Validation

@testable import Huizong

/// The columns and cells of 条线复核, held to what people see.
@Suite struct ReviewHeadTests {
  /// The row of the figures' heads, and of the first figure.
  private static let header = FormEditor.headerRow + 4
  private static let first = header + 1

  private static func place(_ row: Int, _ column: Int) -> CellReference { CellReference(row: row, column: column) }

  @Test func `a column with other words in brackets is another one`() async throws {
    // Over 完成率 stands a second 复核, to the left of the real one.
    let (findings, opinion, _) = try await ReviewTests.found { form in
      form.set(Self.place(Self.header, 8), "复核（初审）", in: "条线复核")
      form.set(Self.place(Self.first, 8), "存疑", in: "条线复核")
    }
    #expect(opinion?.verdict == .confirmed)
    #expect(findings.contains { $0.rule == BuiltInRule.outsideLayout.rawValue && $0.cells.contains("I10") })
  }

  @Test(arguments: [("复核", ["I9", "J9"], 8), ("复核（上月）", ["J9"], 9), ("审核", ["J9"], 9)])
  func `of two like columns, and of one that says something else, neither is taken`(
    text: String, cells: [String], column: Int
  ) async throws {
    let found = try await ReviewTests.found { form in
      form.set(Self.place(Self.header, column), .init(stringLiteral: text), in: "条线复核")
    }.all.filter { $0.rule == BuiltInRule.columnMissing.rawValue }
    #expect(found.map(\.cells) == [cells] && found.first?.expected == "复核" && found.first?.sheet == "条线复核")
  }

  @Test(arguments: ["本期末累计（5月）", "本期末累计（万个）"])
  func `a printed column whose head says something else is named`(text: String) async throws {
    let (findings, _, _) = try await ReviewTests.found { form in
      form.set(Self.place(Self.header, 7), .init(stringLiteral: text), in: "条线复核")
    }
    #expect(findings.map(\.rule) == [BuiltInRule.outsideLayout.rawValue] && findings.first?.cells == ["H9"])
  }

  @Test func `a review headed for another month is not this month's`() async throws {
    let found = try await ReviewTests.found { form in form.set(Self.place(3, 4), "截至2024年5月31日", in: "条线复核") }.all
      .filter {
        $0.rule == BuiltInRule.periodUnknown.rawValue
      }
    #expect(found.map(\.sheet) == ["条线复核"])
  }

  @Test func `a confirmed figure with a remark is asked about`() async throws {
    let (findings, _, _) = try await ReviewTests.found { $0.review(figure: 0, "确认", "数字不对，应为5个") }
    #expect(findings.map(\.rule) == [BuiltInRule.reviewIncomplete.rawValue] && findings.first?.cells == ["K10"])
    #expect(findings.first?.text == "数字不对，应为5个")
  }

  @Test(arguments: ["—", "无", "确认"])
  func `a query says what is wrong`(remark: String) async throws {
    let (findings, _, _) = try await ReviewTests.found { $0.review(figure: 0, "存疑", .init(stringLiteral: remark)) }
    #expect(findings.map(\.rule) == [BuiltInRule.reviewIncomplete.rawValue] && findings.first?.cells == ["K10"])
  }

  @Test func `words in a heading of a section are named`() async throws {
    let (findings, _, _) = try await ReviewTests.found { form in
      form.set(Self.place(Self.header - 1, 1), "二、各单位数据复核（全部存疑，数字请重报）", in: "条线复核")
    }
    #expect(findings.map(\.rule) == [BuiltInRule.outsideLayout.rawValue] && findings.first?.cells == ["B8"])
  }

  @Test func `answers under a merge are not taken, and are asked about`() async throws {
    let (findings, _, _) = try await ReviewTests.found { form in
      let part = form.part(of: "条线复核") ?? ""
      form.replace("<mergeCells ", "<mergeCells><mergeCell ref=\"J10:J11\"/></mergeCells><mergeCells ", in: part)
    }
    let merged = findings.filter { $0.rule == BuiltInRule.mergedFigure.rawValue }
    #expect(merged.map(\.cells) == [["J11"]], "\(findings)")
  }

  @Test func `a finding on the review points at the sheet, not at the department's own figure`() async throws {
    var office = try SmallOffice.sounding()
    let line = LineFigures(reported: ["east": ["1.1-01": .decimal(31)]])
    office.receive(
      "office.xlsx",
      try office.form("office", line: line) { form in
        form.review(figure: 0, "确认")
        form.set(Self.place(Self.first, 7), 99, in: "条线复核")
      })
    let folder = try Folder()
    let back = try #require(try await office.sendBack(in: folder).returns.first { $0.file == "office.xlsx" })
    let notice = try #require(back.workbook?.notice)
    #expect(notice.isIncomplete)
    #expect(notice.lines().contains { $0.contains("条线复核（原件条线复核!H10）：“本期末累计”里改写的“99”") }, "\(notice.lines())")
  }
}

import PlanModel
import SpreadsheetML
import Testing
import Validation

@testable import Forms

/// The columns of a list, told by their heads as those of the form are.
@Suite struct ListHeadTests {
  private static let header = ListGrid.firstRow - 1
  private static let dateColumn = ListGrid.index(of: .date)

  private static func cell(_ row: Int, _ column: Int, _ value: CellValue?) -> SourceCell {
    SourceCell(
      reference: CellReference(row: row, column: column), value: value, formula: nil, isPercentage: false,
      lacksResult: false)
  }

  /// The sheet with other cells in some places.
  private static func replacing(_ sheet: SourceSheet, _ cells: [SourceCell]) -> SourceSheet {
    let places = Set(cells.map(\.reference))
    return sheet.with(cells: sheet.cells.filter { !places.contains($0.reference) } + cells)
  }

  private static func days(_ form: ReadForm) -> [Figure] {
    (form.submission.lists["1-01"] ?? []).map { $0.figure(ListColumn.date.chinese) }
  }

  @Test func `a column with other words in brackets beside the list's own is another one`() throws {
    let form = try ListTests.filled(ListTests.sound) { sheet in
      // The planned days stand in front of the real ones.
      let moved = sheet.moved { place in
        CellReference(row: place.row, column: place.column >= Self.dateColumn ? place.column + 1 : place.column)
      }
      return Self.replacing(
        moved,
        [
          Self.cell(Self.header, Self.dateColumn, .string("办结日期（计划）")),
          Self.cell(ListGrid.firstRow, Self.dateColumn, ListTests.day("2024-06-01")),
        ])
    }
    #expect(Self.days(form).first == .date(CivilDate("2024-06-12")!, precision: .day))
    #expect(form.findings.map(\.rule) == [BuiltInRule.outsideLayout.rawValue])
  }

  @Test(arguments: [
    (ListColumn.state, "本期状态（上月）", ["E5"]), (.date, "办结日期（计划）", ["F5"]), (.state, "状态", ["E5"]),
    (.object, "名称", ["C5"]),
  ])
  func `a column whose head says something else is not taken, and the head is named`(
    column: ListColumn, text: String, cells: [String]
  ) throws {
    let place = ListGrid.index(of: column)
    let form = try ListTests.filled(ListTests.sound) {
      Self.replacing($0, [Self.cell(Self.header, place, .string(text))])
    }
    let missing = form.findings.filter { $0.rule == BuiltInRule.columnMissing.rawValue }
    #expect(missing.map(\.cells) == [cells] && missing.first?.expected == column.chinese, "\(form.findings)")
    #expect((form.submission.lists["1-01"] ?? []).allSatisfy { $0.figure(column.chinese) == .blank })
    #expect(!form.findings.contains { $0.rule == BuiltInRule.listIncomplete.rawValue })
  }

  @Test(arguments: [
    (ListColumn.date, "（预计）", true, ["F5", "F6"]), (.state, "下期计划", true, ["E5", "E6"]),
    (.date, "下期", false, ["F6", "F5"]),
  ])
  func `words below or above a head make another column of it`(
    column: ListColumn, text: String, isBelow: Bool, cells: [String]
  ) throws {
    let form = try ListTests.filled(ListTests.sound) { sheet in
      let row = isBelow ? Self.header + 1 : Self.header
      let moved = sheet.moved { CellReference(row: $0.row + ($0.row >= row ? 1 : 0), column: $0.column) }
      return Self.replacing(moved, [Self.cell(row, ListGrid.index(of: column), .string(text))])
    }
    let missing = form.findings.filter { $0.rule == BuiltInRule.columnMissing.rawValue }
    #expect(missing.map(\.cells) == [cells] && missing.first?.expected == column.chinese, "\(form.findings)")
    let rows = form.submission.lists["1-01"] ?? []
    #expect(rows.count == 3 && rows.allSatisfy { $0.figure(column.chinese) == .blank })
  }

  @Test func `a first object that lacks its name keeps its state, and is asked for the name`() throws {
    let form = try ListTests.filled(ListTests.sound + [(0, .object, nil)])
    #expect(form.submission.lists["1-01"]?.first?.figure(ListColumn.state.chinese) == .text("已办结"))
    #expect(!form.findings.contains { $0.rule == BuiltInRule.columnMissing.rawValue })
  }

  @Test func `below a second head whose columns stand otherwise nothing is taken`() throws {
    let form = try ListTests.filled(
      ListTests.sound + [
        (4, .object, .string("对象")), (4, .previousState, .string("本期状态")), (4, .state, .string("上期状态")),
        (4, .date, .string("办结日期")), (5, .object, .string("另一项")), (5, .previousState, .string("已办结")),
        (5, .state, .string("推进中")), (5, .date, ListTests.day("2024-06-10")),
      ])
    #expect(form.submission.lists["1-01"]?.count == 3)
    #expect(form.findings.map(\.rule) == [BuiltInRule.outsideLayout.rawValue])
    #expect(form.findings.first?.cells.contains("E11") == true, "\(form.findings)")
  }

  @Test func `words in brackets that say nothing new change nothing`() throws {
    let form = try ListTests.filled(ListTests.sound) {
      Self.replacing($0, [Self.cell(Self.header, ListGrid.index(of: .state), .string("本期状态（6月）"))])
    }
    #expect(form.findings.isEmpty && form.submission.lists["1-01"]?.count == 3)
  }

  @Test(arguments: [
    (ListColumn.state, "本期状态\n（下拉选）"), (.date, "办结日期（年月日）"), (.date, "办结日期（已办结的填）"), (.note, "办理情况说明"),
    (.object, "对象名称"),
  ])
  func `words more that change nothing are said, and the column is read`(column: ListColumn, text: String) throws {
    let form = try ListTests.filled(ListTests.sound) {
      Self.replacing($0, [Self.cell(Self.header, ListGrid.index(of: column), .string(text))])
    }
    #expect(form.findings.map(\.rule) == [BuiltInRule.normalized.rawValue] && form.findings[0].value == column.chinese)
    #expect(form.submission.lists["1-01"]?.first?.figure(ListColumn.state.chinese) == .text("已办结"))
  }

  @Test func `of a printed column whose head was changed the head is named, not what was printed below`() throws {
    let form = try ListTests.filled(ListTests.sound) {
      Self.replacing($0, [Self.cell(Self.header, ListGrid.index(of: .number), .string("号"))])
    }
    #expect(form.findings.map(\.rule) == [BuiltInRule.outsideLayout.rawValue] && form.findings[0].cells == ["B5"])
    let codes = try ListTests.filled(ListTests.sound) { sheet in
      sheet.with(
        cells: sheet.cells.filter {
          $0.reference != CellReference(row: Self.header, column: ListGrid.index(of: .code))
        })
    }
    #expect(codes.findings.isEmpty)
  }

  @Test func `what lies under a merge is not taken, and is asked about`() throws {
    let place = ListGrid.index(of: .state)
    let form = try ListTests.filled(ListTests.sound) { sheet in
      sheet.with(
        merged: Array(sheet.merged) + [
          CellRange(
            CellReference(row: ListGrid.firstRow, column: place),
            CellReference(row: ListGrid.firstRow + 1, column: place))
        ])
    }
    let states = (form.submission.lists["1-01"] ?? []).map { $0.figure(ListColumn.state.chinese) }
    #expect(states == [.text("已办结"), .blank, .text("未启动")])
    let merged = form.findings.filter { $0.rule == BuiltInRule.mergedFigure.rawValue }
    #expect(merged.map(\.cells) == [["E7"]] && form.findings.count == 1)
  }

  @Test(arguments: ["合计", "对 象", "小计：10个"])
  func `sums and heads below a list are no objects`(text: String) throws {
    let form = try ListTests.filled(ListTests.sound + [(4, .object, .string(text)), (4, .state, .string("已办结2个"))])
    #expect(form.submission.lists["1-01"]?.count == 3)
    #expect(form.findings.map(\.rule) == [BuiltInRule.outsideLayout.rawValue])
    #expect(form.findings.first?.cells == ["C10", "E10"])
  }

  @Test func `a month alone is its last day, and that is said`() throws {
    var entries = ListTests.sound
    entries[1] = (0, .date, .string("2024年6月"))
    let form = try ListTests.filled(entries)
    #expect(Self.days(form).first == .date(CivilDate("2024-06-30")!, precision: .month))
    #expect(form.findings.map(\.rule) == [BuiltInRule.textDateConverted.rawValue])
  }

  @Test func `names that were moved without their rows are asked about`() throws {
    let form = try ListTests.filled([
      (0, .object, .string("公示不及时")), (1, .object, .string("台账不全")), (0, .state, .string("推进中")),
      (1, .state, .string("推进中")), (0, .previousState, .string("未启动")), (1, .previousState, .string("推进中")),
    ])
    let said = form.findings.filter { $0.rule == BuiltInRule.listIncomplete.rawValue && $0.cells == ["C6", "C7"] }
    #expect(said.count == 1 && said.first?.value?.contains("对不上的行（2行）") == true, "\(form.findings)")
  }

  @Test func `hidden columns and comments of a list are said`() throws {
    let place = ListGrid.index(of: .state)
    let form = try ListTests.filled(ListTests.sound) { sheet in
      sheet.with(
        hiddenColumns: [place],
        comments: [.init(reference: CellReference(row: ListGrid.firstRow, column: place), text: "6月9日已办结")])
    }
    #expect(
      Set(form.findings.map(\.rule)) == [BuiltInRule.hiddenData.rawValue, BuiltInRule.commentNoted.rawValue])
    #expect(form.findings.filter { $0.sheet == "明细表" }.count == 2)
  }
}

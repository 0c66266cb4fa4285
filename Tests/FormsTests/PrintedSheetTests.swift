import PlanModel
import SpreadsheetML
import Testing

@testable import Forms

/// What somebody writes on the sheets of a form on which nothing is reported is named, and what was printed there is not.
@Suite struct PrintedSheetTests {
  private func added(_ cells: [(String, CellValue)], to sheet: String) throws -> [String] {
    let book = try FormSample.template().filled(FormSample.sound)
    let printed = try #require(book.sheets.first { $0.name == sheet })
    let new = cells.map { place, value in
      SourceCell(
        reference: CellReference(a1: place)!, value: value, formula: nil, isPercentage: false, lacksResult: false)
    }
    let kept = printed.cells.filter { cell in !new.contains { $0.reference == cell.reference } }
    switch FormSample.read(book.with(printed.with(cells: kept + new), for: sheet)) {
    case .form(let form): return form.findings.flatMap { finding in finding.cells.map { "\($0) \(finding.id)" } }
    case .refused(_, let findings): return findings.map { "refused \($0.id)" }
    }
  }

  static let named: [(String, String, CellValue)] = [
    ("填表说明", "F30", .string("适老化改造应为200户")), ("填表说明", "A30", .string("销售量应为21386.42")),
    ("填表说明", "B31", .number(77)), ("填表说明", "G7", .number(77)), ("填表说明", "F2", .string("床位数130张")),
    ("签署", "B12", .string("适老化改造200")), ("签署", "H6", .number(38)), ("签署", "A10", .string("注：床位数实为130张")),
    ("签署", "B12", .string("电话里说过，适老化改造应为200户")), ("签署", "A11", .number(13_812_345)),
    ("签署", "A11", .string("婚姻档案 1381234份")), ("签署", "A11", .string("手机办理婚姻登记电子化71260份")),
    ("签署", "B6", .string("何某（适老化改造352户）")), ("签署", "B9", .string("2024年7月4日（改352户）")), ("签署", "B7", .number(352)),
    ("签署", "A11", .string("日期：婚姻登记71260")), ("签署", "A11", .string("0660-6622310 352")),
  ]

  @Test(arguments: named)
  func `a figure beside what was printed is named with its cell`(sheet: String, cell: String, value: CellValue) throws {
    #expect(try added([(cell, value)], to: sheet) == ["\(cell) W21"])
  }

  static let passed: [(String, [(String, CellValue)])] = [
    ("填表说明", []), ("签署", []), ("签署", [("A10", .string("手机")), ("B10", .string("13812345678"))]),
    ("签署", [("B12", .string("0660-3361210"))]), ("签署", [("B9", .string("7月4日"))]),
    ("签署", [("B9", .string("2024.7.4"))]),
    ("签署", [("B8", .string("0660-3361210转8001"))]), ("签署", [("A11", .string("手机：138 1234 5678"))]),
    ("签署", [("A11", .string("审核日期")), ("B11", .string("7月4日"))]),
    ("签署", [("A12", .string("已盖章"))]), ("填表说明", [("A30", .string("本表已经科室会签"))]),
  ]

  @Test(arguments: passed)
  func `telephone numbers, days and mere words are not`(sheet: String, cells: [(String, CellValue)]) throws {
    #expect(try added(cells, to: sheet) == [])
  }

  @Test func `an answer with a figure on a return's notice is named`() throws {
    let printed = try #require(PrintedSheet(named: "退回意见"))
    func cell(_ place: String, _ text: String) -> SourceCell {
      SourceCell(
        reference: CellReference(a1: place)!, value: .string(text), formula: nil, isPercentage: false,
        lacksResult: false)
    }
    let sheet = SourceSheet(
      name: "退回意见", isHidden: false,
      cells: [
        cell("A5", "你单位报送的“东县6月.xlsx”经审核：强制性问题1条须改正。"), cell("A8", "序号"), cell("A9", "1"), cell("F9", "31户不是数字"),
        cell("H9", "应为31户"), cell("A10", "单元格核对：应填5项"), cell("B12", "适老化改造31"),
      ])
    #expect(printed.added(to: sheet).map(\.reference.a1) == ["H9", "B12"])
  }
}

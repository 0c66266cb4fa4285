import PlanModel
import SpreadsheetML
import Testing

@testable import Forms

/// What somebody wrote into the head of a form: understood, sent back, or named.
@Suite struct HeadTests {
  private func lines(_ workbook: SourceWorkbook) -> [String] {
    switch FormSample.read(workbook) {
    case .form(let form): form.findings.map { "\($0.cells.first ?? "-") \($0.rule)" }
    case .refused(_, let findings): findings.map { "refused \($0.cells.first ?? "-") \($0.rule)" }
    }
  }

  /// The sound form with a text in one cell.
  private func written(_ text: String, at place: String) throws -> SourceWorkbook {
    let book = try FormSample.template().filled(FormSample.sound)
    let place = try #require(CellReference(a1: place))
    let cell = SourceCell(
      reference: place, value: .string(text), formula: nil, isPercentage: false, lacksResult: false)
    return book.with(book.form.with(cells: book.form.cells.filter { $0.reference != place } + [cell]))
  }

  @Test(arguments: [
    ("B3", "2024年度重点工作进展情况填报表（6月份）"), ("B3", "东县2024年重点工作进展情况填报表"), ("B3", "东县民政局重点工作进展情况填报表（2024年6月）"),
    ("B3", "6月重点工作进展情况填报表"), ("B2", "附件 1"), ("D2", "填表日期：2024年7月3日"), ("D4", "联系人：张三"), ("J4", "截至2024年6月底"),
  ])
  func `what a head says by right is not asked about`(place: String, text: String) throws {
    #expect(try lines(written(text, at: place)) == [])
  }

  @Test(arguments: [
    ("B3", "重点工作台账"), ("D2", "含乡镇上报数"), ("B3", "2024年度重点工作进展情况填报表（6月）（汇总）"), ("E5", "计量单位（见说明）"), ("D5", "指标（市本级）"),
  ])
  func `words that nobody printed are named with their cell`(place: String, text: String) throws {
    #expect(try lines(written(text, at: place)) == ["\(place) outside-layout"])
  }

  @Test(arguments: [
    ("B3", "2024年度重点工作计划表"), ("B3", "2024年度重点工作目标表（6月）"), ("D2", "5月数"),
  ])
  func `a title of plans or of another month sends the form back`(place: String, text: String) throws {
    #expect(try lines(written(text, at: place)) == ["refused \(place) period-unknown"])
  }

  @Test(arguments: ["单位：千元", "单位千元", "截至上年同期", "填报单位：东县民政局", "单位：上年同期", "截至5月底", "（千元）", "USD", "km", "次", "项"])
  func `words in the row of the columns' numbers make another column of it`(text: String) throws {
    #expect(try lines(written(text, at: "I6")) == ["refused I5 column-missing"])
  }

  /// The sound form with a row of its own below the header.
  private func subhead(_ text: String, at row: Int) throws -> SourceWorkbook {
    let book = try FormSample.template().filled(FormSample.sound)
    let moved = book.form.cells.map { cell in
      guard cell.reference.row >= row else { return cell }
      let place = CellReference(row: cell.reference.row + 1, column: cell.reference.column)
      return SourceCell(
        reference: place, value: cell.value, rawNumber: cell.rawNumber, formula: cell.formula,
        isPercentage: cell.isPercentage, lacksResult: cell.lacksResult)
    }
    let own = SourceCell(
      reference: CellReference(row: row, column: 8), value: .string(text), formula: nil, isPercentage: false,
      lacksResult: false)
    return book.with(book.form.with(cells: moved + [own]))
  }

  @Test(arguments: [("上年同期", 5), ("1-5月", 5), ("单位：千元", 6), ("计划数", 6)])
  func `so do words in a row that somebody put in below the header`(text: String, row: Int) throws {
    #expect(try lines(subhead(text, at: row)) == ["refused I5 column-missing"])
  }

  @Test func `a head merged down into the header is one of the table`() throws {
    let book = try FormSample.template().filled(FormSample.sound)
    let form = book.form
    let columns = form.cells.filter { $0.reference.row == 4 }.map(\.reference.column)
    // 上期累计 and the others one row up, merged over both; 完成情况 over 本期 and 累计.
    let cells = form.cells.map { cell in
      guard cell.reference.row == 4, ![8, 9].contains(cell.reference.column) else { return cell }
      return SourceCell(
        reference: CellReference(row: 3, column: cell.reference.column), value: cell.value, formula: nil,
        isPercentage: false, lacksResult: false)
    }.filter { cell in cell.reference.row != 3 || columns.contains(cell.reference.column) }
    let above = Dictionary(cells.filter { $0.reference.row == 3 }.map { ($0.reference, $0) }) { _, last in last }
    let merged = columns.filter { ![8, 9].contains($0) }.map {
      CellRange(CellReference(row: 3, column: $0), CellReference(row: 4, column: $0))
    }
    let whole = cells.filter { $0.reference.row != 3 } + above.values
    let found = lines(book.with(form.with(cells: whole, merged: merged)))
    #expect(!found.contains { $0.hasPrefix("refused") && $0.contains("period") }, "\(found)")
  }

  @Test func `a multiplier in the head of the units of measure leaves no figure with one reading`() throws {
    let found = try lines(written("计量单位（万）", at: "E5"))
    for cell in ["J7", "I8", "J9"] { #expect(found.contains("\(cell) unit-of-measure-not-convertible"), "\(found)") }
  }

  @Test(arguments: [("C8", "养老服务（单位：元）"), ("D5", "指标（金额单位：元）"), ("C5", "工作任务（元）")])
  func `yuan beside the names are converted, or asked about`(place: String, text: String) throws {
    let found = try lines(written(text, at: place))
    #expect(found.contains { $0.hasPrefix("I8 ") }, "\(found)")
    guard case .form(let form) = try FormSample.read(written(text, at: place)) else { return }
    let sale = try #require(form.submission.rows.first { $0.code == "1-02" })
    #expect(sale.current.figure != .decimal(FixedDecimal("3977.52")!))
  }

  @Test func `what the form had not printed of a duty is asked for, and not taken for nothing`() throws {
    let book = try FormSample.template(previous: ["1-01": 50, "1-02": 17408])
    for blank in [nil, " ", "\u{3000}", "空"] as [String?] {
      let filled = book.filled(FormSample.sound + [.init("1-05", .previous, blank.map { .string($0) })])
      guard case .form(let form) = FormSample.read(filled) else {
        Issue.record("the form is refused")
        return
      }
      let row = try #require(form.submission.row("1-05"))
      #expect(row.current.figure.date != nil && row.cumulative.figure == .blank)
      #expect(form.findings.contains { $0.rule == "required-figure-blank" && $0.indicator == "1-05" })
    }
  }
}

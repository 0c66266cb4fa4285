import PlanModel
import SpreadsheetML
import Testing
import Validation

@testable import Forms

@Suite struct SubmissionReaderTests {
  private func form(_ reading: Reading) throws -> ReadForm {
    guard case .form(let form) = reading else {
      Issue.record("refused: \(reading)")
      throw CancellationError()
    }
    return form
  }

  private func refusal(_ reading: Reading) -> [String] {
    guard case .refused(_, let findings) = reading else { return [] }
    return findings.map(\.rule)
  }

  private func lines(_ form: ReadForm) -> [String] {
    form.findings.map { "\($0.cells.first ?? "-") \($0.rule)" }
  }

  @Test func `a form filled and read back gives its figures with their cells`() throws {
    let form = try form(FormSample.read(FormSample.template().filled(FormSample.sound)))
    #expect(lines(form) == [])
    #expect(form.submission.unit == "east" && form.submission.period == FormSample.june)
    #expect(form.submission.rows.map(\.code) == FormSample.indicators.map(\.code))
    let houses = try #require(form.submission.row("1-01"))
    #expect(
      houses.cumulative.figure == .decimal(60) && houses.current.figure == .decimal(10)
        && houses.previous.figure == .decimal(50))
    #expect(houses.cumulative.origin?.cell == "J7" && houses.cumulative.origin?.sheet == "填报表")
    let sales = try #require(form.submission.row("1-02"))
    #expect(
      sales.current.figure == .decimal(FixedDecimal("3977.52")!)
        && sales.cumulative.figure == .decimal(FixedDecimal("21386.42")!))
    #expect(form.submission.row("1-03")?.cumulative.figure == .decimal(120))
    #expect(form.submission.row("1-04")?.cumulative.figure == .text("推进中"))
    #expect(form.submission.row("1-05")?.current.figure == .date(CivilDate("2024-06-12")!, precision: .day))
    #expect(form.submission.row("1-05")?.cumulative.figure == .decimal(3))
    #expect(form.submission.row("1-06")?.progress.figure == .text("压实责任，召开会议2次。"))
    #expect(form.accounting.expected == 6 && form.accounting.read == 6 && form.accounting.ties)
  }

  @Test func `an empty form has six blanks and no figure`() throws {
    let form = try form(FormSample.read(FormSample.template()))
    #expect(form.accounting.blank == 6 && form.accounting.read == 0 && form.accounting.ties)
    #expect(form.submission.rows.allSatisfy { $0.cumulative.figure == .blank && $0.current.figure == .blank })
  }

  @Test func `rows moved, columns inserted and the sheet renamed give the same figures`() throws {
    let plain = try form(FormSample.read(FormSample.template().filled(FormSample.sound)))
    let book = try FormSample.template().filled(FormSample.sound)
    // Rows 7 and 8 change places, a column comes in before D, and two rows above the header.
    let sheet = book.form.moved { cell in
      let row = cell.row == 6 ? 7 : cell.row == 7 ? 6 : cell.row
      return CellReference(row: row + 2, column: cell.column >= 3 ? cell.column + 1 : cell.column)
    }.with(name: "Sheet1")
    let moved = try form(FormSample.read(book.with(sheet)))
    #expect(lines(moved) == ["- sheet-renamed"])
    for row in plain.submission.rows {
      let other = try #require(moved.submission.row(row.code))
      #expect(other.cumulative.figure == row.cumulative.figure && other.current.figure == row.current.figure)
      #expect(other.progress.figure == row.progress.figure)
    }
  }

  @Test func `a row that a clerk put in is listed and not counted`() throws {
    let book = try FormSample.template().filled(FormSample.sound)
    let extra = [(3, CellValue.string("其中：城镇")), (9, .number(12))].map {
      SourceCell(
        reference: CellReference(row: 7, column: $0.0), value: $0.1, formula: nil, isPercentage: false,
        lacksResult: false)
    }
    let sheet = book.form.moved { CellReference(row: $0.row >= 7 ? $0.row + 1 : $0.row, column: $0.column) }
    let form = try form(FormSample.read(book.with(sheet.with(cells: sheet.cells + extra))))
    #expect(lines(form) == ["D8 outside-layout"])
    #expect(form.submission.row("1-02")?.cumulative.origin?.cell == "J9")
    #expect(form.accounting.outside == 1)
  }

  @Test func `a row without its code is found by its name, a row that is gone is missed`() throws {
    let book = try FormSample.template().filled(FormSample.sound)
    let bare = book.form.moved { $0.column == 0 && $0.row == 6 ? nil : $0 }
    #expect(try lines(form(FormSample.read(book.with(bare)))) == ["D7 row-found-by-name"])
    let gone = book.form.moved { $0.row == 6 ? nil : $0 }
    let form = try form(FormSample.read(book.with(gone)))
    #expect(lines(form) == ["- row-missing"])
    #expect(form.submission.row("1-01") == nil && form.accounting.ties)
  }

  @Test func `a row that stands twice is not guessed`() throws {
    let book = try FormSample.template().filled(FormSample.sound)
    let copy = book.form.cells.filter { $0.reference.row == 6 }.map {
      SourceCell(
        reference: CellReference(row: 40, column: $0.reference.column), value: $0.value, formula: $0.formula,
        isPercentage: false, lacksResult: false)
    }
    #expect(
      try lines(form(FormSample.read(book.with(book.form.with(cells: book.form.cells + copy))))) == [
        "D7 row-duplicated"
      ])
  }

  @Test(arguments: [("累计完成", "合计数"), ("本期完成", ""), ("进展情况", "情况")])
  func `a column that cannot be found is named, never replaced by another`(header: String, new: String) throws {
    let book = try FormSample.template().filled(FormSample.sound)
    let cells = book.form.cells.map { cell in
      cell.text == header
        ? SourceCell(
          reference: cell.reference, value: new.isEmpty ? nil : .string(new), formula: nil, isPercentage: false,
          lacksResult: false) : cell
    }
    guard case .refused(let unit, let findings) = FormSample.read(book.with(book.form.with(cells: cells))) else {
      Issue.record("the form was read without \(header)")
      return
    }
    #expect(unit == "east" && findings.map(\.rule) == ["column-missing"] && findings.first?.expected == header)
  }

  @Test func `a header with words added is recognised`() throws {
    let book = try FormSample.template().filled(FormSample.sound)
    let cells = book.form.cells.map { cell in
      cell.text == "累计完成"
        ? SourceCell(
          reference: cell.reference, value: .string(" 累计 完成数（个） "), formula: nil, isPercentage: false,
          lacksResult: false) : cell
    }
    let form = try form(FormSample.read(book.with(book.form.with(cells: cells))))
    #expect(form.findings.map(\.rule) == ["normalized"])
    #expect(form.submission.row("1-01")?.cumulative.figure == .decimal(60))
  }

  @Test func `a number over merged rows counts once and the rest is not reported`() throws {
    let book = try FormSample.template().filled(FormSample.sound)
    let merged = book.form.with(merged: book.form.merged + [CellRange(a1: "J7:J9")!, CellRange(a1: "M7:M9")!])
    let filled = SourceWorkbook(sheets: book.with(merged).sheets, properties: book.properties)
      .filled([.init("1-01", .progress, .string("三项合写"))])
    let form = try form(FormSample.read(filled.with(filled.form.with(merged: Array(merged.merged)))))
    #expect(lines(form).contains("J7 merged-figure") && lines(form).contains("J9 merged-figure"))
    #expect(form.submission.row("1-01")?.cumulative.figure == .decimal(60))
    #expect(form.submission.row("1-03")?.cumulative.figure == .blank)
    #expect(form.submission.row("1-03")?.progress.figure == .text("三项合写"))
    #expect(form.accounting.ties)
  }

  @Test func `what a hand wrote over a formula is compared with ours`() throws {
    let book = try FormSample.template()
    let equal = try form(FormSample.read(book.filled(FormSample.sound + [.init("1-01", .current, .number(10))])))
    #expect(lines(equal) == ["I7 formula-overwritten-equal"])
    let other = try form(
      FormSample.read(
        book.filled(FormSample.sound + [.init("1-01", .current, .number(11)), .init("1-01", .rate, .number(54))])))
    #expect(lines(other) == ["K7 formula-overwritten", "I7 formula-overwritten"])
    #expect(other.submission.row("1-01")?.current.figure == .decimal(10))
  }

  @Test func `targets, names and last figures that were changed stay as the plan has them`() throws {
    let form = try form(
      FormSample.read(
        FormSample.template().filled(
          FormSample.sound + [
            .init("1-01", .target, .number(10)), .init("1-01", .previous, .number(40)),
            .init("1-01", .indicator, .string("适老化")),
          ])))
    #expect(lines(form) == ["F7 target-changed", "D7 target-changed", "H7 target-changed"])
    #expect(form.submission.row("1-01")?.current.figure == .decimal(10))
  }

  @Test func `without an earlier form the unit gives the last figure, and a flow and a duty need it`() throws {
    let book = try FormSample.template(previous: [:])
    let with = try form(
      FormSample.read(
        book.filled(
          FormSample.sound + [
            .init("1-02", .previous, .number(17408.9)), .init("1-05", .previous, .number(2)),
          ])))
    #expect(lines(with) == [])
    #expect(with.submission.row("1-02")?.cumulative.figure == .decimal(FixedDecimal("21386.42")!))
    #expect(with.submission.row("1-05")?.cumulative.figure == .decimal(3))
    let without = try form(FormSample.read(book.filled(FormSample.sound)))
    #expect(lines(without) == ["H8 required-figure-blank", "H11 required-figure-blank"])
    #expect(without.submission.row("1-02")?.cumulative.figure == .blank)
    #expect(without.submission.row("1-05")?.cumulative.figure == .blank)
  }

  @Test func `a dash says that the item does not apply`() throws {
    let free = try form(
      FormSample.read(FormSample.template().filled(FormSample.sound + [.init("1-03", .cumulative, .string("/"))])))
    #expect(lines(free) == [] && free.submission.row("1-03")?.cumulative.figure == .notApplicable)
  }

  @Test func `figures in hidden rows are read and told`() throws {
    let book = try FormSample.template().filled(FormSample.sound)
    let form = try form(FormSample.read(book.with(book.form.with(hiddenRows: [6]))))
    #expect(form.findings.map(\.rule) == ["hidden-data"])
    #expect(form.submission.row("1-01")?.cumulative.figure == .decimal(60))
  }

  @Test func `a form's own cached results are not needed`() throws {
    // Programs that do not calculate save formulas without results.
    let book = try FormSample.template().filled(FormSample.sound)
    let cells = book.form.cells.map { cell in
      cell.formula == nil
        ? cell
        : SourceCell(
          reference: cell.reference, value: nil, formula: cell.formula, isPercentage: false, lacksResult: true)
    }
    #expect(try lines(form(FormSample.read(book.with(book.form.with(cells: cells))))) == [])
  }

  @Test func `who signed is read from its sheet, with the cell, and a label is nobody's name`() throws {
    let book = try FormSample.template().filled(FormSample.sound)
    let empty = try form(FormSample.read(book)).submission.signature
    #expect(empty.preparer == "" && empty.reviewer == "" && empty.places["填报人"]?.cell == "B6")
    let sheet = try #require(book.sheets.first { $0.name == "签署" })
    let names = [(5, "周某"), (6, "郑某"), (7, "0660-3380010")].map {
      SourceCell(
        reference: CellReference(row: $0.0, column: 1), value: .string($0.1), formula: nil, isPercentage: false,
        lacksResult: false)
    }
    let signed = try form(FormSample.read(book.with(sheet.with(cells: sheet.cells + names), for: "签署"))).submission
      .signature
    #expect(signed.preparer == "周某" && signed.reviewer == "郑某" && signed.phone == "0660-3380010")
    #expect(signed.places["审核人"]?.cell == "B7" && signed.places["审核人"]?.sheet == "签署")
  }
}

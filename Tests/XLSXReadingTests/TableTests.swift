import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

/// A record as a user of the library writes one.
private struct Target: RecordDecodable, Equatable {
  let unit: String
  let amount: Double
  let count: Int?
  let day: CalendarDay?

  init(unit: String, amount: Double, count: Int? = nil, day: CalendarDay? = nil) {
    (self.unit, self.amount, self.count, self.day) = (unit, amount, count, day)
  }

  init(record: SheetRecord) throws(TableError) {
    unit = try record.value("责任单位")
    amount = try record.value("目标值")
    count = try record.valueIfPresent("件数")
    day = try record.valueIfPresent("日期")
  }
}

@Suite struct TableTests {
  private static func text(_ text: String) -> String {
    #"<c t="inlineStr"><is><t xml:space="preserve">\#(text)</t></is></c>"#
  }
  private static func number(_ number: String, style: Int = 0) -> String { "<c s=\"\(style)\"><v>\(number)</v></c>" }

  /// A title, the headers in the second row, and these rows.
  private static func sheet(_ rows: String...) throws -> Worksheet {
    let heads = ["　责任单位 ", "目标值\n", "件数", "日期", "备注", "备注"].map { text($0) }.joined()
    let all = ([text("标题"), heads] + rows).map { "<row>\($0)</row>" }.joined()
    let parts = WorkbookParts(rows: all, styles: WorkbookParts.styles(ids: [14]))
    return try #require(try opened(parts.bytes)["S"])
  }

  private static func problem(_ sheet: Worksheet, _ body: (SheetRecord) throws(TableError) -> Void) throws
    -> TableError?
  {
    let record = try #require(try sheet.table(headerAt: 1).records.first)
    do throws(TableError) {
      try body(record)
      return nil
    } catch {
      return error
    }
  }

  @Test func `records are decoded by the headers of their columns`() throws {
    let sheet = try Self.sheet(
      Self.text("甲") + Self.number("1.5") + Self.number("3") + Self.number("45322", style: 1), "",
      Self.text("乙") + Self.number("2"))
    let table = try sheet.table(headerAt: 1)
    #expect(table.headers == ["责任单位", "目标值", "件数", "日期", "备注", "备注"])
    #expect(
      try table.decode(Target.self) == [
        Target(unit: "甲", amount: 1.5, count: 3, day: CalendarDay(year: 2024, month: 1, day: 31)),
        Target(unit: "乙", amount: 2),
      ])
    #expect(table.records.map(\.row.index) == [2, 4])
    #expect(try sheet.snapshot().table(headerAt: 1).records.count == 2)
  }

  @Test func `a cell of another kind is named`() throws {
    let sheet = try Self.sheet(Self.text("甲") + Self.text("约三百"))
    #expect(throws: TableError.self) { try sheet.table(headerAt: 1).decode(Target.self) }
    let error = try Self.problem(sheet) { (record) throws(TableError) in _ = try record.value("目标值", as: Double.self) }
    #expect(error?.cell?.a1 == "B3")
    #expect(error?.problem == .wrongValue(.string("约三百"), expected: "a number"))
    #expect(error?.description == "sheet S, cell B3 (目标值): a number expected, found the text 约三百")
  }

  @Test func `empty cells, missing and repeated headers are told apart`() throws {
    let sheet = try Self.sheet(Self.text("甲"))
    let cases: [(String, TableError.Problem, String)] = [
      ("目标值", .emptyCell, "B3"), ("单价", .missingColumn, "A2"), ("备注", .ambiguousColumn, "F2"),
    ]
    for (header, problem, cell) in cases {
      let error = try Self.problem(sheet) { (record) throws(TableError) in _ = try record.value(header, as: String.self)
      }
      #expect(error?.problem == problem)
      #expect(error?.cell?.a1 == cell)
    }
    let record = try #require(try sheet.table(headerAt: 1).records.first)
    #expect(record["责任单位"] == .string("甲"))
    #expect(record["单价"] == nil)
    #expect(try record.valueIfPresent("单价", as: Double.self) == nil)
    #expect(throws: TableError.self) { try record.valueIfPresent("备注", as: String.self) }
  }

  @Test(arguments: ["1.5", "1e300"])
  func `a number that is not whole, or too large, is no Int`(number: String) throws {
    let sheet = try Self.sheet(Self.text("甲") + Self.number(number))
    let error = try Self.problem(sheet) { (record) throws(TableError) in _ = try record.value("目标值", as: Int.self) }
    #expect(error?.cell?.a1 == "B3")
  }

  @Test func `columns that must be there are asked for before the records`() throws {
    let table = try Self.sheet().table(headerAt: 1)
    #expect(try table.decode(Target.self, columns: ["目标值"]) == [])
    #expect(throws: TableError.self) { try table.decode(Target.self, columns: ["单价"]) }
  }

  @Test(arguments: [5, -1])
  func `a row without headers is an error`(row: Int) throws {
    #expect(throws: TableError.self) { try Self.sheet().table(headerAt: row) }
  }

  @Test func `a sheet that cannot be read is an error of its own`() throws {
    let sheet = try #require(try opened(WorkbookParts(rows: "<row><c></row>").bytes)["S"])
    do throws(TableError) {
      _ = try sheet.table(headerAt: 0)
      Issue.record("read")
    } catch {
      guard case .unreadable(let cause) = error.problem else { return #expect(Bool(false), "\(error)") }
      #expect(cause.code == .malformedMarkup)
    }
  }
}

import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

// shown
struct Goal: RecordDecodable {
  let unit: String
  let amount: Double
  let day: CalendarDay?

  init(record: SheetRecord) throws(TableError) {
    unit = try record.value("责任单位")
    amount = try record.value("目标值")
    day = try record.valueIfPresent("日期")
  }
}
// shown

// shown
enum Light: String, CellDecodable {
  case green = "绿"
  case yellow = "黄"
  case red = "红"

  static var expectation: String { "绿, 黄 or 红" }

  init?(cellValue: CellValue) {
    guard case .string(let text) = cellValue else { return nil }
    self.init(rawValue: text)
  }
}
// shown

/// `TablesByHeaders.md`, compiled and run.
@Suite struct TableSnippets {
  @Test func `a table is decoded by its headers`() throws {
    let workbook = try Workbook(bytes: ExampleFile.parts.bytes)
    // shown
    guard let sheet = workbook["填报表"] else { return }
    let goals = try sheet.table(headerAt: 1).decode(Goal.self, columns: ["责任单位", "目标值"])
    // shown
    #expect(goals.map(\.unit) == ["城区民政局", "陆丰市民政局", "合计"])
    #expect(goals.map(\.amount) == [120, 80.5, 200.5])
    #expect(goals.map(\.day) == [CalendarDay(year: 2024, month: 1, day: 31), nil, nil])
  }

  @Test func `a record is asked without a type too`() throws {
    let sheet = try #require(try Workbook(bytes: ExampleFile.parts.bytes)["填报表"])
    // shown
    let table = try sheet.table(headerAt: 1)
    for record in table.records where record["备注"] != nil {
      let unit: String = try record.value("责任单位")
      let cell = try record.reference("备注")
      print("\(unit), \(cell): \(record["备注"], default: "")")
    }
    // shown
    #expect(table.headers == ["责任单位", "目标值", "日期", "备注"])
    #expect(table.records.map { $0["备注"] } == [nil, .string("上半年"), nil])
    #expect(try table.records.map { try $0.reference("备注").a1 } == ["D3", "D4", "D5"])
  }

  @Test func `an error names the cell`() throws {
    let sheet = try #require(try Workbook(bytes: ExampleFile.parts.bytes)["填报表"])
    var complaint = ""
    // shown
    do throws(TableError) {
      for record in try sheet.table(headerAt: 1).records {
        let light: Light = try record.value("备注")
        print(light)
      }
    } catch {
      switch error.problem {
      case .emptyCell: complaint = "\(error.cell, default: "") is empty"
      case .wrongValue(let value, let expected): complaint = "\(value): not \(expected)"
      default: complaint = error.description
      }
    }
    // shown
    #expect(complaint == "D3 is empty")
  }

  @Test func `own types are read like others`() throws {
    let cells = ["灯", "黄", "紫"].map { #"<row><c t="inlineStr"><is><t>\#($0)</t></is></c></row>"# }
    let sheet = try #require(try Workbook(bytes: WorkbookParts(rows: cells.joined()).bytes)["S"])
    let records = try sheet.table(headerAt: 0).records
    #expect(try records[0].value("灯") == Light.yellow)
    #expect { try records[1].value("灯", as: Light.self) } throws: {
      "\($0)" == "sheet S, cell A3 (灯): 绿, 黄 or 红 expected, found the text 紫"
    }
  }
}

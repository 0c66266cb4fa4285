import SpreadsheetML
import Testing
import XLSXReading

/// The example of `Sources/XLSXReading/README.md`, compiled and run.
@Suite struct ReadmeSnippets {
  @Test func `the four ways to the cells`() async throws {
    try await ExampleFile.at { path in
      var seen: [CellValue?] = []
      // shown
      let workbook = try Workbook(path: path)
      let actual = try workbook["填报表"]?["B3"]  // a CellValue, or nil
      let form = try workbook["填报表"]?.snapshot()  // a small sheet, copied; Sendable
      let goals = try workbook["填报表"]?.table(headerAt: 1).decode(Goal.self)  // records by their headers
      try workbook["填报表"]?.forEachRow { row, cells in  // a sheet of any size
        for index in cells.indices where cells[index].column == 1 { seen.append(row.value(of: cells[index])) }
      }
      // shown
      #expect(actual == .number(120))
      #expect(form?.rows.count == 5)
      #expect(goals?.count == 3)
      #expect(seen == [.string("目标值"), .number(120), .number(80.5), .number(200.5)])
    }
  }
}

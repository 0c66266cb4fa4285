import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

/// `LargeSheets.md`, compiled and run.
@Suite struct RowSnippets {
  private static func sheet() throws -> Worksheet {
    try #require(try Workbook(bytes: ExampleFile.parts.bytes)["填报表"])
  }

  @Test func `rows come in batches`() throws {
    let sheet = try Self.sheet()
    // shown
    var total = 0.0
    try sheet.forEachRow { row, cells in
      for index in cells.indices where cells[index].column == 1 && !cells[index].isFormula {
        total += cells[index].number ?? 0
      }
    }
    // shown
    #expect(total == 200.5)
  }

  @Test func `text is made when it is asked for`() throws {
    let sheet = try Self.sheet()
    // shown
    var notes: [String] = []
    var bytes = 0
    try sheet.forEachRow { row, cells in
      for index in cells.indices {
        bytes += row.withUTF8(of: cells[index]) { $0.count }  // no String is made
        if cells[index].column == 3, let text = row.text(of: cells[index]) { notes.append(text) }
      }
    }
    // shown
    #expect(notes == ["备注", "上半年"])
    #expect(bytes == ["2024 年任务责任单位目标值日期备注城区民政局陆丰市民政局上半年合计"].map(\.utf8.count)[0])
  }

  @Test func `what is not asked for is passed over`() throws {
    let sheet = try Self.sheet()
    var seen: [String] = []
    // shown
    var options = RowOptions()
    options.columns = 0..<2  // A and B
    options.rowLimit = 3
    options.keepsFormulas = true
    try sheet.forEachRow(options: options) { row, cells in
      for index in cells.indices { seen.append(row.reference(of: cells[index]).a1) }
    }
    // shown
    #expect(seen == ["A1", "A2", "B2", "A3", "B3"])
  }

  @Test func `reading stops where it is told to`() throws {
    let sheet = try Self.sheet()
    // shown
    var lastRow: Int?
    try sheet.scanRows { row, cells in
      for index in cells.indices where row.text(of: cells[index]) == "合计" {
        lastRow = row.index
        return .stop
      }
      return .goOn
    }
    // shown
    #expect(lastRow == 4)
  }

  @Test func `a closure may throw the reader's error`() throws {
    let sheet = try Self.sheet()
    #expect {
      // shown
      try sheet.forEachRow { (row, cells) throws(XLSXReadError) in
        guard cells.count <= 3 else {
          throw XLSXReadError(.limitExceeded, reason: "row \(row.index + 1) is too wide")
        }
      }
      // shown
    } throws: {
      ($0 as? XLSXReadError)?.reason == "row 2 is too wide"
    }
  }

  @Test func `rows come as copies too`() throws {
    let sheet = try Self.sheet()
    // shown
    var kept: [SnapshotRow] = []
    for row in sheet.rows {
      let row = try row.get()  // throws where the sheet turns out broken
      if row[column: 1]?.rawNumber ?? 0 > 100 { kept.append(row) }
    }
    // shown
    #expect(kept.map(\.index) == [2, 4])
  }

  @Test func `many files are read by many tasks`() async throws {
    try await ExampleFile.at { path in
      let paths = [path, path, path]
      // shown
      let counts = try await withThrowingTaskGroup(of: Int.self) { group in
        for path in paths {
          group.addTask {
            var count = 0
            for sheet in try Workbook(path: path).worksheets {
              try sheet.forEachRow { _, cells in count += cells.count }
            }
            return count
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      // shown
      #expect(counts == [14, 14, 14])
    }
  }
}

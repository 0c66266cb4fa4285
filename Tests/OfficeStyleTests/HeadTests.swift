import FoundationEssentials
import OfficeStyle
import SpreadsheetML
import Testing
import XLSXReading
import XLSXWriting

@Suite struct HeadTests {
  @Test func `a head takes four rows and balances its line`() throws {
    let text = try sheet { sheet in
      let head = SheetHead(
        title: "汇总表", left: "填报单位：甲", middle: "截至2024年6月30日", right: "单位：户", attachment: "附件1", mark: "示例数据",
        links: [.init("← 返回总览", .cell(sheet: "表", CellReference(row: 0, column: 0)))])
      let next = try head.write(to: sheet, theme: Theme(), columns: 0...4, widths: [10, 30, 20, 30, 10])
      #expect(next == 4)
    }
    for range in ["A3:E3", "A4:B4", "D4:E4"] { #expect(text.contains(#"<mergeCell ref="\#(range)"/>"#)) }
    #expect(text.contains("location=\"'表'!A1\""))
    #expect(text.contains(#"<row r="3" spans="1:5" ht="33.75""#))
  }

  @Test(arguments: [(2, "东县", false), (2, "综合协调与信息化建设推进科（挂行政审批科牌子）", true), (3, "东县", false)])
  func `a long name goes on in a second line`(count: Int, name: String, isHigh: Bool) throws {
    let text = try sheet { sheet in
      try SheetHead(title: "表", left: "填报单位：\(name)", middle: "截至6月")
        .write(to: sheet, theme: Theme(), columns: 0...count - 1, widths: Array(repeating: 30, count: count))
    }
    #expect(text.contains(#"<row r="4" spans="1:\#(count)" ht="18""#) != isHigh)
  }

  @Test(arguments: [1, 2, 3])
  func `a head fits few columns`(count: Int) throws {
    _ = try sheet { sheet in
      try SheetHead(title: "表", left: "甲", middle: "乙", right: "丙", attachment: "附件1", mark: "示例", ruled: true)
        .write(to: sheet, theme: Theme(), columns: 2...2 + count - 1, widths: Array(repeating: 12, count: count))
    }
  }

  @Test(arguments: [1, 2, 5, 16])
  func `a foot spreads its signatures`(count: Int) throws {
    let text = try sheet { sheet in
      let foot = SheetFoot(
        signatures: ["负责人：", "审核人：", "填表人：", "电话：", "日期："], note: String(repeating: "说明", count: 60))
      let next = try foot.write(
        to: sheet, theme: Theme(), row: 10, columns: 0...count - 1, widths: Array(repeating: 12, count: count))
      #expect(next == 12)
    }
    #expect(text.contains(#"<row r="12""#))
  }

  /// The markup of a sheet that `write` fills.
  private func sheet(_ write: (WorksheetWriter) throws -> Void) throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/head-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let book = try WorkbookWriter(path: path)
    try write(try book.addWorksheet("表"))
    try book.close()
    let archive = try ArchiveReader(path: path)
    let entry = try #require(archive.entries.first { $0.name == "xl/worksheets/sheet1.xml" })
    return String(decoding: try archive.read(entry), as: UTF8.self)
  }
}

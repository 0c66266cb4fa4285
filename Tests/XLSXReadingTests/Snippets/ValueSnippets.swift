import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

/// `CellValues.md`, compiled and run.
@Suite struct ValueSnippets {
  @Test func `a date is a date, and its number is there`() throws {
    let sheet = try #require(try Workbook(bytes: ExampleFile.parts.bytes)["填报表"])
    var days: [CalendarDay] = []
    var serials: [Double] = []
    // shown
    try sheet.forEachRow { row, cells in
      for index in cells.indices where row.isDateOrTime(cells[index]) {
        if case .date(let moment) = row.value(of: cells[index]) { days.append(moment.day) }
        if let serial = cells[index].number { serials.append(serial) }
      }
    }
    // shown
    #expect(days.map(\.isoText) == ["2024-01-31"])
    #expect(serials == [45322])
  }

  @Test func `a percentage is known by its format`() throws {
    let parts = WorkbookParts(rows: #"<row><c s="1"><v>0.65</v></c></row>"#, styles: WorkbookParts.styles(ids: [9]))
    let sheet = try #require(try Workbook(bytes: parts.bytes)["S"])
    // shown
    let rate = try sheet.snapshot()["A1"]
    let shown = rate?.numberFormat.isPercentage == true ? (rate?.rawNumber ?? 0) * 100 : rate?.rawNumber
    // shown
    #expect(shown == 65)
  }

  /// A row of a table of the article: the markup of a cell, and what it is read as.
  struct Claim: CustomStringConvertible {
    let markup: String
    let value: String
    var description: String { markup }
  }

  /// The rows whose first column is a cell in backticks.
  static let claims: [Claim] =
    (try? Article.text("CellValues"))?.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingPrefix(" ").replacing("`", with: "") }
      guard cells.count >= 3, line.hasPrefix("| `<c") else { return nil }
      let texts = cells.map { String($0.reversed().drop { $0 == " " }.reversed()) }
      return Claim(markup: texts[0], value: texts[1])
    } ?? []

  @Test(arguments: claims)
  func `each cell that the article shows has the value it says`(claim: Claim) throws {
    // Styles 1 to 5: a date, a date with a code of its own, a time, an elapsed time, per cent.
    let codes = ["yyyy&quot;年&quot;m&quot;月&quot;", "[h]:mm"]
    let styles = WorkbookParts.styles(codes: codes, ids: [14, 200, 21, 201, 9])
    let lines = try cellLines(
      rows: "<row r=\"1\">\(claim.markup)</row>", strings: "<si><t>汇总</t></si>", styles: styles)
    #expect(lines == (claim.value == "none" ? [] : ["A1 \(claim.value)"]))
  }

  @Test func `the article shows cells`() {
    #expect(Self.claims.count >= 20)
  }
}

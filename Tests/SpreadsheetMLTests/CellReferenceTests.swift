import SpreadsheetML
import Testing

@Suite struct CellReferenceTests {
  @Test(arguments: [
    ("A1", 0, 0), ("C7", 6, 2), ("$C$7", 6, 2), ("c7", 6, 2), ("Z9", 8, 25), ("AA10", 9, 26),
    ("XFD1048576", 1_048_575, 16_383),
  ])
  func `an A1 reference names its row and column`(text: String, row: Int, column: Int) {
    #expect(CellReference(a1: text) == CellReference(row: row, column: column))
  }

  @Test(arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "A1B", "$$A1", "A-1", "1A", "AAAA1", "A 1", "甲1"])
  func `anything else is no reference`(text: String) {
    #expect(CellReference(a1: text) == nil)
  }

  @Test func `every column's letters read back`() {
    for column in 0..<CellReference.columnLimit {
      let reference = CellReference(row: 4, column: column)
      #expect(CellReference(a1: reference.a1) == reference)
      #expect(CellReference(a1: reference.absoluteA1) == reference)
    }
  }

  @Test func `a range keeps its corners in order`() throws {
    let range = try #require(CellRange(a1: "F40:B2"))
    #expect(range.a1 == "B2:F40")
    #expect(range.contains(CellReference(row: 1, column: 1)))
    #expect(!range.contains(CellReference(row: 0, column: 1)))
    #expect(CellRange(a1: "B2")?.a1 == "B2")
    #expect(CellRange(a1: "B2:") == nil)
    #expect(CellRange(a1: "A1:B2:C3") == nil)
  }
}

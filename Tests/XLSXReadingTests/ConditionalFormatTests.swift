import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

/// Conditional formats that may change what a person sees of a value.
@Suite struct ConditionalFormatTests {
  /// Formats of conditional formats: 0 a colour, 1 `0"0"`, 2 struck through, 3 both, 4 not struck.
  private static let styles = """
    <cellXfs><xf/></cellXfs><dxfs><dxf><font><color rgb="FF000000"/></font></dxf>\
    <dxf><numFmt numFmtId="164" formatCode="0&quot;0&quot;"/></dxf><dxf><font><strike/></font></dxf>\
    <dxf><font><strike val="1"/></font><numFmt numFmtId="165" formatCode="0%"/></dxf>\
    <dxf><font><strike val="0"/></font></dxf></dxfs>
    """

  private static let rows = """
    <row r="1"><c r="A1"><v>2</v></c><c r="B1"><v>5</v></c><c r="C1" t="str"><v>x</v></c></row>\
    <row r="3"><c r="A3"><v>9</v></c><c r="B3"/></row>
    """

  /// As in `A1 0"0"`, `B1 ~`: the cell, and its formats.
  private func formats(_ markup: String, limits: ReadLimits = .standard) throws -> [String] {
    let parts = WorkbookParts(
      sheets: [("Sheet", WorkbookParts.sheet(rows: Self.rows, around: markup))], styles: Self.styles)
    let snapshot = try opened(parts.bytes, limits: limits).worksheets[0].snapshot(validations: false)
    return snapshot.conditionalFormats.sorted { $0.key < $1.key }.map { cell, formats in
      ([cell.a1] + formats.map { ($0.numberFormat?.code ?? "") + ($0.isStruck ? "~" : "") }).joined(separator: " ")
    }
  }

  private func rule(_ ranges: String, _ id: Int, _ attributes: String = "type=\"expression\"", _ formulas: String...)
    -> String
  {
    "<conditionalFormatting sqref=\"\(ranges)\"><cfRule \(attributes) dxfId=\"\(id)\" priority=\"1\">"
      + formulas.map { "<formula>\($0)</formula>" }.joined() + "</cfRule></conditionalFormatting>"
  }

  @Test func `formats of numbers and struck fonts are those of the cells in their ranges`() throws {
    #expect(try formats(rule("A1:A9", 1)) == ["A1 0\"0\"", "A3 0\"0\""])
    #expect(try formats(rule("B1 C1:D2", 2) + rule("B1:B9", 3)) == ["B1 ~ 0%~", "C1 ~"])
    #expect(try formats(rule("A1:XFD1048576", 0) + rule("A1:C3", 4) + rule("A1", 99)) == [])
    #expect(try formats(rule("not a range", 1) + rule("B3", 1)) == [])
  }

  @Test func `a comparison with numbers is worked out`() throws {
    let less = "type=\"cellIs\" operator=\"lessThan\""
    #expect(try formats(rule("A1:C3", 2, less, "5")) == ["A1 ~", "C1 ~"])
    let between = "type=\"cellIs\" operator=\"between\""
    #expect(try formats(rule("A1:B3", 2, between, "6", "3")) == ["B1 ~"])
    #expect(try formats(rule("A1:B3", 2, "type=\"cellIs\" operator=\"notBetween\"", "3", "6")) == ["A1 ~", "A3 ~"])
    #expect(try formats(rule("A1:B3", 2, less, "B1")).count == 3)
    #expect(try formats(rule("A1:B3", 2, "type=\"cellIs\" operator=\"odd\"", "5")).count == 3)
    #expect(try formats(rule("A1:B3", 2, between, "5")).count == 3)
  }

  @Test func `the form of 2009 carries its own format`() throws {
    let markup = """
      <extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" \
      xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">\
      <x14:conditionalFormattings><x14:conditionalFormatting \
      xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="1">\
      <xm:f>Other!$A$1</xm:f><x14:dxf><font><strike/></font><numFmt numFmtId="166" formatCode="0.0,"/></x14:dxf>\
      </x14:cfRule><x14:cfRule type="expression" priority="2"><xm:f>TRUE</xm:f><x14:dxf><fill/></x14:dxf></x14:cfRule>\
      <xm:sqref>A1 C1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>
      """
    #expect(try formats(markup) == ["A1 0.0,~", "C1 0.0,~"])
  }

  @Test func `ranges that lie over each other a thousand times are a limit, not a wait`() throws {
    let many = String(repeating: "A1:C3 ", count: 1000)
    var limits = ReadLimits()
    limits.conditionalCells = 10_000
    #expect(try formats(rule(many, 1), limits: limits).count == 4)
    limits.conditionalCells = 5_000
    #expect(throws: XLSXReadError.self) { try formats(rule(many, 1), limits: limits) }
  }
}

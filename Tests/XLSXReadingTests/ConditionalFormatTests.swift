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

  /// What of A1 (2), B1 (5), C1 (x) and A3 (9) a rule may hold for.
  private func held(_ attributes: String, _ formulas: String..., ranges: String = "A1:C3") throws -> String {
    let formulas = formulas.map { "<formula>\($0)</formula>" }.joined()
    let markup =
      "<conditionalFormatting sqref=\"\(ranges)\"><cfRule \(attributes) dxfId=\"2\" priority=\"1\">\(formulas)"
      + "</cfRule></conditionalFormatting>"
    return try formats(markup).map { String($0.dropLast(2)) }.joined(separator: " ")
  }

  @Test(arguments: [
    ("lessThan", ["5"], "A1"), ("lessThanOrEqual", ["5"], "A1 B1"), ("equal", ["5"], "B1"),
    ("notEqual", ["5"], "A1 C1 A3"), ("greaterThanOrEqual", ["5"], "B1 C1 A3"), ("greaterThan", ["5"], "C1 A3"),
    ("between", ["6", "3"], "B1"), ("notBetween", ["3", "6"], "A1 C1 A3"), ("equal", ["&quot;X&quot;"], "C1"),
    ("equal", ["&quot;y&quot;"], ""), ("notEqual", ["&quot;y&quot;"], "A1 B1 C1 A3"),
    ("equal", ["2.0000000000000004"], "A1"),
    ("lessThan", ["B1"], "A1 B1 C1 A3"), ("odd", ["5"], "A1 B1 C1 A3"), ("between", ["5"], "A1 B1 C1 A3"),
  ])
  func `a comparison with constants is worked out`(comparison: String, formulas: [String], cells: String) throws {
    let rule = "type=\"cellIs\" operator=\"\(comparison)\""
    let found =
      formulas.count > 1 ? try held(rule, formulas[0], formulas[1]) : try held(rule, formulas[0])
    #expect(found.split(separator: " ").sorted() == cells.split(separator: " ").sorted())
  }

  @Test(arguments: [
    ("TRUE", "A1 B1 C1 A3"), ("FALSE()", ""), ("0", ""), ("1", "A1 B1 C1 A3"), ("A1=2", "A1"), ("$A1=2", "A1 B1 C1"),
    ("A$1=2", "A1 A3"), ("$A$1=2", "A1 B1 C1 A3"), ("B1=\"x\"", "B1"), ("A2=0", "A1 B1 C1 A3"),
    ("A1&lt;&gt;9", "A1 B1 C1"),
    ("ISBLANK(A2)", "A1 B1 C1 A3"), ("ISERROR(A1)", ""), ("LEN(A1)>0", "A1 B1 C1 A3"), ("XFD1=0", "A1 B1 C1 A3"),
  ])
  func `an expression about one cell is worked out, any other may hold`(formula: String, cells: String) throws {
    let found = try held("type=\"expression\"", formula.replacing("\"", with: "&quot;"))
    #expect(found.split(separator: " ").sorted() == cells.split(separator: " ").sorted())
    // Of which range a cell is counted from, is not agreed.
    let several = try held("type=\"expression\"", formula.replacing("\"", with: "&quot;"), ranges: "A1:B1 C1")
    if formula.contains("A1=2") { #expect(several.split(separator: " ").count == 3) }
  }

  @Test func `of a truth no comparison is worked out, of which programs think otherwise`() throws {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\"><v>7</v></c></row>"
    for (rule, cells) in [
      (rule("A1", 2, "type=\"cellIs\" operator=\"lessThan\"", "5"), ["A1"]),
      (rule("B1", 2, "type=\"expression\"", "A1&lt;5"), ["B1"]), (rule("B1", 2, "type=\"expression\"", "B1&lt;5"), []),
    ] {
      let parts = WorkbookParts(
        sheets: [("Sheet", WorkbookParts.sheet(rows: rows, around: rule))], styles: Self.styles)
      #expect(try opened(parts.bytes).worksheets[0].snapshot().conditionalFormats.keys.map(\.a1) == cells)
    }
  }

  @Test(arguments: [
    ("type=\"containsText\" operator=\"containsText\" text=\"X\"", "C1"),
    ("type=\"containsText\" operator=\"containsText\" text=\"y\"", ""),
    ("type=\"containsText\" operator=\"containsText\" text=\"5\"", "A1 B1 A3"),
    ("type=\"containsText\" operator=\"containsText\" text=\"?\"", "A1 B1 C1 A3"),
    ("type=\"notContainsText\" operator=\"notContains\" text=\"x\"", "A1 B1 A3"),
    ("type=\"beginsWith\" operator=\"beginsWith\" text=\"x\"", "C1"),
    ("type=\"endsWith\" operator=\"endsWith\" text=\"z\"", ""), ("type=\"containsBlanks\"", ""),
    ("type=\"notContainsBlanks\"", "A1 B1 C1 A3"), ("type=\"containsErrors\"", ""),
    ("type=\"notContainsErrors\"", "A1 B1 C1 A3"), ("type=\"duplicateValues\"", "A1 B1 C1 A3"),
  ])
  func `rules on texts, blanks and errors are worked out`(attributes: String, cells: String) throws {
    #expect(try held(attributes, "TRUE").split(separator: " ").sorted() == cells.split(separator: " ").sorted())
  }

  @Test func `bars and icons in the place of a number hide it`() throws {
    func bar(_ attribute: String) throws -> [String] {
      try formats(
        "<conditionalFormatting sqref=\"A1\"><cfRule type=\"dataBar\" priority=\"1\"><dataBar \(attribute)/></cfRule>"
          + "</conditionalFormatting>")
    }
    #expect(try bar("showValue=\"0\"") == ["A1 ;;;"])
    #expect(try bar("showValue=\"1\"") == [] && bar("") == [])
  }

  @Test func `a code longer than any program takes is a limit`() throws {
    var limits = ReadLimits()
    limits.formatBytes = 4
    #expect(try formats(rule("A1", 1), limits: limits) == ["A1 0\"0\""])
    limits.formatBytes = 3
    #expect(throws: XLSXReadError.self) { try formats(rule("A1", 1), limits: limits) }
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
    limits.conditionalCells = 20_000
    #expect(try formats(rule(many, 1), limits: limits).count == 4)
    limits.conditionalCells = 5_000
    #expect(throws: XLSXReadError.self) { try formats(rule(many, 1), limits: limits) }
  }
}

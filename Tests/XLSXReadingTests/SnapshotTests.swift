import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

@Suite struct SnapshotTests {
  private static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"

  /// A form with everything around its cells.
  private static func form() -> WorkbookParts {
    var parts = WorkbookParts(
      rows: """
        <row r="3" hidden="true"><c r="B3" t="s"><v>0</v></c></row><row r="1"><c r="C1" s="1"><v>0.65</v></c>\
        <c r="A1"><v>45322</v></c><c r="D1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row>\
        <row r="1"><c r="A1" s="2"><v>45323</v></c></row><row r="9" hidden="1"/><row r="10"><c s="1"/></row>
        """,
      around: """
        <sheetProtection sheet="1"/><autoFilter ref="A1:D9"><filterColumn colId="0"/></autoFilter>\
        <mergeCells count="9"><mergeCell ref="A1:B2"/><mergeCell ref="x"/><mergeCell/></mergeCells>\
        <dataValidations><dataValidation type="list" sqref="C1:C9 E1"><formula1>"是,否"</formula1></dataValidation></dataValidations>\
        <hyperlinks><hyperlink ref="A1" r:id="rId3"/><hyperlink ref="A2" location="T!A1"/></hyperlinks>\
        <extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations \
        xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list"><x14:formula1>\
        <xm:f>名单!$A$1:$A$9</xm:f></x14:formula1><xm:sqref>D2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>
        """, strings: "<si><t>单位</t></si>", styles: WorkbookParts.styles(ids: [9, 14]))
    parts[WorkbookParts.firstSheet] = parts[WorkbookParts.firstSheet]?.replacing(
      "<sheetData>", with: "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"9\" max=\"9\"/></cols><sheetData>")
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = WorkbookParts.links([
      WorkbookParts.link("rId1", "comments", "../comments1.xml"),
      WorkbookParts.link("rId2", "drawing", "../drawings/drawing1.xml"),
      WorkbookParts.link("rId3", "hyperlink", "https://example.org/", mode: "External"),
    ])
    parts["xl/comments1.xml"] = """
      <comments xmlns="\(WorkbookParts.main)"><authors/><commentList><comment ref="C7"><text><r><t>请</t></r><r><t>核实</t></r>\
      </text></comment><comment ref="A1"><text><t>x</t></text></comment><comment ref="?"/></commentList></comments>
      """
    parts["xl/drawings/drawing1.xml"] = """
      <d:wsDr xmlns:d="\(drawing)"><d:twoCellAnchor><d:from><d:col>4</d:col><d:row>6</d:row></d:from><d:to><d:col>5</d:col>\
      <d:row>8</d:row></d:to><d:pic/></d:twoCellAnchor><d:oneCellAnchor><d:from><d:col>0</d:col><d:row>0</d:row></d:from>\
      <d:graphicFrame/></d:oneCellAnchor><d:oneCellAnchor><d:from><d:col>-1</d:col><d:row>0</d:row></d:from></d:oneCellAnchor></d:wsDr>
      """
    return parts
  }

  @Test func `a snapshot has the cells sorted, and what stands around them`() throws {
    let snapshot = try #require(try opened(Self.form().bytes)["S"]).snapshot()
    #expect(snapshot.rows.map(\.index) == [0, 2, 8])
    #expect(snapshot.cells.map(\.reference.a1) == ["A1", "C1", "D1", "B3"])
    #expect(snapshot["B3"]?.value == .string("单位"))
    #expect(snapshot["C1"]?.numberFormat.isPercentage == true)
    #expect(snapshot["A1"]?.rawNumber == 45_323)
    #expect(snapshot["A1"]?.value == CalendarDay(year: 2024, month: 2, day: 1).map { .date(CalendarMoment(day: $0)) })
    #expect(snapshot["Z1"] == nil && snapshot["没有"] == nil)
    #expect(snapshot.isRowHidden(2) && snapshot.isRowHidden(8) && !snapshot.isRowHidden(0))
    #expect(snapshot.isColumnHidden(2) && !snapshot.isColumnHidden(8))
    #expect(snapshot.mergedRanges.map(\.a1) == ["A1:B2"])
    #expect(snapshot.mergedRange(at: CellReference(row: 1, column: 1))?.a1 == "A1:B2")
    #expect(snapshot.isProtected && snapshot.isFiltered && snapshot.autoFilter?.a1 == "A1:D9")
  }

  @Test func `validations of both forms, links, comments and pictures are there`() throws {
    let snapshot = try #require(try opened(Self.form().bytes)["S"]).snapshot()
    #expect(snapshot.dataValidations.map(\.formula1) == ["\"是,否\"", "名单!$A$1:$A$9"])
    #expect(snapshot.dataValidations.map { $0.ranges.map(\.a1) } == [["C1:C9", "E1"], ["D2"]])
    #expect(snapshot.hyperlinks.map(\.address) == ["https://example.org/", nil])
    #expect(snapshot.hyperlinks.map(\.location) == [nil, "T!A1"])
    #expect(snapshot.comments.map { "\($0.reference) \($0.comment.text)" } == ["A1 x", "C7 请核实"])
    #expect(snapshot.objects.map(\.kind) == [.picture, .chart, .cellPicture])
    #expect(snapshot.objects.map(\.from.a1) == ["E7", "A1", "D1"])
    #expect(snapshot.objects.first?.to?.a1 == "F9")
    #expect(snapshot.warnings.map { "\($0.code.rawValue) \($0.cell?.a1 ?? "")" } == ["repeated-cell A1"])
  }

  @Test(arguments: ["xl/comments1.xml", "xl/drawings/drawing1.xml", "xl/worksheets/_rels/sheet1.xml.rels"])
  func `a broken side part is a warning`(part: String) throws {
    var parts = Self.form()
    parts[part] = "<broken"
    let snapshot = try #require(try opened(parts.bytes)["S"]).snapshot()
    #expect(snapshot.warnings.map(\.code) == [.repeatedCell, .unreadableSidePart])
    #expect(snapshot["B3"]?.value == .string("单位"))
  }

  @Test func `a value is had by the names of sheet and cell`() throws {
    let workbook = try opened(Self.form().bytes)
    #expect(try workbook["S"]?["B3"] == .string("单位"))
    #expect(try workbook["S"]?["B4"] == nil)
    #expect(workbook["T"] == nil)
  }

  @Test func `a workbook tells its names, properties and states`() throws {
    var parts = WorkbookParts(
      sheets: [("一", WorkbookParts.sheet()), ("&lt;二&gt; ", WorkbookParts.sheet()), ("三", WorkbookParts.sheet())])
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"]?
      .replacing("sheetId=\"2\"", with: "state=\"hidden\"").replacing("sheetId=\"3\"", with: "state='veryHidden'")
      .replacing(
        "</workbook>",
        with:
          "<definedNames><definedName name=\"a\">一!$A$1</definedName><definedName name=\"b\" localSheetId=\"1\" hidden=\"1\">1&amp;2</definedName></definedNames></workbook>"
      )
    let kinds = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    parts["_rels/.rels"] = WorkbookParts.links([
      WorkbookParts.link("rId1", "officeDocument", "xl/workbook.xml"),
      WorkbookParts.link("rId2", "extended-properties", "docProps/app.xml"),
      WorkbookParts.link("rId3", "custom-properties", "docProps/custom.xml"),
      "<Relationship Id=\"rId4\" Type=\"\(kinds)\" Target=\"docProps/core.xml\"/>",
    ])
    let office = "http://schemas.openxmlformats.org/officeDocument/2006"
    parts["docProps/app.xml"] =
      "<Properties xmlns=\"\(office)/extended-properties\"><Application>WPS 表格</Application></Properties>"
    parts["docProps/custom.xml"] = """
      <Properties xmlns="\(office)/custom-properties" xmlns:vt="\(office)/docPropsVTypes"><property name="huizong.unit" pid="2">\
      <vt:lpwstr>luhe</vt:lpwstr></property><property name="n" pid="3"><vt:i4>7</vt:i4></property></Properties>
      """
    parts["docProps/core.xml"] = """
      <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>张三</dc:creator>\
      <cp:lastModifiedBy>李四</cp:lastModifiedBy><dcterms:created>2024-06-30T08:00:00Z</dcterms:created></cp:coreProperties>
      """
    let workbook = try opened(parts.bytes)
    #expect(workbook.worksheets.map(\.name) == ["一", "<二> ", "三"])
    #expect(workbook.worksheets.map(\.state) == [.visible, .hidden, .veryHidden])
    #expect(workbook.definedNames.map(\.formula) == ["一!$A$1", "1&2"])
    #expect(workbook.definedNames.map(\.sheetIndex) == [nil, 1])
    #expect(workbook.properties.application == "WPS 表格")
    #expect(workbook.properties.creator == "张三" && workbook.properties.lastModifiedBy == "李四")
    #expect(workbook.properties.created?.isoText == "2024-06-30T08:00:00")
    #expect(workbook.properties.custom == ["huizong.unit": "luhe", "n": "7"])
  }
}

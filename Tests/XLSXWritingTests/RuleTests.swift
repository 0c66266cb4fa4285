import SpreadsheetML
import Testing
import XLSXWriting

@Suite struct RuleTests {
  @Test(arguments: [
    (
      ConditionalFormat.text("绿", ConditionalStyle(textColor: 0x1E5B3A, fill: 0xDCEBE0)),
      #"<cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"绿"</formula>"#
    ),
    (
      .cell(.between(0.5, 1), ConditionalStyle(bold: true)),
      #"operator="between"><formula>0.5</formula><formula>1</formula>"#
    ),
    (
      .formula("AND(ISNUMBER(C2),C2<1)", ConditionalStyle(bold: true)),
      #"<cfRule type="expression" dxfId="0" priority="1"><formula>AND(ISNUMBER(C2),C2&lt;1)</formula>"#
    ),
    (
      .contains("缺\"", ConditionalStyle(bold: true)), #"<formula>ISNUMBER(SEARCH("缺""",C2))</formula>"#
    ),
    (
      .dataBar(DataBar(0xB9C7DA, from: 0, to: 100)),
      #"<cfvo type="num" val="0"/><cfvo type="num" val="100"/><color rgb="FFB9C7DA"/>"#
    ),
  ])
  func `a conditional format says its rule`(format: ConditionalFormat, markup: String) throws {
    let book = try WrittenBook { _, sheet in try sheet.conditionalFormat(format, on: "C2:D9") }
    #expect(book.sheet.contains(#"<conditionalFormatting sqref="C2:D9">"#))
    #expect(book.sheet.contains(markup))
  }

  @Test func `rules keep their order, and a bar is solid without a border`() throws {
    let book = try WrittenBook { _, sheet in
      try sheet.conditionalFormats(
        [.text("红", ConditionalStyle(textColor: .white, bold: true, fill: 0xA3281E)), .dataBar(DataBar(0xB9C7DA))],
        on: "A1:A9")
    }
    #expect(book.sheet.contains(#"<cfRule type="dataBar" priority="2">"#))
    #expect(book.sheet.contains(#"gradient="0""#) && !book.sheet.contains(#"border="1""#))
    #expect(book.styles.contains(#"<dxf><font><b/><color rgb="FFFFFFFF"/></font><fill>"#))
  }

  @Test(arguments: [
    (DataValidation.Rule.list(["是", "否"]), #"type="list""#, "<formula1>\"是,否\"</formula1>"),
    (.listRange("'选项'!$A$1:$A$5"), #"type="list""#, "<formula1>'选项'!$A$1:$A$5</formula1>"),
    (.whole(.greaterOrEqual(0)), #"type="whole" operator="greaterThanOrEqual""#, "<formula1>0</formula1>"),
    (.decimal(.between(0, 99.5)), #"type="decimal""#, "<formula1>0</formula1><formula2>99.5</formula2>"),
    (.date(.less(45_658)), #"type="date" operator="lessThan""#, "<formula1>45658</formula1>"),
    (.textLength(.lessOrEqual(200)), #"type="textLength" operator="lessThanOrEqual""#, "<formula1>200</formula1>"),
    (.custom("ISNUMBER(H7)"), #"type="custom""#, "<formula1>ISNUMBER(H7)</formula1>"),
  ])
  func `a validation says its rule`(rule: DataValidation.Rule, type: String, formulas: String) throws {
    let book = try WrittenBook { _, sheet in try sheet.validate(DataValidation(rule), on: "H7:H9") }
    #expect(book.sheet.contains(type) && book.sheet.contains(#"sqref="H7:H9""#) && book.sheet.contains(formulas))
    #expect(book.sheet.contains(#"allowBlank="1""#))
  }

  @Test func `a validation says its messages`() throws {
    let book = try WrittenBook { _, sheet in
      try sheet.validate(
        DataValidation(
          .any, allowsBlank: false, input: .init("累计完成", "只填数字\n没有填0"), error: .init("不对", "重填"),
          style: .warning),
        on: "A1")
    }
    #expect(book.sheet.contains(#"promptTitle="累计完成""#) && book.sheet.contains(#"errorStyle="warning""#))
    #expect(book.sheet.contains(#"error="重填""#) && !book.sheet.contains(#"allowBlank="1""#))
  }

  @Test(arguments: [
    (DataValidation(.list([])), XLSXWriteError.Code.option), (DataValidation(.list(["a,b"])), .option),
    (DataValidation(.list([String(repeating: "字", count: 86)])), .textTooLong),
    (DataValidation(.custom(String(repeating: "1", count: 256))), .textTooLong),
    (DataValidation(.any, input: .init(String(repeating: "字", count: 33), "")), .textTooLong),
    (DataValidation(.any, error: .init("", String(repeating: "字", count: 256))), .textTooLong),
  ])
  func `a validation outside its limits is refused`(validation: DataValidation, code: XLSXWriteError.Code) throws {
    _ = try WrittenBook { _, sheet in #expect(refusal { try sheet.validate(validation, on: "A1") } == code) }
  }

  @Test func `protection leaves possible what it says`() throws {
    let book = try WrittenBook { _, sheet in
      try sheet.protect(SheetProtection(password: "abc", allowed: [.selectUnlockedCells, .autofilter]))
    }
    #expect(book.sheet.contains(#"<sheetProtection password="CC1A" sheet="1""#))
    #expect(book.sheet.contains(#"autoFilter="0""#) && book.sheet.contains(#"selectLockedCells="1""#))
    #expect(!book.sheet.contains("formatColumns") && !book.sheet.contains("selectUnlockedCells"))
  }

  @Test(arguments: ["", "密码", "1234567890123456"])
  func `a password that would not work is refused`(password: String) throws {
    _ = try WrittenBook { _, sheet in
      #expect(refusal { try sheet.protect(SheetProtection(password: password)) } == .option)
    }
  }

  @Test(arguments: [(0.0, "0"), (50.0, "50"), (0.125, "0.125"), (-1.0, "-1"), (45_658.0, "45658")])
  func `numbers in formulas are plain`(number: Double, text: String) {
    #expect(FormulaText.number(number) == text)
  }

  @Test func `references in formulas are quoted`() {
    #expect(FormulaText.reference(to: CellReference("B3"), in: "It's") == "'It''s'!B3")
    #expect(FormulaText.reference(to: CellRange("B3:C4"), in: "表") == "'表'!$B$3:$C$4")
    #expect(FormulaText.string("他说\"好\"") == "\"他说\"\"好\"\"\"")
  }
}

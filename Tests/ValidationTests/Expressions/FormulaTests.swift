import PlanModel
import SpreadsheetML
import Testing

@testable import Validation

/// Cells in column B, one below the other in the order in which they are asked for; a list in D and E, explanations in G.
final class ColumnResolver: CellResolver {
  var missing: Set<Reference> = []
  var constants: [Reference: String] = [:]
  private var cells: [Reference: String] = [:]

  func cell(_ reference: Reference) -> String? {
    if missing.contains(reference) { return nil }
    if let constant = constants[reference] { return constant }
    if let known = cells[reference] { return known }
    let cell = "B\(cells.count + 1)"
    cells[reference] = cell
    return cell
  }

  func list(column: String) -> String? { ["类别": "$D$1:$D$9", "金额": "$E$1:$E$9"][column] }
  var listRanges: [String]? { ["$D$1:$D$9", "$E$1:$E$9"] }
  var explanations: String? { "$G$1:$G$5" }
}

@Suite struct FormulaTests {
  typealias Plan = ExpressionPlan

  @Test(arguments: [
    (
      "累计 > 5",
      #"IF(OR(ISNUMBER(B1),EXACT(B1,"无")),IF(N(B1)-5>=0.45555555556/10^MIN(6,14-LEN(INT(MIN(1E13,ABS(N(B1)))))),"OK","不符"),"")"#
    ),
    (#"进展情况 != "甲""乙""#, #"IF(LEN(B1)>0,IF(NOT(EXACT(B1,"甲""乙")),"OK","不符"),"")"#),
    ("累计 是 空白", #"IF(LEN(B1)=0,"OK","不符")"#), ("累计 不是 零", #"IF(NOT(AND(ISNUMBER(B1),N(B1)=0)),"OK","不符")"#),
    ("完成期限 <= 期末", #"IF(AND(ISNUMBER(B1),ISNUMBER(B2)),IF(N(B1)<=N(B2),"OK","不符"),"")"#),
    ("期末 - 期初 > 30", #"IF(AND(ISNUMBER(B1),ISNUMBER(B2)),IF(N(B1)-N(B2)-30>0,"OK","不符"),"")"#),
    ("期末 > 2024-06-30", #"IF(ISNUMBER(B1),IF(N(B1)>DATE(2024,6,30),"OK","不符"),"")"#),
    (
      "含(进展情况, \"推进中\") 或 累计 是 无",
      #"IF(OR(AND(LEN(B1)>0,ISNUMBER(FIND("推进中",B1))),EXACT(B2,"无")),"OK",IF(AND(LEN(B1)>0,NOT(ISNUMBER(FIND("推进中",B1))),NOT(EXACT(B2,"无"))),"不符",""))"#
    ),
    ("进展情况 属于 (\"甲\", \"乙\")", #"IF(LEN(B1)>0,IF(OR(EXACT(B1,"甲"),EXACT(B1,"乙")),"OK","不符"),"")"#),
    ("计数(清单) = 3", #"IF(SUMPRODUCT((LEN($D$1:$D$9)+LEN($E$1:$E$9)>0)*1)-3=0,"OK","不符")"#),
    (
      "计数(清单.类别 != \"低保\") = 0",
      #"IF(SUMPRODUCT((1-EXACT($D$1:$D$9,"低保")*(1-ISNUMBER($D$1:$D$9)))*(LEN($D$1:$D$9)+LEN($E$1:$E$9)>0)*1)=0,"OK","不符")"#
    ),
    ("分母.累计 > 1", #"IF(FALSE,IF(0-1>0,"OK","不符"),"")"#),
  ])
  func `a condition becomes the text of a formula`(text: String, formula: String) throws {
    #expect(
      try Plan.typed(text, of: text.hasPrefix("分母") ? Plan.money : Plan.count).formula(in: ColumnResolver()) == formula)
  }

  @Test func `a division stands behind the test of its divisor`() throws {
    let (holds, fails) = try Plan.typed("累计 ÷ 目标 >= 0.5").truths(in: ColumnResolver())
    let known =
      #"OR(ISNUMBER(B1),EXACT(B1,"无")),OR(ISNUMBER(B2),EXACT(B2,"无")),ABS(N(B1))<ABS(ROUND(N(B2),10))*1E15"#
    let half = "0.45555555556/10^MIN(6,14-LEN(INT(MIN(1E13,ABS(N(B1))/ABS(N(B2))))))"
    #expect(holds == "IF(AND(\(known)),ROUND(N(B1)/N(B2),10)-0.5>-\(half),FALSE)")
    #expect(fails == "IF(AND(\(known)),ROUND(N(B1)/N(B2),10)-0.5<=-\(half),FALSE)")
  }

  @Test func `a conjunction holds where both do and fails where one does`() throws {
    let (holds, fails) = try Plan.typed("累计 是 数字 且 期末 >= 期初").truths(in: ColumnResolver())
    #expect(holds == "AND(ISNUMBER(B1),ISNUMBER(B2),ISNUMBER(B3),N(B2)>=N(B3))")
    #expect(fails == "OR(NOT(ISNUMBER(B1)),AND(ISNUMBER(B2),ISNUMBER(B3),N(B2)<N(B3)))")
  }

  @Test func `what is asked where a condition holds is nothing elsewhere`() throws {
    let formula = try Plan.typed("累计 是 数字").formula(
      in: ColumnResolver(), when: Plan.typed("上期累计 不是 空白"), words: .init(holds: "对", fails: "错", notApplicable: "—"))
    #expect(formula == #"IF(LEN(B2)>0,IF(ISNUMBER(B1),"对","错"),"—")"#)
  }

  @Test func `parts and units are brought together`() throws {
    let (holds, _) = try Plan.typed("合计(分项.累计) = 1", of: Plan.count).truths(in: ColumnResolver())
    #expect(holds.contains(#"OR(ISNUMBER(B1),EXACT(B1,"无"),EXACT(B1,"—"))"#))
    #expect(holds.contains("ABS(N(B1)+N(B2)-1)<"))
    let (money, _) = try Plan.typed("累计 + [2-02].累计 - [2-03].累计 > 0", of: Plan.money).truths(in: ColumnResolver())
    #expect(money.contains("N(B1)+N(B2)*10000-N(B3)/10000>="))
  }

  @Test func `a divisor in another unit stands in brackets`() throws {
    let (holds, _) = try Plan.typed("累计 ÷ [2-02].累计 > 1", of: Plan.money).truths(in: ColumnResolver())
    #expect(holds.contains("ROUND(N(B1)/(N(B2)*10000),10)"))
  }

  @Test func `the largest number that takes part decides what counts, and rounding takes half of it along`() throws {
    let (holds, _) = try Plan.typed("四舍五入(累计 - 目标, 1) = 0").truths(in: ColumnResolver())
    let places = "MIN(6,14-LEN(INT(MIN(1E13,MAX(ABS(N(B1)),ABS(N(B2)))))))"
    let rounded = "ROUND(N(B1)-N(B2)+SIGN(N(B1)-N(B2))*0.45555555556/10^MAX(2,\(places)),1)"
    #expect(holds.contains("ABS(\(rounded))<0.45555555556/10^\(places)"))
  }

  @Test func `a constant needs no test`() throws {
    let resolver = ColumnResolver()
    resolver.constants = [Reference(.target): "80", Reference(.periodEnd): "DATE(2024,6,30)"]
    #expect(
      try Plan.typed("累计 <= 目标").formula(in: resolver)
        == #"IF(OR(ISNUMBER(B1),EXACT(B1,"无")),IF(N(B1)-80<0.45555555556/10^MIN(6,14-LEN(INT(MIN(1E13,ABS(N(B1)))))),"OK","不符"),"")"#
    )
    #expect(
      try Plan.typed("完成期限 <= 期末").truths(in: resolver).holds
        == "AND(ISNUMBER(B2),ISNUMBER(DATE(2024,6,30)),N(B2)<=N(DATE(2024,6,30)))")
  }

  @Test func `a refusal names what the workbook lacks`() throws {
    let resolver = ColumnResolver()
    resolver.missing = [Reference(.lastYear, .cumulative), Reference(.explanation)]
    func refusal(_ text: String, in resolver: some CellResolver) throws -> String? {
      let typed = try Plan.typed(text)
      return #expect(throws: FormulaRefusal.self) { try typed.formula(in: resolver) }?.words(in: .chinese)
    }
    #expect(try refusal("累计 > 去年同期.累计", in: resolver) == "工作簿里没有“去年同期.累计”的单元格")
    #expect(try refusal("累计 > 1 或 已说明", in: resolver) == "工作簿里没有“核实说明”的单元格")
    #expect(try refusal("读表发现(\"hidden-data\")", in: resolver) == "读表发现（hidden-data）只有读表时才知道")
    #expect(try refusal("合计(清单.面积) > 1", in: resolver) == "工作簿里没有清单的“面积”列")
    #expect(try refusal("累计", in: resolver) == "不是判断")
    struct Bare: CellResolver { func cell(_ reference: Reference) -> String? { "A1" } }
    #expect(try refusal("已说明", in: Bare()) == "工作簿里没有核实说明栏")
    #expect(try refusal("计数(清单) > 1", in: Bare()) == "工作簿里没有清单")
  }

  @Test func `a formula that is too long or too deep is refused, and soon`() throws {
    let ifs = String(repeating: "如果 累计 > 上期累计 则 1 否则 (", count: 14) + "累计" + String(repeating: ")", count: 14)
    let nested = try Plan.typed("(\(ifs)) > 1")
    #expect(throws: FormulaRefusal.tooLong) { try nested.formula(in: ColumnResolver()) }
    let deep = try Plan.typed(
      String(repeating: "四舍五入(", count: 28) + "累计" + String(repeating: ", 1)", count: 28) + " > 1")
    #expect(throws: FormulaRefusal.self) { try deep.formula(in: ColumnResolver()) }
    let products = try Plan.typed("[2-01].累计" + String(repeating: " × 2", count: 70) + " > 1")
    #expect(throws: FormulaRefusal.self) { try products.formula(in: ColumnResolver()) }
    #expect(FormulaWriter<ColumnResolver>.depth(of: #"IF(A1,"((",'(('!B1*(2))"#) == 2)
  }

  @Test func `an explanation is stripped, compared with the empty phrases and with its neighbours`() throws {
    let (holds, fails) = try Plan.typed("已说明").truths(in: ColumnResolver())
    #expect(holds.hasPrefix("AND(LEN(SUBSTITUTE(") && holds.contains(" 核实无误 情况属实 ") && holds.contains("$G$1:$G$5"))
    #expect(fails == "NOT(\(holds))")
    #expect(try Plan.typed("累计 >= 上期累计 或 已说明").formula(in: ColumnResolver()).utf16.count < 8_192)
  }

  @Test(arguments: [("填报表", "'填报表'"), ("It's", "'It''s'")])
  func `names of sheets are quoted`(name: String, quoted: String) {
    #expect(name.quotedAsSheetName == quoted)
  }
}

@Suite struct CanonicalCellTests {
  @Test(arguments: [
    ("", CanonicalCell.blank, CanonicalCell.blank, CanonicalCell.blank),
    ("无", .text("无"), .text("无"), .text("无")), ("—", .text("—"), .text("—"), .text("—")),
    ("12.50", .number(FixedDecimal("12.5") ?? 0), .text("12.5"), .text("12.5")),
    ("1e15", .text("1000000000000000"), .text("1000000000000000"), .text("1000000000000000")),
    ("2024-06-30", .text("2024-06-30"), .date(ExpressionPlan.day(2024, 6, 30)), .text("2024-06-30")),
    ("1900-02-28", .text("1900-02-28"), .text("1900-02-28"), .text("1900-02-28")),
    ("约五", .text("约五"), .text("约五"), .text("约五")),
  ])
  func `a figure stands in a cell as its column takes it`(
    figure: String, number: CanonicalCell, date: CanonicalCell, text: CanonicalCell
  ) {
    #expect(Figure(hand: figure).cell(in: .number(unit: nil)) == number)
    #expect(Figure(hand: figure).cell(in: .date) == date)
    #expect(Figure(hand: figure).cell(in: .text) == text)
  }
}

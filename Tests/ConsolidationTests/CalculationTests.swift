import Consolidation
import PlanModel
import Testing

/// Calculations as values and as formulas.
@Suite struct CalculationTests {
  private enum Term { case total, target }
  private typealias Part = Calculation<Term>

  private static let rate = Part.choose(
    .isNumber(.term(.total)), then: .percentage(.term(.total), of: .term(.target)), else: .text("—"))

  private func value(_ part: Part, total: CalculatedValue) throws -> CalculatedValue {
    try part.value { $0 == .total ? total : .number(8) }
  }

  @Test func `a value and its formula say the same`() throws {
    #expect(try value(Self.rate, total: .number(3)) == .number(FixedDecimal("37.5")!))
    #expect(try value(Self.rate, total: .text("未报送")) == .text("—"))
    #expect(
      Self.rate.formula { $0 == .total ? "E7" : "D7" } == "IF(ISNUMBER(E7),E7*100/D7,\"—\")")
  }

  @Test(arguments: [
    (Calculation<Bool>.Comparison.less, false, false), (.lessOrEqual, false, true), (.equal, false, true),
    (.moreOrEqual, true, true), (.more, true, false),
  ])
  func `a text is more than any number, as in a spreadsheet`(
    comparison: Calculation<Bool>.Comparison, ofText: Bool, ofSame: Bool
  ) throws {
    func holds(_ left: Calculation<Bool>) throws -> Bool {
      try Calculation<Bool>.compare(left, comparison, .number(8)).value { .truth($0) }.holds
    }
    #expect(try holds(.text("—")) == ofText)
    #expect(try holds(.number(8)) == ofSame)
  }

  @Test func `a difference is rounded as it is shown`() throws {
    let difference = Part.difference(.term(.total), .term(.target))
    #expect(try value(difference, total: .number(FixedDecimal("8.04")!)) == .number(0))
    #expect(difference.formula { $0 == .total ? "L7" : "M7" } == "ROUND(ROUND(L7-M7,8),1)")
  }
}

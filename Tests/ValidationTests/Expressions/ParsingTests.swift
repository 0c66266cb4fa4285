import PlanModel
import Testing

@testable import Validation

@Suite struct ParsingTests {
  @Test(arguments: [
    ("累计>=上期累计或已说明", "cumulative >= previous or explained"),
    (
      "如果 本期 是 空白 则 累计 = 上期累计 否则 累计 = 上期累计 + 本期",
      "if current is blank then cumulative = previous else cumulative = previous + current"
    ),
    ("累计≤目标×0.5且非(累计≠0)", "cumulative <= target * 0.5 and not (cumulative != 0)"),
    ("上期.累计－累计＜（１", ""),
    ("去年同期.累计÷累计完成−1<0.5", "lastYear.cumulative / cumulative - 1 < 0.5"),
    ("含(进展情况，“推进中”)", "contains(progress, \"推进中\")"),
    ("填报值 不是 不适用", "entry is not dash"),
    ("进展情况 不属于 (\"无\", \"没有\")", "progress not in (\"无\", \"没有\")"),
    ("四舍五入(完成率, 1) = 完成率 误差 0.1", "round(rate, 1) = rate within 0.1"),
    ("合计(分项.累计) <= 累计", "sum(parts.cumulative) <= cumulative"),
    ("计数(清单.类别 = \"低保\") > 计数(清单)", "count(list.类别 = \"低保\") > count(list)"),
    (
      "分子.累计 <= 分母.累计 且 总项.累计 >= [1-02].累计",
      "numerator.cumulative <= denominator.cumulative and total.cumulative >= [1-02].cumulative"
    ),
    ("最小(累计, 目标) >= 绝对值(差值)", "min(cumulative, target) >= abs(gap)"),
    ("完成期限 <= 2024-12-31 且 读表发现(\"hidden-data\")", "deadline <= 2024-12-31 and noted(\"hidden-data\")"),
  ])
  func `Chinese and English say the same`(chinese: String, english: String) throws {
    guard !english.isEmpty else {
      #expect(throws: ExpressionError.self) { try Expression(parsing: chinese) }
      return
    }
    let (left, right) = (try Expression(parsing: chinese), try Expression(parsing: english))
    #expect(Outline.of(left.root) == Outline.of(right.root))
  }

  @Test func `every word has two spellings of its own`() throws {
    for entry in Word.spellings where entry.word != .keyword(.isNot) && entry.word != .keyword(.notIn) {
      #expect(entry.spellings.count >= 2)
      #expect(try Lexer.tokens(of: entry.spellings[0]).map(\.kind) == Lexer.tokens(of: entry.spellings[1]).map(\.kind))
    }
  }

  @Test(arguments: [
    ("1 + 2 * 3", "(+ 1 (* 2 3))"), ("1 - 2 - 3", "(+ 1 -2 -3)"), ("a", ""),
    ("-累计 / 2 * 3", "(* (+ -cumulative) /2 3)"),
    ("非 累计 > 1 且 累计 < 2", "(and (not (> cumulative 1)) (< cumulative 2))"),
    ("累计 > 1 或 累计 < 2 且 累计 = 3", "(or (> cumulative 1) (and (< cumulative 2) (= cumulative 3)))"),
    ("(1 + 2) × 3", "(* (+ 1 2) 3)"), ("累计 = 1 误差 1 + 2", "(= cumulative 1 ± (+ 1 2))"),
    ("2024-06-30 - 1", "(+ 2024-06-30 -1)"), ("2024 - 06 - 30", "(+ 2024 -6 -30)"), ("5万元 + 3 km", "(+ 5[万元] 3[km])"),
    ("max(3, 3m)", "(max 3 3[m])"), ("\"a\"\"b\"", "“a\"b”"), ("count(list.是否 is not blank)", "#是否"),
  ])
  func `operators bind as in arithmetic`(text: String, outline: String) throws {
    guard !outline.isEmpty else {
      #expect(throws: ExpressionError.self) { try Expression(parsing: text) }
      return
    }
    #expect(Outline.of(try Expression(parsing: text).root) == outline)
  }

  @Test(arguments: [
    ("", 0, "应为数字、文字、日期、单元格（如：累计）、函数或左括号，见到的是表达式的结尾"),
    ("累计 >=", 5, "应为数字、文字、日期、单元格（如：累计）、函数或左括号，见到的是表达式的结尾"),
    ("累计 >= 且", 6, "应为数字、文字、日期、单元格（如：累计）、函数或左括号，见到的是“且”"),
    ("累计 > 1 > 2", 7, "应为“且”、“或”或表达式的结尾，见到的是“>”"), ("累记 > 1", 0, "不认识的词“累记”，文字要加引号"),
    ("cumulativ > 1", 0, "不认识的词“cumulativ”，文字要加引号"), ("(累计 > 1", 7, "应为右括号，见到的是表达式的结尾"),
    ("累计 & 1", 3, "不认识的符号“&”"), ("含(进展情况, 推进)", 8, "不认识的词“推进”，文字要加引号"), ("含(进展情况, \"推进)", 8, "引号没有结束，应有后引号"),
    ("[1-01.累计", 0, "方括号没有结束，应为[指标编码]"), ("2024-02-30 = 期末", 0, "没有“2024-02-30”这一天（应为1900-03-01以后的日期，如2024-06-30）"),
    ("1234567890123456 = 累计", 0, "数“1234567890123456”太长，整数最多15位，小数最多10位"),
    ("四舍五入(累计, 11)", 9, "应为0到10的小数位数，见到的是“11”"), ("如果 已说明 否则", 7, "应为“则”，见到的是“否则”"),
    ("合计(累计)", 3, "应为“分项.栏目”或“清单.列名”，见到的是“累计”"), ("上期 > 1", 3, "应为“.”和栏目（如：上期.累计），见到的是“>”"),
    ("计数(清单.类别)", 8, "应为“= \"文字\"”、“是 空白”之类，见到的是“)”"), ("累计 是 空", 5, "不认识的词“空”，文字要加引号"),
    ("累计 是 累计", 5, "应为空白、零、无、不适用、数字、文字或日期，见到的是“累计”"), ("含(进展情况, \"\")", 8, "引号里没有文字，应写要找的文字"),
  ])
  func `an error names its place and what was expected`(text: String, offset: Int, words: String) throws {
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: text) }
    #expect(error?.offset == offset)
    #expect(error?.words(in: .chinese) == words)
    #expect(error?.words(in: .english).isEmpty == false)
  }

  @Test func `what is too long or too deep is refused, and what is just within is taken`() throws {
    let limit = Expression.maximumDepth
    for (open, close) in [("(", ")"), ("非 ", ""), ("-", ""), ("绝对值(", ")"), ("如果 已说明 则 1 否则 ", "")] {
      let inner = open == "非 " ? "已说明" : "1"
      func nested(_ depth: Int) -> String {
        String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
      }
      #expect(throws: Never.self) { try ExpressionPlan.typed(nested(limit - 2)) }
      let error = #expect(throws: ExpressionError.self) { try Expression(parsing: nested(limit + 1)) }
      #expect(error?.code == .tooDeep(limit: limit))
    }
    let chain = "1" + String(repeating: "+1", count: (Expression.maximumLength - 1) / 2)
    #expect(try ExpressionPlan.typed(chain).value(in: HandContext()) == .number(1000, unit: ""))
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: chain + "+1") }
    #expect(error?.code == .tooLong(limit: Expression.maximumLength))
  }

  @Test func `no text stops the parser`() {
    var random = Scrambler(seed: 4)
    let pieces =
      Word.spellings.flatMap(\.spellings) + [
        "(", ")", "（", "[1-01]", ".", ",", "，", "\"甲\"", "“乙”", "12.5", "3万元", "2024-06-30",
      ]
      + ["+", "-", "×", "/", "=", "<=", "≠", " ", "\"", "[", "名", "🙂", "\u{0}", "１", "a\u{301}"]
    var parsed = 0
    for _ in 0..<20_000 {
      let text = (0..<random.next(below: 9)).map { _ in pieces[random.next(below: pieces.count)] }.joined()
      do throws(ExpressionError) {
        let expression = try Expression(parsing: text)
        parsed += 1
        _ = try? TypedExpression(
          expression, in: TypingScope(plan: ExpressionPlan.plan, indicator: ExpressionPlan.count))
      } catch {
        #expect(error.offset <= text.unicodeScalars.count, "\(text)")
      }
    }
    #expect(parsed > 200)
  }
}

/// A generator of the same numbers each time (SplitMix64).
struct Scrambler: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func next(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}

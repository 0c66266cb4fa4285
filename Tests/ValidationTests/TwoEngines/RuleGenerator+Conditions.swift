@testable import Validation

extension RuleGenerator {
  mutating func condition(depth: Int) -> String {
    if depth == 0 || chance(45) { return comparison(depth: depth) }
    let inner = depth - 1
    return choose([
      (3, { "\($0.bracketed(inner))\($0.keyword(.and))\($0.bracketed(inner))" }),
      (3, { "\($0.bracketed(inner))\($0.keyword(.or))\($0.bracketed(inner))" }),
      (2, { "\($0.keyword(.not))\($0.bracketed(inner))" }),
      (2, { $0.choice(inner) { $0.condition(depth: inner) } }),
    ])
  }

  private mutating func bracketed(_ depth: Int) -> String { "(\(condition(depth: depth)))" }

  mutating func choice(_ depth: Int, branch: (inout RuleGenerator) -> String) -> String {
    let condition = condition(depth: depth)
    let (yes, no) = (branch(&self), branch(&self))
    return "(\(keyword(.if))\(condition)\(keyword(.then))\(yes)\(keyword(.else))\(no))"
  }

  private mutating func comparison(depth: Int) -> String {
    choose([
      (16, { $0.numbersCompared(depth: depth) }),
      (2, { "\($0.date(depth: depth)) \($0.sign()) \($0.date(depth: depth))" }),
      (2, { "\($0.number("天", depth: depth)) \($0.sign()) \($0.pick(["30", "30天", "1", "0天"]))" }),
      (2, { "\($0.text(depth: depth)) \($0.pick(["=", "!=", "≠"])) \($0.text(depth: depth))" }),
      (2, { "\($0.text(depth: depth))\($0.pick([$0.keyword(.in), $0.keyword(.notIn), " not in "]))(\"甲\", \"推进中\")" }),
      (2, { $0.call(.contains, "\($0.text(depth: depth)), \"推进中\"") }),
      (9, { "\($0.cell()) \($0.pick(["is", "是", "is not", "不是"])) \($0.state())" }),
      (1, { $0.scope.indicator == nil ? "\($0.cell()) is blank" : $0.spelling(.function(.explained)) }),
    ])
  }

  private mutating func numbersCompared(depth: Int) -> String {
    let family = family()
    var text = "\(number(family, depth: depth)) \(sign()) \(number(family, depth: depth))"
    if chance(35) { text += keyword(.within) + (chance(70) ? pick(["0.1", "1", "0.01"]) : number(family, depth: 0)) }
    return text
  }

  private mutating func sign() -> String { pick(["=", "!=", "<>", "≠", "<", "<=", "≤", ">", ">=", "≥"]) }

  mutating func state() -> String { spelling(.state(pick(FigureState.allCases))) }

  /// A reference that is no calculation.
  private mutating func cell() -> String {
    for _ in 0..<9 {
      let family = pick(["元", "户", "", "date", "text"])
      guard let reference = reference(family) else { continue }
      let names = [Reference.Column.rate, .gap].flatMap { [$0.words.chinese, $0.words.english] }
      if !names.contains(where: { reference.hasSuffix($0) }) { return reference }
    }
    return spelling(.column(.preparer))
  }

  mutating func date(depth: Int) -> String {
    if depth > 0, chance(10) { return choice(depth - 1) { $0.date(depth: 0) } }
    if chance(20) { return pick(["2024-06-30", "2024-07-01", "2023-12-31"]) }
    return reference("date") ?? "2024-06-30"
  }

  private mutating func text(depth: Int) -> String {
    if depth > 0, chance(10) { return choice(depth - 1) { $0.text(depth: 0) } }
    if chance(15) { return pick(["\"甲\"", "“推进中”", "\"a\"\"b\""]) }
    return reference("text") ?? "\"甲\""
  }
}

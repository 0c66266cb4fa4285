import PlanModel

@testable import Validation

extension RuleGenerator {
  /// A number of a family, with units of it throughout.
  mutating func number(_ family: String, depth: Int) -> String {
    if family == "天" { return days(depth: depth) }
    if depth == 0 || chance(35) { return leaf(family) }
    let inner = depth - 1
    var makers: [(weight: Int, make: (inout RuleGenerator) -> String)] = [
      (6, { "(\($0.sum(family, depth: inner)))" }),
      (3, { "\($0.measured(family, depth: inner)) \($0.pick(["*", "×"])) \($0.pure(depth: inner))" }),
      (1, { "\($0.pure(depth: inner)) * \($0.measured(family, depth: inner))" }),
      (2, { "\($0.measured(family, depth: inner)) \($0.pick(["/", "÷"])) \($0.pure(depth: inner))" }),
      (2, { $0.call(.absolute, $0.sum(family, depth: inner)) }),
      (2, { $0.call(.least, $0.numbers(family, depth: inner)) }),
      (2, { $0.call(.greatest, $0.numbers(family, depth: inner)) }),
      (3, { $0.call(.round, "\($0.number(family, depth: inner)), \($0.random.next(below: 5))") }),
      (3, { "-\($0.number(family, depth: inner))" }),
      (2, { $0.choice(inner) { $0.number(family, depth: inner) } }),
      (4, { $0.count() }),
    ]
    if family == "户", !scope.parts.isEmpty {
      makers.append((22, { $0.call(.sum, "\($0.spelling(.keyword(.parts))).\($0.spelling(.column(.cumulative)))") }))
    }
    if family == "元" {
      makers.append((6, { $0.call(.sum, "\($0.spelling(.keyword(.list))).\"金额(元)\"") }))
    }
    if family.isEmpty {
      makers.append((6, { $0.share(depth: inner) }))
    }
    return choose(makers)
  }

  private mutating func leaf(_ family: String, needsUnit: Bool = false) -> String {
    if chance(80), let reference = reference(family) { return reference }
    let unit = pick(["元": ["元", "万元", "亿元"], "户": ["户", "个"]][family] ?? ["%"])
    let value = scale.number(in: unit.unitOfMeasure, &random).magnitude.limited(to: 10)
    let text = value.isBelow(powerOfTen: 15) ? value.shortest : "1"
    return needsUnit || chance(50) ? text + unit : text
  }

  /// A number that has its unit, where a bare one would take another: as a factor, or under a fraction bar.
  private mutating func measured(_ family: String, depth: Int) -> String {
    let leaf = leaf(family, needsUnit: true)
    if depth == 0 || chance(50) { return leaf }
    return chance(50) ? "(\(leaf) \(pick(["+", "-"])) \(number(family, depth: depth - 1)))" : call(.absolute, leaf)
  }

  mutating func sum(_ family: String, depth: Int) -> String {
    var text = number(family, depth: depth)
    for _ in 0...random.next(below: 2) { text += pick([" + ", " - ", " − "]) + number(family, depth: depth) }
    return text
  }

  private mutating func numbers(_ family: String, depth: Int) -> String {
    (0...(1 + random.next(below: 2))).map { _ in number(family, depth: depth) }.joined(separator: ", ")
  }

  /// What a number may be multiplied with.
  private mutating func pure(depth: Int) -> String {
    if chance(50) { return pick(["2", "0.5", "100", "1.1", "60%", "0.1", "3", "0.333"]) }
    return "(\(number("", depth: depth)))"
  }

  /// One number over another of its family.
  private mutating func share(depth: Int) -> String {
    let family = pick(["元", "户"])
    let text = "\(number(family, depth: depth)) \(pick(["/", "÷"])) \(measured(family, depth: depth))"
    return chance(50) ? text + " × 100" : "(\(text))"
  }

  private mutating func count() -> String {
    let list = spelling(.keyword(.list))
    switch random.next(below: 6) {
    case 0, 5: return call(.count, list)
    case 1: return call(.count, "\(list).类别 = \"低保\"")
    case 2: return call(.count, "\(list).类别 != \"低保\"")
    case 3: return call(.count, "\(list).\"金额(元)\"\(keyword(.is))\(state())")
    default: return call(.count, "\(list).类别 \(pick(["不是", "is not"])) \(state())")
    }
  }

  private mutating func days(depth: Int) -> String {
    if chance(30) { return pick(["30", "30天", "0", "365天", "1"]) }
    return "\(date(depth: max(depth - 1, 0))) - \(date(depth: max(depth - 1, 0)))"
  }
}

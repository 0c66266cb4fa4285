import PlanModel

@testable import Validation

/// A rule over three figures of one unit, large and with decimals, that only just holds or only just fails: what binary
/// arithmetic gets wrong if it is not kept from it.
struct Balance {
  let text: String
  let figures: [Reference: Figure]

  /// `nil` where the indicator has no three such references.
  init?(_ generator: inout RuleGenerator) {
    let names = ["累计", "上期累计", "目标", "分解数", "上期.累计", "去年同期.累计"]
    let scope = generator.scope
    guard let unit = scope.indicator?.measure, !unit.isEmpty else { return nil }
    let references = names.compactMap { name -> (String, Reference)? in
      guard let typed = try? TypedExpression(Expression(parsing: name), wanting: .number, in: scope),
        let reference = typed.references.first
      else { return nil }
      return (name, reference)
    }
    guard references.count >= 3 else { return nil }
    let chosen = Array(references.shuffled(using: &generator.random).prefix(3))
    let (total, part, rest) = (chosen[0], chosen[1], chosen[2])
    let sign = generator.pick(["=", "!=", "<", "<=", ">", ">="])

    let first = Self.hundredths(&generator)
    let isRounding = generator.chance(50)
    // A tie of rounding to one place, or any figure.
    let second =
      isRounding ? Self.decimal(generator.random.next(below: 1000) * 10 + 5, places: 2) : Self.hundredths(&generator)
    let off = generator.pick(["0", "0", "0", "0.01", "-0.01"])
    guard let sum = try? first.adding(second), let wanted = isRounding ? try? second.rounded(to: 1) : second,
      let other = try? wanted.adding(FixedDecimal(off) ?? 0)
    else { return nil }
    text =
      isRounding
      ? "四舍五入(\(total.0) - \(part.0), 1) \(sign) \(rest.0)"
      : generator.pick([
        "\(total.0) - \(part.0) \(sign) \(rest.0)", "\(total.0) \(sign) \(part.0) + \(rest.0)",
        "\(total.0) - \(part.0) - \(rest.0) \(sign) 0", "最大(\(total.0), 1) × 0.5 \(sign) (\(part.0) + \(rest.0)) ÷ 2",
      ])
    figures = [total.1: .decimal(sum), part.1: .decimal(first), rest.1: .decimal(other)]
  }

  /// Up to 10^12, with two places.
  private static func hundredths(_ generator: inout RuleGenerator) -> FixedDecimal {
    let digits = 2 + generator.random.next(below: 12)
    let limit = (0..<digits).reduce(1) { power, _ in power * 10 }
    return decimal(generator.random.next(below: limit), places: 2)
  }

  private static func decimal(_ hundredths: Int, places: Int) -> FixedDecimal {
    FixedDecimal(hundredths).timesPowerOfTen(-places) ?? 0
  }
}

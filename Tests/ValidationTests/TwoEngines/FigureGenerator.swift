import PlanModel

@testable import Validation

/// Draws what stands in the cells that a rule reads.
struct FigureGenerator {
  var random: Scrambler
  let scale: Scale

  private static let words = [
    "推进中", "推进中", "已办结", "正在推进中。", "甲", "甲", " 甲", "乙", "无", "—", "a\"b", "A\"b", "因雨停工半月", "第一行\n推进中", "🙂推进中",
  ]
  private static let explanations = [
    "因雨停工半月", "受台风影响停工。", "核实无误", "情况属实。", "  属实 ", "无", "", "已补充，数据无误", "“核实无误”", "数据 无误", "土地调整", "土地 调整", "同上",
  ]

  mutating func figure(_ kind: FigureKind) -> Figure {
    if random.next(below: 100) < 12 { return special() }
    switch kind {
    case .number(let unit): return .decimal(scale.number(in: (unit ?? "").unitOfMeasure, &random))
    case .date: return day()
    case .text: return .text(Self.words[random.next(below: Self.words.count)])
    }
  }

  /// What is no plain figure, or is 0.
  private mutating func special() -> Figure {
    switch random.next(below: 9) {
    case 0, 1: .blank
    case 2, 3: .decimal(0)
    case 4: .nilReturn
    case 5, 6: .notApplicable
    case 7: .text(random.next(below: 2) == 0 ? "约八成" : "")
    default: random.next(below: 2) == 0 ? day() : .decimal(FixedDecimal("1234567890123456") ?? 0)
    }
  }

  private mutating func day() -> Figure {
    let offset = [0, 0, 0, 1, -1, 29, 30, 31, -366, -60_000, 184][random.next(below: 11)]
    let day = CivilDate(dayNumber: ExpressionPlan.day(2024, 6, 30).dayNumber + offset)
    return .date(day ?? ExpressionPlan.day(2024, 6, 30), precision: .day)
  }

  mutating func explanation() -> Figure {
    let text = Self.explanations[random.next(below: Self.explanations.count)]
    return text.isEmpty ? .blank : .text(text)
  }

  /// Rows of a list with the columns 类别 and 金额(元); blank rows stand among them.
  mutating func listRows() -> [Submission.ListRow] {
    (0..<random.next(below: 6)).map { _ in
      let isBlank = random.next(below: 8) == 0
      let kinds = [Figure.text("低保"), .text("低保"), .text("特困"), .nilReturn, .blank, .decimal(5)]
      let kind = isBlank ? Figure.blank : kinds[random.next(below: kinds.count)]
      let amount = isBlank ? .blank : random.next(below: 30) == 0 ? special() : amount()
      return Submission.ListRow(values: [
        "类别": .init(figure: kind, origin: nil), "金额(元)": .init(figure: amount, origin: nil),
      ])
    }
  }

  private mutating func amount() -> Figure {
    switch random.next(below: 20) {
    case 0: .notApplicable
    case 1: .nilReturn
    case 2: .decimal(0)
    default: .decimal(scale.number(in: "元", &random))
    }
  }
}

import PlanModel

@testable import Validation

/// A plan with an indicator of each kind that the language tells apart.
enum ExpressionPlan {
  static let count = Indicator(
    code: "1-01", name: "建成", value: 100, measure: "户", kind: .count,
    deadline: .init(date: day(2024, 12, 31), isStated: true),
    reportedBy: ["a"])
  static let partA = Indicator(code: "1-02", name: "其中一", measure: "户", kind: .count, partOf: "1-01")
  static let partB = Indicator(code: "1-03", name: "其中二", measure: "个", kind: .count, partOf: "1-01")
  static let money = Indicator(code: "2-01", name: "资金", measure: "万元", kind: .money)
  static let bigMoney = Indicator(code: "2-02", name: "资金", measure: "亿元", kind: .money)
  static let smallMoney = Indicator(code: "2-03", name: "发放", measure: "元", kind: .money)
  static let ratio = Indicator(
    code: "3-01", name: "率", value: 95, measure: "%", kind: .ratio, accumulation: .level, aggregate: .ratio,
    numerator: "1-02",
    denominator: "1-01")
  static let milestone = Indicator(code: "4-01", name: "印发", kind: .milestone, accumulation: .milestone)
  static let recurring = Indicator(
    code: "4-02", name: "通报", role: .mechanism, measure: "次", kind: .milestone, accumulation: .flow)
  static let words = Indicator(code: "5-01", name: "推动", kind: .text)
  static let list = Indicator(code: "6-01", name: "救助", measure: "人", kind: .list, accumulation: .list)

  static let plan = Plan(
    title: "计划", issuer: "局", year: 2024, units: [],
    tasks: [
      PlanTask(
        id: "1", heading: "任务", text: "任务", leads: [], responsible: [],
        indicators: [
          count, partA, partB, money, bigMoney, smallMoney, ratio, milestone, recurring, words, list,
        ])
    ], reporting: Reporting(units: ["a"]))

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)!
  }

  static func typed(_ text: String, of indicator: Indicator? = count) throws(ExpressionError) -> TypedExpression {
    try TypedExpression(Expression(parsing: text), in: TypingScope(plan: plan, indicator: indicator))
  }
}

/// A row by hand: figures by the English words of their references, as in `[1-02].cumulative`.
struct HandContext: ExpressionContext {
  var figures: [String: Figure] = [:]
  var list: [Submission.ListRow] = []
  var isExplained = false
  var noted: Set<String> = []

  func figure(_ reference: Reference) -> Figure { figures[Self.name(reference)] ?? .blank }
  func isNoted(_ observation: String) -> Bool { noted.contains(observation) }

  static func name(_ reference: Reference) -> String {
    let subject = reference.subject.words.english
    return subject.isEmpty ? reference.column.rawValue : "\(subject).\(reference.column.rawValue)"
  }
}

extension Figure {
  /// `12.5`, `2024-06-30`, `无`, `—`, nothing, or words.
  init(hand text: String) {
    switch text {
    case "": self = .blank
    case "无": self = .nilReturn
    case "—": self = .notApplicable
    default:
      if let number = FixedDecimal(text) {
        self = .decimal(number)
      } else if let day = CivilDate(text) {
        self = .date(day, precision: .day)
      } else {
        self = .text(text)
      }
    }
  }
}

extension HandContext {
  /// `cumulative: 100, previous: 无`.
  init(_ text: String) {
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.trimmingWhitespace }
      figures[parts[0]] = Figure(hand: parts.count > 1 ? parts[1] : "")
    }
  }
}

extension Substring {
  fileprivate var trimmingWhitespace: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

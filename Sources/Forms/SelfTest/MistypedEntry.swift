import PlanModel
import Validation
import XLSXWriting

/// Something that clerks type where a figure is asked for, with what the reader must make of it.
struct MistypedEntry {
  let text: String
  let rule: BuiltInRule
  /// `nil` where no figure may be taken.
  let figure: Figure?

  static let numbers: [MistypedEntry] = [
    .init(text: "约12", rule: .approximate, figure: .decimal(12)),
    .init(text: "12-15", rule: .rangeNotTaken, figure: nil),
    .init(text: "若干", rule: .notNumber, figure: nil),
    .init(text: "甲村12乙村13", rule: .notNumber, figure: nil),
    .init(text: "已完成12", rule: .numberInWords, figure: .decimal(12)),
    .init(text: "１２", rule: .normalized, figure: .decimal(12)),
    .init(text: "(12)", rule: .bracketNegative, figure: .decimal(-12)),
    .init(text: "无", rule: .nilReturn, figure: .nilReturn),
  ]

  static func days(_ period: Period) -> [MistypedEntry] {
    let day = period.lastDay
    return [
      .init(text: "\(day.year).\(day.month).\(day.day)", rule: .textDateConverted, figure: .date(day, precision: .day)),
      .init(text: "下旬", rule: .notDate, figure: nil),
    ]
  }
}

import PlanModel
import Synchronization

/// What the texts in the heads of forms say, for the forms of one plan.
///
/// Titles, days and notes are the same in all forms of a period: what each says by itself is worked out once. What a text
/// says depends on nothing that was read before it.
public final class HeadMemory: Sendable {
  private let sayings = Mutex<[Key: HeadSaying]>([:])
  private let mentions = Mutex<[Mention: Bool]>([:])

  /// So many texts are kept, and then none of them.
  private static let limit = 4_096

  public init() {}

  /// A text as it is written: two that only look the same may say different things.
  private struct Key: Hashable {
    let text: String

    static func == (left: Key, right: Key) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
      for byte in text.utf8 { hasher.combine(byte) }
    }
  }

  private struct Mention: Hashable {
    let text: Key
    let title: Key
    let period: Period
  }

  /// Returns what a text says.
  ///
  /// - Parameter plan: always the same.
  func saying(_ text: String, _ plan: Plan) -> HeadSaying {
    guard text.utf8.count <= HeadSaying.longest else { return HeadSaying(text, plan: plan) }
    let key = Key(text: text)
    if let known = sayings.withLock({ $0[key] }) { return known }
    let saying = HeadSaying(text, plan: plan)
    sayings.withLock { known in
      if known.count >= Self.limit { known.removeAll() }
      known[key] = saying
    }
    return saying
  }

  /// Returns true if a text speaks of another time than the form's.
  ///
  /// - Parameter title: the plan's, which may name other years.
  func isOfAnother(_ text: String, than period: Period, title: String) -> Bool {
    func isOfAnother() -> Bool { PeriodMention.isOfAnother(text.replacing(title, with: ""), than: period) }
    guard text.utf8.count <= HeadSaying.longest else { return isOfAnother() }
    let key = Mention(text: Key(text: text), title: Key(text: title), period: period)
    if let known = mentions.withLock({ $0[key] }) { return known }
    let answer = isOfAnother()
    mentions.withLock { known in
      if known.count >= Self.limit { known.removeAll() }
      known[key] = answer
    }
    return answer
  }
}

/// What a text in the head of a form says by itself, wherever it stands.
struct HeadSaying {
  /// The day that the whole text is, behind a label or without one: 截至2024年6月30日.
  let closing: (day: CivilDate, isLabelled: Bool)?
  /// The last day of the period that a title names: 进展情况填报表（6月）.
  let titledDay: CivilDate?
  /// The quarter, half or year in the brackets of our own title.
  let titledPeriod: Period?
  /// True if it speaks of a period and cannot be read.
  let isUnread: Bool
  /// True for titles, lines with 截至 and short remarks, which may speak of a period.
  let maySpeakOfPeriod: Bool
  /// Units of money, of length and multiples: 金额单位：元.
  let measures: [String]
  /// The unit that a title names.
  let titledUnit: String?
  /// The things that it says one after the other; fewer than two where it says one.
  let parts: [String]

  /// Longer texts, in bytes of UTF-8, are notes and say none of it.
  static let longest = 600

  init(_ text: String, plan: Plan) {
    closing = FormHead.closingDay(in: text, year: plan.year)
    titledDay = FormHead.titledDay(in: text, year: plan.year)
    titledPeriod = FormHead.titledPeriod(in: text, year: plan.year)
    isUnread = FormHead.isUnread(text, year: plan.year)
    maySpeakOfPeriod = FormHead.maySpeakOfPeriod(text)
    measures = FormHead.measures(in: text)
    titledUnit = HeadUnits.unitOfTitle(text, plan)
    parts = HeadCells.parts(of: text, plan)
  }
}

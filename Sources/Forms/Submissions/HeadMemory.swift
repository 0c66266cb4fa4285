import PlanModel
import Synchronization

/// What the texts in the heads of forms say, for the forms of one plan.
///
/// Titles, days and notes are the same in all forms of a period: what each says by itself is worked out once. What a text
/// says depends on nothing that was read before it.
public final class HeadMemory: Sendable {
  private let sayings = Answers<Key, HeadSaying>()
  private let matches = Answers<HeaderWords, HeaderMatch>()
  private let wholePeriods = Answers<YearText, Period?>()
  private let mentions = Answers<Mention, Bool>()

  /// What was worked out, by what it was worked out of.
  private final class Answers<Wanted: Hashable & Sendable, Answer: Sendable>: Sendable {
    private let known = Mutex<[Wanted: Answer]>([:])

    /// So many are kept, and then none of them.
    private static var limit: Int { 4_096 }

    /// Returns the answer, worked out once for all that ask for it.
    func callAsFunction(_ wanted: Wanted, _ workOut: () -> Answer) -> Answer {
      if let known = known.withLock({ $0[wanted] }) { return known }
      let found = workOut()
      known.withLock { known in
        if known.count >= Self.limit { known.removeAll() }
        known[wanted] = found
      }
      return found
    }
  }

  public init() {}

  /// A text as it is written: two that only look the same may say different things.
  struct Key: Hashable {
    let text: String

    static func == (left: Key, right: Key) -> Bool { left.text.hasSameBytes(as: right.text) }

    func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
  }

  private struct Mention: Hashable {
    let text: Key
    let title: Key
    let period: Period
  }

  private struct YearText: Hashable {
    let text: Key
    let year: Int
  }

  /// Returns which of the words of a row are the heads of which columns.
  func match(_ words: HeaderWords) -> HeaderMatch { matches(words) { HeaderMatch(words) } }

  /// Returns the period that a text names and says nothing else.
  func period(whole text: String, year: Int) -> Period? {
    func period() -> Period? { PeriodText(whole: text, year: year)?.period }
    guard text.utf8.count <= HeadSaying.longest else { return period() }
    return wholePeriods(YearText(text: Key(text: text), year: year), period)
  }

  /// Returns what a text says.
  ///
  /// - Parameter plan: always the same.
  func saying(_ text: String, _ plan: Plan) -> HeadSaying {
    guard text.utf8.count <= HeadSaying.longest else { return HeadSaying(text, plan: plan) }
    return sayings(Key(text: text)) { HeadSaying(text, plan: plan) }
  }

  /// Returns true if a text speaks of another time than the form's.
  ///
  /// - Parameter title: the plan's, which may name other years.
  func isOfAnother(_ text: String, than period: Period, title: String) -> Bool {
    func isOfAnother() -> Bool { PeriodMention.isOfAnother(text.replacing(title, with: ""), than: period) }
    guard text.utf8.count <= HeadSaying.longest else { return isOfAnother() }
    return mentions(Mention(text: Key(text: text), title: Key(text: title), period: period), isOfAnother)
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

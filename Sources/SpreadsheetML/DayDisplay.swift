/// What a person sees of a day under a format.
///
/// | code | 2024-06-21 is shown as | what is said |
/// | --- | --- | --- |
/// | `yyyy-mm-dd`, `m"月"d"日"`, `yyyy/m/d h:mm`, `mmmm d, yyyy` | 2024-06-21, 6月21日, … | `asStored` |
/// | `yyyy"年"m"月"` | 2024年6月 | `month` |
/// | `yyyy"-06-30"`, `yyyy-dd-mm`, `"计划"m"月"d"日"`, `d`, `h:mm` | 2024-06-30, 2024-21-06, … | `other` |
public enum DayDisplay: Hashable, Sendable {
  /// The day, with or without its year, its time and its day of the week, and nothing that could be taken for another.
  case asStored
  /// The month alone, as text.
  case month(String)
  /// Something else; `nil` where it cannot be said what.
  case other(String?)
}

extension NumberFormat {
  /// Returns what a person sees of a day that is stored as `number`: of the section that the number falls under.
  /// - Source: ECMA-376 Part 1, 18.8.30 and 18.8.31.
  public func display(of day: CalendarDay, storedAs number: Double) -> DayDisplay {
    guard !sections.isEmpty, let place = self.section(for: number)?.place else { return .other(nil) }
    let section = sections[place]
    // The same day has another year, month and day there.
    guard !section.hasOtherCalendar else { return .other(nil) }
    let parts = DateParts(section)
    switch parts.order {
    case [.year, .month, .day], [.month, .day], [.month, .day, .year]: break
    case [.day, .month, .year] where parts.hasMonthName, [.day, .month] where parts.hasMonthName: break
    case [.year, .month] where parts.isPlain && !parts.hasTime, [.month] where parts.isPlain && !parts.hasTime:
      // Digits as characters say the same month.
      return section.picture(of: day, digitsAsCharacters: false).map { .month($0) } ?? .other(nil)
    default: return .other(section.picture(of: day))
    }
    return parts.isPlain ? .asStored : .other(section.picture(of: day))
  }
}

/// What of a day a section shows, in which order, and whether anything stands about it that could change it to the eye.
private struct DateParts {
  enum Part { case year, month, day, time, weekday }

  /// Of the day alone.
  var order: [Part] = []
  var hasMonthName = false
  var hasTime = false
  var isPlain = true
  private var last: Part?

  init(_ section: FormatSection) {
    let pieces = section.pieces
    for (place, piece) in pieces.enumerated() {
      switch piece {
      case .date(let letters): add(letters, isMinutes: Self.isMinutes(place, pieces))
      case .halfDay: note(.time)
      case .literal(let text):
        let isBeforeWeekday = place + 1 < pieces.count && Self.isWeekday(pieces[place + 1])
        if !isSilent(text, isFirst: place == 0, isBeforeWeekday: isBeforeWeekday) { isPlain = false }
      case .space, .point, .comma: continue
      // Of seconds, or nothing of a day's.
      case .digit("0") where hasTime: continue
      default: isPlain = false
      }
    }
  }

  /// Returns whether a text says nothing but what the part before it is: 年 behind a year, and no sign before all, which
  /// would make a remark or a negative number of a day.
  private func isSilent(_ text: String, isFirst: Bool, isBeforeWeekday: Bool) -> Bool {
    var rest = text.filter { !$0.isWhitespace }[...]
    if isFirst { return rest.isEmpty }
    if isBeforeWeekday, let word = ["星期", "周", "(周", "（周", "(星期", "（星期"].first(where: { rest.hasSuffix($0) }) {
      rest.removeLast(word.count)
    }
    let units: [String] =
      switch last {
      case .year: ["年"]
      case .month: ["月份", "月"]
      case .day: ["日", "号"]
      case .time: ["时", "点", "分", "秒"]
      case .weekday, nil: []
      }
    if let unit = units.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(unit.count) }
    return rest.allSatisfy { "-/.,，、－／．:：T()（）".contains($0) }
  }

  private mutating func note(_ part: Part) {
    last = part
    switch part {
    case .year, .month, .day: order.append(part)
    case .time: hasTime = true
    case .weekday: break
    }
  }

  private mutating func add(_ letters: String, isMinutes: Bool) {
    switch letters.first {
    case "y", "e": note(.year)
    case "m" where !isMinutes:
      note(.month)
      hasMonthName = letters.count > 2
    case "d" where letters.count < 3: note(.day)
    case "d", "a": note(.weekday)
    case "h", "s", "m": note(.time)
    default: isPlain = false
    }
  }

  private static func isWeekday(_ piece: FormatSection.Piece) -> Bool {
    if case .date(let letters) = piece { letters.first == "a" || letters.hasPrefix("ddd") } else { false }
  }

  /// Returns whether an `m` is of a time: behind hours, or before seconds.
  private static func isMinutes(_ place: Int, _ pieces: [FormatSection.Piece]) -> Bool {
    func letter(_ piece: FormatSection.Piece) -> Character? {
      switch piece {
      case .date(let letters): letters.first
      case .elapsed(let letters): letters.first
      default: nil
      }
    }
    guard letter(pieces[place]) == "m" else { return false }
    let before = pieces[..<place].reversed().lazy.compactMap { letter($0) }.first
    let after = pieces[(place + 1)...].lazy.compactMap { letter($0) }.first
    return before == "h" || after == "s"
  }
}

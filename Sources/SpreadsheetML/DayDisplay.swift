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
    guard kind == .date, !sections.isEmpty, let place = self.section(for: number)?.place else { return .other(nil) }
    let section = sections[place]
    let shown = section.picture(of: day)
    let parts = DateParts(section)
    switch parts.order {
    case [.year, .month, .day], [.month, .day], [.month, .day, .year]: break
    case [.day, .month, .year] where parts.hasMonthName, [.day, .month] where parts.hasMonthName: break
    case [.year, .month] where parts.isPlain && !parts.hasTime: return shown.map { .month($0) } ?? .other(nil)
    default: return .other(shown)
    }
    return parts.isPlain ? .asStored : .other(shown)
  }
}

/// What of a day a section shows, in which order, and whether anything stands about it that could change it to the eye.
private struct DateParts {
  enum Part { case year, month, day }

  var order: [Part] = []
  var hasMonthName = false
  var hasTime = false
  var isPlain = true

  /// What may stand between the parts of a day.
  private static let separators: Set<Character> = [
    "-", "/", ".", "年", "月", "日", "号", ",", "，", "、", " ", "\u{3000}", "T", ":", "（", "）", "(", ")", "－", "／", "．",
  ]

  init(_ section: FormatSection) {
    let pieces = section.pieces
    for (place, piece) in pieces.enumerated() {
      switch piece {
      case .date(let letters): add(letters, isMinutes: Self.isMinutes(place, pieces))
      case .halfDay: hasTime = true
      case .literal(let text): isPlain = isPlain && text.allSatisfy { Self.separators.contains($0) }
      case .space, .point, .comma: continue
      // Of seconds, or nothing of a day's.
      case .digit("0") where hasTime: continue
      default: isPlain = false
      }
    }
    // -06-21 is no day, nor is one in brackets: it may be taken for a negative one, or for a remark.
    if case .literal(let text)? = pieces.first, !text.allSatisfy(\.isWhitespace) { isPlain = false }
  }

  private mutating func add(_ letters: String, isMinutes: Bool) {
    switch letters.first {
    case "y", "e": order.append(.year)
    case "m" where !isMinutes:
      order.append(.month)
      hasMonthName = letters.count > 2
    case "d" where letters.count < 3: order.append(.day)
    case "d", "a": break
    case "h", "s", "m": hasTime = true
    default: isPlain = false
    }
  }

  /// Returns whether an `m` is of a time: behind hours, or before seconds.
  private static func isMinutes(_ place: Int, _ pieces: [FormatSection.Piece]) -> Bool {
    func letter(_ piece: FormatSection.Piece?) -> Character? {
      switch piece {
      case .date(let letters)?: letters.first
      case .elapsed(let letters)?: letters.first
      default: nil
      }
    }
    guard letter(pieces[place]) == "m" else { return false }
    let before = pieces[..<place].reversed().lazy.compactMap { letter($0) }.first
    let after = pieces[(place + 1)...].lazy.compactMap { letter($0) }.first
    return before == "h" || after == "s"
  }
}

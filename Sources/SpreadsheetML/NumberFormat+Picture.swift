extension NumberFormat {
  /// Returns what a date looks like under this format on a computer in mainland China: `1月31日`; `nil` where the format
  /// has times, days of the week, eras or names of months, or is no date's.
  /// - Source: ECMA-376 Part 1, 18.8.30 and 18.8.31.
  public func picture(of day: CalendarDay) -> String? {
    guard kind == .date else { return nil }
    // The date of the computer's own settings.
    if self == Self.builtin(id: 14) { return "\(day.year)/\(day.month)/\(day.day)" }
    return sections[0].picture(of: day)
  }

  /// Returns what a person sees of a text: the text itself, but for a section with `@` and words beside it, as in
  /// `@"万"`, and a fourth section without `@`, as in `0;-0;0;"—"`.
  public func picture(of text: String) -> String {
    aroundText?.joined(separator: text) ?? text
  }
}

extension FormatSection {
  /// Returns what a date looks like under the section; `nil` as for the format.
  ///
  /// - Parameter digitsAsCharacters: false for 2024年6月 where 二〇二四年六月 is seen.
  func picture(of day: CalendarDay, digitsAsCharacters: Bool = true) -> String? {
    guard !hasChineseDigits || !digitsAsCharacters, !hasOtherCalendar else { return nil }
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .date("yyyy"), .date("yyy"): text += String(day.year)
      case .date("yy"), .date("y"): text += Self.twoDigits(day.year % 100)
      case .date("m"): text += String(day.month)
      case .date("mm"): text += Self.twoDigits(day.month)
      case .date("d"): text += String(day.day)
      case .date("dd"): text += Self.twoDigits(day.day)
      case .point: text += "."
      case .comma: text += ","
      case .space: continue
      default: return nil
      }
    }
    return text
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

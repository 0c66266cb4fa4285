import PlanModel
import SpreadsheetML
import Validation

/// Understands what stands in a cell for a day: a milestone's completion, a recurring duty's day, the date of signing.
struct DateReader {
  let period: Period
  /// What a clerk should write, for messages.
  let example: String

  /// Words that say how far something is; they are kept as words.
  private static let states: Set<String> = ["推进中", "未启动", "未开展", "进行中", "未完成", "未印发", "筹备中"]

  func read(_ cell: FoundCell) -> Understood {
    switch cell.value {
    case nil: return cell.lacksResult ? .unreadable(.formulaError) : .blank
    case .date(let moment):
      // 2024.6 typed into a cell for days is stored as a day of 1905.
      if moment.day.year < 1950, let number = cell.rawNumber { return read(number: number) }
      return day(moment.day.year, moment.day.month, moment.day.day)
    case .number(let number): return read(number: number)
    case .string(let text): return read(text: text)
    case .error: return .unreadable(.formulaError)
    case .boolean, .time, .duration: return .unreadable(.notDate, expected: example)
    }
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> Understood {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      return .unreadable(.notDate, expected: example)
    }
    return Understood(figure: .date(date, precision: .day))
  }

  /// A number in a column for dates: a serial day that lost its format, `20240630`, or `2024.6`.
  private func read(number: Double) -> Understood {
    if (40_000...60_000).contains(number), case .date(let moment) = SerialDate(number).dateValue {
      return normalized(
        day(moment.day.year, moment.day.month, moment.day.day), from: FixedDecimal(shortest: number)?.shortest ?? "")
    }
    guard let text = FixedDecimal(shortest: number)?.shortest else { return .unreadable(.notDate, expected: example) }
    var result = read(text: text)
    // 2024.1 may have been 2024.10 before a spreadsheet took it for a number.
    if text.hasSuffix(".1"), case .date(let date, _) = result.figure {
      result.remarks = [.init(rule: .ambiguousNumber, value: date.description)]
    }
    return result
  }

  private func read(text: String) -> Understood {
    var clean = CellTextCleaner.halfWidth(text)
    while clean.last == "。" || clean.last == ";" || clean.last == "," { clean.removeLast() }
    if clean.isEmpty { return .blank }
    if ["—", "/", "-", "——", "不适用"].contains(clean) { return Understood(figure: .notApplicable) }
    if Self.states.contains(clean) { return Understood(figure: .text(clean)) }
    guard let (date, precision) = date(clean) else { return .unreadable(.notDate, expected: example) }
    var result = normalized(
      Understood(figure: .date(date, precision: precision)), from: text, as: .textDateConverted)
    if clean == date.description { result.remarks = [] }
    return result
  }

  private func normalized(
    _ understood: Understood, from text: String, as rule: BuiltInRule = .normalized
  ) -> Understood {
    guard case .date(let date, _) = understood.figure else { return understood }
    var result = understood
    result.log("text-date", from: text, to: date.description)
    result.remarks.append(.init(rule: rule, value: date.description))
    return result
  }

  /// `2024年一季度`, `第二季度`, `上半年`, `年底`: the last day of it, in the form's own year if none is named.
  private func span(_ text: String) -> (CivilDate, Figure.DatePrecision)? {
    var rest = text[...]
    var year = period.year
    if let mark = rest.firstIndex(of: "年"), let named = Int(rest[..<mark]), named > 1_900 {
      (year, rest) = (named, rest[rest.index(after: mark)...])
    }
    if rest.hasPrefix("第") { rest.removeFirst() }
    let spans: [String: (month: Int, precision: Figure.DatePrecision)] = [
      "一季度": (3, .quarter), "1季度": (3, .quarter), "二季度": (6, .quarter), "2季度": (6, .quarter), "上半年": (6, .quarter),
      "三季度": (9, .quarter), "3季度": (9, .quarter), "四季度": (12, .quarter), "4季度": (12, .quarter), "年底": (12, .year),
      "年末": (12, .year), "底": (12, .year), "末": (12, .year),
    ]
    guard let span = spans[String(rest)] else { return nil }
    // 底 and 末 alone say nothing without a year before them.
    if rest.count == 1, rest.startIndex == text.startIndex { return nil }
    return CivilDate(year: year, month: span.month, day: 1).map { ($0.endOfMonth, span.precision) }
  }

  /// `2024.6.30`, `2024/6/30`, `2024年6月30日`, `20240630`, `24.6.30`, `6月30日`, `2024年6月`.
  private func date(_ text: String) -> (CivilDate, Figure.DatePrecision)? {
    if text.count == 8, let number = Int(text) {
      return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100).map { ($0, .day) }
    }
    if let span = span(text) { return span }
    // 6月底 is the month's last day, as 6月 alone is.
    let text = text.hasSuffix("月底") || text.hasSuffix("月末") || text.hasSuffix("月份") ? String(text.dropLast()) : text
    let numbers = text.split { "./-年月日 ".contains($0) }.map { Int($0) }
    guard numbers.allSatisfy({ $0 != nil }), text.allSatisfy({ $0.isNumber || "./-年月日 ".contains($0) }) else {
      return nil
    }
    let parts = numbers.compactMap(\.self)
    switch parts.count {
    case 3:
      let year = parts[0] < 100 ? 2000 + parts[0] : parts[0]
      return CivilDate(year: year, month: parts[1], day: parts[2]).map { ($0, .day) }
    case 2 where parts[0] > 1900:
      return CivilDate(year: parts[0], month: parts[1], day: 1).map { ($0.endOfMonth, .month) }
    case 2 where text.contains("月"):
      return CivilDate(year: period.year, month: parts[0], day: parts[1]).map { ($0, .day) }
    case 1 where text.hasSuffix("月"):
      return CivilDate(year: period.year, month: parts[0], day: 1).map { ($0.endOfMonth, .month) }
    default: return nil
    }
  }
}

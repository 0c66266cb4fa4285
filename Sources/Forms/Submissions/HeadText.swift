import PlanModel

/// The head of a column, taken apart: its words, and what stands in brackets behind them.
///
/// Brackets belong to the head: 累计完成（上月） is another column than 累计完成. What they hold is without weight only where it says
/// what holds anyway: the form's own period, or a unit of measure.
struct HeadText: Hashable {
  /// The head as it is compared, brackets and all.
  let full: String
  /// The head without its brackets.
  let base: String
  /// What the brackets hold, outermost only.
  let brackets: [String]

  init(_ text: String) {
    // Most heads and names are words and nothing else.
    if text.isBare {
      (full, base, brackets) = (text, text, [])
      return
    }
    var full = String.UnicodeScalarView()
    var base = String.UnicodeScalarView()
    var inside = String.UnicodeScalarView()
    var brackets: [String] = []
    var depth = 0
    for scalar in CellTextCleaner.halfWidth(text).unicodeScalars {
      switch scalar {
      case ":", "*", "'", "\"", "“", "”", "、", ",", ".": continue
      case _ where scalar.isSpace: continue
      case "(", "[", "【", "〔":
        full.append("(")
        depth += 1
      case ")", "]", "】", "〕":
        full.append(")")
        if depth == 1 {
          brackets.append(String(inside))
          inside = .init()
        }
        depth = max(0, depth - 1)
      default:
        full.append(scalar)
        if depth == 0 { base.append(scalar) } else { inside.append(scalar) }
      }
    }
    self.full = NameKey.withoutRadicals(String(full))
    self.base = NameKey.withoutRadicals(String(base))
    self.brackets = brackets
  }

  /// Returns an indicator's name as it is compared: with its brackets, unless they name a unit of measure or the form's
  /// own period.
  static func nameKey(_ text: String, period: Period?) -> String {
    let head = HeadText(text)
    return head.isNeutral(.indicator, period: period) ? head.base : head.full
  }

  /// The unit of measure that the brackets name: 万元, 单位:元; `nil` where they name none.
  var measure: String? { brackets.compactMap(Self.measure).first }

  static func measure(_ text: String) -> String? {
    let word =
      ["计量单位", "金额单位", "单位"].first { text.hasPrefix($0) }.map {
        String(text.dropFirst($0.count).drop { $0 == ":" })
      } ?? text
    return MeasureFamily.known.contains(word) ? word : nil
  }

  /// Returns true for words that say nothing but the column's own: 1-7月累计完成 and 本年累计完成 for 累计完成, 本月完成 for 本期完成.
  func isReworded(_ column: FormColumn, period: Period?) -> Bool {
    let ending: String
    switch column {
    case .cumulative: ending = FormColumn.cumulative.chinese
    case .current: ending = "完成"
    case .previous:
      return isNeutral(column, period: period)
        && ["上期累计完成", "上期末累计", "上期累计数", "上月累计", "上月累计完成", "上月末累计", "截至上月累计", "截至上期累计"].contains(base)
    default: return false
    }
    let words = Self.endings.first { base.hasSuffix(ending + $0) }.map { base.dropLast($0.count) } ?? base[...]
    guard let period, words.hasSuffix(ending), isNeutral(column, period: period) else { return false }
    let beginning = String(words.dropLast(ending.count))
    return Self.says(nothingBut: period, beginning, column)
      || column == .cumulative && ["\(period.year)年", "\(period.year)年度"].contains(beginning)
      || Self.beginnings(column, period.kind).contains(beginning)
  }

  /// What may stand behind the words of a head and changes nothing.
  static let endings = ["情况", "数", "数量", "数额", "值", "量", "额"]

  /// Words that make other figures of those that are asked for.
  private static let others = ["上年", "去年", "同期", "计划", "预计", "其中", "应完成", "未完成"]

  /// Returns true for a text above or below a head that makes another column of it.
  func isOfSomethingElse(period: Period?) -> Bool {
    if Self.others.contains(where: { full.includes($0) }) { return true }
    guard let period, let named = PeriodText(whole: full, year: period.year)?.period else { return false }
    return named.year != period.year || named.lastMonth != period.lastMonth
  }

  private static func beginnings(_ column: FormColumn, _ kind: Period.Kind) -> Set<String> {
    switch (column, kind) {
    case (.cumulative, _): ["本年", "本年度", "今年", "今年以来", "本年以来", "年初至今", "年初以来", "自年初", "自年初以来", "实际"]
    case (.current, .month): ["本月", "当月", "本月份", "当期"]
    case (.current, .quarter): ["本季", "本季度", "当季", "当期"]
    case (.current, _): ["当期"]
    default: []
    }
  }

  /// Words in brackets that say of a column what its head says.
  private static let plain: [FormColumn: Set<String>] = [
    .current: ["必填", "本月", "本期", "当月", "当期", "本季", "本季度"],
    .cumulative: ["必填", "累计", "年初至今", "本年累计", "年初以来", "本年", "本年度", "今年", "今年以来"],
  ]

  /// Returns true if no bracket makes another column of it.
  func isNeutral(_ column: FormColumn, period: Period?) -> Bool {
    brackets.allSatisfy { inside in
      if inside.isEmpty || Self.measure(inside) != nil { return true }
      if Self.plain[column]?.contains(inside) == true { return true }
      if column == .cumulative, let period, ["\(period.year)年", "\(period.year)年度"].contains(inside) { return true }
      return period.map { Self.says(nothingBut: $0, inside, column) } ?? false
    }
  }

  /// Returns true if the words name the form's own period: 截至6月底, or 1—6月 of what has been done since January.
  private static func says(nothingBut period: Period, _ text: String, _ column: FormColumn) -> Bool {
    guard let named = PeriodText(whole: text, year: period.year) else { return false }
    // What was done until a day is no month's own.
    if column == .current, text.contains(where: { "截底末日号".contains($0) }) { return false }
    let isUntil = named.isUntil && !text.hasPrefix("截至") && !text.hasPrefix("截止")
    return named.period.year == period.year && named.period.lastMonth == period.lastMonth
      && (named.period.kind == period.kind || named.isUntil) && !(isUntil && column == .current)
  }
}

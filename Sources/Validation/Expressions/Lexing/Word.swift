/// A word of the language; each has a Chinese and an English spelling, and they may be mixed.
enum Word: Hashable, Sendable {
  enum Keyword: Hashable, Sendable {
    case `if`, then, `else`, and, or, not, within, `is`, isNot, `in`, notIn
    case parts, list
  }

  enum Function: Hashable, Sendable {
    case absolute, least, greatest, round, sum, count, contains, explained, noted
  }

  case keyword(Keyword)
  case state(FigureState)
  case subject(Reference.Subject)
  case column(Reference.Column)
  case function(Function)
}

extension Word {
  /// The first two spellings of each are those of the reference; more are those of the head of a form.
  static let spellings: [(word: Word, spellings: [String])] = [
    (.keyword(.if), ["如果", "if"]), (.keyword(.then), ["则", "then"]), (.keyword(.else), ["否则", "else"]),
    (.keyword(.and), ["且", "and"]), (.keyword(.or), ["或", "or"]), (.keyword(.not), ["非", "not"]),
    (.keyword(.within), ["误差", "within"]), (.keyword(.is), ["是", "is"]), (.keyword(.isNot), ["不是"]),
    (.keyword(.in), ["属于", "in"]), (.keyword(.notIn), ["不属于"]),
    (.keyword(.parts), ["分项", "parts"]), (.keyword(.list), ["清单", "list"]),
    (.state(.blank), ["空白", "blank"]), (.state(.zero), ["零", "zero"]), (.state(.nil), ["无", "nil"]),
    (.state(.dash), ["不适用", "dash"]), (.state(.number), ["数字", "number"]), (.state(.text), ["文字", "text"]),
    (.state(.date), ["日期", "date"]),
    (.subject(.last), ["上期", "last"]), (.subject(.lastYear), ["去年同期", "lastYear"]),
    (.subject(.numerator), ["分子", "numerator"]), (.subject(.denominator), ["分母", "denominator"]),
    (.subject(.total), ["总项", "total"]),
    (.column(.current), ["本期", "current", "本期完成"]), (.column(.cumulative), ["累计", "cumulative", "累计完成"]),
    (.column(.previous), ["上期累计", "previous"]), (.column(.entry), ["填报值", "entry"]),
    (.column(.target), ["目标", "target", "目标值", "全市目标值"]),
    (.column(.allocation), ["分解数", "allocation", "本单位分解数"]), (.column(.goal), ["应完成", "goal"]),
    (.column(.pace), ["序时进度", "pace"]), (.column(.rate), ["完成率", "rate"]), (.column(.gap), ["差值", "gap"]),
    (.column(.progress), ["进展情况", "progress"]), (.column(.problems), ["存在问题", "problems"]),
    (.column(.nextSteps), ["下一步措施", "measures"]), (.column(.explanation), ["核实说明", "explanation"]),
    (.column(.periodStart), ["期初", "periodStart"]), (.column(.periodEnd), ["期末", "periodEnd"]),
    (.column(.deadline), ["完成期限", "deadline"]), (.column(.preparer), ["填报人", "preparer"]),
    (.column(.reviewer), ["审核人", "reviewer"]), (.column(.phone), ["联系电话", "phone"]),
    (.column(.signedOn), ["填报日期", "signedOn"]),
    (.function(.absolute), ["绝对值", "abs"]), (.function(.least), ["最小", "min"]),
    (.function(.greatest), ["最大", "max"]), (.function(.round), ["四舍五入", "round"]),
    (.function(.sum), ["合计", "sum"]), (.function(.count), ["计数", "count"]),
    (.function(.contains), ["含", "contains"]), (.function(.explained), ["已说明", "explained"]),
    (.function(.noted), ["读表发现", "noted"]),
  ]

  static let bySpelling = Dictionary(
    uniqueKeysWithValues: spellings.flatMap { entry in entry.spellings.map { ($0, entry.word) } })

  static let longest = bySpelling.keys.map(\.unicodeScalars.count).max() ?? 0
}

extension Reference.Subject {
  /// The Chinese and the English word, or the code in brackets; empty for the own row.
  var words: (chinese: String, english: String) {
    if case .indicator(let code) = self { return ("[\(code)]", "[\(code)]") }
    return Word.subject(self).reference
  }
}

extension Reference.Column {
  /// The Chinese and the English word.
  public var words: (chinese: String, english: String) { Word.column(self).reference }
}

extension Word {
  /// The Chinese and the English spelling; empty for the own row, which has no word.
  var reference: (chinese: String, english: String) {
    guard let entry = Self.spellings.first(where: { $0.word == self }) else { return ("", "") }
    return (entry.spellings[0], entry.spellings[entry.spellings.count > 1 ? 1 : 0])
  }
}

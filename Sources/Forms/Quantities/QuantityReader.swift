import PlanModel

/// Goes once through a cleaned text by the grammar.
struct QuantityReader {
  private let grammar: QuantityGrammar
  private var scanner: QuantityScanner
  /// How far any attempt came.
  private var furthest = 0

  init(_ text: String, _ grammar: QuantityGrammar) {
    self.grammar = grammar
    scanner = QuantityScanner(text)
  }

  mutating func read() -> QuantityReading {
    if let reading = trailingMinus() ?? single() { return reading }
    let stopped = furthest
    scanner.move(to: 0)
    if isRange() { return .range }
    // A text that ends too early is wrong from its beginning.
    return .unfit(Character(scanner.scalars[stopped < scanner.scalars.count ? stopped : 0]))
  }

  /// Reads 5-, as some accounting programs write it: digits alone, and a minus directly behind them.
  private mutating func trailingMinus() -> QuantityReading? {
    defer { scanner.move(to: 0) }
    guard scanner.next?.isDigit == true, var amount = digits(), amount.power == 0, scanner.next == "-" else {
      return nil
    }
    scanner.advance(by: 1)
    guard scanner.isAtEnd else { return nil }
    (amount.isNegative, amount.isMarkedNegative) = (true, true)
    return understand(amount, isInWords: false, isApproximate: false)
  }

  /// Reads the whole text as one quantity.
  private mutating func single() -> QuantityReading? {
    let isInWords = skipAffirmation()
    var isApproximate = skipAbout()
    guard let amount = bracketed() ?? amount() else { return stop() }
    scanner.skipSpaces()
    if scanner.take(Words.atEnd) != nil { isApproximate = true }
    return scanner.isAtEnd ? understand(amount, isInWords: isInWords, isApproximate: isApproximate) : stop()
  }

  private mutating func stop() -> QuantityReading? {
    furthest = max(furthest, scanner.position)
    return nil
  }

  private func understand(_ amount: QuantityAmount, isInWords: Bool, isApproximate: Bool) -> QuantityReading {
    if amount.isPair { return .range }
    func signed(_ value: FixedDecimal) -> FixedDecimal { amount.isNegative ? value.negated : value }
    var meant: [FixedDecimal] = []
    for number in [amount.value] + amount.others + [amount.mayBeThousands].compactMap(\.self) {
      guard let values = grammar.values(number, amount.measure, power: amount.power) else {
        return .foreignMeasure(
          amount.written ?? (amount.measure.isEmpty ? grammar.bareMeasure ?? "" : amount.measure))
      }
      meant += values
    }
    // 3千 in a column for 万元 is so many of them, or so many yuan.
    if amount.isShort, amount.measure.isEmpty, let yuan = grammar.inYuan(amount.value) { meant.append(yuan) }
    if amount.hasInnerMultiplier, amount.measure.isEmpty {
      if let other = grammar.otherMeaning(ofNumber: amount.value) {
        meant.append(other)
      } else if grammar.bareIsMoney {
        return .foreignMeasure(grammar.bareMeasure ?? "")
      }
    }
    var values: [FixedDecimal] = []
    for value in meant.map({ signed($0.normalized) }) where !values.contains(value) { values.append(value) }
    guard values.allSatisfy({ $0.magnitude < QuantityGrammar.limit }) else {
      return .unfit(Character(scanner.scalars[0]))
    }
    let value = values[0]
    if grammar.isRate, amount.measure.isEmpty, value.magnitude <= 1, !value.isZero,
      let hundredfold = try? value.multiplied(by: .hundred)
    {
      if value.magnitude < 1 { return .bareFraction(hundredfold.normalized) }
      if !values.contains(hundredfold.normalized) { values.append(hundredfold.normalized) }
    }
    if values.count > 1 { return .ambiguous(values) }
    return .quantity(
      Quantity(
        value: value, isApproximate: isApproximate || amount.isApproximate, isInWords: isInWords,
        isMarkedNegative: amount.isMarkedNegative))
  }

  // MARK: Parts

  private enum Words {
    static let sums = list(["共计", "合计", "共"])
    static let cumulative = list(["累计"])
    static let done = list(["已完成", "完成", "实有", "达到", "达"])
    static let about = list(["大约", "约", "将近", "近", "超过", "超", "逾"])
    static let atNumber = list(["余", "多"])
    static let atEnd = list(["左右", "上下", "以上"])
    static let between = list(["——", "-", "—", "~", "至", "到", "或", "、", ","])
    static let negative = list(["负", "△", "▲", "—"])
    /// What a quantity may begin with beside a number.
    static let beginnings = Set((sums + cumulative + done + about + negative + [["-"], ["("]]).compactMap(\.first))

    private static func list(_ words: [String]) -> [[Unicode.Scalar]] { words.map { Array($0.unicodeScalars) } }
  }

  /// Returns true if a quantity may begin with the scalar.
  static func mayBegin(with scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || ChineseNumeral.isNumeral(scalar) || Words.beginnings.contains(scalar) || scalar == " "
      || scalar == "\n"
  }

  private mutating func skipAffirmation() -> Bool {
    let sum = scanner.take(Words.sums) ?? (grammar.takesCumulative ? scanner.take(Words.cumulative) : nil)
    if sum != nil { scanner.skipSpaces() }
    let done = scanner.take(Words.done)
    if done != nil { scanner.skipSpaces() }
    return sum != nil || done != nil
  }

  private mutating func skipAbout() -> Bool {
    guard scanner.take(Words.about) != nil else { return false }
    scanner.skipSpaces()
    return true
  }

  /// Reads a negative number in brackets: (5), (5个), (5)个. （一） is the first of a list.
  private mutating func bracketed() -> QuantityAmount? {
    guard scanner.position == 0, scanner.next == "(" else { return nil }
    scanner.advance(by: 1)
    guard scanner.next?.isDigit == true, var amount = digits() else { return backToStart() }
    takeMeasure(&amount)
    guard scanner.next == ")" else { return backToStart() }
    scanner.advance(by: 1)
    if amount.measure.isEmpty { takeMeasure(&amount) }
    (amount.isNegative, amount.isMarkedNegative) = (true, true)
    return amount
  }

  private mutating func backToStart() -> QuantityAmount? {
    _ = stop()
    scanner.move(to: 0)
    return nil
  }

  private mutating func amount() -> QuantityAmount? {
    var isNegative = false
    var isMarked = false
    if scanner.next == "-" {
      scanner.advance(by: 1)
      isNegative = true
    } else if scanner.take(Words.negative) != nil {
      (isNegative, isMarked) = (true, true)
    }
    guard var amount = percentage() ?? unsigned() else {
      _ = stop()
      return nil
    }
    (amount.isNegative, amount.isMarkedNegative) = (isNegative, isMarked)
    if amount.measure.isEmpty {
      let behind = scanner.position
      scanner.skipSpaces()
      if scanner.take(Words.atNumber) != nil { amount.isApproximate = true } else { scanner.move(to: behind) }
      takeMeasure(&amount)
    }
    return amount
  }

  /// Reads a percentage in words: 百分之六十五, 百分之65.
  private mutating func percentage() -> QuantityAmount? {
    let start = scanner.position
    guard scanner.take([Array("百分之".unicodeScalars)]) != nil else { return nil }
    guard var amount = unsigned() else {
      _ = stop()
      scanner.move(to: start)
      return nil
    }
    (amount.measure, amount.written) = ("%", "百分之")
    return amount
  }

  // MARK: Numbers

  private mutating func unsigned() -> QuantityAmount? {
    guard let next = scanner.next else { return nil }
    return next.isDigit ? digits() : chinese()
  }

  /// Reads `1780`, `1,780.5`, `1 780`, also with 百 or 千 behind it: 3百, 5千.
  private mutating func digits() -> QuantityAmount? {
    let whole = scanner.run(\.isDigit)
    let grouped = groups(behind: whole)
    let isZeroLed = scanner.next == "0" && whole > 1
    guard whole <= 15, !isZeroLed else { return nil }
    var end = grouped ?? whole
    var places = 0
    if scanner.scalar(at: end) == ".", scanner.scalar(at: end + 1)?.isDigit == true {
      places = scanner.run(from: end + 1, \.isDigit)
      end += 1 + places
    }
    var text = String.UnicodeScalarView()
    for offset in 0..<end {
      if let scalar = scanner.scalar(at: offset), scalar.isDigit || scalar == "." { text.append(scalar) }
    }
    guard places <= 12, let value = FixedDecimal(String(text)) else { return nil }
    var amount = QuantityAmount(value: value)
    // The point may have been meant to part thousands.
    if grouped == nil, places == 3, whole <= 3, scanner.next != "0", let thousands = value.timesPowerOfTen(3) {
      if scanner.scalar(at: end - 1) == "0" {
        amount.others = [thousands.normalized]
      } else if grammar.countsWhole {
        amount.mayBeThousands = thousands.normalized
      }
    }
    scanner.advance(by: end)
    if let power = power() { amount.multiply(byPowerOfTen: power) }
    return amount
  }

  /// Returns the length of a number whose digits are parted in threes, all by a comma or all by a space; `nil` where
  /// they are not.
  private func groups(behind whole: Int) -> Int? {
    guard (1...3).contains(whole), scanner.next != "0", let mark = scanner.scalar(at: whole), mark == "," || mark == " "
    else { return nil }
    var end = whole
    while scanner.scalar(at: end) == mark, scanner.run(from: end + 1, \.isDigit) == 3 { end += 4 }
    return end > whole ? end : nil
  }

  /// Takes 百 or 千 behind digits and returns its power of ten; takes neither where it begins a unit of measure, as in
  /// 千米.
  private mutating func power() -> Int? {
    guard let next = scanner.next, let power = ["百": 2, "千": 3][next],
      !(own + Measures.known + Measures.foreign).contains(where: { $0.first == next && scanner.isAt($0) })
    else { return nil }
    scanner.advance(by: 1)
    return power
  }

  /// The column's own unit of measure, if it has one.
  private var own: [[Unicode.Scalar]] { grammar.measure.isEmpty ? [] : [Array(grammar.measure.unicodeScalars)] }

  private mutating func chinese() -> QuantityAmount? {
    var length = scanner.run { ChineseNumeral.isNumeral($0) }
    guard length > 0 else { return nil }
    // 三万: the number is 三, and 万 belongs to its unit of measure. 六亿八千万 is all number.
    if length > 1, let last = scanner.scalar(at: length - 1), last == "万" || last == "亿",
      scanner.run({ ChineseNumeral.isNumeral($0) && $0 != "万" && $0 != "亿" }) == length - 1
    {
      length -= 1
    }
    let run = scanner.scalars[scanner.position..<scanner.position + length]
    // 零 with something behind it is a word more often than a number: 零件.
    if length == 1, run.first == "零" || run.first == "〇" { return nil }
    switch ChineseNumeral.read(run) {
    case .number(let value):
      scanner.advance(by: length)
      var amount = QuantityAmount(
        value: FixedDecimal(value), hasInnerMultiplier: run.contains("万") || run.contains("亿"))
      amount.power = ["百": 2, "千": 3][run.last ?? "一"] ?? 0
      return amount
    case .ambiguous(let low, let high):
      scanner.advance(by: length)
      return QuantityAmount(
        value: FixedDecimal(low), others: [FixedDecimal(high)],
        hasInnerMultiplier: run.contains("万") || run.contains("亿"))
    case .range:
      scanner.advance(by: length)
      return QuantityAmount(value: 0, isPair: true)
    case .none(let prefix):
      scanner.advance(by: prefix)
      return nil
    }
  }

  // MARK: Units of measure

  private enum Measures {
    /// Units that are nobody's here; they are named for what they are.
    static let foreign = [
      "平方公里", "平方米", "华里", "英里", "海里", "美元", "美金", "港元", "港币", "欧元", "日元", "英镑", "公斤", "千克", "克", "斤", "里",
      "kg", "m2", "㎡", "M", "W", "w", "K", "k", "‰",
    ].map { Array($0.unicodeScalars) }
    static let known = MeasureFamily.known.map { Array($0.unicodeScalars) }
    static let tenth = [Array("成".unicodeScalars)]
  }

  /// Takes a unit of measure behind a number, spaces before it; where none stands, nothing is taken.
  private mutating func takeMeasure(_ amount: inout QuantityAmount) {
    let start = scanner.position
    scanner.skipSpaces()
    if !amount.isApproximate, scanner.take(Measures.tenth) != nil {
      if !takeTenths(&amount) { scanner.move(to: start) }
      return
    }
    if !takeBracketed(&amount), !takeWord(&amount) { scanner.move(to: start) }
    // 1.234万户 has its decimals from 万.
    if amount.measure.unicodeScalars.first.map({ $0 == "万" || $0 == "亿" }) == true { amount.mayBeThousands = nil }
  }

  private mutating func takeWord(_ amount: inout QuantityAmount) -> Bool {
    guard let word = longest(own + multipliedOwn + Measures.known + Measures.foreign) else { return false }
    amount.measure = text(word)
    if word.count == 1, isMultiplier(word) { takeCounted(&amount, behind: word) }
    return true
  }

  /// Takes a unit of measure, and nothing else, between brackets: 214（户）. 万 and 亿 alone say too little there.
  private mutating func takeBracketed(_ amount: inout QuantityAmount) -> Bool {
    let start = scanner.position
    guard scanner.next == "(" else { return false }
    scanner.advance(by: 1)
    var inside = amount
    if takeWord(&inside), inside.measure != "万", inside.measure != "亿", scanner.next == ")" {
      scanner.advance(by: 1)
      amount = inside
      return true
    }
    _ = stop()
    scanner.move(to: start)
    return false
  }

  /// Takes the unit before which 万 alone may stand, 余 or 多 between them: 1.2万场, 3512万美元, 三万余户.
  private mutating func takeCounted(_ amount: inout QuantityAmount, behind multiplier: [Unicode.Scalar]) {
    let start = scanner.position
    let isMore = !amount.isApproximate && scanner.take(Words.atNumber) != nil
    let units = (own + Measures.known).filter { !isMultiplier($0) && $0 != ["%"] } + Measures.foreign
    let counted = longest(units)
    if let counted {
      amount.measure = text(multiplier + counted)
      amount.written = text(Array(scanner.scalars[start - multiplier.count..<scanner.position]))
    }
    if isMore { amount.isApproximate = true }
  }

  /// The column's own unit with 万 or 亿 before it, where it may have one.
  private var multipliedOwn: [[Unicode.Scalar]] {
    own.filter { !isMultiplier($0) && $0 != ["%"] }.flatMap { [["万"] + $0, ["亿"] + $0] }
  }

  private func isMultiplier(_ word: [Unicode.Scalar]) -> Bool { word.first == "万" || word.first == "亿" }

  private mutating func longest(_ words: [[Unicode.Scalar]]) -> [Unicode.Scalar]? {
    guard let word = words.filter({ scanner.isAt($0) }).max(by: { $0.count < $1.count }) else { return nil }
    scanner.advance(by: word.count)
    return word
  }

  private func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Takes tenths: 八成 is 80 %, 六成五 is 65 %; returns false where the number is no tenths.
  private mutating func takeTenths(_ amount: inout QuantityAmount) -> Bool {
    guard amount.others.isEmpty, !amount.hasInnerMultiplier, amount.value <= 10,
      let tenfold = try? amount.value.multiplied(by: 10)
    else { return false }
    let isWhole = amount.value.isInteger
    (amount.value, amount.mayBeThousands) = (tenfold.normalized, nil)
    if let digit = scanner.next.flatMap(ChineseNumeral.digit) {
      guard isWhole, tenfold < 100, let sum = try? amount.value.adding(FixedDecimal(digit)) else { return false }
      scanner.advance(by: 1)
      amount.value = sum
    }
    (amount.measure, amount.written) = ("%", "成")
    return true
  }

  // MARK: Several numbers

  /// Returns true for two numbers and more with a mark or word between them.
  private mutating func isRange() -> Bool {
    _ = skipAffirmation()
    _ = skipAbout()
    guard amount() != nil else { return false }
    var count = 1
    while true {
      scanner.skipSpaces()
      if scanner.take(Words.atEnd) != nil { scanner.skipSpaces() }
      if scanner.isAtEnd { return count > 1 }
      guard scanner.take(Words.between) != nil else { return false }
      scanner.skipSpaces()
      guard amount() != nil else { return false }
      count += 1
    }
  }
}

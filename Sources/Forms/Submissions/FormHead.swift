import PlanModel
import SpreadsheetML

/// What the head of a sheet says of the form on it: whose it is, up to which day, in what money is counted.
///
/// It may say the same more than once; where it says two things, nobody knows which is meant.
struct FormHead: Hashable {
  /// Something that a cell of the head says.
  struct Statement<Value: Hashable>: Hashable {
    let value: Value
    let cell: SourceCell
  }

  let units: HeadUnits
  /// The days in 截至2024年6月30日.
  let days: [Statement<CivilDate>]
  /// Days that stand alone, and may be of something else.
  let otherDays: [Statement<CivilDate>]
  /// The last days of the periods that titles name: 进展情况填报表（6月）.
  let titles: [Statement<CivilDate>]
  /// Cells that speak of a period and cannot be read: 截至2024年13月31日, （6月上旬）.
  let unread: [SourceCell]
  /// Texts that may speak of a period: titles, lines with 截至, short remarks; not the line of the unit.
  private let texts: [SourceCell]
  /// Cells that are struck out, or hold text that is.
  let struck: [SourceCell]
  /// What 金额单位：元 says, and 长度单位：米.
  let measures: [Measure]

  struct Measure: Hashable {
    let measure: String
    let cell: SourceCell
  }

  /// The last day of the form's period, by 截至 or else by the title.
  var day: CivilDate? { (days + otherDays + titles).first?.value }

  /// Returns the cell that says the day, by 截至 or in a title.
  func cell(saying day: CivilDate) -> SourceCell? { (days + otherDays + titles).first { $0.value == day }?.cell }

  /// The periods of a quarter, a half or a year that titles name.
  let titledPeriods: [Period]

  /// - Parameters:
  ///   - row: of the table's header; `nil` for a sheet without one.
  ///   - plan: names the units, and the year of days that name none.
  init(_ sheet: SourceSheet, above row: Int?, plan: Plan, _ memory: HeadMemory) {
    let head = HeadCells(sheet, above: row, plan: plan, memory)
    struck = head.all.filter { !$0.struck.isEmpty }
    units = HeadUnits(head, plan: plan, memory)
    let cells = head.asSeen.map { (cell: $0, saying: memory.saying($0.text, plan)) }
    let found = cells.compactMap { cell, saying -> (isLabelled: Bool, statement: Statement<CivilDate>)? in
      // 4190.4 is a figure, and no April.
      if case .number? = cell.value { return nil }
      return saying.closing.map { (isLabelled: $0.isLabelled, statement: Statement(value: $0.day, cell: cell)) }
    }
    days = found.filter(\.isLabelled).map(\.statement)
    otherDays = found.filter { !$0.isLabelled }.map(\.statement)
    let dated = Set(found.map(\.statement.cell))
    let undated = cells.filter { !dated.contains($0.cell) }
    titles = undated.compactMap { cell, saying in saying.titledDay.map { Statement(value: $0, cell: cell) } }
    titledPeriods = cells.compactMap(\.saying.titledPeriod)
    unread = undated.filter(\.saying.isUnread).map(\.cell)
    let named = Set(units.named.map(\.cell))
    texts = head.all.filter { cell in
      guard case .string(let text)? = cell.value, !named.contains(cell) else { return false }
      // What is merged down into the header is a head of the table.
      if let row, sheet.merged.range(holding: cell.reference)?.rows.contains(row) == true { return false }
      return memory.saying(text, plan).maySpeakOfPeriod
    }
    measures = cells.flatMap { cell, saying in saying.measures.map { Measure(measure: $0, cell: cell) } }
  }

  /// Returns true for a text that may speak of a period: a title, a line with 截至, a short remark; not for a line that is
  /// signed.
  static func maySpeakOfPeriod(_ text: String) -> Bool {
    guard text.utf8.count <= 300 else { return false }
    let words = HeadText(text).full
    guard !signing.contains(where: { words.hasPrefix($0) }) else { return false }
    return text.count <= 20 || text.includes("截") || titleWords.contains { text.includes($0) }
  }

  /// Returns the cells that speak of another time than the form's, or cannot be read.
  ///
  /// - Parameter title: the plan's, which may name other years.
  func disputed(_ period: Period, title: String, _ memory: HeadMemory) -> [SourceCell] {
    let others = texts.filter { memory.isOfAnother($0.text, than: period, title: title) }
    return others + unread.filter { !others.contains($0) }
  }

  /// Returns the cells that say whose the form is, that it goes up to its own last day, or in what it is counted.
  func understood(_ period: Period) -> Set<SourceCell> {
    Set(units.named.map(\.cell) + measures.map(\.cell))
      .union((days + otherDays).filter { $0.value == period.lastDay }.map(\.cell))
  }

  /// Returns the titles and remarks of a form of another make that speak of another time, or of other figures: （上年同期）,
  /// 2023年…月报.
  ///
  /// - Parameters:
  ///   - isMonthly: the form has a column for each month of the year.
  ///   - title: what the description calls the form.
  func disputedTitles(_ period: Period, isMonthly: Bool, title: String) -> [SourceCell] {
    // A day that stands alone may be that of printing; the last day of a month is a period's.
    let alone = otherDays.filter { said in
      said.value.next.day == 1 && PeriodText.isNothingElse(said.cell.text)
        && !said.cell.text.contains { ":：".contains($0) }
        && (isMonthly ? said.value.year != period.year : said.value != period.lastDay)
    }
    let others = texts.filter { Self.isOfOther($0.text, period, isMonthly: isMonthly, title: title) }
    return alone.map(\.cell) + others.filter { cell in !alone.contains { $0.cell == cell } }
  }

  /// Returns true for a title or a remark that speaks of another time, or of figures of another kind.
  private static func isOfOther(_ whole: String, _ period: Period, isMonthly: Bool, title: String) -> Bool {
    let text = whole.replacing(title, with: "")
    let words = HeadText(text)
    if PeriodMention.hasOtherWords(text) || words.base.hasSuffix("计划") { return true }
    if !isMonthly, spans.contains(words.base) || words.brackets.contains(where: spans.contains) { return true }
    // 24年3月 on a form of 2025.
    if let year = words.full.firstMatch(of: /^([0-9]{2})年/).flatMap({ Int($0.1) }), year != period.year % 100 {
      return true
    }
    if isTitle(whole) {
      let ofOthers = words.brackets.contains { inside in
        ["计划", "预测", "目标", "下月", "下期", "下季", "样", "示例", "模板", "征求意见"].contains { inside.includes($0) }
      }
      if ofOthers { return true }
    } else {
      // A remark that names a month is one of the form's; a line with a day, or behind a label, is about something else.
      guard !whole.contains(where: { "日号期至截:：".contains($0) }),
        ["月", "季"].contains(where: { whole.includes($0) }) || PeriodText.isNothingElse(whole)
      else { return false }
      if case .day(_, .day) = DayGrammar(year: period.year).read(CellTextCleaner.halfWidth(whole)) { return false }
    }
    return isMonthly
      ? PeriodMention.isOfAnotherYear(text, than: period.lastDay) : PeriodMention.isOfAnother(text, than: period)
  }

  /// Words that are a span of time by themselves, and no form's that is for one month.
  private static let spans: Set<String> = [
    "全年", "全年数", "年报", "半年报", "季报", "前两个月", "前2个月", "上个月", "上月", "上一年度", "上年度", "前年",
  ]

  /// How lines begin that say who filled the form, and when; their days are no periods.
  static let signing = [
    "单位负责人", "负责人", "审核人", "填表人", "填报人", "联系人", "联系电话", "报出日期", "填报日期", "填表日期", "报送日期", "制表日期", "打印日期", "填报时间",
    "填表时间", "报送时间", "制表人",
  ]

  /// Returns true for 截至 with digits behind it that are no day, and for a title whose brackets speak of months and name
  /// none.
  static func isUnread(_ text: String, year: Int) -> Bool {
    guard text.utf8.count <= 300 else { return false }
    let clean = CellTextCleaner.compact(text)
    if let label = ["截至", "截止"].lazy.compactMap({ clean.firstRange(of: $0) }).first {
      return clean[label.upperBound...].contains(where: \.isNumber)
    }
    guard titleWords.contains(where: { clean.includes($0) }) else { return false }
    return HeadText(clean).brackets.contains { inside in
      ["月", "季", "半年"].contains { inside.includes($0) } && PeriodText(whole: inside, year: year) == nil
    }
  }

  /// Returns the day that the whole text is, behind a label or without one: 截至2024年6月30日, 统计时间：2024年6月, 二季度.
  static func closingDay(in text: String, year: Int) -> (day: CivilDate, isLabelled: Bool)? {
    guard text.utf8.count <= 300 else { return nil }
    var isLabelled = false
    var rest = CellTextCleaner.halfWidth(text)[...]
    let isCut = rest.includes("截")
    for label in ["数据截至", "数据截止", "截止日期", "截止时间", "截至", "截止", "统计时间", "统计期", "报告期", "填报期", "期别", "期间"] {
      // 截至 may stand behind the unit's name, or in brackets behind a title.
      guard
        let found = label.hasPrefix("截")
          ? (isCut ? rest.firstRange(of: label) : nil) : rest.range(ofPrefix: label)
      else { continue }
      rest = rest[found.upperBound...].drop { $0 == ":" || $0.isWhitespace }
      while rest.last == ")" || rest.last?.isWhitespace == true { rest.removeLast() }
      for ending in ["止", "24时"] where rest.hasSuffix(ending) { rest.removeLast(ending.count) }
      isLabelled = true
      break
    }
    guard rest.utf8.count <= 90, case .day(let day, _) = DayGrammar(year: year).read(String(rest)) else { return nil }
    return (day, isLabelled)
  }

  /// Returns the last day of the month, quarter or half-year that the title of a table names.
  static func titledDay(in text: String, year: Int) -> CivilDate? {
    guard text.utf8.count <= 300 else { return nil }
    let clean = CellTextCleaner.compact(text)
    guard titleWords.contains(where: { clean.includes($0) }), !clean.includes("制表"), !clean.includes("填表"),
      let named = PeriodText(clean, year: year)
    else { return nil }
    // A year alone says something only where it is another one; 〔2023〕5号 is the number of a document.
    if named.period.kind == .year {
      return named.period.year != year && clean.includes("年") ? named.period.lastDay : nil
    }
    return ["月", "季", "半年"].contains(where: { clean.includes($0) }) ? named.period.lastDay : nil
  }

  /// Returns the quarter, half or year in the brackets of our own title: …填报表（第二季度）.
  static func titledPeriod(in text: String, year: Int) -> Period? {
    guard text.utf8.count <= 300, text.includes(TemplateWriter.titleCore) else { return nil }
    return HeadText(text).brackets.lazy.compactMap { PeriodText(whole: $0, year: year)?.period }.first {
      $0.kind != .month
    }
  }

  /// Returns true for a text with a word that titles of forms have.
  static func isTitle(_ text: String) -> Bool { titleWords.contains { text.includes($0) } }

  private static let titleWords = [
    "表", "情况", "台账", "月报", "季报", "年报", "快报", "简报", "统计", "汇总", "明细", "调度", "进度", "通报", "清单", "一览",
  ]

  /// Returns the units of measure that a text states, each once: 金额单位：元, 以元为单位, 金额为元, 长度单位：米, anywhere in it; 元 or
  /// （元） alone.
  ///
  /// A word is taken whole: 十万元 and 美元 are no 元, and nothing that is known.
  static func measures(in text: String) -> [String] {
    guard text.utf8.count <= 300, mayName(text) else { return [] }
    let clean = CellTextCleaner.compact(text)
    let alone = HeadText(clean)
    if alone.base.isEmpty || isTitle(text), let measure = alone.measure { return isStated(measure) ? [measure] : [] }
    let bare = ["人民币", "RMB", "币种"].reduce(alone.full) { $0.replacing($1, with: "") }
    if let measure = HeadText.measure(bare), isStated(measure) {
      return [alone.full.includes("金额") && ["万", "亿"].contains(measure) ? measure + "元" : measure]
    }
    // Our own line refers to the column, and says no unit itself.
    let line = clean.replacing("见“计量单位”栏", with: "").filter { !"“”\"".contains($0) }
    let isOfMoney = ["金额", "资金", "经费"].contains { line.includes($0) }
    guard !HeadUnits.labels.contains(where: { line.hasPrefix($0) }),
      isOfMoney || ["单位", "长度", "里程", "以元", "按元", "币种"].contains(where: { line.includes($0) })
    else { return [] }
    // 金额单位：百万.
    if let multiple = alone.full.firstMatch(of: multipleAlone.regex) {
      return ["\(multiple.1)\(isOfMoney ? "元" : "")"]
    }
    var found: [String] = []
    for word in line.matches(of: whole.regex).map({ String($0.output) }) where !found.contains(word) {
      found.append(word)
    }
    // 单位：万只.
    if found.isEmpty, let multiple = alone.full.firstMatch(of: Self.multiple.regex) {
      return ["\(multiple.1)"]
    }
    if found.isEmpty, let coin = alone.full.firstMatch(of: Self.coin.regex) { return ["\(coin.1)"] }
    return found
  }

  private static let multipleAlone = Pattern(/单位(?:为|是|均为)?([十百千万亿]+)$/)
  private static let whole = Pattern(
    /[十百佰千仟万萬亿億美港欧日澳加台英韩卢]*(?:元|圆)(?:\/[年月人])?|公里|千米|[平立]方米|平米|米|[万百千亿](?:户|人次|人|个|家|场|次|件|份|具|张)/)
  private static let multiple = Pattern(/单位(?:为|是|均为)?([十百千万亿]+\p{Han}{1,3})$/)
  private static let coin = Pattern(/单位(?:为|是)?([角分])$/)

  /// Returns false for a text that speaks of no unit of money, of no length and of no multiple, as most do.
  private static func mayName(_ text: String) -> Bool {
    text.unicodeScalars.contains { "元圆米里万亿千百十角分mｍ".unicodeScalars.contains($0) }
  }

  /// Returns true for a unit of money or of length.
  private static func isStated(_ word: String) -> Bool {
    MeasureFamily.exponent(from: word, to: "元") != nil || MeasureFamily.exponent(from: word, to: "米") != nil
  }
}

/// A sheet of a workbook with the form's table on it.
struct FormCandidate {
  let table: FormTable
  let head: FormHead

  init?(
    _ sheet: SourceSheet, heads: [(column: FormColumn, head: HeadText)], period: Period?, plan: Plan,
    _ memory: HeadMemory
  ) {
    guard let table = FormTable(in: sheet, heads: heads, period: period, memory) else { return nil }
    self.table = table
    head = FormHead(sheet, above: table.headerRow, plan: plan, memory)
  }

  var name: String { table.sheet.name }
}

extension Substring {
  fileprivate func range(ofPrefix prefix: String) -> Range<Index>? {
    hasPrefix(prefix) ? startIndex..<index(startIndex, offsetBy: prefix.count) : nil
  }
}

import PlanModel
import SpreadsheetML

/// What the head of a sheet says of the form on it: whose it is, up to which day, in what money is counted.
///
/// It may say the same more than once; where it says two things, nobody knows which is meant.
struct FormHead: Hashable {
  /// Something that a cell of the head says.
  struct Statement<Value: Hashable>: Hashable {
    let value: Value
    let cell: FoundCell
  }

  /// The names behind 填报单位（盖章）：, then units of the plan whose name stands alone.
  let units: [Statement<String>]
  /// The names of units in titles, also where no line names one.
  let titledUnits: [Statement<String>]
  /// The days in 截至2024年6月30日.
  let days: [Statement<CivilDate>]
  /// Days that stand alone, and may be of something else.
  let otherDays: [Statement<CivilDate>]
  /// The last days of the periods that titles name: 进展情况填报表（6月）.
  let titles: [Statement<CivilDate>]
  /// Cells that speak of a period and cannot be read: 截至2024年13月31日, （6月上旬）.
  let unread: [FoundCell]
  /// Texts that may speak of a period: titles, lines with 截至, short remarks; not the line of the unit.
  private let texts: [FoundCell]
  /// Cells that are struck out, or hold text that is.
  let struck: [FoundCell]
  /// What 金额单位：元 says, and 长度单位：米.
  let measures: [Measure]

  struct Measure: Hashable {
    let measure: String
    let cell: FoundCell
  }

  /// A cell for each thing that a cell says: 填报单位：东县　金额单位：元 says two.
  ///
  /// Lines, wide gaps and labels part them. A title with gaps between its words is one, and so is a unit's name.
  static func statements(in cell: FoundCell, _ plan: Plan) -> [FoundCell] {
    guard case .string(let text)? = cell.value, text.utf8.count <= 600,
      text.contains(where: { ":：；;\n".contains($0) }) || text.contains("截至") || text.contains("截止")
    else { return [cell] }
    let clean = CellTextCleaner.halfWidth(text)
    if let colon = clean.firstIndex(of: ":"), plan.unit(named: String(clean[clean.index(after: colon)...])) != nil {
      return [cell]
    }
    var parts: [String] = []
    var rest = text[...]
    // A label without its words goes with what follows.
    func add(_ part: Substring) {
      let part = CellTextCleaner.trimmed(String(part))
      guard !part.isEmpty else { return }
      if let last = parts.last, last.hasSuffix(":") || last.hasSuffix("：") {
        parts[parts.count - 1] = last + part
      } else {
        parts.append(part)
      }
    }
    while let gap = rest.firstMatch(
      of: /[\n;；]+|[\u{3000}\t]+|\s{2,}|\s(?=[\p{Han}]{2,8}(?:（[\p{Han}]+）|\([\p{Han}]+\))?[:：])|\s(?=截[至止])/)
    {
      add(rest[..<gap.range.lowerBound])
      rest = rest[gap.range.upperBound...]
    }
    add(rest)
    guard parts.count > 1 else { return [cell] }
    return parts.map { cell.saying($0) }
  }

  var unitName: String? { units.first?.value }
  /// The last day of the form's period, by 截至 or else by the title.
  var day: CivilDate? { (days + otherDays + titles).first?.value }

  /// The cell that says the day, by 截至 or in a title.
  func cell(saying day: CivilDate) -> FoundCell? { (days + otherDays + titles).first { $0.value == day }?.cell }

  /// The periods of a quarter, a half or a year that titles name.
  let titledPeriods: [Period]

  /// How many rows of a sheet without a table are its head.
  private static let rows = 12

  /// - Parameter row: of the table's header; `nil` for a sheet without one.
  /// - Parameter plan: names the units, and the year of days that name none.
  init(_ sheet: FoundSheet, above row: Int?, plan: Plan) {
    let rows = row.map { row in sheet.rows.prefix { $0 < row }.suffix(40) } ?? sheet.rows.prefix(Self.rows)
    let all = rows.flatMap { sheet.byRow[$0] ?? [] }.flatMap { Self.statements(in: $0, plan) }
    let cells = all.filter(\.isAsSeen)
    struck = all.filter { !$0.struck.isEmpty }
    let labelled = cells.compactMap { Self.unitName($0, sheet) }
    let beside = Set(labelled.map(\.cell))
    // A name alone says whose form it is only where a form can be.
    let alone = row == nil ? [] : cells.filter { !beside.contains($0) }.compactMap { Self.unitAlone($0, sheet, plan) }
    let titled = cells.compactMap { Self.unitOfTitle($0, plan) }
    titledUnits = titled
    units = labelled + alone + (labelled.isEmpty ? [] : titled)
    let found = cells.compactMap { cell -> (isLabelled: Bool, statement: Statement<CivilDate>)? in
      // 4190.4 is a figure, and no April.
      if case .number? = cell.value { return nil }
      return Self.closingDay(in: cell.text, year: plan.year).map {
        (isLabelled: $0.isLabelled, statement: Statement(value: $0.day, cell: cell))
      }
    }
    days = found.filter(\.isLabelled).map(\.statement)
    otherDays = found.filter { !$0.isLabelled }.map(\.statement)
    let dated = Set(found.map(\.statement.cell))
    let undated = cells.filter { !dated.contains($0) }
    titles = undated.compactMap { cell in
      Self.titledDay(in: cell.text, year: plan.year).map { Statement(value: $0, cell: cell) }
    }
    titledPeriods = cells.compactMap { Self.titledPeriod(in: $0.text, year: plan.year) }
    unread = undated.filter { Self.isUnread($0.text, year: plan.year) }
    let named = Set(units.map(\.cell))
    texts = all.filter { cell in
      guard case .string(let text)? = cell.value, !named.contains(cell), text.utf8.count <= 300,
        !Self.signing.contains(where: { HeadText(text).full.hasPrefix($0) })
      else { return false }
      return text.count <= 20 || text.contains("截") || Self.titleWords.contains { text.contains($0) }
    }
    measures = cells.flatMap { cell in Self.measures(in: cell.text).map { Measure(measure: $0, cell: cell) } }
  }

  /// The cells that speak of another time than the form's, or cannot be read.
  ///
  /// - Parameter title: the plan's, which may name other years.
  func disputed(_ period: Period, title: String) -> [FoundCell] {
    let others = texts.filter {
      PeriodMention.isOfAnother($0.text.replacing(title, with: ""), than: period)
    }
    return others + unread.filter { !others.contains($0) }
  }

  /// Cells that say whose the form is, up to its own last day, or in what it is counted.
  func understood(_ period: Period) -> Set<FoundCell> {
    Set(units.map(\.cell) + measures.map(\.cell))
      .union((days + otherDays).filter { $0.value == period.lastDay }.map(\.cell))
  }

  /// The titles and remarks of a form of another make that speak of another time, or of other figures: （上年同期）, 2023年…月报.
  ///
  /// - Parameters:
  ///   - isMonthly: the form has a column for each month of the year.
  ///   - title: what the description calls the form.
  func disputedTitles(_ period: Period, isMonthly: Bool, title: String) -> [FoundCell] {
    texts.filter { cell in
      let text = cell.text.replacing(title, with: "")
      if PeriodMention.hasOtherWords(text) || HeadText(text).base.hasSuffix("计划") { return true }
      guard Self.isTitle(cell.text) else { return false }
      let ofOthers = HeadText(text).brackets.contains { inside in
        ["计划", "预测", "目标", "下月", "下期", "下季", "样", "示例", "模板", "征求意见"].contains { inside.contains($0) }
      }
      if ofOthers { return true }
      return isMonthly
        ? PeriodMention.isOfAnotherYear(text, than: period.lastDay)
        : PeriodMention.isOfAnother(text, than: period)
    }
  }

  /// The names of different units of the plan; empty where the head names one at most.
  func disputedUnits(_ plan: Plan) -> [Statement<String>] {
    var known: [(id: String, said: Statement<String>)] = []
    for said in units {
      guard let unit = plan.unit(named: said.value), !known.contains(where: { $0.id == unit.id }) else { continue }
      known.append((unit.id, said))
    }
    return known.count > 1 ? known.map(\.said) : []
  }

  static let unitLabels = ["填报单位", "填表单位", "报送单位", "上报单位"]
  /// How lines begin that say who filled the form, and when; their days are no periods.
  static let signing = [
    "单位负责人", "负责人", "审核人", "填表人", "填报人", "联系人", "联系电话", "报出日期", "填报日期", "填表日期", "报送日期", "制表日期", "打印日期", "填报时间",
    "填表时间", "报送时间", "制表人",
  ]

  /// The name without the place for the seal behind it: 东县（盖章）.
  static func withoutSeal(_ name: String) -> String {
    let name = CellTextCleaner.halfWidth(name)
    let seal = ["(盖章)", "(公章)", "(章)"].first { name.hasSuffix($0) } ?? ""
    return CellTextCleaner.trimmed(String(name.dropLast(seal.count)))
  }

  private static func unitName(_ cell: FoundCell, _ sheet: FoundSheet) -> Statement<String>? {
    guard case .string(let text)? = cell.value, text.utf8.count <= 600 else { return nil }
    let clean = CellTextCleaner.halfWidth(text)
    let label = clean.filter { !$0.isWhitespace }
    guard unitLabels.contains(where: { label.hasPrefix($0) }), let colon = clean.firstIndex(of: ":") else { return nil }
    var name = CellTextCleaner.trimmed(String(clean[clean.index(after: colon)...]))
    name = withoutSeal(name)
    if let next = name.firstRange(of: "截至") { name = CellTextCleaner.trimmed(String(name[..<next.lowerBound])) }
    if !name.isEmpty { return Statement(value: name, cell: cell) }
    // The label alone; the name stands beside it.
    let right = sheet.right(of: cell)
    let beside = CellTextCleaner.trimmed(right.text)
    return beside.isEmpty || beside.hasPrefix("截至") ? nil : Statement(value: beside, cell: right)
  }

  /// A cell that holds the name of a unit and nothing else but a label, and is not one of many beside each other.
  private static func unitAlone(_ cell: FoundCell, _ sheet: FoundSheet, _ plan: Plan) -> Statement<String>? {
    guard case .string(let text)? = cell.value, text.utf8.count <= 120,
      (sheet.byRow[cell.reference.row] ?? []).count(where: { $0.value != nil }) <= 4
    else { return nil }
    // Also behind a label of whatever words: 编报单位：海丰县.
    let clean = CellTextCleaner.halfWidth(text)
    let names = [clean] + (clean.firstIndex(of: ":").map { [String(clean[clean.index(after: $0)...])] } ?? [])
    return names.map(CellTextCleaner.trimmed).first { plan.unit(named: $0).map { $0.kind != .group } ?? false }
      .map { Statement(value: $0, cell: cell) }
  }

  /// The unit that a title names: 海丰县2024年度重点工作进展情况填报表, …填报表（6月）（海丰县）.
  private static func unitOfTitle(_ cell: FoundCell, _ plan: Plan) -> Statement<String>? {
    guard case .string(let text)? = cell.value, text.utf8.count <= 300,
      titleWords.contains(where: { text.contains($0) })
    else { return nil }
    let title = CellTextCleaner.trimmed(text)
    // In our own title a name may stand anywhere; another one may have its letters by chance.
    let isOurs = title.contains(TemplateWriter.titleCore)
    let words = title.replacing(TemplateWriter.titleCore, with: " ")
    let names = plan.units.filter { $0.kind != .group }.flatMap { [$0.name, $0.short] }.filter { name in
      isOurs ? name.count > 1 && words.contains(name) : name.count > 2 && title.hasPrefix(name)
    }
    let inside = HeadText(text).brackets.first { plan.unit(named: $0).map { $0.kind != .group } ?? false }
    return (names.max { $0.count < $1.count } ?? inside).map { Statement(value: $0, cell: cell) }
  }

  /// True for 截至 with digits behind it that are no day, and for a title whose brackets speak of months and name none.
  private static func isUnread(_ text: String, year: Int) -> Bool {
    guard text.utf8.count <= 300 else { return false }
    let clean = CellTextCleaner.halfWidth(text).filter { !$0.isWhitespace }
    if let label = ["截至", "截止"].lazy.compactMap({ clean.firstRange(of: $0) }).first {
      return clean[label.upperBound...].contains(where: \.isNumber)
    }
    guard titleWords.contains(where: { clean.contains($0) }) else { return false }
    return HeadText(clean).brackets.contains { inside in
      ["月", "季", "半年"].contains { inside.contains($0) } && PeriodText(whole: inside, year: year) == nil
    }
  }

  /// 截至2024年6月30日, 统计时间：2024年6月, 二季度: the whole text a day, behind a label or without one.
  private static func closingDay(in text: String, year: Int) -> (day: CivilDate, isLabelled: Bool)? {
    guard text.utf8.count <= 300 else { return nil }
    var isLabelled = false
    var rest = CellTextCleaner.halfWidth(text)[...]
    for label in ["数据截至", "数据截止", "截止日期", "截止时间", "截至", "截止", "统计时间", "统计期", "报告期", "填报期", "期别", "期间"] {
      // 截至 may stand behind the unit's name, or in brackets behind a title.
      guard let found = label.hasPrefix("截") ? rest.firstRange(of: label) : rest.range(ofPrefix: label) else {
        continue
      }
      rest = rest[found.upperBound...].drop { $0 == ":" || $0.isWhitespace }
      while rest.last == ")" || rest.last?.isWhitespace == true { rest.removeLast() }
      for ending in ["止", "24时"] where rest.hasSuffix(ending) { rest.removeLast(ending.count) }
      isLabelled = true
      break
    }
    guard rest.utf8.count <= 90, case .day(let day, _) = DayGrammar(year: year).read(String(rest)) else { return nil }
    return (day, isLabelled)
  }

  /// The last day of the month, quarter or half-year that the title of a table names.
  private static func titledDay(in text: String, year: Int) -> CivilDate? {
    guard text.utf8.count <= 300 else { return nil }
    let clean = CellTextCleaner.halfWidth(text).filter { !$0.isWhitespace }
    guard titleWords.contains(where: { clean.contains($0) }), !clean.contains("制表"), !clean.contains("填表"),
      let named = PeriodText(clean, year: year)
    else { return nil }
    // A year alone says something only where it is another one; 〔2023〕5号 is the number of a document.
    if named.period.kind == .year {
      return named.period.year != year && clean.contains("年") ? named.period.lastDay : nil
    }
    return ["月", "季", "半年"].contains(where: { clean.contains($0) }) ? named.period.lastDay : nil
  }

  /// The quarter, half or year in the brackets of our own title: …填报表（第二季度）.
  private static func titledPeriod(in text: String, year: Int) -> Period? {
    guard text.utf8.count <= 300, text.contains(TemplateWriter.titleCore) else { return nil }
    return HeadText(text).brackets.lazy.compactMap { PeriodText(whole: $0, year: year)?.period }.first {
      $0.kind != .month
    }
  }

  /// True for a text with a word that titles of forms have.
  static func isTitle(_ text: String) -> Bool { titleWords.contains { text.contains($0) } }

  private static let titleWords = [
    "表", "情况", "台账", "月报", "季报", "年报", "快报", "简报", "统计", "汇总", "明细", "调度", "进度", "通报", "清单", "一览",
  ]

  /// 金额单位：元, 以元为单位, 金额为元, 长度单位：米, anywhere in a text; 元 or （元） alone. Each once.
  ///
  /// A word is taken whole: 十万元 and 美元 are no 元, and nothing that is known.
  static func measures(in text: String) -> [String] {
    guard text.utf8.count <= 300 else { return [] }
    let clean = CellTextCleaner.halfWidth(text).filter { !$0.isWhitespace }
    let alone = HeadText(clean)
    if alone.base.isEmpty, let measure = alone.measure { return isStated(measure) ? [measure] : [] }
    let bare = ["人民币", "RMB", "币种"].reduce(alone.full) { $0.replacing($1, with: "") }
    if let measure = HeadText.measure(bare), isStated(measure) {
      return [alone.full.contains("金额") && ["万", "亿"].contains(measure) ? measure + "元" : measure]
    }
    // Our own line refers to the column, and says no unit itself.
    let line = clean.replacing("见“计量单位”栏", with: "").filter { !"“”\"".contains($0) }
    let isOfMoney = ["金额", "资金", "经费"].contains { line.contains($0) }
    guard !unitLabels.contains(where: { line.hasPrefix($0) }),
      isOfMoney || ["单位", "长度", "里程", "以元", "按元", "币种"].contains(where: { line.contains($0) })
    else { return [] }
    // 金额单位：百万.
    if let multiple = alone.full.firstMatch(of: /单位(?:为|是|均为)?([十百千万亿]+)$/) {
      return ["\(multiple.1)\(isOfMoney ? "元" : "")"]
    }
    var found: [String] = []
    let whole =
      /[十百佰千仟万萬亿億美港欧日澳加台英韩卢]*(?:元|圆)(?:\/[年月人])?|公里|千米|[平立]方米|平米|米|[万百千亿](?:户|人次|人|个|家|场|次|件|份|具|张)/
    for word in line.matches(of: whole).map({ String($0.output) }) where !found.contains(word) {
      found.append(word)
    }
    if found.isEmpty, let coin = alone.full.firstMatch(of: /单位(?:为|是)?([角分])$/) { return ["\(coin.1)"] }
    return found
  }

  /// True for a unit of money or of length.
  private static func isStated(_ word: String) -> Bool {
    MeasureFamily.exponent(from: word, to: "元") != nil || MeasureFamily.exponent(from: word, to: "米") != nil
  }
}

/// A sheet of a workbook with the form's table on it.
struct FormCandidate {
  let table: FormTable
  let head: FormHead

  init?(_ sheet: FoundSheet, heads: [(column: FormColumn, head: HeadText)], period: Period?, plan: Plan) {
    guard let table = FormTable(in: sheet, heads: heads, period: period) else { return nil }
    self.table = table
    head = FormHead(sheet, above: table.headerRow, plan: plan)
  }

  var name: String { table.sheet.name }
}

extension Substring {
  fileprivate func range(ofPrefix prefix: String) -> Range<Index>? {
    hasPrefix(prefix) ? startIndex..<index(startIndex, offsetBy: prefix.count) : nil
  }
}

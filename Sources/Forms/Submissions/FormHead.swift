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
  /// The days in 截至2024年6月30日.
  let days: [Statement<CivilDate>]
  /// The last days of the periods that titles name: 进展情况填报表（6月）.
  let titles: [Statement<CivilDate>]
  /// What 金额单位：元 says.
  let money: Money?

  struct Money: Hashable {
    let measure: String
    let cell: FoundCell
  }

  var unitName: String? { units.first?.value }
  /// The last day of the form's period, by 截至 or else by the title.
  var day: CivilDate? { (days + titles).first?.value }

  /// How many rows of a sheet without a table are its head.
  private static let rows = 12

  /// - Parameter row: of the table's header; `nil` for a sheet without one.
  /// - Parameter plan: names the units, and the year of days that name none.
  init(_ sheet: FoundSheet, above row: Int?, plan: Plan) {
    let rows = row.map { row in sheet.rows.prefix { $0 < row }.suffix(40) } ?? sheet.rows.prefix(Self.rows)
    let cells = rows.flatMap { sheet.byRow[$0] ?? [] }
    let labelled = cells.compactMap { Self.unitName($0, sheet, plan) }
    let beside = Set(labelled.map(\.cell))
    // A name alone says whose form it is only where a form can be.
    let alone = row == nil ? [] : cells.filter { !beside.contains($0) }.compactMap { Self.unitAlone($0, plan) }
    units = labelled + alone
    days = cells.compactMap { cell in
      Self.closingDay(in: cell.text, year: plan.year).map { Statement(value: $0, cell: cell) }
    }
    let dated = Set(days.map(\.cell))
    titles = cells.filter { !dated.contains($0) }.compactMap { cell in
      Self.titledDay(in: cell.text, year: plan.year).map { Statement(value: $0, cell: cell) }
    }
    let notes = cells.compactMap { cell in Self.money(in: cell.text).map { Money(measure: $0, cell: cell) } }
    // Two notes that differ are a unit that nobody knows.
    money =
      notes.first { $0.measure != notes[0].measure }.map {
        Money(measure: "\(notes[0].measure)、\($0.measure)", cell: $0.cell)
      } ?? notes.first
  }

  /// The cells that name other periods than the first one does; empty where all agree.
  var disputedPeriod: [FoundCell] {
    guard let day else { return [] }
    let others =
      days.filter { $0.value != day } + titles.filter { ($0.value.year, $0.value.month) != (day.year, day.month) }
    return others.isEmpty ? [] : [(days + titles)[0].cell] + others.map(\.cell)
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

  private static let unitLabels = ["填报单位", "填表单位", "报送单位", "上报单位"]

  private static func unitName(_ cell: FoundCell, _ sheet: FoundSheet, _ plan: Plan) -> Statement<String>? {
    guard case .string(let text)? = cell.value, text.utf8.count <= 600 else { return nil }
    let clean = CellTextCleaner.halfWidth(text)
    let label = clean.filter { !$0.isWhitespace }
    guard unitLabels.contains(where: { label.hasPrefix($0) }), let colon = clean.firstIndex(of: ":") else { return nil }
    var name = CellTextCleaner.trimmed(String(clean[clean.index(after: colon)...]))
    if let next = name.firstRange(of: "截至") { name = CellTextCleaner.trimmed(String(name[..<next.lowerBound])) }
    if !name.isEmpty { return Statement(value: name, cell: cell) }
    // The label alone; the name stands beside it.
    let right = sheet.right(of: cell)
    let beside = CellTextCleaner.trimmed(right.text)
    return beside.isEmpty || beside.hasPrefix("截至") ? nil : Statement(value: beside, cell: right)
  }

  /// A cell that holds the name of a unit and nothing else.
  private static func unitAlone(_ cell: FoundCell, _ plan: Plan) -> Statement<String>? {
    guard case .string(let text)? = cell.value, text.utf8.count <= 120 else { return nil }
    let name = CellTextCleaner.trimmed(text)
    guard let unit = plan.unit(named: name), unit.kind != .group else { return nil }
    return Statement(value: name, cell: cell)
  }

  /// 截至2024年6月30日, 统计时间：2024年6月, 二季度: the whole text a day, behind a label or without one.
  private static func closingDay(in text: String, year: Int) -> CivilDate? {
    guard text.utf8.count <= 300 else { return nil }
    var rest = CellTextCleaner.halfWidth(text)[...]
    for label in ["数据截至", "数据截止", "截至", "截止", "统计时间", "统计期", "报告期", "填报期", "期别", "期间"] {
      // 截至 may stand behind the unit's name, or in brackets behind a title.
      guard let found = label.hasPrefix("截") ? rest.firstRange(of: label) : rest.range(ofPrefix: label) else {
        continue
      }
      rest = rest[found.upperBound...].drop { $0 == ":" || $0.isWhitespace }
      while rest.last == ")" || rest.last?.isWhitespace == true { rest.removeLast() }
      break
    }
    guard rest.utf8.count <= 90, case .day(let day, _) = DayGrammar(year: year).read(String(rest)) else { return nil }
    return day
  }

  /// The last day of the month, quarter or half-year that the title of a table names.
  private static func titledDay(in text: String, year: Int) -> CivilDate? {
    guard text.utf8.count <= 300 else { return nil }
    let clean = CellTextCleaner.halfWidth(text).filter { !$0.isWhitespace }
    guard titleWords.contains(where: { clean.contains($0) }), !clean.contains("制表"), !clean.contains("填表"),
      let named = PeriodText(clean, year: year), named.period.kind != .year
    else { return nil }
    return named.period.lastDay
  }

  private static let titleWords = ["表", "情况", "台账"]

  /// 金额单位：元, anywhere in a text; 单位：元 only of money; （元） alone.
  private static func money(in text: String) -> String? {
    guard text.utf8.count <= 300 else { return nil }
    let clean = CellTextCleaner.halfWidth(text).filter { !$0.isWhitespace }
    let alone = HeadText(clean)
    if alone.base.isEmpty, let measure = alone.measure { return isMoney(measure) ? measure : nil }
    for label in ["金额单位", "货币单位", "单位"] {
      guard let found = clean.firstRange(of: label) else { continue }
      var rest = clean[found.upperBound...]
      guard let mark = rest.first, mark == ":" || mark == "为" else { continue }
      rest.removeFirst()
      if rest.hasPrefix("人民币") { rest = rest.dropFirst(3) }
      let word = String(rest.prefix { !",;。、()".contains($0) })
      // Of whatever kind it is where the label says money: dollars are said too.
      if isMoney(word) || label != "单位" && !word.isEmpty && word.count <= 6 { return word }
    }
    return nil
  }

  private static func isMoney(_ word: String) -> Bool {
    word.hasSuffix("元") && MeasureFamily.exponent(from: word, to: "元") != nil
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

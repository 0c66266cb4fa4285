import PlanModel
import SpreadsheetML

/// What the head of a sheet says of the form on it: whose it is, up to which day, in what money is counted.
struct FormHead: Hashable {
  /// The name behind 填报单位（盖章）：.
  let unitName: String?
  /// The day in 截至2024年6月30日.
  let day: CivilDate?
  /// What 金额单位：元 says.
  let money: Money?

  struct Money: Hashable {
    let measure: String
    let cell: FoundCell
  }

  /// How many rows of a sheet without a table are its head.
  private static let rows = 12

  /// - Parameter row: of the table's header; `nil` for a sheet without one.
  /// - Parameter year: of days that name none.
  init(_ sheet: FoundSheet, above row: Int?, year: Int) {
    let rows = row.map { row in sheet.rows.prefix { $0 < row }.suffix(40) } ?? sheet.rows.prefix(Self.rows)
    let cells = rows.flatMap { sheet.byRow[$0] ?? [] }
    unitName = cells.lazy.compactMap { Self.unitName($0, sheet) }.first
    day = cells.lazy.compactMap { Self.closingDay(in: $0.text, year: year) }.first
    let notes = cells.compactMap { cell in Self.money(in: cell.text).map { Money(measure: $0, cell: cell) } }
    // Two notes that differ are a unit that nobody knows.
    money =
      notes.first { $0.measure != notes[0].measure }.map {
        Money(measure: "\(notes[0].measure)、\($0.measure)", cell: $0.cell)
      } ?? notes.first
  }

  private static func unitName(_ cell: FoundCell, _ sheet: FoundSheet) -> String? {
    guard case .string(let text)? = cell.value, text.utf8.count <= 600 else { return nil }
    let clean = CellTextCleaner.halfWidth(text)
    guard clean.hasPrefix("填报单位"), let colon = clean.firstIndex(of: ":") else { return nil }
    let name = CellTextCleaner.trimmed(String(clean[clean.index(after: colon)...]))
    if !name.isEmpty { return name }
    // The label alone; the name stands beside it.
    let beside = CellTextCleaner.trimmed(sheet.right(of: cell).text)
    return beside.isEmpty || beside.hasPrefix("截至") ? nil : beside
  }

  /// 截至2024年6月30日, 统计时间：2024年6月, 二季度: the whole text a day, behind a label or without one.
  private static func closingDay(in text: String, year: Int) -> CivilDate? {
    guard text.utf8.count <= 90 else { return nil }
    var rest = CellTextCleaner.halfWidth(text)[...]
    for label in ["数据截至", "数据截止", "截至", "截止", "统计时间", "统计期", "报告期", "填报期", "期别", "期间"]
    where rest.hasPrefix(label) {
      rest = rest.dropFirst(label.count).drop { $0 == ":" || $0.isWhitespace }
      break
    }
    guard case .day(let day, _) = DayGrammar(year: year).read(String(rest)) else { return nil }
    return day
  }

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

  /// - Parameter year: the plan's, for days in the head that name none.
  init?(_ sheet: FoundSheet, heads: [(column: FormColumn, head: HeadText)], period: Period?, year: Int) {
    guard let table = FormTable(in: sheet, heads: heads, period: period) else { return nil }
    self.table = table
    head = FormHead(sheet, above: table.headerRow, year: year)
  }

  var name: String { table.sheet.name }
}

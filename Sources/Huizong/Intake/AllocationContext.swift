import Forms
import PlanModel
import SpreadsheetML
import XLSXReading

/// What is written about the shares of a table: in titles, between and below the rows, in heads that name no unit.
struct AllocationContext {
  struct Measure: Hashable {
    let text: String
    let place: String
  }

  /// Units of measure that are named as such (单位：户).
  var measures: [Measure] = []
  /// Multiples of any unit of measure (万户, 以万计).
  var multiples: [Measure] = []
}

/// The sums of the shares by unit: of the rows since the last line of sums, and of all.
struct ColumnSums {
  private(set) var part: [String: FixedDecimal] = [:]
  private(set) var whole: [String: FixedDecimal] = [:]

  mutating func add(_ value: FixedDecimal, unit: String) {
    part[unit] = try? (part[unit] ?? .zero).adding(value)
    whole[unit] = try? (whole[unit] ?? .zero).adding(value)
  }

  mutating func close() { part = [:] }
}

extension AllocationSheet {
  /// Heads under which numbers say nothing of shares.
  private static let free: Set<String> = ["序号", "编号", "序", "No.", "备注", "说明", "文号", "依据", "页码"]

  /// Looks at everything that is no share: whether the sheet or what is written about the rows names another year than the
  /// plan's, or what was done; returns the units of measure that stand there.
  mutating func checkContext(
    _ table: [Int: [SnapshotCell]], header: Int, _ columns: Columns, sheet: String
  ) -> AllocationContext {
    let places = Set(columns.units.map(\.column))
    var context = AllocationContext()
    check(title: sheet, place: sheet)
    for row in table.keys.sorted() {
      let cells = table[row] ?? []
      // What stands in the row of an indicator is of that row.
      if row > header, cells.contains(where: { places.contains($0.reference.column) }) { continue }
      for cell in cells {
        guard case .string(let text)? = cell.value else { continue }
        let place = "\(sheet)!\(cell.reference.a1)"
        if row == header {
          guard columns.others[cell.reference.column] != nil else { continue }
          checkYear(text, place: place)
        } else {
          check(title: text, place: place)
        }
        if let found = Self.measure(in: text), plan.unit(named: found) == nil {
          context.measures.append(.init(text: found, place: place))
        }
        if let found = Self.multiple(in: text) { context.multiples.append(.init(text: found, place: place)) }
      }
    }
    return context
  }

  private mutating func check(title: String, place: String) {
    checkYear(title, place: place)
    let text = title.filter { !$0.isWhitespace }
    if text.contains(/完成情况|实际完成|已完成|完成数|完成率|完成$/) {
      problems.append(.done(place: place, text: String(text.prefix(30))))
    }
  }

  private mutating func checkYear(_ text: String, place: String) {
    // The day on which a table was made is none of its figures'.
    if ["日", "填表", "制表", "印发"].contains(where: text.contains) { return }
    // Nor is the year in the number of a document: 〔2023〕5号.
    let clean = text.filter { !$0.isWhitespace }.replacing(/〔[^〕]*〕/, with: "")
    if let year = Self.years(in: clean).first(where: { $0 != plan.year }) {
      problems.append(.otherYear(place: place, text: "\(year)年"))
    } else if let word = clean.firstMatch(of: /(上年|去年)度?(任务|目标|完成|分解)/)?.1 {
      problems.append(.otherYear(place: place, text: String(word)))
    }
  }

  /// Returns the years that a text names: 2023, 二〇二三年, 23年.
  private static func years(in text: String) -> [Int] {
    let text = PeriodText.westernYear(text)
    return text.matches(of: /[0-9]+/).compactMap { match -> Int? in
      guard let number = Int(match.0) else { return nil }
      if match.0.count == 4, (2000...2099).contains(number) { return number }
      let isYear = match.0.count == 2 && text[match.range.upperBound...].first == "年" && (15...45).contains(number)
      return isYear ? 2000 + number : nil
    }
  }

  private static func measure(in text: String) -> String? {
    let clean = text.filter { !$0.isWhitespace }
    let found = clean.firstMatch(of: /(?:单位|unit)[:：为]([^()（）,，;；、“”]+)/)?.1
    return found.flatMap { $0.hasPrefix("见") ? nil : String($0) }
  }

  private static func multiple(in text: String) -> String? {
    let clean = text.filter { !$0.isWhitespace }
    let brackets = clean.firstMatch(of: /[(（](?:单位[:：为]?)?([十百千]?[万亿千][^()（）]{0,4})[)）]/)?.1
    let named = clean.firstMatch(of: /(?:单位|unit)[:：为]?[(（]?[^()（）万亿千]{0,2}[(（]?([十百千]?[万亿千][^()（）,，;；]{0,4})/)?.1
    let counted = clean.firstMatch(of: /[以按]([十百千]?[万亿千][^()（）计]{0,2})计/)?.1
    return (brackets ?? named ?? counted).map { String($0) }
  }

  /// Looks at the numbers of a row under heads that name no unit: each is the target, or the plan's year under a head that
  /// says so; any other could be a share that nobody takes.
  mutating func checkOthers(_ cells: [SnapshotCell], _ columns: Columns, target: FixedDecimal?, sheet: String) {
    let known = Set(columns.units.map(\.column) + columns.names + columns.totals)
      .union([columns.code, columns.measure].compactMap(\.self))
    for cell in cells where !known.contains(cell.reference.column) {
      let head = columns.others[cell.reference.column] ?? ""
      guard !Self.free.contains(head), let text = Self.figure(in: cell) else { continue }
      let number = FixedDecimal(text)
      let isYear = head.contains("年") && number == FixedDecimal("\(plan.year)")
      guard number == nil || number != target, !isYear else { continue }
      problems.append(.otherColumn(head: head, place: "\(sheet)!\(cell.reference.a1)", text: text))
    }
  }

  /// Returns the figure that a cell holds, alone or with a unit of measure behind it.
  static func figure(in cell: SnapshotCell) -> String? {
    let text = text(cell)
    switch cell.value {
    case .number?: return text
    case .string?: return text.wholeMatch(of: /[0-9][0-9.,，]*[^0-9.,，年月日号]{0,2}/) == nil ? nil : text
    default: return nil
    }
  }

  /// Looks whether a line of sums adds up what stands above it, since the last such line or from the first row.
  mutating func checkSums(_ cells: [SnapshotCell], _ columns: Columns, sheet: String) {
    for cell in cells {
      guard let unit = columns.units.first(where: { $0.column == cell.reference.column })?.unit,
        case .number(let stated)? = cell.value, let number = FixedDecimal(shortest: stated),
        let whole = sums.whole[unit], number != whole, number != sums.part[unit]
      else { continue }
      problems.append(
        .columnSum(place: "\(sheet)!\(cell.reference.a1)", text: number.shortest, sum: sums.part[unit] ?? whole))
    }
    sums.close()
  }
}

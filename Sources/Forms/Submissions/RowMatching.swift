import PlanModel
import SpreadsheetML

/// Which row of the sheet holds which row of the layout: by the hidden code, without one by the indicator's name.
///
/// Code and name have to agree. Where rows were sorted and the hidden codes stayed behind, the names decide, if they are just the
/// names of those rows in another order; a row of which that cannot be said is nobody's.
struct RowMatching {
  /// Sheet row by code.
  var rows: [String: Int] = [:]
  /// Codes found by name, in rows without a code.
  var byName: [String] = []
  /// Codes whose rows were told by their names, since the code column did not move with them.
  var sorted: [String] = []
  /// Further rows with a code or name that was found already.
  var duplicated: [(code: String, row: Int)] = []
  /// Rows whose code is one indicator's and whose name is not: they are not read.
  var contradicting: [(code: String, row: Int)] = []
  /// Rows of a form of another make whose code is one indicator's and whose name says something else, or more.
  var renamed: [(code: String, row: Int)] = []
  /// Rows that hold something and belong to no row of the layout, ascending.
  var outside: [Int] = []
  /// Rows of our own that are no indicators: the numbering of columns, the foot.
  var own: [Int] = []

  /// How many rows the form has.
  let count: Int
  /// The form's, which brackets in names may say again.
  private let period: Period?
  /// Codes by the keys of names that say what the plan says: with its unit of measure in brackets, with 其中 before a part.
  private let aliases: [String: String]

  /// What the code column holds in rows of our own that are no indicators: numbering of columns, foot, notes.
  static let ownMark = "#"

  /// How rows of ours begin, for forms whose code column was deleted.
  static let ownBeginnings = ["单位负责人", "填表说明"]

  private static func isOwn(_ table: FormTable, row: Int) -> Bool {
    let first = table.sheet.cells(inRow: row).first { $0.value != nil }
    return first.map { cell in ownBeginnings.contains { cell.text.hasPrefix($0) } } ?? false
  }

  /// - Parameters:
  ///   - words: the layout's codes by the keys of the form's own words for them; empty for a form of ours.
  ///   - aliases: codes by the keys of further names.
  ///   - skip: how rows begin that are none of an indicator's.
  ///   - notes: how rows begin that are notes, and are passed over only where no figure stands in them.
  init(
    _ table: FormTable, layout: FormLayout, words: [String: String] = [:], aliases: [String: String] = [:],
    skip: [String] = [], notes: [String] = []
  ) {
    let period = Period(layout.period)
    self.period = period
    self.aliases = aliases
    count = layout.rows.count
    // Codes by the keys of names: of nearly all forms nobody asks.
    lazy var names = Dictionary(grouping: layout.rows, by: { HeadText.nameKey($0.indicator, period: period) })
      .mapValues { $0.map(\.code) }
    let codes = Set(layout.rows.map(\.code))
    var unnamed: [Int] = []
    for row in table.sheet.rows where row > table.headerRow {
      let own = CellTextCleaner.halfWidth(table.text(.code, row: row))
      let code = words.isEmpty ? own : words[HeadText.nameKey(own, period: period)] ?? own
      if code.hasPrefix(Self.ownMark) || notes.isEmpty && Self.isOwn(table, row: row) {
        self.own.append(row)
      } else if codes.contains(code) {
        if rows[code] == nil { rows[code] = row } else { duplicated.append((code, row)) }
      } else if table.sheet.cells(inRow: row).contains(where: { $0.value != nil }) {
        unnamed.append(row)
      }
    }
    if words.isEmpty {
      compareNames(table, layout) { names[$0] ?? [] }
    } else if table.columns[.code] != nil {
      compareWords(table, layout, names, words)
    }
    for row in unnamed {
      if !notes.isEmpty, Self.numbersColumns(table, row: row) {
        own.append(row)
        continue
      }
      let cells = table.sheet.cells(inRow: row)
      let says =
        notes.isEmpty || cells.contains { OutsideCells.hasFigure($0) || !FormHead.measures(in: $0.text).isEmpty }
      let corrects = cells.contains(where: OutsideCells.corrects)
      find(row, table, names, words, corrects ? [] : says ? skip : skip + notes)
    }
  }

  // MARK: Rows without a code

  private mutating func find(
    _ row: Int, _ table: FormTable, _ names: [String: [String]], _ words: [String: String], _ skip: [String]
  ) {
    let text = table.text(.indicator, row: row)
    // 1.适老化改造 is 适老化改造 where nothing is called the first.
    let texts = [text, Self.withoutOrdinal(text)].filter { !CellTextCleaner.key($0).isEmpty }
    let found = texts.map { text -> [String] in
      let key = HeadText.nameKey(text, period: period)
      return words[key].map { [$0] } ?? names[key] ?? aliases[key].map { [$0] } ?? []
    }
    let hits = found.first { !$0.isEmpty } ?? []
    if hits.count == 1, let code = hits.first {
      if rows[code] == nil {
        rows[code] = row
        byName.append(code)
      } else {
        duplicated.append((code, row))
      }
    } else if let first = table.sheet.cells(inRow: row).first(where: { $0.value != nil }),
      skip.contains(where: { first.text.hasPrefix($0) })
    {
      // Only what is no indicator's: 注 begins a note, and 注册志愿者 too.
    } else {
      outside.append(row)
    }
  }

  /// Returns true for a row directly below the header that numbers the columns: 1 2 3.
  private static func numbersColumns(_ table: FormTable, row: Int) -> Bool {
    guard row == table.headerRow + 1 else { return false }
    let numbers = table.sheet.cells(inRow: row).filter { $0.value != nil }.map {
      FixedDecimal(CellTextCleaner.trimmed($0.text))
    }
    return numbers.count > 2
      && zip(numbers, numbers.dropFirst()).allSatisfy { left, right in
        left.flatMap { left in right.map { $0 == (try? left.adding(1)) } } ?? false
      }
  }

  /// Returns the text without a number or a mark of its own in front, or that of a note behind: `1.`, `(1)`, `一、`, `①`,
  /// `1.1 `, `★`, `(注1)`.
  static func withoutOrdinal(_ text: String) -> String {
    var clean = CellTextCleaner.halfWidth(text)
    if clean.hasSuffix(")"), let note = clean.lastIndex(of: "("),
      clean[note...].dropFirst().first == "注",
      clean[note...].dropFirst(2).dropLast().allSatisfy({ ("0"..."9").contains($0) })
    {
      clean = String(clean[..<note])
    }
    // Sheets are filled with figures to their last row: no expression is made for each.
    for mark in [signs(before: clean), numbers(before: clean)] {
      if let rest = mark, !rest.isEmpty { return CellTextCleaner.trimmed(String(rest)) }
    }
    var rest = clean[...]
    let isBracketed = rest.first == "("
    if isBracketed { rest.removeFirst() }
    let digits = rest.prefix { ("0"..."9").contains($0) || "一二三四五六七八九十".contains($0) }
    guard (1...3).contains(digits.count) else { return clean }
    rest = rest.dropFirst(digits.count)
    guard let mark = rest.first, isBracketed ? mark == ")" : ".、)".contains(mark) else { return clean }
    rest.removeFirst()
    // 1.5公里道路 begins with a figure.
    return rest.first?.isNumber == true || rest.isEmpty ? clean : CellTextCleaner.trimmed(String(rest))
  }

  /// Returns what stands behind signs such as ① and ★; `nil` for a text that does not begin with one.
  private static func signs(before text: String) -> Substring? {
    let rest = text.drop { ("①"..."⑳").contains($0) || "★☆●○◆◇■□▲△※*".contains($0) }
    return rest.startIndex == text.startIndex ? nil : rest.drop(while: \.isWhitespace)
  }

  /// Returns what stands behind a number with dots and a space (`1.1 `); `nil` for a text that does not begin so.
  private static func numbers(before text: String) -> Substring? {
    var rest = text[...]
    var count = 0
    while true {
      let digits = rest.prefix(while: { ("0"..."9").contains($0) })
      guard (1...2).contains(digits.count) else { return nil }
      rest = rest[digits.endIndex...]
      count += 1
      guard rest.first == "." else { break }
      rest.removeFirst()
    }
    guard count > 1, rest.first?.isWhitespace == true else { return nil }
    return rest.drop(while: \.isWhitespace)
  }

  // MARK: Rows whose code and name do not agree

  /// - Parameter named: gives the codes of all indicators with a name, by the name's key.
  private mutating func compareNames(_ table: FormTable, _ layout: FormLayout, _ named: (String) -> [String]) {
    var moved: [(code: String, row: Int, name: String)] = []
    for line in layout.rows {
      guard let row = rows[line.code], let column = table.columns[.indicator] else { continue }
      // Of rows merged into one the lower has the upper one's name.
      let text = table.sheet.shown(row: row, column: column).text
      if text == line.indicator { continue }
      let key = HeadText.nameKey(text, period: period)
      if key.isEmpty {
        // Without its name the row is told by what is printed beside it.
        if !Self.agrees(line, table, row: row) {
          rows[line.code] = nil
          contradicting.append((line.code, row))
        }
      } else if key != HeadText.nameKey(line.indicator, period: period), aliases[key] != line.code {
        moved.append((line.code, row, key))
      }
    }
    guard !moved.isEmpty else { return }
    let targets = moved.map { line in
      let codes = named(line.name)
      return codes.count == 1 ? codes.first : nil
    }
    let isPermutation =
      targets.allSatisfy { $0 != nil } && Set(targets.compactMap(\.self)) == Set(moved.map(\.code))
      && zip(moved, targets).allSatisfy { line, target in
        target.flatMap(layout.row).map { Self.agrees($0, table, row: line.row) } ?? false
      }
    if isPermutation {
      for (line, target) in zip(moved, targets) {
        guard let target else { continue }
        rows[target] = line.row
        sorted.append(target)
      }
      return
    }
    for (line, target) in zip(moved, targets) {
      let own = layout.row(line.code).map { HeadText.nameKey($0.indicator, period: period) } ?? ""
      // A name that only grew or shrank is still the row's; one with something in brackets is another's.
      if target == nil, !Self.alters(line.name, own), !line.name.contains("(") || own.includes("("),
        line.name.contains(own) || own.contains(line.name) && line.name.count * 2 >= own.count
      {
        continue
      }
      rows[line.code] = nil
      contradicting.append((line.code, line.row))
    }
  }

  /// Returns true if a name has grown by a word that makes another thing of it: 未完成…, 拟开展….
  private static func alters(_ name: String, _ own: String) -> Bool {
    [
      "未", "拟", "计划", "剩余", "不", "停", "上年", "去年", "同期", "预计", "其中", "率", "比例", "占比", "资金", "经费", "缺口", "取消", "非", "全市",
      "全县", "目标", "减少", "核减", "撤销", "排名", "增长", "增幅", "预测", "其他",
    ].contains { name.contains($0) && !own.includes($0) }
  }

  /// Checks the names on a form that has codes of its own; the names are its own too: one that is another row's, or the
  /// row's own with something in brackets behind it, contradicts the code.
  private mutating func compareWords(
    _ table: FormTable, _ layout: FormLayout, _ names: [String: [String]], _ words: [String: String]
  ) {
    for line in layout.rows {
      guard let row = rows[line.code], let cell = table.cell(.indicator, row: row), cell.value != nil else { continue }
      let text = Self.withoutOrdinal(cell.text)
      let head = HeadText(text)
      let key = HeadText.nameKey(text, period: period)
      let named = words[key] ?? (names[key]?.count == 1 ? names[key]?.first : nil) ?? aliases[key]
      let own = HeadText(line.indicator).base
      let isOther =
        named.map { $0 != line.code }
        ?? (key != head.base && names[head.base]?.contains(line.code) == true
          || key != own && key.contains(own) && Self.alters(key, own))
      guard isOther else {
        if named == nil, !Self.isAlike(key, own) { renamed.append((line.code, row)) }
        continue
      }
      rows[line.code] = nil
      contradicting.append((line.code, row))
    }
  }

  /// Returns true if one name may be another way to say the other: most characters of the shorter one stand in the
  /// longer one.
  private static func isAlike(_ name: String, _ own: String) -> Bool {
    let (one, other) = (Set(name), Set(own))
    return one.intersection(other).count * 2 > min(one.count, other.count)
  }

  /// Returns true if what is printed on the row beside its name is that line's too: a name alone that was put elsewhere
  /// moves nothing.
  private static func agrees(_ line: FormLayout.Row, _ table: FormTable, row: Int) -> Bool {
    let measure = CellTextCleaner.key(table.text(.measure, row: row))
    if !measure.isEmpty, measure != CellTextCleaner.key(line.measure.isEmpty ? "—" : line.measure) { return false }
    let printed: [(FormColumn, String?)] = [
      (.target, line.targetIsNumber ? line.target : nil), (.allocation, line.allocation), (.previous, line.previous),
    ]
    return printed.allSatisfy { column, text in
      guard let cell = table.cell(column, row: row), case .number(let number)? = cell.value, cell.formula == nil else {
        return true
      }
      // What the form did not have printed, the unit entered.
      guard let text else { return column == .previous }
      return FixedDecimal(text) == FixedDecimal.fifteenDigits(number)?.value
    }
  }

  // MARK: What is said of them

  /// Returns the blocks of rows that stand next to each other.
  static func blocks(_ rows: [Int]) -> [ClosedRange<Int>] {
    var blocks: [ClosedRange<Int>] = []
    for row in rows {
      if let last = blocks.last, last.upperBound + 1 == row {
        blocks[blocks.count - 1] = last.lowerBound...row
      } else {
        blocks.append(row...row)
      }
    }
    return blocks
  }
}

import PlanModel
import SpreadsheetML
import Validation
import XLSXReading

/// Reads the lists of a form back: the sheet by its codes or its headers, the columns by their headers, the rows by what
/// stands in them.
struct ListReader {
  let layout: FormLayout
  let plan: Plan
  let period: Period
  let words: HeadWords
  /// Of one list.
  let mostObjects: Int
  let file: String
  let digest: String

  /// Findings of reading, made on the way.
  private(set) var findings: [Finding] = []

  private var unit: String { layout.unit }

  init(
    layout: FormLayout, plan: Plan, period: Period, words: HeadWords, mostObjects: Int, file: String, digest: String
  ) {
    self.layout = layout
    self.plan = plan
    self.period = period
    self.words = words
    self.mostObjects = mostObjects
    self.file = file
    self.digest = digest
  }

  /// A sheet that has the headers of a list.
  private struct Found {
    let sheet: SourceSheet
    let headerRow: Int
    let columns: [ListColumn: Int]
    /// Columns of which there are two.
    let twice: [ListColumn: [SourceCell]]
    /// Codes in the hidden column, with the number of rows that carry them.
    let codes: [String: Int]

    /// Returns the one of these lists that most rows belong to.
    func list(of tables: [FormLayout.ListTable]) -> String? {
      tables.map(\.code).filter { codes[$0] != nil }.max { codes[$0] ?? 0 < codes[$1] ?? 0 }
    }
  }

  /// Reads the lists; returns their rows by the indicator's code.
  mutating func read(_ workbook: SourceWorkbook) -> [String: [Submission.ListRow]] {
    let tables = layout.lists ?? []
    guard !tables.isEmpty else { return [:] }
    let sheets = workbook.sheets.filter { $0.name != workbook.stampSheet?.name }.compactMap(Self.find)
    var lists: [String: [Submission.ListRow]] = [:]
    for table in tables {
      let coded = sheets.filter { $0.list(of: tables) == table.code }
      let named = sheets.filter { $0.list(of: tables) == nil && $0.sheet.name == table.sheet }
      let only = tables.count == 1 && sheets.count == 1 ? sheets : []
      let matches = [coded, named, only].first { !$0.isEmpty } ?? []
      guard !matches.isEmpty else {
        findings.append(
          BuiltInRule.listIncomplete.finding(
            unit: unit, file: file, indicator: table.code, value: "“\(table.sheet)”工作表",
            expected: "恢复发下的填报表里的“\(table.sheet)”工作表，按行填写"))
        continue
      }
      let others = Set(tables.map(\.code)).subtracting([table.code])
      guard let found = decide(table, among: matches, others: others) else { continue }
      readHead(of: found)
      lists[table.code] = rows(of: table, in: found, others: others)
    }
    return lists
  }

  /// Returns the sheet of a list that counts: of several one that is seen and filled, if these say the same; `nil` where they
  /// do not, and none counts. That there are several is noted.
  private mutating func decide(
    _ table: FormLayout.ListTable, among matches: [Found], others: Set<String>
  ) -> Found? {
    guard matches.count > 1 else { return matches.first }
    let seen = matches.filter { !$0.sheet.isHidden }
    let candidates = (seen.isEmpty ? matches : seen).map { match in
      // What is wrong with those that do not count is no matter.
      var reader = self
      let rows = reader.rows(of: table, in: match, others: others)
      return (found: match, contents: rows.map { $0.values.mapValues(\.figure) })
    }
    let filled = candidates.filter { !$0.contents.isEmpty }
    let left = filled.isEmpty ? candidates : filled
    let counting = left.first { $0.found.sheet.name == table.sheet } ?? left[0]
    func named(_ founds: [Found]) -> String { founds.map(\.sheet.name).joined(separator: "、") }
    let sheet = counting.found.sheet.name
    guard Set(left.map(\.contents)).count == 1 else {
      findings.append(
        BuiltInRule.sheetsDiffer.finding(
          unit: unit, file: file, sheet: sheet, indicator: table.code, text: named(left.map(\.found))))
      return nil
    }
    findings.append(
      BuiltInRule.severalForms.finding(
        unit: unit, file: file, sheet: sheet, indicator: table.code,
        text: named(matches.filter { $0.sheet.name != sheet }), expected: sheet))
    return counting.found
  }

  /// Reads the head of a list: one of another month is not this month's, whatever the form beside it says.
  private mutating func readHead(of found: Found) {
    let head = FormHead(found.sheet, above: found.headerRow, plan: plan, words.memory)
    let disputed = head.disputed(period, title: layout.title, words.memory)
    if !disputed.isEmpty {
      findings.append(
        BuiltInRule.periodUnknown.finding(
          unit: unit, file: file, sheet: found.sheet.name, cells: disputed.map(\.reference.a1),
          text: disputed.map { CellTextCleaner.trimmed($0.text) }.joined(separator: "”和“"),
          expected: "截至\(period.lastDay.chinese)"))
    }
    if let said = head.units.named.first, let named = plan.unit(named: said.value), named.id != unit {
      findings.append(
        BuiltInRule.unitMismatch.finding(
          unit: unit, file: file, sheet: found.sheet.name, cells: [said.cell.reference.a1], text: said.value,
          value: layout.unitName, expected: named.name))
    }
    for (column, cells) in found.twice.sorted(by: { $0.value[0].reference < $1.value[0].reference }) {
      findings.append(
        BuiltInRule.columnMissing.finding(
          unit: unit, file: file, sheet: found.sheet.name, cells: cells.map(\.reference.a1),
          text: cells.map { CellTextCleaner.trimmed($0.text) }.joined(separator: "、"), expected: column.chinese))
    }
    let strange = words.strange(in: found.sheet, above: found.headerRow, head: head).filter { !disputed.contains($0) }
    if let finding = words.finding(strange, sheet: found.sheet.name, file: file) { findings.append(finding) }
  }

  /// Returns true if a sheet has the headers of a list, whatever it is called.
  static func isList(_ sheet: SourceSheet) -> Bool { find(sheet) != nil }

  private static let keys = ListColumn.allCases.map { (column: $0, key: CellTextCleaner.key($0.chinese)) }

  private static func find(_ sheet: SourceSheet) -> Found? {
    for row in sheet.rows.prefix(50) {
      let cells = sheet.cells(inRow: row)
      // Object, state and day stand in three cells.
      guard cells.count > 2 else { continue }
      var columns: [ListColumn: Int] = [:]
      var twice: [ListColumn: [SourceCell]] = [:]
      for cell in cells {
        // A header is short; the long texts of other sheets need not be brought into the form for comparing.
        guard case .string(let text)? = cell.value, text.utf8.count <= 192 else { continue }
        let key = CellTextCleaner.key(text)
        guard let hit = keys.first(where: { $0.key == key })?.column else { continue }
        if let first = columns[hit] {
          twice[hit, default: [sheet.cell(row: row, column: first)]].append(cell)
        } else {
          columns[hit] = cell.reference.column
        }
      }
      guard columns[.object] != nil, columns[.state] != nil, columns[.date] != nil else { continue }
      let codes = columns[.code].map { column in
        sheet.rows.filter { $0 > row }.map { sheet.text(row: $0, column: column) }.filter { !$0.isEmpty }
      }
      return Found(
        sheet: sheet, headerRow: row, columns: columns, twice: twice,
        codes: Dictionary((codes ?? []).map { ($0, 1) }, uniquingKeysWith: +))
    }
    return nil
  }

  /// Returns the rows of a list. Every row is of the list on whose sheet it stands: the code is hidden, and travels
  /// with what is pasted.
  ///
  /// - Parameter others: codes of the form's other lists.
  private mutating func rows(
    of table: FormLayout.ListTable, in found: Found, others: Set<String>
  ) -> [Submission.ListRow] {
    var rows: [Submission.ListRow] = []
    let sent = Dictionary(
      table.objects.map { (NameKey.object($0.name), $0.state) }, uniquingKeysWith: { first, _ in first })
    var hidden: [CellReference] = []
    let dates = DateReader(period: period, example: "\(period.lastDay)这样的办结日期")
    for row in found.sheet.rows where row > found.headerRow {
      func cell(_ column: ListColumn) -> SourceCell? {
        found.columns[column].map { found.sheet.cell(row: row, column: $0) }
      }
      func text(_ column: ListColumn) -> String { cell(column).map { CellTextCleaner.trimmed($0.text) } ?? "" }
      guard ListColumn.entries.contains(where: { !text($0).isEmpty }) else { continue }
      guard rows.count < mostObjects else {
        findings.append(tooMany(in: found))
        return []
      }
      func entry(_ column: ListColumn, _ figure: Figure? = nil) -> Submission.Entry {
        let own = text(column)
        return .init(
          figure: figure ?? (own.isEmpty ? .blank : .text(own)),
          origin: cell(column).map { origin($0, found.sheet.name) })
      }
      // Of an object that was printed in, the layout knows it, whatever was typed over it.
      let printed = sent[NameKey.object(text(.object))]
      if found.sheet.hiddenRows.contains(row), let place = cell(.object)?.reference { hidden.append(place) }
      // Of what was struck out, or may look otherwise, no state is taken.
      let isSeen = [ListColumn.object, .state].allSatisfy { column in
        cell(column).map { $0.isAsSeen && $0.textStored == nil } ?? true
      }
      let state = isSeen ? ListState(chinese: CellTextCleaner.compact(text(.state))) : nil
      let day = cell(.date).map { dates.read($0) }
      rows.append(
        Submission.ListRow(values: [
          ListColumn.object.chinese: entry(.object),
          ListColumn.previousState.chinese: entry(.previousState, printed.map { .text($0) }),
          ListColumn.state.chinese: entry(.state, isSeen ? state.map { .text($0.chinese) } : .blank),
          ListColumn.date.chinese: entry(.date, day?.figure.date.map { .date($0, precision: .day) }),
          ListColumn.note.chinese: entry(.note),
        ]))
      if others.contains(text(.code)), let place = cell(.object)?.reference {
        findings.append(
          BuiltInRule.listIncomplete.finding(
            unit: unit, file: file, sheet: found.sheet.name, cells: [place.a1], indicator: table.code,
            text: text(.object), value: "\(table.sheet)里从另一张明细表粘贴来的一行",
            expected: "核对这一行是否属于“\(table.sheet)”，不属于的清空"))
      }
      if let printed, !text(.previousState).isEmpty, CellTextCleaner.compact(text(.previousState)) != printed,
        let place = cell(.previousState)?.reference
      {
        findings.append(
          BuiltInRule.listIncomplete.finding(
            unit: unit, file: file, sheet: found.sheet.name, cells: [place.a1], indicator: table.code,
            text: text(.previousState), value: "“\(text(.object))”的“\(ListColumn.previousState.chinese)”",
            expected: "核对这一行有没有错位（发下时是“\(printed)”），改回后核对“\(ListColumn.state.chinese)”"))
      }
      if let cell = cell(.date), let remark = day?.remarks.first(where: { Self.looks.contains($0.rule) }) {
        findings.append(
          remark.rule.finding(
            unit: unit, file: file, sheet: found.sheet.name, cells: [cell.reference.a1], indicator: table.code,
            text: text(.date), value: remark.value, expected: remark.expected))
        continue
      }
      if let finding = shownOtherwise(table, in: found, [.object, .state].compactMap(cell)) {
        findings.append(finding)
        continue
      }
      check(table, object: text(.object), state: state, day: day?.figure.date, in: found, row: row, cell)
    }
    findings += missing(table, rows, in: found) + beside(table, found)
    if found.sheet.isHidden, !rows.isEmpty || !hidden.isEmpty {
      findings.append(BuiltInRule.hiddenData.finding(unit: unit, file: file, sheet: found.sheet.name))
    } else if !hidden.isEmpty {
      findings.append(
        BuiltInRule.hiddenData.finding(
          unit: unit, file: file, sheet: found.sheet.name, cells: hidden.prefix(12).map(\.a1)))
    }
    return rows
  }

  private func tooMany(in found: Found) -> Finding {
    let error = XLSXReadError(.limitExceeded, reason: "listedObjects > \(mostObjects)")
    return SubmissionReader.unreadable(error, file: file, unit: unit, sheet: found.sheet.name)
  }

  /// Returns a finding on the first of the cells whose format shows another text than the one that is stored.
  private func shownOtherwise(_ table: FormLayout.ListTable, in found: Found, _ cells: [SourceCell]) -> Finding? {
    for cell in cells {
      guard let stored = cell.textStored, CellTextCleaner.trimmed(cell.text) != CellTextCleaner.trimmed(stored) else {
        continue
      }
      return BuiltInRule.shownOtherwise.finding(
        unit: unit, file: file, sheet: found.sheet.name, cells: [cell.reference.a1], indicator: table.code,
        text: cell.text.isEmpty ? nil : SourceCell.clipped(cell.text),
        value: cell.text.isEmpty ? "空白" : SourceCell.clipped(cell.text), expected: SourceCell.clipped(stored))
    }
    return nil
  }

  /// Returns a finding for each object that was printed in, and of which the list says nothing any more.
  private func missing(_ table: FormLayout.ListTable, _ rows: [Submission.ListRow], in found: Found) -> [Finding] {
    let named = Set(
      rows.compactMap { row in
        if case .text(let text) = row.figure(ListColumn.object.chinese) { NameKey.object(text) } else { nil }
      })
    let gone = table.objects.filter { !named.contains(NameKey.object($0.name)) }
    func finding(_ text: String?, _ what: String, _ remedy: String) -> Finding {
      BuiltInRule.listIncomplete.finding(
        unit: unit, file: file, sheet: found.sheet.name, indicator: table.code, text: text, value: what,
        expected: remedy)
    }
    let remedy = "填上“\(ListColumn.state.chinese)”；名称不要改"
    if rows.isEmpty, gone.count > 1 { return [finding(nil, "原来列着的\(gone.count)个对象", "恢复这些行，\(remedy)")] }
    return gone.map { finding($0.name, "原来列着的“\($0.name)”", "恢复这一行，\(remedy)") }
  }

  /// Returns a finding for what stands beside the list's columns, for figures above it, and for what the numbers of its rows
  /// and its 自检 gave way to.
  private func beside(_ table: FormLayout.ListTable, _ found: Found) -> [Finding] {
    let columns = Set(found.columns.values).union(found.twice.values.joined().map(\.reference.column))
    let cells = found.sheet.rows.flatMap { index -> [SourceCell] in
      let row = found.sheet.row(index)
      let cells = found.sheet.cells(inRow: index).map { row.cell(column: $0.reference.column) }
      if index < found.headerRow { return cells.filter(OutsideCells.isFigureAlone) }
      return cells.filter { cell in
        let column = cell.reference.column
        if !columns.contains(column) { return OutsideCells.hasFigure(cell) || OutsideCells.hasWords(cell) }
        if index == found.headerRow { return false }
        return column == found.columns[.number] && OutsideCells.hasWords(cell)
          || column == found.columns[.selfCheck] && OutsideCells.isNoVerdict(cell)
      }
    }
    guard !cells.isEmpty else { return [] }
    let texts = cells.prefix(12).map { SourceCell.clipped(CellTextCleaner.trimmed($0.text)) }
    return [
      BuiltInRule.outsideLayout.finding(
        unit: unit, file: file, sheet: found.sheet.name, cells: cells.prefix(12).map(\.reference.a1),
        indicator: table.code, text: texts.joined(separator: " "))
    ]
  }

  /// What is said of a day that is not what it looks like.
  private static let looks: Set<BuiltInRule> = [.shownOtherwise, .struckText]

  /// What stands for the words above it, and is no object's name.
  private static let dittos: Set<String> = ["同上", "同前", "〃", "\"", "”", "″", "''", "如上"]

  /// Reports what a row lacks; one with everything that it needs makes no finding.
  private mutating func check(
    _ table: FormLayout.ListTable, object: String, state: ListState?, day: CivilDate?, in found: Found, row: Int,
    _ cell: (ListColumn) -> SourceCell?
  ) {
    let hasDate = cell(.date)?.value != nil
    let struck = [ListColumn.object, .state].first { cell($0)?.struck.isEmpty == false }
    let fault: (column: ListColumn, expected: String)? =
      if let struck {
        (struck, "清除删除线；不再列的，清空这一行")
      } else if object.isEmpty || Self.dittos.contains(object) {
        (.object, "填对象的名称")
      } else if state == nil {
        (.state, "填" + ListState.allCases.map(\.chinese).joined(separator: "、") + "之一")
      } else if state == .done, day == nil {
        (.date, "填办结日期，如\(period.lastDay)")
      } else if state != .done, hasDate {
        (.date, "清空日期（这一行没有办结）；已经办结的，把“\(ListColumn.state.chinese)”改为“\(ListState.done.chinese)”")
      } else if let day, day > period.lastDay {
        (.date, "填不晚于\(period.lastDay)的日期")
      } else {
        nil
      }
    guard let fault else { return }
    let place = cell(fault.column)?.reference
    let text = cell(fault.column).map { CellTextCleaner.trimmed($0.text) } ?? ""
    findings.append(
      BuiltInRule.listIncomplete.finding(
        unit: unit, file: file, sheet: found.sheet.name, cells: place.map { [$0.a1] } ?? [], indicator: table.code,
        text: text.isEmpty ? nil : text, value: "\(table.sheet)的“\(fault.column.chinese)”", expected: fault.expected))
  }

  private func origin(_ cell: SourceCell, _ sheet: String) -> FigureOrigin {
    FigureOrigin(
      file: file, digest: digest, sheet: sheet, cell: cell.reference.a1, text: CellTextCleaner.trimmed(cell.text))
  }
}

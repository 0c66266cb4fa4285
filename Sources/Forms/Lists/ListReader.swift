import PlanModel
import SpreadsheetML
import Validation
import XLSXReading

/// Reads the lists of a form back: the sheet by its codes or its headers, the columns by their headers, the rows by what
/// stands in them.
struct ListReader {
  let layout: FormLayout
  let period: Period
  let head: SideSheetHead
  /// Of all lists of the form.
  let mostObjects: Int
  let file: String
  let digest: String

  /// Findings of reading, made on the way.
  private(set) var findings: [Finding] = []
  /// The sheets that were read.
  private(set) var sheets: [SourceSheet] = []
  /// How many objects were read.
  private var count = 0

  private var unit: String { layout.unit }

  init(
    head: SideSheetHead, mostObjects: Int, file: String, digest: String
  ) {
    layout = head.layout
    period = head.period
    self.head = head
    self.mostObjects = mostObjects
    self.file = file
    self.digest = digest
  }

  /// A sheet that has the headers of a list.
  private struct Found {
    let sheet: SourceSheet
    let heads: SideHeads<ListColumn>
    /// Codes in the hidden column, with the number of rows that carry them.
    let codes: [String: Int]

    var headerRow: Int { heads.row }
    var columns: [ListColumn: Int] { heads.columns }
    /// False where a column that the unit fills cannot be told: what a row lacks is no fault of the row's then.
    var isWhole: Bool { heads.tell(ListColumn.entries) }

    /// Returns the one of these lists that most rows belong to.
    func list(of tables: [FormLayout.ListTable]) -> String? {
      tables.map(\.code).filter { codes[$0] != nil }.max { codes[$0] ?? 0 < codes[$1] ?? 0 }
    }
  }

  /// Reads the lists; returns their rows by the indicator's code.
  mutating func read(_ workbook: SourceWorkbook) -> [String: [Submission.ListRow]] {
    let tables = layout.lists ?? []
    guard !tables.isEmpty else { return [:] }
    let sheets = workbook.sheets.filter { $0.name != workbook.stampSheet?.name }.compactMap {
      Self.find($0, period: period)
    }
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
      self.sheets.append(found.sheet)
      findings += head.findings(found.sheet, above: found.headerRow)
      findings += found.heads.findings(
        of: ListColumn.entries, unit: unit, file: file, sheet: found.sheet, indicator: table.code)
      let rows = rows(of: table, in: found, others: others)
      count += rows.count
      lists[table.code] = rows
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

  /// Returns true if a sheet has the headers of a list, whatever it is called.
  static func isList(_ sheet: SourceSheet) -> Bool { find(sheet, period: nil) != nil }

  private static let heads = ListColumn.allCases.map { SideHeads.Head($0, $0.chinese, isWords: $0 == .note) }
  private static let names = Set(ListColumn.allCases.map(\.chinese))
  /// Those that no other sheet has.
  private static let needed: [ListColumn] = [.object, .state, .date]

  private static func find(_ sheet: SourceSheet, period: Period?) -> Found? {
    guard
      let heads = SideHeads(
        in: sheet, rows: sheet.rows.prefix(50), heads: Self.heads, needed: needed, naming: [.object], period: period)
    else { return nil }
    let codes = heads.columns[.code].map { column in
      sheet.rows.filter { $0 > heads.row }.map { sheet.text(row: $0, column: column) }.filter { !$0.isEmpty }
    }
    return Found(
      sheet: sheet, heads: heads, codes: Dictionary((codes ?? []).map { ($0, 1) }, uniquingKeysWith: +))
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
    var covered: [SourceCell] = []
    var slipped: [SourceCell] = []
    let ordinals = printedOrdinals(table)
    var strange: [SourceCell] = []
    let earlier = findings.count
    let dates = DateReader(period: period, example: "\(period.lastDay)这样的办结日期")
    var isOfAnother = false
    for row in found.sheet.rows where row > found.heads.lastRow {
      let line = found.sheet.row(row)
      func cell(_ column: ListColumn) -> SourceCell? {
        // What lies under a merge is not seen.
        found.columns[column].map { line.cell(column: $0).uncovered }
      }
      func text(_ column: ListColumn) -> String { cell(column).map { CellTextCleaner.trimmed($0.text) } ?? "" }
      let merged = ListColumn.entries.compactMap { column in found.columns[column].map { line.cell(column: $0) } }
        .filter(\.isCovered)
      covered += merged
      guard ListColumn.entries.contains(where: { !text($0).isEmpty }) else { continue }
      let words = ListColumn.entries.map(text).filter { !$0.isEmpty }
      // Below a head whose columns stand otherwise nothing can be told by the list's own.
      isOfAnother = isOfAnother || Self.names.contains(CellTextCleaner.key(text(.state))) && isOtherHead(text)
      if isOfAnother || Self.isNoObject(text(.object)) || words.allSatisfy(ColumnNumber.isOne) {
        strange += ListColumn.entries.compactMap(cell).filter { $0.value != nil }
        continue
      }
      guard count + rows.count < mostObjects else {
        // Nothing of it is taken, and nothing else is to be mended in it.
        findings.removeSubrange(earlier...)
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
          ListColumn.date.chinese: entry(.date, day?.figure),
          ListColumn.note.chinese: entry(
            .note, cell(.note).map { $0.isAsSeen && !$0.isShownOtherwise } == false ? .blank : nil),
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
      } else if let ordinal = ordinals[NameKey.object(text(.object))], let number = Int(text(.number)),
        number != ordinal
      {
        slipped += [cell(.object)].compactMap(\.self)
      }
      if let cell = cell(.date), let remark = day?.remarks.first(where: { Self.looks.contains($0.rule) }) {
        findings.append(
          remark.rule.finding(
            unit: unit, file: file, sheet: found.sheet.name, cells: [cell.reference.a1], indicator: table.code,
            text: text(.date), value: remark.value, expected: remark.expected))
        continue
      }
      if let finding = shownOtherwise(table, in: found, [.object, .state, .note].compactMap(cell)) {
        findings.append(finding)
        continue
      }
      if let cell = cell(.date), let remark = day?.remarks.first(where: { Self.notices.contains($0.rule) }) {
        findings.append(
          remark.rule.finding(
            unit: unit, file: file, sheet: found.sheet.name, cells: [cell.reference.a1], indicator: table.code,
            head: ListColumn.date.chinese, text: text(.date), value: remark.value))
      }
      // What a row lacks is no fault of the row where its column cannot be told.
      guard found.isWhole, merged.isEmpty else { continue }
      check(table, object: text(.object), state: state, day: day?.figure.date, in: found, row: row, cell)
    }
    if found.isWhole { findings += missing(table, rows, in: found) }
    findings += beside(table, found, strange)
    if !slipped.isEmpty {
      findings.append(
        BuiltInRule.listIncomplete.finding(
          unit: unit, file: file, sheet: found.sheet.name, cells: slipped.prefix(12).map(\.reference.a1),
          indicator: table.code,
          value:
            "“\(table.sheet)”里“\(ListColumn.object.chinese)”和印好的“\(ListColumn.number.chinese)”对不上的行（\(slipped.count)行）",
          expected: "核对名称有没有单独挪动或排序，使“\(ListColumn.state.chinese)”错了位"))
    }
    if !covered.isEmpty {
      findings.append(
        BuiltInRule.mergedFigure.finding(
          unit: unit, file: file, sheet: found.sheet.name, cells: covered.prefix(12).map(\.reference.a1),
          indicator: table.code, head: "“\(table.sheet)”里的一格"))
    }
    hidden += ListColumn.entries.compactMap { found.columns[$0] }.filter(found.sheet.hiddenColumns.contains).map {
      CellReference(row: found.headerRow, column: $0)
    }
    if found.sheet.isHidden, !rows.isEmpty || !hidden.isEmpty {
      findings.append(BuiltInRule.hiddenData.finding(unit: unit, file: file, sheet: found.sheet.name))
    } else if !hidden.isEmpty {
      findings.append(
        BuiltInRule.hiddenData.finding(
          unit: unit, file: file, sheet: found.sheet.name, cells: hidden.prefix(12).map(\.a1)))
    }
    return rows
  }

  /// Returns the numbers that were printed beside the objects. In a return they stand in the order of the file that came in.
  private func printedOrdinals(_ table: FormLayout.ListTable) -> [String: Int] {
    guard !layout.columns.contains(where: { $0.key == FormColumn.findingNumbers.rawValue }) else { return [:] }
    return Dictionary(
      table.objects.enumerated().map { (NameKey.object($0.element.name), $0.offset + 1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Returns true for a row of heads of which one stands in the column of another.
  private func isOtherHead(_ text: (ListColumn) -> String) -> Bool {
    ListColumn.allCases.contains { column in
      let key = CellTextCleaner.key(text(column))
      return key != column.chinese && Self.names.contains(key)
    }
  }

  /// Returns true for a sum below a list, or its head that stands there again.
  private static func isNoObject(_ text: String) -> Bool {
    let key = CellTextCleaner.key(text)
    return key == ListColumn.object.chinese || ["合计", "小计", "总计", "共计"].contains { key.hasPrefix($0) }
  }

  private func tooMany(in found: Found) -> Finding {
    let error = XLSXReadError(.limitExceeded, reason: "listedObjects > \(mostObjects)")
    return SubmissionReader.unreadable(error, file: file, unit: unit, sheet: found.sheet.name)
  }

  /// Returns a finding on the first of the cells whose format shows another text than the one that is stored.
  private func shownOtherwise(_ table: FormLayout.ListTable, in found: Found, _ cells: [SourceCell]) -> Finding? {
    cells.first(where: \.isShownOtherwise).map {
      OutsideCells.shownOtherwise($0, unit: unit, file: file, sheet: found.sheet.name, indicator: table.code)
    }
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

  /// Returns a finding for what stands beside the list's columns, for figures above it, for what the numbers of its rows and
  /// its 自检 gave way to, and for what is no object's.
  private func beside(_ table: FormLayout.ListTable, _ found: Found, _ strange: [SourceCell]) -> [Finding] {
    let columns = found.heads.places
    let cells =
      found.sheet.rows.flatMap { index -> [SourceCell] in
        if index < found.headerRow { return found.sheet.cells(inRow: index).filter(OutsideCells.isFigureAlone) }
        return OutsideCells.besideColumns(
          columns, number: found.columns[.number], selfCheck: found.columns[.selfCheck], in: found.sheet, row: index,
          isHeader: index == found.headerRow, printed: [table.code])
      } + strange
    guard !cells.isEmpty else { return [] }
    return [
      OutsideCells.finding(cells, unit: unit, file: file, sheet: found.sheet.name, indicator: table.code)
    ]
  }

  /// What is said of a day that is not what it looks like.
  private static let looks: Set<BuiltInRule> = [.shownOtherwise, .struckText]

  /// What is said of a day that was written in another way.
  private static let notices: Set<BuiltInRule> = [.normalized, .textDateConverted]

  /// What stands for the words above it, and is no object's name.
  private static let dittos: Set<String> = ["同上", "同前", "〃", "\"", "”", "″", "''", "如上"]

  /// Reports what a row lacks; one with everything that it needs makes no finding.
  private mutating func check(
    _ table: FormLayout.ListTable, object: String, state: ListState?, day: CivilDate?, in found: Found, row: Int,
    _ cell: (ListColumn) -> SourceCell?
  ) {
    let hasDate = cell(.date)?.value != nil
    let struck = [ListColumn.object, .state, .note].first { cell($0)?.struck.isEmpty == false }
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

import PlanModel
import SpreadsheetML
import Validation

/// Reads forms that this program did not make, by their descriptions in the plan.
struct ForeignReader {
  let reader: SubmissionReader
  let workbook: FoundWorkbook
  let file: String
  let digest: String

  /// What begins a row that is no indicator's on most forms.
  static let skipped = ["合计", "小计", "总计", "栏次", "甲", "填表", "填报", "制表", "审核", "单位负责人", "联系电话"]

  /// What begins a note: a figure in it is said, unless the description has its beginning too.
  static let notes = ["注", "备注", "说明"]

  /// The parts of the file; `nil` where no description fits.
  func read() -> [FilePart]? {
    var best: (layout: ForeignLayout, tables: [ForeignTable])?
    for layout in reader.plan.layouts {
      let tables = tables(of: layout)
      let isWhole = tables.contains { $0.missing.isEmpty }
      guard isWhole, layout.columns.count > best?.layout.columns.count ?? 0 else { continue }
      best = (layout, tables.filter { $0.missing.isEmpty })
    }
    if let (layout, tables) = best { return parts(layout, tables) }
    // Known by its fixed words, or by most of its headers, of which one stands twice: that is what has to be mended.
    for layout in reader.plan.layouts {
      if let table = tables(of: layout).first(where: { !layout.fixed.isEmpty || !$0.undecided.isEmpty }) {
        return [FilePart(file: file, reading: lacking(layout, table))]
      }
    }
    return nil
  }

  private func tables(of layout: ForeignLayout) -> [ForeignTable] {
    workbook.sheets.filter { sheet in
      layout.sheets.isEmpty
        ? !sheet.isHidden && !layout.except.contains(sheet.name) : layout.sheets.contains(sheet.name)
    }
    .compactMap { ForeignTable(in: $0, layout: layout, period: reader.period) }
    .filter { table in
      let places = PlaceReader(workbook: workbook, table: table.sheet)
      return layout.fixed.allSatisfy { fixed in
        places.text(fixed.place).map(CellTextCleaner.key) == CellTextCleaner.key(fixed.text)
      }
    }
  }

  private func lacking(_ layout: ForeignLayout, _ table: ForeignTable) -> Reading {
    .refused(
      unit: nil,
      findings: table.missing.map { column in
        let like = (table.undecided[column] ?? []).map {
          table.sheet.shown(row: table.headerRow, column: $0)
        }
        return BuiltInRule.columnMissing.finding(
          file: file, sheet: table.sheet.name, cells: like.map(\.reference.a1),
          text: like.isEmpty ? nil : like.map { CellTextCleaner.trimmed($0.text) }.joined(separator: "、"),
          expected: layout.columns[column]?.joined(separator: "/")
            .replacing(ForeignLayout.monthMark, with: reader.period.map { String($0.lastMonth) } ?? "几"))
      })
  }

  // MARK: Which sheets

  /// A sheet with the table, and whose it is, for when.
  private struct Candidate {
    let table: ForeignTable
    let unit: Unit?
    /// What stands where the unit is named.
    let named: String
    let period: FoundPeriod

    /// What tells forms of one file from each other.
    var owner: String { unit?.id ?? "?\(named)" }
  }

  /// A form for each unit that the sheets name, of the sheets of the period that is asked for.
  private func parts(_ layout: ForeignLayout, _ tables: [ForeignTable]) -> [FilePart] {
    var groups: [(key: String, candidates: [Candidate])] = []
    for table in tables {
      let places = PlaceReader(workbook: workbook, table: table.sheet)
      let named = layout.unit.map { places.text($0) ?? "" }.joined()
      let candidate = Candidate(table: table, unit: unit(named), named: named, period: period(layout, places))
      // Where no period is asked for, each is a form of its own.
      let key = candidate.owner + (reader.period == nil ? candidate.period.name : "")
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].candidates.append(candidate)
      } else {
        groups.append((key, [candidate]))
      }
    }
    return groups.map { _, candidates in
      let asked = candidates.filter { candidate in
        if case .period(let period) = candidate.period { reader.period?.isClosed(by: period) != false } else { false }
      }
      let left = asked.isEmpty ? candidates : asked
      let name = groups.count > 1 ? "\(file)［\(left[0].table.sheet.name)］" : file
      return FilePart(file: name, reading: read(left, layout, file: name))
    }
  }

  /// Of several sheets of one unit and period the one that counts, if they do not differ.
  private func read(_ candidates: [Candidate], _ layout: ForeignLayout, file: String) -> Reading {
    let reading = read(candidates[0], layout, file: file)
    guard candidates.count > 1, case .form(let form) = reading else { return reading }
    let names = candidates.map(\.table.sheet.name)
    let differs = candidates.dropFirst().contains { candidate in
      guard case .form(let other) = read(candidate, layout, file: file) else { return true }
      return !form.submission.saysTheSame(as: other.submission)
    }
    let finding =
      differs
      ? BuiltInRule.sheetsDiffer.finding(
        unit: form.submission.unit, file: file, sheet: names[0], text: names.joined(separator: "、"))
      : BuiltInRule.severalForms.finding(
        unit: form.submission.unit, file: file, sheet: names[0], text: names.dropFirst().joined(separator: "、"),
        expected: names[0])
    return .form(
      ReadForm(
        submission: form.submission, findings: [finding] + form.findings, accounting: form.accounting,
        layout: form.layout, serial: form.serial))
  }

  // MARK: One form

  private func read(_ candidate: Candidate, _ layout: ForeignLayout, file: String) -> Reading {
    let table = candidate.table
    guard let unit = candidate.unit else {
      return .refused(
        unit: nil,
        findings: [
          BuiltInRule.unitUnknown.finding(
            file: file, sheet: table.sheet.name, text: candidate.named.isEmpty ? nil : candidate.named)
        ])
    }
    switch candidate.period {
    case .failure(let text):
      return .refused(
        unit: unit.id,
        findings: [
          BuiltInRule.periodUnknown.finding(unit: unit.id, file: file, sheet: table.sheet.name, text: text)
        ])
    case .period(let period):
      if let wanted = reader.period, !wanted.isClosed(by: period) {
        return .refused(
          unit: unit.id,
          findings: [
            BuiltInRule.anotherPeriod.finding(
              unit: unit.id, file: file, value: period.chinese,
              expected: reader.plan.formPeriod(closing: wanted).chinese)
          ])
      }
      return read(ForeignForm(reader: self, layout: layout, table: table, unit: unit, period: period, file: file))
    }
  }

  /// The whole text, or what stands before the next label on its line.
  private func unit(_ text: String) -> Unit? {
    var names = [text] + (text.split { $0.isWhitespace }.first.map { [String($0)] } ?? [])
    // 东县（盖章）
    names += names.compactMap { name in
      ["（盖章）", "(盖章)"].first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) }
    }
    return names.compactMap { reader.plan.unit(named: $0) }.first { $0.kind != .group }
  }

  private enum FoundPeriod {
    case period(Period)
    case failure(text: String?)

    var name: String {
      switch self {
      case .period(let period): period.description
      case .failure: "?"
      }
    }
  }

  private func period(_ layout: ForeignLayout, _ places: PlaceReader) -> FoundPeriod {
    guard let place = layout.period else {
      return reader.period.map { .period($0) } ?? .failure(text: nil)
    }
    guard let text = places.text(place), let found = PeriodText(text, year: reader.plan.year) else {
      return .failure(text: places.text(place))
    }
    return .period(found.period(wanted: reader.period, isMonthly: layout.isMonthly))
  }

  private func read(_ form: ForeignForm) -> Reading {
    let planned = form.planned
    let table = form.table
    let matching = RowMatching(
      table, layout: planned, words: form.words, skip: Self.skipped + form.layout.skip, notes: Self.notes)
    let unit = form.unit.id
    var findings = [BuiltInRule.foreignForm.finding(unit: unit, file: form.file, value: form.layout.title)]
    findings += reader.aboutHidden(
      table, rows: Set(matching.rows.values).union(matching.outside), unit: unit, file: form.file)
    var rows: [Submission.Row] = []
    var accounting = CellAccounting()
    for layout in planned.rows {
      guard let row = matching.rows[layout.code] else {
        accounting.add(.init(indicator: layout.code, cell: nil, text: "", fate: .blank))
        findings.append(
          BuiltInRule.rowMissing.finding(
            unit: unit, file: form.file, sheet: table.sheet.name, indicator: layout.code, expected: layout.indicator))
        continue
      }
      var reader = form.rowReader(layout, row: row)
      reader.earliest = self.reader.earliestDay(of: layout.code, in: form.period)
      let read = reader.readForeign(form.foreign, period: form.period)
      rows.append(read)
      let origin = reader.decidingOrigin
      accounting.add(
        .init(indicator: layout.code, cell: origin?.cell, text: origin?.text ?? "", fate: reader.deciding.fate))
      findings += reader.findings
    }
    findings += reader.aboutComments(table, unit: unit, file: form.file)
    findings += FractionMix(unit: unit, file: form.file, sheet: table.sheet.name).findings(
      rows, layout: planned, known: findings)
    findings += aboutRows(matching, form)
    accounting.outside = matching.outside.count
    let submission = Submission(
      file: form.file, digest: digest, unit: unit, period: form.period, rows: rows,
      signature: SignatureReader(period: form.period, file: form.file, digest: digest).read(workbook),
      columns: Set(table.columns.keys))
    return .form(
      ReadForm(
        submission: submission, findings: findings, accounting: accounting, layout: planned, serial: nil))
  }

  private func aboutRows(_ matching: RowMatching, _ form: ForeignForm) -> [Finding] {
    let sheet = form.table.sheet
    let twice = Dictionary(grouping: matching.duplicated, by: \.code).sorted { $0.key < $1.key }.map { code, rows in
      BuiltInRule.rowDuplicated.finding(
        unit: form.unit.id, file: form.file, sheet: sheet.name,
        cells: rows.prefix(12).compactMap { sheet.byRow[$0.row]?.first?.reference.a1 }, indicator: code,
        value: form.planned.row(code)?.indicator)
    }
    let outside = OutsideCells(table: form.table, matching: matching, unit: form.unit.id, file: form.file)
    // What stands under a head that the description does not name, is the form's own affair.
    let headed = ForeignTable.headers(sheet, row: form.table.headerRow).map(\.column)
    return twice + outside.rowFindings() + outside.columnFindings(known: Set(headed).union(form.table.columns.values))
  }
}

/// A described form whose unit and period are known.
struct ForeignForm {
  let layout: ForeignLayout
  let foreign: ForeignTable
  let unit: Unit
  let period: Period
  let file: String
  /// What the form is asked for: the plan's rows that stand on it.
  let planned: FormLayout
  /// The same place in the terms of our own forms.
  let table: FormTable
  /// The plan's codes by the keys of the form's words.
  let words: [String: String]
  private let source: FigureOrigin.Source
  private let measures: StatedMeasure

  init(
    reader: ForeignReader, layout: ForeignLayout, table: ForeignTable, unit: Unit, period: Period, file: String
  ) {
    self.layout = layout
    foreign = table
    self.unit = unit
    self.period = period
    self.file = file
    source = FigureOrigin.Source(file: file, digest: reader.digest, sheet: table.sheet.name)
    let plan = reader.reader.plan
    planned = FormLayout(
      plan: plan, unit: unit, period: period, previous: reader.reader.previous(unit.id, period)
    ).restricted(to: Set(layout.rows.values))
    let columns = table.formColumns(month: period.lastMonth)
    var own = FormTable(sheet: table.sheet, headerRow: table.headerRow, columns: columns)
    own.measures = columns.compactMapValues { column in
      HeadText(table.sheet.shown(row: table.headerRow, column: column).text).measure
    }
    self.table = own
    measures = StatedMeasure(
      ofForm: Set(planned.rows.map(\.unit)),
      money: FormHead(table.sheet, above: table.headerRow, plan: plan).money,
      described: layout.measure, isOurs: false)
    words = Dictionary(
      layout.rows.map { (HeadText.nameKey($0.key, period: period), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  func rowReader(_ row: FormLayout.Row, row index: Int) -> RowReader {
    RowReader(
      table: table, row: index, layout: row, unit: unit.id, period: period, source: source, measures: measures)
  }
}

extension ForeignTable {
  /// Its columns in the terms of our own forms.
  func formColumns(month: Int) -> [FormColumn: Int] {
    var own: [FormColumn: Int] = [:]
    for column in ForeignLayout.Column.allCases {
      guard let form = column.formColumn else { continue }
      own[form] = self.column(column, month: month)
    }
    if let value = self.column(.value, month: month) {
      if own[.current] == nil { own[.current] = value }
      if own[.cumulative] == nil { own[.cumulative] = value }
    }
    return own
  }
}

extension ForeignLayout.Column {
  /// `nil` for the figure that is the one or the other by indicator.
  var formColumn: FormColumn? {
    switch self {
    case .code: .code
    case .indicator: .indicator
    case .unit: .unit
    case .target: .target
    case .previous: .previous
    case .current: .current
    case .cumulative: .cumulative
    case .value: nil
    case .progress: .progress
    case .problems: .problems
    case .measures: .measures
    case .explanation: .explanation
    }
  }
}

extension FormLayout {
  /// The same with the rows of these codes alone, if any are given; a form of another make has no lists.
  fileprivate func restricted(to codes: Set<String>) -> FormLayout {
    FormLayout(
      version: version, plan: plan, title: title, revision: revision, unit: unit, unitName: unitName, period: period,
      sheet: sheet, columns: columns, rows: codes.isEmpty ? rows : rows.filter { codes.contains($0.code) }, lists: nil,
      review: nil)
  }
}

import PlanModel
import SpreadsheetML
import Validation

/// Reads forms that this program did not make, by their descriptions in the plan.
struct ForeignReader {
  let reader: SubmissionReader
  let workbook: SourceWorkbook
  let file: String
  let digest: String

  /// What begins a row that is no indicator's on most forms.
  static let skipped = ["合计", "小计", "总计", "栏次", "甲", "填表", "填报", "制表", "审核", "单位负责人", "联系电话"]

  /// What begins a note: a figure in it is said, unless the description has its beginning too.
  static let notes = ["注", "备注", "说明"]

  /// Returns the parts of the file; `nil` where no description fits.
  func read() -> [FilePart]? {
    // A sheet is read by the description that tells most of its columns.
    let forms = workbook.sheets.compactMap { sheet in
      var best: Described?
      for layout in reader.plan.layouts where layout.columns.count > best?.layout.columns.count ?? 0 {
        guard let table = table(on: sheet, layout), table.missing.isEmpty else { continue }
        best = Described(layout: layout, table: table)
      }
      return best
    }
    if forms.contains(where: { !$0.table.sheet.isHidden || !$0.layout.sheets.isEmpty }) { return parts(forms) }
    // Known by its fixed words, or by most of its headers, of which one stands twice: that is what has to be mended.
    return lacking { layout, table in !layout.fixed.isEmpty || !table.undecided.isEmpty }
  }

  /// Returns what is missing where a description nearly fits; `nil` where none does.
  func nearest() -> [FilePart]? {
    lacking { _, table in table.missing.count == 1 && table.knowsRows }
  }

  private func lacking(_ isMeant: (ForeignLayout, ForeignTable) -> Bool) -> [FilePart]? {
    for layout in reader.plan.layouts {
      for sheet in workbook.sheets where !sheet.isHidden {
        guard let table = table(on: sheet, layout), isMeant(layout, table) else { continue }
        return [FilePart(file: file, reading: lacking(layout, table))]
      }
    }
    return nil
  }

  /// A sheet with the table of a description.
  private struct Described {
    let layout: ForeignLayout
    let table: ForeignTable
  }

  private func table(on sheet: SourceSheet, _ layout: ForeignLayout) -> ForeignTable? {
    guard layout.sheets.isEmpty ? !layout.except.contains(sheet.name) : layout.sheets.contains(sheet.name),
      let table = ForeignTable(in: sheet, layout: layout, period: reader.period)
    else { return nil }
    let places = PlaceReader(workbook: workbook, table: sheet)
    let isFixed = layout.fixed.allSatisfy { fixed in
      places.text(fixed.place).map(CellTextCleaner.key) == CellTextCleaner.key(fixed.text)
    }
    return isFixed ? table : nil
  }

  private func lacking(_ layout: ForeignLayout, _ table: ForeignTable) -> Reading {
    .refused(
      unit: nil,
      findings: table.missing.map { column in
        let like =
          table.altering[column].map { [$0] }
          ?? (table.undecided[column] ?? []).map { table.sheet.shown(row: table.headerRow, column: $0) }
        return BuiltInRule.columnMissing.finding(
          file: file, sheet: table.sheet.name,
          cells: like.isEmpty ? [table.sheet.filledRange(ofRow: table.headerRow).a1] : like.map(\.reference.a1),
          text: like.isEmpty ? nil : like.map { CellTextCleaner.trimmed($0.text) }.joined(separator: "、"),
          expected: layout.columns[column]?.joined(separator: "/")
            .replacing(ForeignLayout.monthMark, with: reader.period.map { String($0.lastMonth) } ?? "几"))
      })
  }

  // MARK: Which sheets

  /// A sheet with the table, and whose it is, for when.
  private struct Candidate {
    let layout: ForeignLayout
    let table: ForeignTable
    let unit: FoundUnit
    let period: FoundPeriod

    /// What tells forms of one file from each other.
    var owner: String {
      switch unit {
      case .unit(let unit): unit.id
      case .failure(let text, _): "?\(text)"
      }
    }
    var name: String { table.sheet.name }
  }

  /// Returns a form for each unit that the sheets name, of the sheets of the period that is asked for.
  private func parts(_ forms: [Described]) -> [FilePart] {
    var groups: [(key: String, candidates: [Candidate])] = []
    for form in forms {
      let candidate = candidate(form)
      // A hidden sheet of nobody's is a pattern to be copied.
      if form.table.sheet.isHidden, case .failure = candidate.unit { continue }
      // Where no period is asked for, each is a form of its own.
      let key = candidate.owner + (reader.period == nil ? candidate.period.name : "")
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].candidates.append(candidate)
      } else {
        groups.append((key, [candidate]))
      }
    }
    groups.removeAll { group in group.candidates.allSatisfy { $0.table.sheet.isHidden && !isFilled($0) } }
    return groups.map { _, candidates in
      let asked = candidates.filter { candidate in
        if case .period(let period) = candidate.period { reader.period?.isClosed(by: period) != false } else { false }
      }
      var left = asked.isEmpty ? candidates : asked
      let hidden = left.filter(\.table.sheet.isHidden)
      if hidden.count < left.count { left.removeAll(where: \.table.sheet.isHidden) }
      let name = groups.count > 1 ? "\(file)［\(left[0].name)］" : file
      return FilePart(file: name, reading: read(left, beside: hidden.filter(isFilled).map(\.name), file: name))
    }
  }

  private func candidate(_ form: Described) -> Candidate {
    let places = PlaceReader(workbook: workbook, table: form.table.sheet)
    let head = FormHead(form.table.sheet, above: form.table.headerRow, plan: reader.plan, reader.memory)
    return Candidate(
      layout: form.layout, table: form.table, unit: unit(form.layout, places, head),
      period: period(form, places, head))
  }

  /// Returns true if something is reported on the sheet.
  private func isFilled(_ candidate: Candidate) -> Bool {
    if case .form(let form) = read(candidate, file: file) { form.isFilled } else { false }
  }

  /// Reads several sheets of one unit and period; returns the one that counts, if they do not differ.
  ///
  /// - Parameter names: of hidden sheets that are filled too.
  private func read(_ candidates: [Candidate], beside names: [String], file: String) -> Reading {
    var left = candidates.map { (name: $0.name, reading: read($0, file: file)) }
    if left.contains(where: { $0.reading.isFilled }) { left.removeAll { !$0.reading.isFilled } }
    guard case .form(let form) = left[0].reading else { return left[0].reading }
    let differs = left.dropFirst().contains { other in
      guard case .form(let other) = other.reading else { return true }
      return !form.submission.saysTheSame(as: other.submission)
    }
    let others = candidates.map(\.name).filter { $0 != left[0].name } + names.filter { $0 != left[0].name }
    guard !others.isEmpty else { return left[0].reading }
    let finding =
      differs
      ? BuiltInRule.sheetsDiffer.finding(
        unit: form.submission.unit, file: file, sheet: left[0].name,
        text: left.map(\.name).joined(separator: "、"))
      : BuiltInRule.severalForms.finding(
        unit: form.submission.unit, file: file, sheet: left[0].name, text: others.joined(separator: "、"),
        expected: left[0].name)
    return .form(
      ReadForm(
        submission: form.submission, findings: [finding] + form.findings, accounting: form.accounting,
        layout: form.layout, serial: form.serial))
  }

  // MARK: One form

  private func read(_ candidate: Candidate, file: String) -> Reading {
    let sheet = candidate.name
    let unit: Unit
    switch candidate.unit {
    case .unit(let found): unit = found
    case .failure(let text, let cells):
      return .refused(
        unit: nil,
        findings: [
          BuiltInRule.unitUnknown.finding(file: file, sheet: sheet, cells: cells, text: text.isEmpty ? nil : text)
        ])
    }
    switch candidate.period {
    case .failure(let text, let cells):
      return .refused(
        unit: unit.id,
        findings: [
          BuiltInRule.periodUnknown.finding(
            unit: unit.id, file: file, sheet: sheet, cells: cells, text: text,
            expected: reader.plan.formPeriodWanted(closing: reader.period))
        ])
    case .period(let period):
      if let wanted = reader.period, !wanted.isClosed(by: period) {
        return .refused(
          unit: unit.id,
          findings: [
            BuiltInRule.anotherPeriod.finding(
              unit: unit.id, file: file, sheet: sheet, value: period.chinese,
              expected: reader.plan.formPeriod(closing: wanted).chinese)
          ])
      }
      return read(
        ForeignForm(
          reader: self, layout: candidate.layout, table: candidate.table, unit: unit, period: period, file: file))
    }
  }

  private enum FoundUnit {
    case unit(Unit)
    case failure(text: String, cells: [String])
  }

  /// Returns whose the form is by its description; it is nobody's where the head names another unit besides.
  private func unit(_ layout: ForeignLayout, _ places: PlaceReader, _ head: FormHead) -> FoundUnit {
    // A name may be put together from several places.
    let parts = layout.unit.map { places.texts($0) }
    let texts = parts.count == 1 ? parts[0] : [parts.compactMap(\.first).joined()]
    guard let first = texts.first, let found = unit(first) else { return .failure(text: texts.first ?? "", cells: []) }
    // 东县 西县: what stands behind the name on its line may name another.
    let others = (texts.dropFirst() + Self.behindNames(texts)).filter { text in
      unit(text).map { $0.id != found.id } ?? false
    }
    let disputed = (head.units.named + head.units.titled).filter { said in
      unit(said.value).map { $0.id != found.id } ?? false
    }
    guard others.isEmpty, disputed.isEmpty else {
      let names = [first] + (disputed.isEmpty ? others : disputed.map(\.value))
      return .failure(text: names.joined(separator: "、"), cells: disputed.map(\.cell.reference.a1))
    }
    return .unit(found)
  }

  /// Returns the words that stand behind the first one.
  private static func behindNames(_ texts: [String]) -> [String] {
    texts.flatMap { $0.split(whereSeparator: \.isWhitespace).dropFirst().map(String.init) }
  }

  /// Returns the unit that the whole text names, or what stands before the next label on its line; the name of a sheet
  /// may be numbered or dated.
  private func unit(_ text: String) -> Unit? {
    var names = [text] + (text.split { $0.isWhitespace }.first.map { [String($0)] } ?? [])
    names.append(RowMatching.withoutOrdinal(text))
    // 东县（盖章）, 东县6月
    names += names.map { name in
      name.firstMatch(of: /[0-9]{1,2}月份?$/).map { String(name[..<$0.range.lowerBound]) } ?? HeadUnits.withoutSeal(name)
    }
    return names.compactMap { reader.plan.unit(named: $0) }.first { $0.kind != .group }
  }

  private enum FoundPeriod {
    case period(Period)
    case failure(text: String?, cells: [String])

    var name: String {
      switch self {
      case .period(let period): period.description
      case .failure: "?"
      }
    }
  }

  /// Returns for when the form is by its description; nobody knows where the head names another period besides.
  private func period(_ form: Described, _ places: PlaceReader, _ head: FormHead) -> FoundPeriod {
    let layout = form.layout
    let year = reader.plan.year
    let texts = layout.period.map(places.texts) ?? []
    let found: Period
    if layout.period == nil {
      // A quarter's figures are those of the plan's own form that closes it.
      guard let period = reader.period else { return .failure(text: nil, cells: []) }
      found = reader.plan.formPeriod(closing: period)
    } else {
      guard let text = texts.first, let named = PeriodText(text, year: year),
        layout.period?.spot == .sheetName || FormHead.isTitle(text) || PeriodText.isNothingElse(text)
      else { return .failure(text: texts.first, cells: []) }
      found = named.period(wanted: reader.period, isMonthly: layout.isMonthly)
    }
    // A ledger of the year is for each of its months.
    func differs(_ day: CivilDate) -> Bool {
      day.year != found.year || (layout.isMonthly ? day.month < found.lastMonth : day.month != found.lastMonth)
    }
    let ofUnit = layout.unit.flatMap(places.texts)
    // 东县 2月, and the sheet 东县2月.
    let besideUnit =
      Self.behindNames(ofUnit) + ofUnit.compactMap { $0.firstMatch(of: /[0-9]{1,2}月份?$/).map { String($0.output) } }
    let others = (texts.dropFirst() + besideUnit).filter {
      PeriodText($0, year: year).map { differs($0.period.lastDay) } ?? false
    }
    let disputed =
      (head.days + head.titles).filter { differs($0.value) }.map(\.cell)
      + head.disputedTitles(found, isMonthly: layout.isMonthly, title: layout.title)
    guard others.isEmpty, disputed.isEmpty else {
      let said =
        texts.prefix(1) + (disputed.isEmpty ? others : disputed.map { CellTextCleaner.trimmed($0.text) }.uniqued())
      return .failure(text: said.joined(separator: "”和“"), cells: disputed.map(\.reference.a1).uniqued())
    }
    return .period(found)
  }

  private func read(_ form: ForeignForm) -> Reading {
    let planned = form.planned
    let table = form.table
    let matching = RowMatching(
      table, layout: planned, words: form.words, aliases: form.aliases, skip: Self.skipped + form.layout.skip,
      notes: Self.notes)
    let unit = form.unit.id
    var findings = [BuiltInRule.foreignForm.finding(unit: unit, file: form.file, value: form.layout.title)]
    findings += reader.aboutHidden(
      table, rows: Set(matching.rows.values).union(matching.outside), unit: unit, file: form.file)
    var rows: [Submission.Row] = []
    var accounting = CellAccounting()
    for layout in planned.rows {
      guard let row = matching.rows[layout.code] else {
        accounting.add(.init(indicator: layout.code, cell: nil, text: "", fate: .blank))
        if matching.contradicting.contains(where: { $0.code == layout.code }) { continue }
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
    findings += reader.aboutComments(table.sheet, unit: unit, file: form.file)
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
        cells: ((matching.rows[code].map { [$0] } ?? []) + rows.map(\.row)).prefix(12).compactMap { row in
          sheet.cells(inRow: row).first?.reference.a1
        }, indicator: code,
        value: form.planned.row(code)?.indicator)
    }
    let contradicting = matching.contradicting.map { code, row in
      BuiltInRule.rowContradicts.finding(
        unit: form.unit.id, file: form.file, sheet: sheet.name,
        cells: form.table.columns[.indicator].map { [CellReference(row: row, column: $0).a1] } ?? [], indicator: code,
        text: form.table.text(.indicator, row: row), expected: form.planned.row(code)?.indicator)
    }
    let renamed = matching.renamed.map { code, row in
      BuiltInRule.targetChanged.finding(
        unit: form.unit.id, file: form.file, sheet: sheet.name,
        cells: form.table.columns[.indicator].map { [CellReference(row: row, column: $0).a1] } ?? [], indicator: code,
        column: .indicator, text: form.table.text(.indicator, row: row),
        expected: form.planned.row(code)?.indicator)
    }
    let outside = OutsideCells(table: form.table, matching: matching, unit: form.unit.id, file: form.file)
    // What stands under a head that the description does not name, is the form's own affair.
    let headed = ForeignTable.headers(sheet, row: form.table.headerRow).map(\.column)
    return twice + contradicting + renamed + outside.rowFindings()
      + outside.columnFindings(known: Set(headed).union(form.table.columns.values))
  }
}

extension ReadForm {
  /// True if a figure is reported on it.
  fileprivate var isFilled: Bool {
    submission.rows.contains { $0.figure(in: .current) != .blank || $0.figure(in: .cumulative) != .blank }
  }
}

extension Reading {
  fileprivate var isFilled: Bool { if case .form(let form) = self { form.isFilled } else { false } }
}

extension Array where Element: Hashable {
  /// Returns each element once, in order.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

import PlanModel
import SpreadsheetML
import Validation

/// A form read from one sheet of a workbook.
struct SheetReading {
  let candidate: FormCandidate
  private let form: FormRecognition.Recognized
  private let file: String
  /// `nil` where a column cannot be told.
  private let read: ReadForm?
  private let refusals: [Finding]

  /// - Parameter workbook: without the other sheets that look like the form.
  init(
    reader: SubmissionReader, form: FormRecognition.Recognized, candidate: FormCandidate, workbook: SourceWorkbook,
    file: String, digest: String
  ) {
    self.candidate = candidate
    self.form = form
    self.file = file
    let table = candidate.table
    let missing = table.missing
    refusals = missing.map { column in
      let like = (table.undecided[column] ?? []).map(table.head) + [table.altering[column]].compactMap(\.self)
      return BuiltInRule.columnMissing.finding(
        unit: form.unit.id, file: file, sheet: table.sheet.name,
        cells: like.isEmpty ? [table.sheet.filledRange(ofRow: table.headerRow).a1] : like.map(\.reference.a1),
        text: like.isEmpty ? nil : like.map { CellTextCleaner.trimmed($0.text) }.joined(separator: "、"),
        expected: column.chinese)
    }
    guard missing.isEmpty else {
      read = nil
      return
    }
    var scan = SheetScan(reader: reader, form: form, candidate: candidate, file: file, digest: digest)
    read = scan.read(workbook)
  }

  /// True if something is reported on it.
  var isFilled: Bool {
    read?.submission.rows.contains { row in
      form.layout.row(row.code).map { row.entry($0.decidingColumn).figure != .blank } ?? false
    } ?? false
  }

  /// Returns true if both report the same, cell by cell.
  func saysTheSame(as other: SheetReading) -> Bool {
    guard let own = read?.submission, let other = other.read?.submission else { return false }
    return own.saysTheSame(as: other)
  }

  /// - Parameters:
  ///   - names: of all sheets that look like the form.
  ///   - differing: sheets of which nobody can say which counts.
  func reading(beside names: Set<String>, differing: [String]) -> Reading {
    guard let read else { return .refused(unit: form.unit.id, findings: refusals) }
    let name = candidate.name
    func list(_ names: [String]) -> String { names.joined(separator: "、") }
    var more: [Finding] = []
    if !differing.isEmpty {
      more.append(
        BuiltInRule.sheetsDiffer.finding(unit: form.unit.id, file: file, sheet: name, text: list(differing)))
    } else if names.count > 1 {
      more.append(
        BuiltInRule.severalForms.finding(
          unit: form.unit.id, file: file, sheet: name, text: list(names.subtracting([name]).sorted()), expected: name))
    }
    return .form(
      ReadForm(
        submission: read.submission, findings: more + read.findings, accounting: read.accounting, layout: read.layout,
        serial: read.serial))
  }
}

/// Goes through the sheet of a form whose columns are known.
private struct SheetScan {
  let reader: SubmissionReader
  let form: FormRecognition.Recognized
  let table: FormTable
  let head: FormHead
  let file: String
  let digest: String
  private let unit: String
  private let matching: RowMatching

  init(
    reader: SubmissionReader, form: FormRecognition.Recognized, candidate: FormCandidate, file: String, digest: String
  ) {
    self.reader = reader
    self.form = form
    table = candidate.table
    head = candidate.head
    self.file = file
    self.digest = digest
    unit = form.unit.id
    matching = RowMatching(table, layout: form.layout)
  }

  private var sheet: String { table.sheet.name }

  mutating func read(_ workbook: SourceWorkbook) -> ReadForm {
    var findings = form.findings + aboutSheet()
    findings += reader.aboutHidden(
      table, rows: Set(matching.rows.values).union(matching.outside), unit: unit, file: file)
    var rows: [Submission.Row] = []
    var accounting = CellAccounting()
    let source = FigureOrigin.Source(file: file, digest: digest, sheet: sheet)
    let asked = Set(form.layout.rows.map(\.measure))
    let contradicting = Set(matching.contradicting.map(\.code))
    let measures = StatedMeasure(ofForm: asked, notes: head.measures + table.measuresOfNames)
    for layout in form.layout.rows where reader.plan.hasIndicator(layout.code) {
      guard let row = matching.rows[layout.code] else {
        accounting.add(.init(indicator: layout.code, cell: nil, text: "", fate: .blank))
        if contradicting.contains(layout.code) { continue }
        findings.append(
          BuiltInRule.rowMissing.finding(
            unit: unit, file: file, sheet: sheet, indicator: layout.code, expected: layout.indicator))
        continue
      }
      var reader = RowReader(
        table: table, row: row, layout: layout, unit: unit, period: form.period, source: source,
        measures: measures)
      reader.earliest = self.reader.earliestDay(of: layout.code, in: form.period)
      let restated = RestatedRow(
        reader.read(), layout: layout, asked: self.reader.plan.measure(of: layout.code) ?? layout.measure, unit: unit)
      rows.append(restated.row)
      let origin = restated.row.entry(layout.decidingColumn).origin
      accounting.add(
        .init(
          indicator: layout.code, cell: origin?.cell, text: origin?.text ?? "",
          fate: restated.isLost ? .unreadable : reader.deciding.fate))
      findings += reader.findings + [restated.finding].compactMap(\.self)
    }
    let longText = LongText(unit: unit)
    findings += longText.findings(rows)
    findings += FractionMix(unit: unit, file: file, sheet: sheet).findings(rows, layout: form.layout, known: findings)
    findings += aboutHead() + OtherSheets(form: form.layout, table: table, unit: unit, file: file).findings(workbook)
    findings += aboutRows() + OutsideCells(table: table, matching: matching, unit: unit, file: file).findings()
    accounting.outside = matching.outside.count
    let signature = SignatureReader(period: form.period, file: file, digest: digest).read(workbook)
    if !PhoneNumber.isWhole(signature.phone), let place = signature.places["联系电话"] {
      findings.append(
        BuiltInRule.phoneDamaged.finding(
          unit: unit, file: file, sheet: place.sheet, cells: [place.cell], text: signature.phone))
    }
    let words = HeadWords(
      layout: form.layout, period: form.period, plan: reader.plan, sheets: workbook.sheets.map(\.name),
      memory: reader.memory)
    findings += aboutWords(words)
    let sideHead = SideSheetHead(
      layout: form.layout, plan: reader.plan, period: form.period, words: words, file: file)
    var lists = ListReader(head: sideHead, mostObjects: reader.mostObjects, file: file, digest: digest)
    let listed = lists.read(workbook)
    findings += lists.findings + unlisted(rows, listed) + longText.findings(listed)
    var commented = [table.sheet] + lists.sheets
    var review: LineReview?
    if let table = form.layout.review {
      var reader = ReviewReader(table: table, head: sideHead, file: file, digest: digest)
      review = reader.read(workbook)
      findings += reader.findings + (review.map { longText.findings($0) } ?? [])
      commented += reader.sheets
    }
    for sheet in commented { findings += reader.aboutComments(sheet, unit: unit, file: file) }
    let submission = Submission(
      file: file, digest: digest, unit: unit, period: form.period, parent: form.stamp?.parent, rows: rows,
      signature: signature, lists: listed, review: review)
    return ReadForm(
      submission: submission, findings: findings, accounting: accounting, layout: form.layout,
      serial: form.stamp?.serial)
  }

  /// Returns a finding for each list that does not say what was done, though something was.
  private func unlisted(_ rows: [Submission.Row], _ listed: [String: [Submission.ListRow]]) -> [Finding] {
    (form.layout.lists ?? []).compactMap { table in
      // Of a list whose objects were printed in, those are asked for.
      guard let list = listed[table.code], list.isEmpty, table.objects.isEmpty,
        let row = rows.first(where: { $0.code == table.code }),
        let now = row.figure(in: .current).number, now > 0
      else { return nil }
      return BuiltInRule.listIncomplete.finding(
        unit: unit, file: file, sheet: table.sheet, indicator: table.code, value: "\(table.sheet)",
        expected: "填本期办结的对象，共\(now.shortest)\(table.measure)")
    }
  }

  private func aboutSheet() -> [Finding] {
    var findings: [Finding] = []
    if sheet != form.layout.sheet {
      findings.append(
        BuiltInRule.sheetRenamed.finding(
          unit: unit, file: file, sheet: sheet, value: sheet, expected: form.layout.sheet)
      )
    }
    for (column, text) in table.reworded.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      findings.append(
        BuiltInRule.normalized.finding(
          unit: unit, file: file, sheet: sheet,
          cells: table.columns[column].map { [table.head(ofColumn: $0).reference.a1] } ?? [],
          column: column, text: text, value: column.chinese))
    }
    return findings
  }

  /// Returns findings for what is struck out in the head: nobody knows whether it holds.
  private func aboutHead() -> [Finding] {
    head.struck.map { cell in
      BuiltInRule.struckText.finding(
        unit: unit, file: file, sheet: sheet, cells: [cell.reference.a1], text: CellTextCleaner.trimmed(cell.text),
        value: cell.struck)
    }
  }

  private func aboutWords(_ words: HeadWords) -> [Finding] {
    let strange = words.strange(in: table.sheet, above: table.headerRow, head: head) + words.strangeHeads(table)
    return words.finding(strange, sheet: sheet, file: file).map { [$0] } ?? []
  }

  /// Returns the cells with the names of the rows' indicators, twelve at most.
  private func nameCells(_ rows: [Int]) -> [String] {
    rows.prefix(12).map { CellReference(row: $0, column: table.columns[.indicator] ?? table.columns[.code] ?? 1).a1 }
  }

  private func aboutRows() -> [Finding] {
    let found = matching.byName.map { code in
      BuiltInRule.rowFoundByName.finding(
        unit: unit, file: file, sheet: sheet, cells: nameCells(matching.rows[code].map { [$0] } ?? []), indicator: code,
        value: form.layout.row(code)?.indicator)
    }
    let twice = Dictionary(grouping: matching.duplicated, by: \.code).sorted { $0.key < $1.key }.map { code, rows in
      BuiltInRule.rowDuplicated.finding(
        unit: unit, file: file, sheet: sheet,
        cells: nameCells((matching.rows[code].map { [$0] } ?? []) + rows.map(\.row)), indicator: code,
        value: form.layout.row(code)?.indicator)
    }
    let contradicting = matching.contradicting.map { code, row in
      BuiltInRule.rowContradicts.finding(
        unit: unit, file: file, sheet: sheet, cells: nameCells([row]), indicator: code,
        text: table.text(.indicator, row: row), expected: form.layout.row(code)?.indicator)
    }
    let sorted =
      matching.sorted.isEmpty
      ? []
      : [
        BuiltInRule.rowsSorted.finding(
          unit: unit, file: file, sheet: sheet,
          cells: nameCells(matching.sorted.compactMap { matching.rows[$0] }.sorted()),
          value: String(matching.sorted.count))
      ]
    return found + twice + contradicting + sorted
  }
}

extension Submission {
  /// Returns true if both report the same, cell by cell.
  func saysTheSame(as other: Submission) -> Bool {
    rows.count == other.rows.count
      && zip(rows, other.rows).allSatisfy { one, two in
        one.code == two.code && FormColumn.allCases.allSatisfy { one.entry($0).figure == two.entry($0).figure }
      }
  }
}

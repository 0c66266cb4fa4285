import Crypto
public import PlanModel
import SpreadsheetML
import Validation

/// Reads a unit's form back: by stamp, then codes, then headers, then names; never by position, sheet or file name.
public struct SubmissionReader: Sendable {
  public let plan: Plan
  /// The period asked for; `nil` takes any period's form.
  public let period: Period?
  /// Without the key a stamp is read but not proved.
  public let key: SigningKey?
  /// 上期累计 of a unit for a period by code, for forms that do not have it printed in.
  public let previous: @Sendable (_ unit: String, _ period: Period) -> [String: FixedDecimal]

  public init(
    plan: Plan, period: Period?, key: SigningKey?,
    previous: @escaping @Sendable (_ unit: String, _ period: Period) -> [String: FixedDecimal] = { _, _ in [:] }
  ) {
    self.plan = plan
    self.period = period
    self.key = key
    self.previous = previous
  }

  func read(_ workbook: FoundWorkbook, file: String, digest: String) -> Reading {
    switch FormRecognition(plan: plan, period: period, key: key, file: file).recognize(workbook) {
    case .refused(let unit, let finding): return .refused(unit: unit, findings: [finding])
    case .recognized(let form): return read(form, workbook, file: file, digest: digest)
    }
  }

  private func read(
    _ form: FormRecognition.Recognized, _ workbook: FoundWorkbook, file: String, digest: String
  ) -> Reading {
    let unit = form.unit.id
    let tables = workbook.sheets.filter { $0.name != workbook.stampSheet?.name }
      .compactMap { FormTable(in: $0, layout: form.layout) }
    let named = tables.first { $0.sheet.name == form.layout.sheet }
    guard let table = named ?? tables.first else {
      return .refused(unit: unit, findings: [BuiltInRule.formNotFound.finding(unit: unit, file: file)])
    }
    guard table.missing.isEmpty else {
      return .refused(
        unit: unit,
        findings: table.missing.map {
          BuiltInRule.columnMissing.finding(unit: unit, file: file, sheet: table.sheet.name, expected: $0.chinese)
        })
    }
    let matching = RowMatching(table, layout: form.layout)
    var findings = form.findings + aboutSheet(table, tables: tables, layout: form.layout, unit: unit, file: file)
    findings += aboutHidden(table, rows: Set(matching.rows.values).union(matching.outside), unit: unit, file: file)
    let source = FigureOrigin.Source(file: file, digest: digest, sheet: table.sheet.name)
    var rows: [Submission.Row] = []
    var accounting = CellAccounting()
    for layout in form.layout.rows where plan.indicator(code: layout.code) != nil {
      guard let row = matching.rows[layout.code] else {
        accounting.add(.init(indicator: layout.code, cell: nil, text: "", fate: .blank))
        findings.append(
          BuiltInRule.rowMissing.finding(
            unit: unit, file: file, sheet: table.sheet.name, indicator: layout.code, expected: layout.indicator))
        continue
      }
      var reader = RowReader(
        table: table, row: row, layout: layout, unit: unit, period: form.period, source: source)
      reader.earliest = earliestDay(of: layout.code, in: form.period)
      let read = reader.read()
      rows.append(read)
      let origin = read.entry(layout.decidingColumn).origin
      accounting.add(
        .init(indicator: layout.code, cell: origin?.cell, text: origin?.text ?? "", fate: reader.deciding.fate))
      findings += reader.findings
    }
    findings += aboutComments(table, unit: unit, file: file)
    findings += FractionMix(unit: unit, file: file, sheet: table.sheet.name).findings(
      rows, layout: form.layout, known: findings)
    findings += aboutRows(matching, table, layout: form.layout, unit: unit, file: file)
    accounting.outside = matching.outside.count
    let signature = SignatureReader(period: form.period, file: file, digest: digest).read(workbook)
    if !PhoneNumber.isWhole(signature.phone), let place = signature.places["联系电话"] {
      findings.append(
        BuiltInRule.phoneDamaged.finding(
          unit: unit, file: file, sheet: place.sheet, cells: [place.cell], text: signature.phone))
    }
    var lists = ListReader(layout: form.layout, unit: unit, period: form.period, file: file, digest: digest)
    let listed = lists.read(workbook)
    findings += lists.findings + unlisted(rows, listed, form.layout, unit: unit, file: file)
    var review: LineReview?
    if let table = form.layout.review {
      var reader = ReviewReader(table: table, unit: unit, file: file, digest: digest)
      review = reader.read(workbook)
      findings += reader.findings
    }
    let submission = Submission(
      file: file, digest: digest, unit: unit, period: form.period, parent: form.stamp?.parent, rows: rows,
      signature: signature, lists: listed, review: review)
    return .form(
      ReadForm(
        submission: submission, findings: findings, accounting: accounting, layout: form.layout,
        serial: form.stamp?.serial))
  }

  /// The first day on which something of the plan can have been done; `nil` for what goes on from last year's plan.
  func earliestDay(of code: String, in period: Period) -> CivilDate? {
    plan.indicator(code: code)?.continues == nil ? CivilDate(year: period.year, month: 1, day: 1) : nil
  }

  /// Something was done, and the list does not say what.
  private func unlisted(
    _ rows: [Submission.Row], _ listed: [String: [Submission.ListRow]], _ layout: FormLayout, unit: String, file: String
  ) -> [Finding] {
    (layout.lists ?? []).compactMap { table in
      guard let list = listed[table.code], list.isEmpty, let row = rows.first(where: { $0.code == table.code }),
        let now = row.current.figure.number, now > 0
      else { return nil }
      return BuiltInRule.listIncomplete.finding(
        unit: unit, file: file, sheet: table.sheet, indicator: table.code, value: "\(table.sheet)",
        expected: "填本期办结的对象，共\(now.shortest)\(table.unit)")
    }
  }

  private func aboutSheet(
    _ table: FormTable, tables: [FormTable], layout: FormLayout, unit: String, file: String
  ) -> [Finding] {
    let name = table.sheet.name
    var findings: [Finding] = []
    if tables.count > 1 {
      findings.append(BuiltInRule.severalForms.finding(unit: unit, file: file, sheet: name, expected: name))
    }
    if name != layout.sheet {
      findings.append(
        BuiltInRule.sheetRenamed.finding(unit: unit, file: file, sheet: name, value: name, expected: layout.sheet))
    }
    for (column, text) in table.reworded.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      findings.append(
        BuiltInRule.normalized.finding(
          unit: unit, file: file, sheet: name,
          cells: table.columns[column].map { [CellReference(row: table.headerRow, column: $0).a1] } ?? [],
          column: column, text: text, value: column.chinese))
    }
    return findings
  }

  /// What the unit entered where nobody sees it; a dash that the form has printed is no entry.
  func aboutHidden(_ table: FormTable, rows: Set<Int>, unit: String, file: String) -> [Finding] {
    let columns = [FormColumn.current, .cumulative, .progress, .problems, .measures, .explanation]
      .compactMap { table.columns[$0] }
    let hidden = rows.sorted().flatMap { row in columns.map { CellReference(row: row, column: $0) } }
      .filter { place in
        let cell = table.sheet.cell(row: place.row, column: place.column)
        return cell.value != nil && cell.text != "—" && table.sheet.isHidden(place)
      }
    guard !hidden.isEmpty else { return [] }
    return [
      BuiltInRule.hiddenData.finding(
        unit: unit, file: file, sheet: table.sheet.name, cells: hidden.prefix(12).map(\.a1))
    ]
  }

  /// What somebody wrote beside a cell; the comments of a return are our own.
  func aboutComments(_ table: FormTable, unit: String, file: String) -> [Finding] {
    table.sheet.comments.compactMap { comment in
      let text = CellTextCleaner.trimmed(comment.text)
      guard !text.isEmpty, !text.hasPrefix(ReturnItem.beginning) else { return nil }
      return BuiltInRule.commentNoted.finding(
        unit: unit, file: file, sheet: table.sheet.name, cells: [comment.reference.a1], value: text)
    }
  }

  private func aboutRows(
    _ matching: RowMatching, _ table: FormTable, layout: FormLayout, unit: String, file: String
  ) -> [Finding] {
    let name = table.sheet.name
    let found = matching.byName.map { code in
      BuiltInRule.rowFoundByName.finding(
        unit: unit, file: file, sheet: name, cells: matching.rows[code].map { ["B\($0 + 1)"] } ?? [], indicator: code,
        value: layout.row(code)?.indicator)
    }
    let twice = matching.duplicated.map { code, row in
      BuiltInRule.rowDuplicated.finding(
        unit: unit, file: file, sheet: name, cells: ["B\(row + 1)"], indicator: code, value: layout.row(code)?.indicator
      )
    }
    let outside = matching.outside.map { row in
      let cells = (table.sheet.byRow[row] ?? []).filter { $0.value != nil }
      return BuiltInRule.outsideLayout.finding(
        unit: unit, file: file, sheet: name, cells: cells.map(\.reference.a1),
        text: cells.map { CellTextCleaner.trimmed($0.text) }.joined(separator: " "))
    }
    return found + twice + outside
  }
}

extension Understood {
  var fate: CellAccounting.Fate {
    switch figure {
    case .decimal, .date, .text: .read
    case .nilReturn: .nilReturn
    case .notApplicable: .notApplicable
    case .blank: remarks.contains { $0.rule != .normalized } ? .unreadable : .blank
    }
  }
}

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
  /// What the heads of forms say, kept for those that are read after this one.
  let memory: HeadMemory
  /// Objects of a form, of all its lists; of a list that goes past it none is taken.
  public let mostObjects: Int
  /// 上期累计 of a unit for a period by code, for forms that do not have it printed in.
  public let previous: @Sendable (_ unit: String, _ period: Period) -> [String: FixedDecimal]

  /// - Parameters:
  ///   - memory: of other readers of the same plan.
  ///   - mostObjects: of a form, of all its lists.
  public init(
    plan: Plan, period: Period?, key: SigningKey?, memory: HeadMemory = HeadMemory(), mostObjects: Int = 10_000,
    previous: @escaping @Sendable (_ unit: String, _ period: Period) -> [String: FixedDecimal] = { _, _ in [:] }
  ) {
    self.plan = plan
    self.period = period
    self.key = key
    self.memory = memory
    self.mostObjects = mostObjects
    self.previous = previous
  }

  /// Returns every form in a workbook that is no described one: most have one, some a sheet for each unit.
  func readForms(_ workbook: SourceWorkbook, file: String, digest: String) -> [FilePart] {
    let recognition = FormRecognition(plan: plan, period: period, key: key, file: file, previous: previous)
    switch recognition.recognizeStamp(workbook) {
    case .refused(let unit, let finding)?:
      return [FilePart(file: file, reading: .refused(unit: unit, findings: [finding]))]
    case .recognized(let form)?: return readStamped(form, workbook, recognition, digest)
    case nil:
      return readUnstamped(
        workbook, candidates(workbook, heads: Self.sentOut, period: nil), isPart: false, file: file, digest: digest)
    }
  }

  private static let sentOut = FormColumn.sentOut.map { (column: $0, head: HeadText($0.chinese)) }

  private func candidates(
    _ workbook: SourceWorkbook, heads: [(column: FormColumn, head: HeadText)], period: Period?
  ) -> [FormCandidate] {
    let stamp = workbook.stampSheet?.name
    return workbook.sheets.filter { $0.name != stamp }.compactMap {
      FormCandidate($0, heads: heads, period: period, plan: plan, memory)
    }
  }

  /// Returns the unit that a head names, if it is another than the form's.
  private func other(than unit: Unit, in head: HeadUnits) -> Unit? {
    guard let name = head.name else { return nil }
    if let named = plan.unit(named: name) { return named.id == unit.id ? nil : named }
    // 海丰民政 is nobody's name, and is not 陆河's.
    func names(_ unit: Unit) -> [String] { ([unit.name, unit.short] + unit.aliases).filter { $0.count > 1 } }
    // 陆河县民政局办公室 is of the county, whatever else is called 办公室.
    if let own = name.firstRange(of: unit.name), own.lowerBound == name.startIndex,
      !name[own.upperBound...].contains(where: { "、,，;；和及与(（/代—-".contains($0) || $0.isWhitespace })
    {
      return nil
    }
    // What a unit's own name holds says nothing of another one.
    let rest = names(unit).sorted { $0.count > $1.count }.reduce(name) { $0.replacing($1, with: " ") }
    return plan.units.first { other in
      other.kind != .group && other.id != unit.id && names(other).contains { rest.includes($0) }
    }
  }

  /// Refuses the file where the head of a sheet names two units.
  ///
  /// - Parameter unit: the stamp's.
  private func dispute(_ candidates: [FormCandidate], of unit: Unit?, _ recognition: FormRecognition) -> Reading? {
    for candidate in candidates {
      let disputed = candidate.head.units.disputed(plan)
      guard !disputed.isEmpty else { continue }
      let cells = disputed.map(\.cell.reference.a1)
      let other = disputed.first { plan.unit(named: $0.value)?.id != unit?.id } ?? disputed[0]
      let finding =
        if let unit, let named = plan.unit(named: other.value) {
          recognition.unitMismatch(unit, named: named, as: other.value, sheet: candidate.name, cells: cells)
        } else {
          BuiltInRule.unitUnknown.finding(
            file: recognition.file, sheet: candidate.name, cells: cells,
            text: disputed.map(\.value).joined(separator: "、"))
        }
      return .refused(unit: unit?.id, findings: [finding])
    }
    return nil
  }

  /// Refuses the file where 填报单位 names somebody of whom the plan knows nothing, and in no way the stamp's unit.
  private func unknownUnit(_ candidates: [FormCandidate], of unit: Unit, _ recognition: FormRecognition) -> Reading? {
    for candidate in candidates {
      guard let said = candidate.head.units.named.first, plan.unit(named: said.value) == nil,
        other(than: unit, in: candidate.head.units) == nil, !said.value.contains(unit.name)
      else { continue }
      let finding = BuiltInRule.unitMismatch.finding(
        unit: unit.id, file: recognition.file, sheet: candidate.name, cells: [said.cell.reference.a1],
        text: said.value, value: unit.name, expected: said.value)
      return .refused(unit: unit.id, findings: [finding])
    }
    return nil
  }

  private func readStamped(
    _ form: FormRecognition.Recognized, _ workbook: SourceWorkbook, _ recognition: FormRecognition, _ digest: String
  ) -> [FilePart] {
    let file = recognition.file
    let all = candidates(workbook, heads: form.layout.heads, period: form.period)
    let hidden = hiddenStrangers(among: all)
    let seen = all.filter { candidate in !hidden.contains { $0.name == candidate.name } }
    if let dispute = dispute(seen, of: form.unit, recognition) ?? unknownUnit(seen, of: form.unit, recognition) {
      return [FilePart(file: file, reading: dispute)]
    }
    let others = seen.filter { other(than: form.unit, in: $0.head.units) != nil }
    let own = seen.filter { other(than: form.unit, in: $0.head.units) == nil }
    // Of a form that is another unit's by its own words, or signed by one, nobody knows whose it is.
    let tables = Set(all.map(\.name))
    let beside = workbook.sheets.filter { !tables.contains($0.name) }.map {
      ($0.name, HeadUnits(HeadCells($0, above: nil, plan: plan, ofUnits: true, memory), plan: plan, memory))
    }
    let heads =
      (own.isEmpty ? (others + hidden).map { ($0.name, $0.head.units) } : [])
      + (others.isEmpty || own.isEmpty ? beside : [])
    for (sheet, head) in heads {
      guard let named = other(than: form.unit, in: head) else { continue }
      let finding = recognition.unitMismatch(
        form.unit, named: named, as: head.name ?? "", sheet: sheet,
        cells: head.named.prefix(1).map(\.cell.reference.a1))
      return [FilePart(file: file, reading: .refused(unit: form.unit.id, findings: [finding]))]
    }
    let reading = read(form, own, workbook.without((others + hidden).map(\.name)), recognition, digest)
      .adding { unit in hidden.map { Self.notCounted($0, of: unit, file: file) } }
    guard !others.isEmpty else { return [FilePart(file: file, reading: reading)] }
    return [FilePart(file: file, reading: reading)]
      + readUnstamped(workbook, others, isPart: true, file: file, digest: digest)
  }

  /// - Parameter isPart: the file has a form of its own beside these.
  private func readUnstamped(
    _ workbook: SourceWorkbook, _ candidates: [FormCandidate], isPart: Bool, file: String, digest: String
  ) -> [FilePart] {
    let hidden = hiddenStrangers(among: candidates)
    let candidates = candidates.filter { candidate in !hidden.contains { $0.name == candidate.name } }
    var groups: [(unit: String, candidates: [FormCandidate])] = []
    for candidate in candidates {
      let unit = named(in: candidate)
      if let index = groups.firstIndex(where: { $0.unit == unit }) {
        groups[index].candidates.append(candidate)
      } else {
        groups.append((unit, [candidate]))
      }
    }
    guard isPart || groups.count > 1 else {
      let heads =
        candidates.isEmpty
        ? workbook.sheets.map { FormHead($0, above: nil, plan: plan, memory) } : candidates.map(\.head)
      let known = heads.contains { $0.units.name != nil } && heads.contains { $0.day != nil }
      return [
        FilePart(
          file: file,
          reading: readUnstamped(
            candidates,
            heads: known ? heads : heads + workbook.sheets.map { FormHead($0, above: nil, plan: plan, memory) },
            workbook,
            file: file, digest: digest
          ).adding { unit in hidden.map { Self.notCounted($0, of: unit, file: file) } })
      ]
    }
    return groups.enumerated().map { index, group in
      let candidates = group.candidates
      let name = "\(file)［\(candidates[0].name)］"
      let own = SourceWorkbook(sheets: candidates.map(\.table.sheet), properties: [:])
      return FilePart(
        file: name,
        reading: readUnstamped(candidates, heads: candidates.map(\.head), own, file: name, digest: digest)
          .adding { unit in index == 0 ? hidden.map { Self.notCounted($0, of: unit, file: name) } : [] })
    }
  }

  /// Returns the unit that a table's head names, by id where the plan knows it; empty where it names none.
  private func named(in candidate: FormCandidate) -> String {
    let name = candidate.head.units.name ?? ""
    return plan.unit(named: name)?.id ?? name
  }

  /// Returns the tables on hidden sheets of units of which no sheet is visible: somebody's draft, which nobody has sent in.
  private func hiddenStrangers(among candidates: [FormCandidate]) -> [FormCandidate] {
    let visible = Set(candidates.filter { !$0.table.sheet.isHidden }.map(named(in:)))
    guard !visible.isEmpty else { return [] }
    return candidates.filter { candidate in
      let unit = named(in: candidate)
      return candidate.table.sheet.isHidden && !visible.contains(unit)
    }
  }

  /// Returns a finding for a table of another unit on a hidden sheet, of which nothing is counted.
  private static func notCounted(_ candidate: FormCandidate, of unit: String, file: String) -> Finding {
    let said = candidate.head.units.named.first
    return BuiltInRule.outsideLayout.finding(
      unit: unit, file: file, sheet: candidate.name, cells: said.map { [$0.cell.reference.a1] } ?? [],
      text: "\(said?.value ?? candidate.name)（隐藏的工作表）")
  }

  private func readUnstamped(
    _ candidates: [FormCandidate], heads: [FormHead], _ workbook: SourceWorkbook, file: String, digest: String
  ) -> Reading {
    let recognition = FormRecognition(plan: plan, period: period, key: key, file: file, previous: previous)
    if let dispute = dispute(candidates, of: nil, recognition) { return dispute }
    switch recognition.recognizeWords(heads, sheet: candidates.first?.name) {
    case .refused(let unit, let finding): return .refused(unit: unit, findings: [finding])
    case .recognized(let form):
      // Once the period is known, what brackets in the headers say can be told.
      let tables = candidates.compactMap {
        FormCandidate($0.table.sheet, heads: form.layout.heads, period: form.period, plan: plan, memory)
      }
      return read(form, tables, workbook, recognition, digest)
    }
  }

  // MARK: Which sheet

  /// Reads the sheet that counts of several with the form's table: that of the period, then the visible ones, then the
  /// filled ones. Where more than one is left and they differ, none counts.
  private func read(
    _ form: FormRecognition.Recognized, _ candidates: [FormCandidate], _ workbook: SourceWorkbook,
    _ recognition: FormRecognition, _ digest: String
  ) -> Reading {
    let unit = form.unit.id
    guard !candidates.isEmpty else {
      return .refused(unit: unit, findings: [BuiltInRule.formNotFound.finding(unit: unit, file: recognition.file)])
    }
    let dated = candidates.filter { $0.head.day == form.period.lastDay }
    let undated = candidates.filter { $0.head.day == nil }
    var left = dated.isEmpty ? undated : dated
    if left.isEmpty, let first = candidates.first, let day = first.head.day {
      return .refused(unit: unit, findings: [anotherDay(day, first, form, file: recognition.file)])
    }
    if left.contains(where: { !$0.table.sheet.isHidden }) { left.removeAll { $0.table.sheet.isHidden } }
    let disputes = left.lazy.map { ($0, $0.head.disputed(form.period, title: form.layout.title, memory)) }
    if let (disputed, cells) = disputes.first(where: { !$1.isEmpty }) {
      return .refused(
        unit: unit,
        findings: [
          BuiltInRule.periodUnknown.finding(
            unit: unit, file: recognition.file, sheet: disputed.name, cells: cells.map(\.reference.a1),
            text: cells.map { CellTextCleaner.trimmed($0.text) }.joined(separator: "”和“"), expected: form.period.chinese
          )
        ])
    }
    let others = Set(candidates.map(\.name))
    func reading(_ candidate: FormCandidate) -> SheetReading {
      SheetReading(
        reader: self, form: form, candidate: candidate,
        workbook: workbook.without(others.subtracting([candidate.name])),
        file: recognition.file, digest: digest)
    }
    guard left.count > 1 else { return reading(left[0]).reading(beside: others, differing: []) }
    var readings = left.map(reading)
    if readings.contains(where: \.isFilled) { readings.removeAll { !$0.isFilled } }
    let chosen = readings.first { $0.candidate.name == form.layout.sheet } ?? readings[0]
    let differs = readings.contains { !$0.saysTheSame(as: chosen) }
    return chosen.reading(beside: others, differing: differs ? readings.map(\.candidate.name) : [])
  }

  /// Returns the finding E22, or E28 where the day is one of the form's own month and not its last.
  private func anotherDay(
    _ day: CivilDate, _ candidate: FormCandidate, _ form: FormRecognition.Recognized, file: String
  ) -> Finding {
    let said = candidate.head.cell(saying: day)
    let cells = said.map { [$0.reference.a1] } ?? []
    if day.year == form.period.year, day.month == form.period.lastMonth {
      return BuiltInRule.periodUnknown.finding(
        unit: form.unit.id, file: file, sheet: candidate.name, cells: cells,
        text: said.map { CellTextCleaner.trimmed($0.text) }, expected: form.period.lastDay.chinese)
    }
    let named = Period(kind: .month, year: day.year, ordinal: day.month) ?? form.period
    return BuiltInRule.anotherPeriod.finding(
      unit: form.unit.id, file: file, sheet: candidate.name, cells: cells, value: named.chinese,
      expected: form.period.chinese)
  }

  /// Returns the first day on which something of the plan can have been done; `nil` for what goes on from last year's
  /// plan.
  func earliestDay(of code: String, in period: Period) -> CivilDate? {
    plan.continued(by: code) == nil ? CivilDate(year: period.year, month: 1, day: 1) : nil
  }

  /// Returns a finding for what the unit entered where nobody sees it; a dash that the form has printed is no entry.
  func aboutHidden(_ table: FormTable, rows: Set<Int>, unit: String, file: String) -> [Finding] {
    if table.sheet.isHidden {
      return [BuiltInRule.hiddenData.finding(unit: unit, file: file, sheet: table.sheet.name)]
    }
    let columns = [FormColumn.current, .cumulative, .progress, .problems, .nextSteps, .explanation]
      .compactMap { table.columns[$0] }
    // Of most forms no column is hidden but that of the codes, and no row.
    let hiddenColumns = columns.filter { table.sheet.hiddenColumns.contains($0) }
    let hidden = rows.sorted().flatMap { row in
      (table.sheet.hiddenRows.contains(row) ? columns : hiddenColumns).filter { column in
        let cell = table.sheet.cell(row: row, column: column)
        return cell.value != nil && cell.text != "—"
      }
      .map { CellReference(row: row, column: $0) }
    }
    guard !hidden.isEmpty else { return [] }
    return [
      BuiltInRule.hiddenData.finding(
        unit: unit, file: file, sheet: table.sheet.name, cells: hidden.prefix(12).map(\.a1))
    ]
  }

  /// How many comments are noted one by one: nobody reads more.
  private static let mostComments = 200

  /// Returns a finding for what somebody wrote beside a cell; the comments of a return are our own.
  func aboutComments(_ sheet: SourceSheet, unit: String, file: String) -> [Finding] {
    let own = sheet.comments.map { (cell: $0.reference.a1, text: CellTextCleaner.trimmed($0.text)) }
      .filter { !$0.text.isEmpty && !$0.text.hasPrefix(ReturnItem.beginning) }
    func finding(_ cells: [String], _ text: String) -> Finding {
      BuiltInRule.commentNoted.finding(unit: unit, file: file, sheet: sheet.name, cells: cells, value: text)
    }
    let noted = own.prefix(Self.mostComments).map { finding([$0.cell], $0.text) }
    let left = own.count - noted.count
    return left > 0 ? noted + [finding([], "另有\(left)处，没有逐一列出")] : noted
  }
}

extension CellInterpretation {
  var fate: CellAccounting.Fate {
    switch figure {
    case .decimal, .date, .text: .read
    case .nilReturn: .nilReturn
    case .notApplicable: .notApplicable
    case .blank: remarks.contains { $0.rule != .normalized } ? .unreadable : .blank
    }
  }
}

import PlanModel
import SpreadsheetML
import Validation

/// W21: words in the head of one of our own forms that were not printed there.
///
/// Words of another time, another unit or another unit of measure send the form back or are converted. Nobody can list everything
/// else that would make other figures of these, and so whatever was not printed is named.
struct HeadWords {
  let layout: FormLayout
  let period: Period
  let plan: Plan
  let memory: HeadMemory
  /// The names that the unit goes by.
  let unitNames: [String]
  /// How the titles of its sheets end, without year and brackets.
  private let titles: [String]
  /// What stands in the corners of a form.
  private let marks: Set<String>
  /// Names of the workbook's sheets, to which a head has links.
  let sheets: Set<String>

  /// How many cells of a finding are named.
  private static let named = 12

  init(layout: FormLayout, period: Period, plan: Plan, sheets: [String], memory: HeadMemory) {
    self.layout = layout
    self.period = period
    self.plan = plan
    self.memory = memory
    let unit = plan.unit(id: layout.unit)
    unitNames = [layout.unitName] + (unit.map { [$0.name, $0.short] + $0.aliases } ?? [])
    let sentOut = [
      layout.sheet, GuideWriter.sheet, SelfCheckGrid.sheet, SigningWriter.sheet, ReturnNoticeWriter.sheet,
    ]
    self.sheets = Set(sheets + sentOut + [layout.review?.sheet].compactMap(\.self) + (layout.lists ?? []).map(\.sheet))
    let lists = layout.lists ?? []
    titles = ([TemplateWriter.titleCore, ReviewWriter.title] + lists.map { "\($0.indicator)明细表" }).map {
      HeadText($0).base
    }
    marks = Set(
      ["示例数据", "单位：见“计量单位”栏", ReviewWriter.tasksHeading, ReviewWriter.figuresHeading].map { HeadText($0).full }
        + lists.map { HeadText("单位：\($0.measure)").full })
  }

  /// - Parameters:
  ///   - head: of the sheet.
  ///   - row: of the table's header.
  func strange(in sheet: SourceSheet, above row: Int, head: FormHead) -> [SourceCell] {
    let understood = head.understood(period)
    return sheet.rows.prefix { $0 < row }.suffix(40).flatMap { sheet.cells(inRow: $0) }.filter { cell in
      guard case .string? = cell.value, !cell.isCovered else { return false }
      // What is merged down into the header is a head of the table.
      if sheet.merged.range(holding: cell.reference)?.rows.contains(row) == true { return false }
      return HeadCells.statements(in: cell, plan, memory).contains { !understood.contains($0) && !isPrinted($0.text) }
    }
  }

  /// Returns the heads of names and units of measure with brackets behind them that may change what they mean; the
  /// heads of figures have rules of their own.
  func strangeHeads(_ table: FormTable) -> [SourceCell] {
    [FormColumn.task, .indicator, .measure].compactMap { column in
      guard let index = table.columns[column] else { return nil }
      let cell = table.head(ofColumn: index)
      return HeadText(cell.text).isNeutral(column, period: period) ? nil : cell
    }
  }

  func finding(_ cells: [SourceCell], sheet: String, file: String) -> Finding? {
    guard !cells.isEmpty else { return nil }
    let named = cells.prefix(Self.named)
    return BuiltInRule.outsideLayout.finding(
      unit: layout.unit, file: file, sheet: sheet, cells: named.map(\.reference.a1),
      text: named.map { CellTextCleaner.trimmed(String($0.text.prefix(200))) }.joined(separator: " "))
  }

  private func isPrinted(_ text: String) -> Bool {
    guard text.utf8.count <= 600 else { return false }
    let words = HeadText(text)
    if !words.full.contains(where: { $0.isLetter || $0.isNumber }) { return true }
    if sheets.contains(CellTextCleaner.trimmed(text)) || marks.contains(words.full) { return true }
    if words.full.hasPrefix("附件"), words.full.dropFirst(2).allSatisfy(\.isNumber) { return true }
    if FormHead.signing.contains(where: { words.full.hasPrefix($0) }) { return true }
    if HeadUnits.labels.contains(where: { words.full.hasPrefix($0) }) { return true }
    return isTitle(words)
  }

  /// Returns true for the title, also with the names of the unit or the office before it, and brackets that say what
  /// holds anyway.
  private func isTitle(_ words: HeadText) -> Bool {
    let names = ([plan.issuer] + unitNames).sorted { $0.count > $1.count }
    let neutral = words.brackets.allSatisfy { inside in
      inside == "退回件" || names.contains(inside) || isPeriod(inside)
    }
    guard neutral, let core = titles.first(where: { words.base.hasSuffix($0) }) else { return false }
    let before = names.reduce(String(words.base.dropLast(core.count))) { $0.replacing($1, with: "") }
    return before.isEmpty || before == "\(period.year)年度" || before == "\(period.year)年" || isPeriod(before)
  }

  private func isPeriod(_ text: String) -> Bool {
    memory.period(whole: text, year: period.year)?.lastDay == period.lastDay
  }
}

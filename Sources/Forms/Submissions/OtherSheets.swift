import PlanModel
import SpreadsheetML
import Validation

/// W21: figures of the form's indicators on a sheet of their own, such as 更正表, or beside what was printed on 填表说明 and
/// 签署. Nothing of it is counted.
struct OtherSheets {
  let form: FormLayout
  let table: FormTable
  let unit: String
  let file: String

  /// How many rows of a sheet are looked at, and how many cells are named.
  private static let rows = 500
  private static let named = 12

  /// - Parameter workbook: without the sheets that look like the form.
  func findings(_ workbook: SourceWorkbook) -> [Finding] {
    let known = Set([SelfCheckGrid.sheet] + (form.lists ?? []).map(\.sheet))
    let period = Period(form.period)
    lazy var names = Set(form.rows.map { HeadText.nameKey($0.indicator, period: period) })
    let stamp = workbook.stampSheet?.name
    return workbook.sheets.compactMap { sheet in
      guard sheet.name != table.sheet.name, sheet.name != stamp, !known.contains(sheet.name), !sheet.isHidden,
        sheet.name != form.review?.sheet, !ListReader.isList(sheet), !isReview(sheet)
      else { return nil }
      let cells: [SourceCell]
      if let printed = PrintedSheet(named: sheet.name) {
        // Without a stamp they are the instructions of some other office.
        cells = stamp == nil ? [] : printed.added(to: sheet)
      } else {
        cells = sheet.rows.prefix(Self.rows).flatMap { figures(sheet.cells(inRow: $0), names, period) }
      }
      guard !cells.isEmpty else { return nil }
      return BuiltInRule.outsideLayout.finding(
        unit: unit, file: file, sheet: sheet.name, cells: cells.prefix(Self.named).map(\.reference.a1),
        text: cells.prefix(Self.named).map { CellTextCleaner.trimmed($0.text) }.joined(separator: " "))
    }
  }

  /// Returns true for 条线复核 under another name.
  private func isReview(_ sheet: SourceSheet) -> Bool {
    guard let review = form.review else { return false }
    let codes = Set(review.figures.map(\.code) + review.tasks.map(\.code))
    return sheet.rows.prefix(Self.rows).contains { row in
      sheet.cells(inRow: row).prefix(1).contains { codes.contains($0.text) }
    }
  }

  /// Returns the figures of a row that has an indicator's name or code; of other rows the texts that put a figure
  /// right.
  private func figures(_ cells: ArraySlice<SourceCell>, _ names: Set<String>, _ period: Period?) -> [SourceCell] {
    let isIndicators = cells.contains { cell in
      guard case .string(let text)? = cell.value, text.utf8.count <= 600 else { return false }
      return names.contains(HeadText.nameKey(text, period: period)) || form.row(CellTextCleaner.trimmed(text)) != nil
    }
    guard isIndicators else { return cells.filter(OutsideCells.corrects) }
    return cells.filter { cell in
      if case .number? = cell.value { cell.formula == nil } else { false }
    }
  }
}

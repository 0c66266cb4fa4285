import OfficeStyle
import PlanModel
import SpreadsheetML

/// A sheet of our own forms on which nothing is reported, 签署 but for its four entries: what was printed there, and what
/// somebody wrote beside it.
struct PrintedSheet {
  /// The last of the printed columns.
  let lastColumn: Int
  /// True for what stands at the left of a printed row.
  let isLabel: (_ text: String) -> Bool
  /// Labels with a cell behind them that is filled.
  var entries: Set<String> = []

  /// The sheet of that name, or a copy of 退回意见; `nil` for all others.
  init?(named name: String) {
    switch name {
    case GuideWriter.sheet:
      lastColumn = GuideWriter.columns.count - 1
      isLabel = { text in
        GuideWriter.labels.contains(text) || [GuideWriter.sections.example, GuideWriter.sections.legend].contains(text)
      }
    case SigningWriter.sheet:
      lastColumn = SigningWriter.columns.count - 1
      let labels = Set(FormContents.SigningEntry.allCases.map(\.rawValue))
      isLabel = { labels.contains($0) || $0 == SigningWriter.headers[0] }
      entries = labels
    case _ where name.hasPrefix("退回"):
      lastColumn = ReturnNoticeWriter.columns.count - 1
      isLabel = { text in
        Int(text) != nil || ReturnNoticeWriter.beginnings.contains { text.hasPrefix($0) }
      }
    default: return nil
    }
  }

  /// Returns figures, and texts with one, that were not printed. Telephone numbers and days are no figures of an
  /// indicator.
  func added(to sheet: SourceSheet) -> [SourceCell] {
    sheet.rows.flatMap { row in
      let cells = sheet.cells(inRow: row)
      let label = cells.first { $0.reference.column == 0 }.map { CellTextCleaner.trimmed($0.text) } ?? ""
      let isPrinted = row < SheetHead.rows || isLabel(label)
      return cells.filter { cell in
        let isEntry = entries.contains(label) && cell.reference.column == SigningWriter.entryColumn
        guard !isPrinted || isEntry || cell.reference.column > lastColumn else { return false }
        if OutsideCells.corrects(cell) { return true }
        // Whether a telephone number is one is asked elsewhere.
        if isEntry, label == FormContents.SigningEntry.phone.rawValue { return false }
        return OutsideCells.hasFigure(cell) && !Self.isContact(cell, of: cells)
      }
    }
  }

  private static let contacts = ["电话", "手机", "座机", "传真", "分机", "邮箱", "日期", "转", "@"]
  /// Numbers that are dialled, and days.
  private static let dialled = Pattern(
    /1[0-9]{2}\s?[0-9]{4}\s?[0-9]{4}|[0-9()+*-]{7,}|[0-9]{2,4}[-\/.年][0-9]{1,2}[-\/.月][0-9]{1,2}[日号]?|[0-9]{1,2}月[0-9]{1,2}[日号]?/
  )

  /// Returns true for a telephone number or a day, with words for one at most; what else has a digit is none.
  private static func isContact(_ cell: SourceCell, of row: ArraySlice<SourceCell>) -> Bool {
    if case .date? = cell.value { return true }
    let left = row.last { $0.reference.column < cell.reference.column && $0.value != nil }
    let isLabelled = contacts.contains { left?.text.includes($0) ?? false }
    // A number alone may be anything, but for the label beside it.
    if case .number? = cell.value { return isLabelled }
    guard cell.text.utf8.count <= 200 else { return false }
    let text = CellTextCleaner.halfWidth(cell.text)
    let rest = text.replacing(dialled.regex, with: "")
    guard !rest.contains(where: \.isNumber) else { return false }
    return isLabelled || contacts.contains { rest.includes($0) } || !rest.contains(where: \.isLetter)
  }
}

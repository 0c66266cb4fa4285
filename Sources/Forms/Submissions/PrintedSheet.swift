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

  /// The sheet of that name; `nil` for all others.
  init?(named name: String) {
    switch name {
    case GuideWriter.sheet:
      lastColumn = GuideWriter.columns.count - 1
      isLabel = { text in
        GuideWriter.labels.contains(text) || [GuideWriter.sections.example, GuideWriter.sections.legend].contains(text)
      }
    case SigningWriter.sheet:
      lastColumn = SigningWriter.columns.count - 1
      let labels = Set(FormContents.SigningEntry.allCases.map(\.rawValue) + [SigningWriter.headers[0]])
      isLabel = labels.contains
    case ReturnNoticeWriter.sheet:
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
      let cells = sheet.byRow[row] ?? []
      let label = cells.first { $0.reference.column == 0 }.map { CellTextCleaner.trimmed($0.text) } ?? ""
      let isPrinted = row < SheetHead.rows || isLabel(label)
      return cells.filter { cell in
        guard !isPrinted || cell.reference.column > lastColumn else { return false }
        return OutsideCells.corrects(cell) || OutsideCells.hasFigure(cell) && !Self.isContact(cell, of: cells)
      }
    }
  }

  private static let contacts = ["电话", "手机", "座机", "传真", "分机", "邮箱", "日期", "@"]

  /// Returns true for a telephone number or a day, by itself or by the words at its left.
  private static func isContact(_ cell: SourceCell, of row: [SourceCell]) -> Bool {
    if case .date? = cell.value { return true }
    let left = row.last { $0.reference.column < cell.reference.column && $0.value != nil }
    let text = CellTextCleaner.trimmed(cell.text)
    return PhoneNumber.isWhole(text)
      || contacts.contains { text.includes($0) || left?.text.includes($0) ?? false }
  }
}

import PlanModel
import SpreadsheetML

/// Finds who signed a form: the cell to the right of 填报人, 审核人, 联系电话 and 填报日期, on any sheet.
struct SignatureReader {
  let period: Period
  let file: String
  let digest: String

  func read(_ workbook: SourceWorkbook) -> Submission.Signature {
    var signature = Submission.Signature()
    for sheet in workbook.sheets where !sheet.isHidden {
      for row in sheet.rows {
        for cell in sheet.cells(inRow: row) { take(cell, in: sheet, &signature) }
      }
    }
    return signature
  }

  private func take(_ cell: SourceCell, in sheet: SourceSheet, _ signature: inout Submission.Signature) {
    // A label is short; the long texts of a form need not be brought into the form in which labels are compared.
    guard case .string(let text)? = cell.value, text.utf8.count <= 48, Self.mayLabel(text),
      let label = Self.labels[CellTextCleaner.key(text)]
    else { return }
    let found = right(of: cell, in: sheet)
    // A name that is struck out signs nothing.
    let entry = found.map { $0.struck.isEmpty ? CellTextCleaner.trimmed($0.text) : "" } ?? ""
    switch label {
    case "填报人" where signature.preparer.isEmpty: signature.preparer = entry
    case "审核人" where signature.reviewer.isEmpty: signature.reviewer = entry
    case "联系电话" where signature.phone.isEmpty: signature.phone = entry
    case "填报日期":
      if let found, signature.date == nil {
        signature.date = DateReader(period: period, example: "").read(found).figure.date
      }
    default: return
    }
    // The foot of the form has the same words for the stamped copy; the place with an entry wins, then the last one.
    let place = found?.reference ?? CellReference(row: cell.reference.row, column: cell.reference.column + 1)
    signature.places[label] = FigureOrigin(file: file, digest: digest, sheet: sheet.name, cell: place.a1, text: entry)
  }

  /// Returns false for a text without a character that one of the labels has, as most are.
  private static func mayLabel(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == "人" || $0 == "电" || $0 == "期" }
  }

  private static let labels = [
    "填报人": "填报人", "填表人": "填报人", "审核人": "审核人", "联系电话": "联系电话", "填报日期": "填报日期", "报出日期": "填报日期",
  ]

  /// Returns the cell beside a label; the next label is no entry.
  ///
  /// Only that one: further on stand the form's own hints.
  private func right(of cell: SourceCell, in sheet: SourceSheet) -> SourceCell? {
    let next = sheet.right(of: cell)
    return next.value == nil || isLabel(next) ? nil : next
  }

  /// Returns true for another label, such as 单位负责人：, or the mark of a row of our own.
  private func isLabel(_ cell: SourceCell) -> Bool {
    let text = CellTextCleaner.trimmed(cell.text)
    return Self.labels[CellTextCleaner.key(text)] != nil || text.hasSuffix("：") || text.hasSuffix(":")
      || text.hasPrefix(RowMatching.ownMark)
  }
}

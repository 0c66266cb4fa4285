import PlanModel
import SpreadsheetML

/// Finds who signed a form: the cell to the right of 填报人, 审核人, 联系电话 and 填报日期, on any sheet.
struct SignatureReader {
  let period: Period

  func read(_ workbook: FoundWorkbook) -> Submission.Signature {
    var signature = Submission.Signature()
    for sheet in workbook.sheets where !sheet.isHidden {
      for row in sheet.rows {
        for cell in sheet.byRow[row] ?? [] {
          take(CellTextCleaner.key(cell.text), right(of: cell, in: sheet), &signature)
        }
      }
    }
    return signature
  }

  private func take(_ label: String, _ cell: FoundCell?, _ signature: inout Submission.Signature) {
    guard let cell else { return }
    let text = CellTextCleaner.trimmed(cell.text)
    switch label {
    case "填报人", "填表人": if signature.preparer.isEmpty { signature.preparer = text }
    case "审核人": if signature.reviewer.isEmpty { signature.reviewer = text }
    case "联系电话": if signature.phone.isEmpty { signature.phone = text }
    case "填报日期", "报出日期":
      if signature.date == nil { signature.date = DateReader(period: period, example: "").read(cell).figure.date }
    default: break
    }
  }

  /// The next cell with something in it, up to three columns on.
  private func right(of cell: FoundCell, in sheet: FoundSheet) -> FoundCell? {
    (1...3).lazy.map { sheet.cell(row: cell.reference.row, column: cell.reference.column + $0) }
      .first { $0.value != nil }
  }
}

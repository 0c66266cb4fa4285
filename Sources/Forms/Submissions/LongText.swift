import PlanModel
import Validation
import XLSXWriting

/// Says of which texts our books will have a part only (N17): they are cut where they are written, and stop nothing.
struct LongText {
  let unit: String

  /// In a book the words of a unit stand behind its name, and beside those of others.
  private static let most = 30_000

  func findings(_ rows: [Submission.Row]) -> [Finding] {
    let columns: [FormColumn] = [.progress, .problems, .nextSteps, .explanation]
    return rows.flatMap { row in
      columns.compactMap { column -> Finding? in
        guard case .text(let text) = row.figure(in: column), let value = Self.fault(text),
          let origin = row.entry(column).origin
        else { return nil }
        return BuiltInRule.textShortened.finding(
          unit: unit, file: origin.file, sheet: origin.sheet, cells: [origin.cell], indicator: row.code,
          column: column, value: value)
      }
    }
  }

  /// Returns what keeps a text from being written whole; `nil` for nothing.
  private static func fault(_ text: String) -> String? {
    if text.utf8.contains(0) { return "U+0000" }
    // Fewer bytes than that are fewer characters, and no escape makes them too many.
    guard text.utf8.count > most / 7, text.utf16.count > most || CellText.fitting(text) != text else { return nil }
    return "\(text.count)字"
  }
}

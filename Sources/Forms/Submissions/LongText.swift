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
    return rows.flatMap { row in columns.compactMap { finding(row.entry($0), of: row.code, $0) } }
  }

  /// - Parameter lists: rows by the indicator's code.
  func findings(_ lists: [String: [Submission.ListRow]]) -> [Finding] {
    lists.sorted { $0.key < $1.key }.flatMap { code, rows in
      rows.flatMap { row in
        ListColumn.entries.compactMap { column in row.values[column.chinese].flatMap { finding($0, of: code) } }
      }
    }
  }

  func findings(_ review: LineReview) -> [Finding] {
    let words = review.words.flatMap { [$0.progress, $0.problems, $0.nextSteps] }
    return words.compactMap { finding($0) } + review.opinions.compactMap { finding($0.remark, of: $0.indicator) }
  }

  private func finding(_ entry: Submission.Entry, of indicator: String? = nil, _ column: FormColumn? = nil) -> Finding?
  {
    guard case .text(let text) = entry.figure, let value = Self.fault(text), let origin = entry.origin else {
      return nil
    }
    return BuiltInRule.textShortened.finding(
      unit: unit, file: origin.file, sheet: origin.sheet, cells: [origin.cell], indicator: indicator, column: column,
      value: value)
  }

  /// Returns what keeps a text from being written whole; `nil` for nothing.
  private static func fault(_ text: String) -> String? {
    if text.utf8.contains(0) { return "U+0000" }
    // Fewer bytes than that are fewer characters, and no escape makes them too many.
    guard text.utf8.count > most / 7, text.utf16.count > most || CellText.fitting(text) != text else { return nil }
    // Readers stop where a cell of the format ends.
    return text.utf16.count >= SheetLimits.cellText ? "\(SheetLimits.cellText)字以上" : "\(text.count)字"
  }
}

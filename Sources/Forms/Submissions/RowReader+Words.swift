import PlanModel
import SpreadsheetML
import Validation

/// What the words of a row say against its figures, or against what the row is about.
extension RowReader {
  /// Whom a row is about, and whom its words must not be about alone.
  private static let contraries = [("农村", ["城市", "城镇"]), ("城市", ["农村"]), ("城镇", ["农村"])]

  /// Reports words that belong to another row (W31).
  mutating func checkWords(_ progress: Submission.Entry) {
    guard case .text(let text) = progress.figure else { return }
    for (own, others) in Self.contraries where layout.indicator.contains(own) && !text.contains(own) {
      guard let other = others.first(where: { text.includes($0) }) else { continue }
      report(.contraryWords, self.cell(.progress), .progress, value: other, expected: layout.indicator)
    }
  }

  private static let corrected = Pattern(/(?:应为|应是|实为|实际为|更正为|改为)[:：]?([0-9][0-9,.]*)/)

  /// Reports words of the row that say what its figure should be, where it is another one (W58). Sentences
  /// about another period, which explain why a figure fell, are left alone.
  mutating func checkFiguresInWords(_ result: Submission.Row.Cells) {
    guard result.current.figure.number != nil || result.cumulative.figure.number != nil else { return }
    for column in [FormColumn.progress, .problems, .nextSteps, .explanation] {
      guard let cell = self.cell(column), case .string(let text)? = cell.value,
        text.includes("为") || text.includes("应是")
      else { continue }
      let figures = [result.previous, result.current, result.cumulative, result.allocation].compactMap(\.figure.number)
      guard let said = Self.contradiction(in: text, to: figures, of: period) else { continue }
      // The period's own figure and the sum: the words may mean either.
      var counted: [String] = []
      for number in [result.current, result.cumulative].compactMap(\.figure.number?.shortest)
      where !counted.contains(number) { counted.append(number) }
      report(.figureInWords, cell, column, value: said, expected: counted.joined(separator: "、"))
    }
  }

  /// Returns the first words that say what a figure should be, and name none of the row's: 应为352.
  private static func contradiction(in text: String, to figures: [FixedDecimal], of period: Period) -> String? {
    for sentence in CellTextCleaner.halfWidth(text).split(whereSeparator: { "。;\n".contains($0) }) {
      let clean = CellTextCleaner.compact(String(sentence))
      guard !PeriodMention.isOfAnother(clean, than: period) else { continue }
      for match in clean.matches(of: corrected.regex) {
        guard let number = FixedDecimal(match.output.1.filter { $0 != "," }) else { continue }
        if !figures.contains(number) { return String(match.output.0) }
      }
    }
    return nil
  }
}

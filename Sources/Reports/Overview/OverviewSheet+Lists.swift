import Consolidation
import OfficeStyle
import SpreadsheetML
import XLSXWriting

extension OverviewSheet {
  private static let lines = 5

  /// Writes 最滞后五项, what changed, and 例外与不符, side by side; returns the first free row below.
  func writeLists(to sheet: WorksheetWriter, from first: Int) throws(XLSXWriteError) -> Int {
    try sheet.setRowHeights([6, 20.25], from: first)
    let head = first + 1
    let changes = ChangeWords(content)
    var lists: [(head: String, runs: [[TextRun]], nothing: String)] = [
      ("最滞后五项", LaggingWords(content: content).lines(atMost: Self.lines), "没有滞后的考核指标。"),
      ("例外与不符", runs(ExceptionWords(content: content).lines), ""),
    ]
    if let changes { lists.insert(("较\(changes.lastWord)变化", runs(changes.lines), ""), at: 1) }
    let spans = changes == nil ? [OverviewGrid.leftHalf, OverviewGrid.rightHalf] : OverviewGrid.thirds
    for (list, span) in zip(lists, spans) {
      try sheet.merge(OverviewGrid.range(head, span), .text(list.head), format: theme.sectionHead)
    }
    let count = max(1, lists.map(\.runs.count).max() ?? 1)
    for offset in 0..<count {
      let row = head + 1 + offset
      var texts: [RowMeasure.Text] = []
      for (list, span) in zip(lists, spans) {
        let runs = offset < list.runs.count ? list.runs[offset] : []
        let words = runs.isEmpty && offset == 0 ? list.nothing : runs.map(\.text).joined()
        texts.append(.init(words, column: OverviewGrid.room(span)))
        try sheet.merge(
          OverviewGrid.range(row, span), runs.count > 1 ? .richText(runs) : .text(words), format: theme.listRow())
      }
      try sheet.setRow(row, height: RowMeasure.height(of: texts, atLeast: 21))
    }
    try sheet.setRow(head + 1 + count, height: 5.25)
    return head + 2 + count
  }

  private func runs(_ lines: [String]) -> [[TextRun]] { lines.map { [TextRun($0, font: context.fonts.body())] } }
}

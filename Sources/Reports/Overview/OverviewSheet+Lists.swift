import Consolidation
import OfficeStyle
import SpreadsheetML
import XLSXWriting

extension OverviewSheet {
  private static let lines = 5

  /// 最滞后五项 and 例外与不符, side by side; gives the first free row below.
  func writeLists(to sheet: WorksheetWriter, from first: Int) throws(XLSXWriteError) -> Int {
    try sheet.setRowHeights([6, 20.25], from: first)
    let head = first + 1
    try sheet.merge(OverviewGrid.range(head, OverviewGrid.leftHalf), "最滞后五项", format: theme.sectionHead)
    try sheet.merge(OverviewGrid.range(head, OverviewGrid.rightHalf), "例外与不符", format: theme.sectionHead)
    let lagging = LaggingWords(content: content).lines(atMost: Self.lines)
    let exceptions = ExceptionWords(content: content).lines
    let count = max(1, max(lagging.count, exceptions.count))
    for offset in 0..<count {
      let row = head + 1 + offset
      let left = offset < lagging.count ? lagging[offset] : []
      let right = offset < exceptions.count ? exceptions[offset] : ""
      try sheet.setRow(row, height: height(left.map(\.text).joined(), right))
      let format = theme.listRow()
      try sheet.merge(
        OverviewGrid.range(row, OverviewGrid.leftHalf),
        left.isEmpty ? .text(offset == 0 ? "没有滞后的考核指标。" : "") : .richText(left), format: format)
      try sheet.merge(OverviewGrid.range(row, OverviewGrid.rightHalf), .text(right), format: format)
    }
    try sheet.setRow(head + 1 + count, height: 5.25)
    return head + 2 + count
  }

  private func height(_ left: String, _ right: String) -> Double {
    RowMeasure.height(
      of: [
        .init(left, column: OverviewGrid.room(OverviewGrid.leftHalf)),
        .init(right, column: OverviewGrid.room(OverviewGrid.rightHalf)),
      ], atLeast: 21)
  }
}

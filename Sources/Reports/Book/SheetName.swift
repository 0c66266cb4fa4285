import SpreadsheetML

/// The sheets of the book, in order; the raw value is the name on the tab.
enum SheetName: String, CaseIterable {
  case overview = "总览"
  case lagging = "重点滞后事项"
  case indicators = "指标汇总"
  case register = "任务台账"
  /// Of periods that are evaluated.
  case ranking = "排名考评"
  case scores = "得分明细"
  /// Where more than one month is known.
  case trends = "趋势"
  /// Where there is something to compare with.
  case comparisons = "同比环比"
  /// Where an indicator counts a list.
  case lists = "明细台账"
  case returns = "报送情况"
  case findings = "审核问题"
  case provenance = "数据来源"
  case method = "口径说明"

  /// Returns the cell as a formula on another sheet names it.
  func reference(row: Int, column: Int) -> String {
    "\(rawValue.quotedAsSheetName)!\(CellReference(row: row, column: column).a1)"
  }

  /// Returns a range as a formula names it, so that it stays when the formula is copied.
  func absolute(_ range: CellRange) -> String {
    "\(rawValue.quotedAsSheetName)!\(range.topLeft.absoluteA1):\(range.bottomRight.absoluteA1)"
  }
}

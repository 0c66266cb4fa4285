import SpreadsheetML
import XLSXWriting

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

  /// Returns what is written on the sheet; `nil` where it has nothing to say, and then the book does without it.
  func sheet(of content: SummaryContent) -> (any BookSheet)? {
    let context = content.context
    switch self {
    case .overview: return OverviewSheet(content: content)
    case .lagging: return LaggingSheet(content: content)
    case .indicators: return IndicatorSheet(content: content)
    case .register: return RegisterSheet(content: content)
    case .ranking: return content.scores.map { RankingSheet(context: context, table: $0) }
    case .scores: return content.scores.map { ScoreSheet(content: content, table: $0) }
    case .trends:
      return content.trends.isShown ? TrendSheet(context: context, table: content.table, trends: content.trends) : nil
    case .comparisons:
      return content.comparisons.isEmpty ? nil : ComparisonSheet(context: context, compared: content.comparisons)
    case .lists: return content.lives.isEmpty ? nil : ListSheet(context: context, lives: content.lives)
    case .returns: return ReturnsSheet(context: context)
    case .findings: return FindingsSheet(context: context, listed: content.findings)
    case .provenance: return ProvenanceSheet(context: context, listed: content.provenance)
    case .method: return MethodSheet(content: content)
    }
  }

  /// Returns the cell as a formula on another sheet names it.
  func reference(row: Int, column: Int) -> String {
    "\(rawValue.quotedAsSheetName)!\(CellReference(row: row, column: column).a1)"
  }

  /// Returns a range as a formula names it, so that it stays when the formula is copied.
  func absolute(_ range: CellRange) -> String {
    "\(rawValue.quotedAsSheetName)!\(range.topLeft.absoluteA1):\(range.bottomRight.absoluteA1)"
  }
}

/// A sheet of the book.
protocol BookSheet {
  /// Writes all that stands on it, page set-up included.
  func write(to sheet: WorksheetWriter) throws(XLSXWriteError)
}

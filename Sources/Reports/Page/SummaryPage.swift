public import Consolidation
import XLSXWriting

/// The overview of a period as one self-contained HTML page, for a screen without Excel; it prints as well.
///
/// ```swift
/// try SummaryPage(period: period).write(to: "总览.html")
/// ```
public struct SummaryPage: Sendable {
  public let period: ConsolidatedPeriod

  public init(period: ConsolidatedPeriod) {
    self.period = period
  }

  /// Writes the page; the file appears whole or not at all.
  public func write(to path: String) throws(ReportError) {
    let page = OverviewPage(content: try SummaryContent.of(period, issued: nil))
    do throws(XLSXWriteError) {
      var file = try TextFile(path: path)
      try file.append(page.markup.text)
      try file.close()
    } catch {
      throw .writing(error, path: path)
    }
  }
}

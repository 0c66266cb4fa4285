public import Consolidation
import OfficeStyle
public import PlanModel
import SpreadsheetML
import XLSXWriting

/// A bulletin (通报) of a period: a draft for the office, whose sentences are all made from the figures.
///
/// ```swift
/// try Bulletin(period: period).write(to: "通报.docx", as: .document)
/// ```
public struct Bulletin: Sendable {
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// An official document's page for Word, WPS and LibreOffice.
    case document = "docx"
    /// Plain text, UTF-8.
    case text = "txt"
  }

  public let period: ConsolidatedPeriod
  /// 成文日期; left for the author if `nil`.
  public let issued: CivilDate?

  public init(period: ConsolidatedPeriod, issued: CivilDate? = nil) {
    self.period = period
    self.issued = issued
  }

  /// Writes the bulletin; the file appears whole or not at all.
  public func write(to path: String, as format: Format) throws(ReportError) {
    let content = try SummaryContent.of(period, issued: issued)
    let text = BulletinText(content: content)
    do throws(XLSXWriteError) {
      switch format {
      case .document:
        try BulletinDocument(
          paragraphs: text.paragraphs, title: text.title, fonts: content.context.fonts,
          created: period.period.lastDay, issuer: period.plan.issuer, mark: mark(content)
        ).write(to: path)
      case .text:
        var file = try TextFile(path: path)
        try file.append("【\(mark(content))】\n")
        for paragraph in text.paragraphs { try file.append(VisibleText.of(Self.line(paragraph)) + "\n") }
        try file.close()
      }
    } catch {
      throw .writing(error, path: path)
    }
  }

  /// Returns 草稿, and 示例数据 where the plan was made for a sample.
  private func mark(_ content: SummaryContent) -> String {
    [BulletinText.draft, content.context.mark].filter { !$0.isEmpty }.joined(separator: "　")
  }

  private static func line(_ paragraph: BulletinParagraph) -> String {
    switch paragraph.kind {
    case .title, .salutation: paragraph.text.replacing("\n", with: "")
    case .heading, .subheading, .body, .open, .attachment(isFirst: true): "　　" + paragraph.text
    case .attachment(isFirst: false): "　　　　　" + paragraph.text
    case .signature: "　　　　　　　　" + paragraph.text
    }
  }
}

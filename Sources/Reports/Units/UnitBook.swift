import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// A workbook for one unit alone, to be sent to it.
struct UnitBook {
  let contents: UnitContents
  let report: UnitReport

  func write(to path: String) throws(XLSXWriteError) {
    let content = contents.content
    let head = content.context.unitHead(report.unit)
    let book = try WorkbookWriter(
      path: path,
      properties: DocumentProperties(
        title: head.title, company: content.context.plan.issuer, created: content.period.period.lastDay.midnight),
      options: .report)
    let sheet = try book.addWorksheet("本单位")
    try UnitSheet(content: content, unit: contents.content(of: report, linked: false)).write(to: sheet, head: head)
    try book.close()
  }
}

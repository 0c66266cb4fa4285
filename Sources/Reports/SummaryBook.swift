public import Consolidation
import OfficeStyle
public import PlanModel
import SpreadsheetML
import XLSXWriting

/// The summary workbook of a period, for leaders to read: 汇总簿.
///
/// Totals, rates, gaps and lights are formulas with the values of the consolidation as their cached results; words of
/// the units stand as they wrote them. Equal periods make equal bytes.
///
/// ```swift
/// try SummaryBook(period: period).write(to: "summary.xlsx")
/// ```
public struct SummaryBook: Sendable {
  public let period: ConsolidatedPeriod
  /// 报出日期; left open for a pen if `nil`.
  public let issued: CivilDate?
  /// As many lines as 审核问题 and 数据来源 list; with more they keep the exceptions, and all stand in CSV files beside
  /// the book.
  public static let listLimit = 50_000
  var limit = SummaryBook.listLimit

  /// Where the units' own sheets stand.
  public enum UnitSheets: Hashable, Sendable {
    /// At the end of the book; with more than 40 units there are none.
    case inBook
    /// Each in a workbook of its own, in a folder that the writing is given.
    case apart
  }

  public let unitSheets: UnitSheets

  public init(period: ConsolidatedPeriod, issued: CivilDate? = nil, unitSheets: UnitSheets = .inBook) {
    self.period = period
    self.issued = issued
    self.unitSheets = unitSheets
  }

  /// The names of what is written with a book.
  public struct FileNames: Hashable, Sendable {
    private let base: String

    /// - Parameter path: of the book.
    public init(of path: String) { base = path.hasSuffix(".xlsx") ? String(path.dropLast(5)) : path }

    var findings: String { base + ".findings.csv" }
    var provenance: String { base + ".provenance.csv" }
    /// Of lists that are too long for a book.
    public var lists: [String] { [findings, provenance] }
    /// The folder of the units' workbooks.
    public var unitFolder: String { base + "-分单位" }

    /// Returns the name of a unit's workbook: `东县民政局_2024年6月.xlsx`.
    ///
    /// - Parameter names: of all units of the plan.
    public static func book(of unit: Unit, in period: Period, _ names: UnitFileNames) -> String {
      "\(names[unit])_\(period.chinese).xlsx"
    }
  }

  /// Writes the book, and a workbook for each unit that should report: what concerns it alone, ready to send. Each file
  /// appears whole or not at all.
  ///
  /// Of lists that are too long for it, `NAME.findings.csv` and `NAME.provenance.csv` are written beside `NAME.xlsx`, before
  /// the book that speaks of them.
  ///
  /// - Parameter folder: where the units' workbooks go; `nil` for none.
  /// - Returns: the names of the units' workbooks, in table order.
  @discardableResult
  public func write(to path: String, unitsTo folder: String? = nil) throws(ReportError) -> [String] {
    let content = try SummaryContent.of(period, issued: issued, listing: limit, units: unitSheets)
    let names = FileNames(of: path)
    if !content.findings.isWhole {
      try file(names.findings) { path throws(XLSXWriteError) in
        try content.findings.write(to: path, content.period)
      }
    }
    if !content.provenance.isWhole {
      try file(names.provenance) { path throws(XLSXWriteError) in
        try content.provenance.write(to: path, content.table)
      }
    }
    try file(path) { path throws(XLSXWriteError) in try write(content, to: path) }
    guard let folder else { return [] }
    return try writeUnits(content, to: folder)
  }

  /// Writes one of the files, and names it where that fails.
  private func file(_ path: String, _ write: (String) throws(XLSXWriteError) -> Void) throws(ReportError) {
    do throws(XLSXWriteError) { try write(path) } catch { throw .writing(error, path: path) }
  }

  private func writeUnits(_ content: SummaryContent, to folder: String) throws(ReportError) -> [String] {
    let contents = UnitContents(content)
    let names = UnitFileNames(period.plan.units)
    var written: [String] = []
    for report in period.units {
      let name = FileNames.book(of: report.unit, in: period.period, names)
      try file("\(folder)/\(name)") { path throws(XLSXWriteError) in
        try UnitBook(contents: contents, report: report).write(to: path)
      }
      written.append(name)
    }
    return written
  }

  private func write(_ content: SummaryContent, to path: String) throws(XLSXWriteError) {
    let context = content.context
    let book = try WorkbookWriter(
      path: path,
      properties: DocumentProperties(
        title: context.bookTitle, company: period.plan.issuer, created: period.period.lastDay.midnight),
      options: .report)
    for name in context.sheets {
      guard let sheet = name.sheet(of: content) else { continue }
      try sheet.write(to: book.addWorksheet(name.rawValue))
    }
    try writeUnitSheets(content, to: book)
    try book.close()
  }

  private func writeUnitSheets(_ content: SummaryContent, to book: borrowing WorkbookWriter) throws(XLSXWriteError) {
    let context = content.context
    guard !context.unitSheets.units.isEmpty else { return }
    let contents = UnitContents(content)
    for report in period.units {
      guard let name = context.unitSheets[id: report.unit.id] else { continue }
      let sheet = try book.addWorksheet(name)
      try UnitSheet(content: content, unit: contents.content(of: report, linked: true)).write(
        to: sheet, head: context.head(report.unit))
    }
  }
}

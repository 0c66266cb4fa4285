import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// What all sheets of a book share.
struct ReportContext {
  let period: ConsolidatedPeriod
  let issued: CivilDate?

  /// What 口径说明 says of lists that are too long for the book.
  let longLists: [String]
  /// Units that have sheets of their own in the book; empty where they have workbooks, or are too many.
  let unitSheets: UnitSheetNames

  init(
    period: ConsolidatedPeriod, issued: CivilDate?, longLists: [String] = [],
    unitSheets: UnitSheetNames = UnitSheetNames([])
  ) {
    self.unitSheets = unitSheets
    self.longLists = longLists
    self.period = period
    self.issued = issued
  }

  var plan: Plan { period.plan }
  var fonts: FontSet { plan.reporting.fonts == .official ? .official : .common }
  var theme: Theme { Theme(fonts: fonts) }

  /// Stands in the corner of each sheet if anything in the plan was made for a sample.
  var mark: String { isIllustrative ? "示例数据" : "" }

  var asOf: String { "截至\(period.period.lastDay.chinese)" }

  /// 2024年度重点工作任务进展情况汇总（6月）
  var bookTitle: String { "\(plan.year)年度重点工作任务进展情况汇总（\(period.period.chineseShort)）" }

  /// Months passed ÷ 12 in per cent, one place.
  var yearPace: FixedDecimal {
    let share = try? FixedDecimal(period.period.lastMonth * 100).divided(by: 12, places: 1)
    return share ?? .hundred
  }

  var footer: SheetFooter {
    let origin = "\(plan.issuer)\(plan.year)年度重点工作　\(period.period.chinese)"
    return SheetFooter(mark.isEmpty ? origin : "\(mark)　\(origin)", fonts: fonts)
  }

  /// The sheets of the book, in order, without those that have nothing to say.
  var sheets: [SheetName] = SheetName.allCases

  /// Returns the mark of a sheet as an attachment, 附件1, counted in the order of the sheets.
  private func attachment(_ sheet: SheetName) -> String { "附件\((sheets.firstIndex(of: sheet) ?? 0) + 1)" }

  /// Returns the head of a sheet, with links to the others.
  func head(_ sheet: SheetName, title: String, left: String? = nil, right: String, ruled: Bool = false) -> SheetHead {
    let first = CellReference(row: 0, column: 0)
    let others = sheets.filter { $0 != sheet }
    let links = others.map {
      SheetHead.Link($0 == .overview ? "← 返回总览" : $0.rawValue, .cell(sheet: $0.rawValue, first))
    }
    return SheetHead(
      title: title, left: left ?? "汇总单位：\(plan.issuer)", middle: asOf, right: right, attachment: attachment(sheet),
      mark: mark, links: links, ruled: ruled)
  }

  /// Returns the head of a unit's own sheet in this book.
  func head(_ unit: Unit) -> SheetHead {
    let number = (unitSheets.units.firstIndex { $0.id == unit.id } ?? 0) + sheets.count + 1
    let first = CellReference(row: 0, column: 0)
    let links = sheets.map {
      SheetHead.Link($0 == .overview ? "← 返回总览" : $0.rawValue, .cell(sheet: $0.rawValue, first))
    }
    var head = unitHead(unit)
    head.attachment = "附件\(number)"
    head.links = links
    return head
  }

  /// Returns the head of a unit's sheet in a workbook of the unit alone.
  func unitHead(_ unit: Unit) -> SheetHead {
    SheetHead(
      title: "\(unit.name)\(plan.year)年度重点工作完成情况（\(period.period.chineseShort)）", left: "汇总单位：\(plan.issuer)",
      middle: asOf, right: "单位：见表", mark: mark)
  }

  /// Returns where a unit's own sheet begins; `nil` for a unit that has none in the book.
  func link(to unit: String) -> LinkTarget? {
    unitSheets[id: unit].map { .cell(sheet: $0, CellReference(row: 0, column: 0)) }
  }

  func page(_ kind: SheetKind, rows: Int, columns: ClosedRange<Int>, repeated: ClosedRange<Int>? = nil) -> PageSetup {
    .theme(
      kind, footer: footer,
      printArea: CellRange(
        CellReference(row: 1, column: columns.lowerBound),
        CellReference(row: rows - 1, column: columns.upperBound)),
      repeatedRows: repeated)
  }

  /// Writes a sheet of the book that is one table.
  func write(_ listing: ListingSheet, to sheet: WorksheetWriter) throws(XLSXWriteError) {
    try listing.write(to: sheet) { page(.table, rows: $0, columns: $1, repeated: $2) }
  }

  private var isIllustrative: Bool {
    plan.reporting.illustrative != .none || plan.units.contains { $0.illustrative != .none }
      || plan.indicators.contains { $0.illustrative != .none }
  }
}

import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 明细台账: every object of every list with its life across the months (问题销号, 一具一策, 项目清单).
struct ListSheet: BookSheet {
  let context: ReportContext
  let lives: [ListLife]

  private var theme: Theme { context.theme }
  private static let columns: [ListingSheet.Column] = [
    ("序号", 6), ("单位", 24), ("对象", 36), ("状态", 10), ("列入", 9), ("办结日期", 12), ("各月状态", 40), ("办理情况", 34), ("提示", 22),
  ]

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let open = lives.count(where: \.isOpen)
    let head = context.head(
      .lists, title: "\(context.plan.year)年度重点工作明细台账（\(context.period.period.chineseShort)）",
      right: "共\(lives.count)个，已销号\(lives.count - open)个，未销号\(open)个")
    let note =
      "注：1.对象按名称逐月对应；“列入”为最早填报它的一期，“各月状态”为各期表上所填。2.“漏列”为上期未办结、本期表上没有的，请单位补列或说明。3.“逾期”为过了办结时限仍未办结的。4.“本期未填”为本期表上没有填状态、或几行不一致的，“待定”为几份文件不一致的，都按上期的状态列。"
    try context.write(
      ListingSheet(
        theme: theme, head: head, columns: Self.columns, rows: rows, note: note, headerHeight: 20.25, frozenColumns: 3,
        marks: [
          (8, .text("逾期", .brickWord)), (8, .text("漏列", .yellow)), (8, .text("本期未填", .yellow)),
          (8, .text("待定", .yellow)),
        ]), to: sheet)
  }

  /// A line for each indicator with its counts, then its objects.
  private var rows: [TableRow] {
    var rows: [TableRow] = []
    var number = 0
    var codes: [String] = []
    let byCode = Dictionary(grouping: lives, by: \.indicator.code)
    for life in lives where !codes.contains(life.indicator.code) { codes.append(life.indicator.code) }
    for code in codes {
      let own = byCode[code] ?? []
      rows.append(head(own))
      for life in own {
        number += 1
        rows.append(row(life, number: number))
      }
    }
    return rows
  }

  private func head(_ lives: [ListLife]) -> TableRow {
    var cells = [TableCell](repeating: .blank(theme.sectionRow), count: Self.columns.count)
    let open = lives.count(where: \.isOpen)
    let new = lives.count { $0.opened.lastDay == context.period.period.lastDay }
    cells[1] = .overflowing(
      "\(lives.first?.indicator.name ?? "")：共\(lives.count)个，已销号\(lives.count - open)个，未销号\(open)个，本期新列\(new)个",
      theme.sectionRow)
    return TableRow(cells: cells)
  }

  private func row(_ life: ListLife, number: Int) -> TableRow {
    let stages = life.states.map { "\($0.period.chineseShort)\($0.state)" }
    var hints: [String] = []
    if life.isOverdue { hints.append("逾期") }
    if !life.isListed { hints.append("漏列") }
    if life.isUnstated { hints.append("本期未填") }
    if life.isDisputed { hints.append("待定") }
    return TableRow(cells: [
      .integer(number, theme.ordinal), .text(life.unit.name, theme.text),
      .text(PersonalData.masked(life.object), theme.text), .text(life.state ?? "未填", theme.status),
      .text(life.opened.chineseShort, theme.centeredText),
      life.closed.map { .date($0, theme.date) } ?? .text("—", theme.dash.with { $0.alignment.horizontal = .center }),
      .text(stages.isEmpty ? "—" : stages.joined(separator: "→"), theme.remark),
      .text(PersonalData.masked(life.note), theme.remark), .text(hints.joined(separator: "、"), theme.remark),
    ])
  }
}

import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

extension MethodSheet {
  private var rows: MethodRows { MethodRows(context: context) }

  /// Writes the shares of the states as live formulas: they are cut to tenths, and the missing tenths go to the largest
  /// remainders.
  func writeShares(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let headers = ["序号", "状态", "项数", "取整（千分之）", "余数", "占比（%）", "算法"]
    try sheet.writeRow(
      headers.map { .text($0) }, at: CellReference(row: rows.shareHead + 1, column: 0), format: theme.tableHeader)
    let states = SheetName.indicators.absolute(
      CellRange(
        CellReference(row: content.table.allRows.lowerBound, column: content.table.columns.state),
        CellReference(row: content.table.allRows.upperBound, column: content.table.columns.state)))
    let body = StateShares.Group.allCases.enumerated().map { index, group in
      share(group, index, StateCount(states: states))
    }
    try Table(leastWidths: Self.widths, rows: body + [shareSum]).write(
      to: sheet, from: rows.firstShare, widths: Self.widths)
  }

  private func share(_ group: StateShares.Group, _ index: Int, _ count: StateCount) -> TableRow {
    let row = rows.firstShare + index + 1
    let (first, last) = (rows.firstShare + 1, rows.shareSum)
    let sum = "$C$\(last + 1)"
    let number = content.shares.counts[index]
    let assessed = content.shares.assessed
    let tenths = assessed > 0 ? number * 1000 / assessed : 0
    let remainder = assessed > 0 ? number * 1000 % assessed : 0
    let remainders = "$E$\(first):$E$\(last)"
    let place = "COUNTIF(\(remainders),\">\"&E\(row))+COUNTIF($E$\(first):E\(row),E\(row))"
    let figure = theme.figure(.count)
    return TableRow(cells: [
      .integer(index + 1, theme.ordinal), .text(group.rawValue, theme.text),
      .formula(count.count(group.states), FixedDecimal(number), .count, figure),
      .formula("IF(\(sum)=0,0,INT(C\(row)*1000/\(sum)))", FixedDecimal(tenths), .count, figure),
      .formula("IF(\(sum)=0,0,C\(row)*1000-D\(row)*\(sum))", FixedDecimal(remainder), .count, figure),
      .formula(
        "IF(\(sum)=0,0,(D\(row)+IF(\(place)<=1000-SUM($D$\(first):$D$\(last)),1,0))/10)",
        content.shares.percentages[index], .rate, theme.figure(.rate)),
      .text(index == 0 ? "先取整到0.1%，差额依次加给余数大的" : "", theme.remark),
    ])
  }

  private var shareSum: TableRow {
    let (first, last) = (rows.firstShare + 1, rows.shareSum)
    let assessed = content.shares.assessed
    func sum(_ column: String, _ value: FixedDecimal, _ style: FigureStyle, _ number: NumberStyle) -> TableCell {
      .formula("SUM(\(column)\(first):\(column)\(last))", value, style, theme.totalFigure(number))
    }
    return TableRow(cells: [
      .blank(theme.totalText), .text("考核合计", theme.totalText),
      sum("C", FixedDecimal(assessed), .count, .count), .blank(theme.totalText), .blank(theme.totalText),
      sum("F", assessed > 0 ? .hundred : 0, .rate, .rate), .blank(theme.totalText),
    ])
  }
}

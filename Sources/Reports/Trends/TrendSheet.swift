import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 趋势: the main indicators month by month against their target paths, as a table and as charts.
struct TrendSheet: BookSheet {
  let context: ReportContext
  let table: IndicatorTable
  let trends: TrendTable

  private var theme: Theme { context.theme }
  private static let headRow = SheetHead.rows
  private static let pathRow = headRow + 1
  private static let firstMonth = 4
  private static let chartHeight = 240
  private static let chartsAcross = 3

  private var columns: Int { Self.firstMonth + trends.months.count }
  private var printed: ClosedRange<Int> { 0...columns - 1 }
  private var widths: [Double] {
    let months = trends.lines.flatMap { line in
      line.points.compactMap { $0?.total.map { line.style.shown($0) } }
    }
    let month = ColumnMeasure.width(for: months, size: 10.5, isNumber: true)
    return [5, 42, 8.5, 11] + trends.months.map { _ in max(8.6, month) }
  }

  /// Where an indicator's rows stand.
  private struct Place {
    let line: TrendTable.Line
    let rate: Int
    var total: Int { rate + 1 }
    /// The row of its path: its own, or the year's.
    let path: Int
    var hasOwnPath: Bool { path != TrendSheet.pathRow }
    var lastRow: Int { hasOwnPath ? path : total }
  }

  private var places: [Place] {
    var next = Self.pathRow + 1
    return trends.lines.map { line in
      let place = Place(line: line, rate: next, path: line.path == trends.path ? Self.pathRow : next + 2)
      next = place.lastRow + 1
      return place
    }
  }

  func write(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let widths = widths
    try sheet.setColumnWidths(widths.map { .characters($0) })
    try context.head(.trends, title: "主要指标完成率逐月趋势", right: "单位：%、见表").write(
      to: sheet, theme: theme, columns: printed, widths: widths)
    try writeHeader(to: sheet)
    try Table(leastWidths: widths, rows: [yearPath]).write(to: sheet, from: Self.pathRow, widths: widths)
    let places = places
    for place in places {
      try Table(leastWidths: widths, rows: rows(place)).write(to: sheet, from: place.rate, widths: widths)
      try sheet.merge(
        CellRange(CellReference(row: place.rate, column: 0), CellReference(row: place.lastRow, column: 0)),
        .integer(place.line.item.number), format: theme.ordinal)
      try sheet.conditionalFormat(.behind(isBehind(place)), on: months(place.rate))
    }
    let note = (places.last?.lastRow ?? Self.pathRow) + 1
    let notes = "注：序号为“指标汇总”中的序号。加粗红字为低于当月序时进度。图中横轴为月份，实线为完成率，虚线为目标路径；红线（菱形点）为本期低于序时进度的指标。空白的月份没有数据。"
    let charts = try SheetFoot(note: notes).write(to: sheet, theme: theme, row: note, columns: printed, widths: widths)
    let end = try writeCharts(places, to: sheet, from: charts, widths: widths)
    try sheet.freezePanes(at: CellReference(row: Self.pathRow, column: 2))
    try sheet.hideGridlines()
    try sheet.setPage(context.page(.onePage, rows: end, columns: printed))
  }

  private func writeHeader(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    try sheet.setRow(Self.headRow, height: RowMeasure.header)
    try sheet.writeRow(
      ["序号", "指标", "计量单位", "目标值"].map { .text($0) }, at: CellReference(row: Self.headRow, column: 0),
      format: theme.tableHeader)
    for (offset, month) in trends.months.enumerated() {
      try sheet.write(
        .integer(month.lastMonth), at: CellReference(row: Self.headRow, column: Self.firstMonth + offset),
        format: theme.tableHeader.with { $0.numberFormat = "0\"月\"" })
    }
  }

  private var yearPath: TableRow {
    let style = theme.earlierFigure(.rate)
    let cells: [TableCell] = [
      .blank(theme.ordinal), .text("序时进度（目标路径）", theme.text), .text("%", theme.centeredText), .text("—", theme.dash),
    ]
    return TableRow(
      cells: cells
        + zip(trends.months, trends.path).map { month, pace in
          .formula("ROUND(\(month.lastMonth)/12*100,1)", pace, .rate, style)
        }, floor: 18)
  }

  private func rows(_ place: Place) -> [TableRow] {
    let line = place.line
    let indicator = line.item.indicator
    let target = SheetName.indicators.reference(row: line.item.row, column: table.columns.target)
    let (number, style) =
      TargetWords(period: context.period.period, result: line.item.result).number ?? (0, .rate)
    let measure = TargetWords(period: context.period.period, result: line.item.result).measure
    let rates = [
      TableCell.blank(theme.ordinal), .text(indicator.name + " 完成率", theme.text), .text("%", theme.centeredText),
      .text("—", theme.dash),
    ]
    let totals = [
      TableCell.blank(theme.ordinal), .text("累计完成", theme.remark.with { $0.alignment.indent = 2 }),
      .text(measure, theme.centeredText),
      .formula(target, number, style, theme.earlierFigure(style.number)),
    ]
    var rows = [
      TableRow(cells: rates + line.points.indices.map { rate(place, $0) }, floor: 18),
      TableRow(cells: totals + line.points.indices.map { total(place, $0) }, floor: 16),
    ]
    if place.hasOwnPath {
      let path = [
        TableCell.blank(theme.ordinal), .text("目标路径", theme.remark.with { $0.alignment.indent = 2 }),
        .text("%", theme.centeredText), .text("—", theme.dash),
      ]
      rows.append(
        TableRow(cells: path + line.path.map { .number($0, .rate, theme.earlierFigure(.rate)) }, floor: 16))
    }
    return rows
  }

  /// Returns the rate of a month; empty where there is none, so that the line has a gap and not a zero.
  private func rate(_ place: Place, _ month: Int) -> TableCell {
    guard let point = place.line.points[month], let rate = point.rate, let target = point.target else {
      return .blank(theme.figure(.rate))
    }
    // Against another target than today's the rate stands as it was.
    guard target == place.line.item.result.target else { return .number(rate, .rate, theme.figure(.rate)) }
    let column = CellReference.columnLetters(Self.firstMonth + month)
    return .formula(
      "\(column)\(place.total + 1)*100/$D\(place.total + 1)", rate, .rate, theme.figure(.rate))
  }

  private func total(_ place: Place, _ month: Int) -> TableCell {
    let line = place.line
    let isUnitCount = line.item.indicator.aggregate.countsUnits
    let style = isUnitCount ? FigureStyle.count : line.style
    let format = theme.earlierFigure(style.number)
    guard let point = line.points[month] else { return .blank(format) }
    guard let total = point.total else {
      return .text(table.absence(line.item.result), theme.figureWord.with { $0.font.color = Palette.grey })
    }
    guard month == line.last else { return .number(total, style, format) }
    let reference = SheetName.indicators.reference(row: line.item.row, column: table.columns.total)
    return .formula(reference, total, style, format)
  }

  private func months(_ row: Int) -> CellRange {
    CellRange(
      CellReference(row: row, column: Self.firstMonth), CellReference(row: row, column: columns - 1))
  }

  private func isBehind(_ place: Place) -> String {
    let first = CellReference.columnLetters(Self.firstMonth)
    let (rate, path) = ("\(first)\(place.rate + 1)", "\(first)\(place.path + 1)")
    return "AND(ISNUMBER(\(rate)),ROUND(N(\(rate))-N(\(path)),1)<0)"
  }

  // MARK: Charts

  /// Writes the charts, three beside each other; returns the first free row below.
  private func writeCharts(
    _ places: [Place], to sheet: WorksheetWriter, from first: Int, widths: [Double]
  ) throws(XLSXWriteError) -> Int {
    let rowHeight = RowMeasure.data
    let rowsEach = Int((Double(Self.chartHeight + 8) * 0.75 / rowHeight).rounded(.up))
    let pixels = widths.map { ColumnWidth.characters($0).pixelWidth }
    let room = pixels.reduce(0, +)
    let width = (room - 10 * (Self.chartsAcross - 1)) / Self.chartsAcross
    for (index, place) in places.enumerated() {
      let top = first + index / Self.chartsAcross * rowsEach
      var offset = index % Self.chartsAcross * (width + 10)
      var column = 0
      while column < pixels.count - 1, offset >= pixels[column] {
        offset -= pixels[column]
        column += 1
      }
      try sheet.insert(
        chart(place, width: width), at: CellReference(row: top, column: column), offsetX: offset, offsetY: 4)
    }
    let lines = (places.count + Self.chartsAcross - 1) / Self.chartsAcross
    let end = first + lines * rowsEach
    for row in first..<end { try sheet.setRow(row, height: rowHeight) }
    return end
  }

  private func chart(_ place: Place, width: Int) -> Chart {
    func range(_ row: Int) -> SheetRange { SheetRange(SheetName.trends.rawValue, months(row)) }
    let line = place.line
    let rates = line.points.compactMap { $0?.rate }
    let reported = line.points.lastIndex { $0?.rate != nil }.map { $0 + 1 } ?? 0
    // One line over a third of the page.
    let name = line.item.indicator.name
    var title = name.count > 13 ? name.prefix(12) + "…" : name
    if let rate = line.item.result.rate, let gap = line.item.result.gap {
      let side = gap.isNegative ? "低于" : "高于"
      let words = gap.isZero ? "与序时持平" : "\(side)序时\(gap.magnitude.grouped(places: 1))个百分点"
      title += "\(rate.grouped(places: 1))%，\(words)"
    } else {
      title += "：本期未报送"
    }
    var chart = Chart.trend(
      title: title, months: range(Self.headRow), path: range(place.path), rates: range(place.rate), reported: reported,
      isBehind: line.isBehind, width: width, height: Self.chartHeight, fonts: context.fonts)
    let greatest = rates.map(\.double).max() ?? 100
    chart.valueAxis.maximum = max(100, min(400, (greatest / 25).rounded(.up) * 25))
    if let least = rates.map(\.double).min(), least < 0 {
      chart.valueAxis.minimum = max(-400, (least / 25).rounded(.down) * 25)
    }
    return chart
  }
}

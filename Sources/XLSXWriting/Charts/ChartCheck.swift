import SpreadsheetML

/// Checks a chart before the library sees it.
enum ChartCheck {
  static func check(_ chart: Chart) throws(XLSXWriteError) {
    guard !chart.series.isEmpty else { throw XLSXWriteError(.option, "a chart has no series") }
    guard (1...10_000).contains(chart.width), (1...10_000).contains(chart.height) else {
      throw XLSXWriteError(.option, "a chart of \(chart.width) × \(chart.height) pixels is not in 1...10000")
    }
    if let gap = chart.gap, !(0...500).contains(gap) {
      throw XLSXWriteError(.option, "a gap of \(gap) % between bars is not in 0...500")
    }
    if let overlap = chart.overlap, !(-100...100).contains(overlap) {
      throw XLSXWriteError(.option, "an overlap of \(overlap) % of bars is not in -100...100")
    }
    try TextCheck.plain(chart.title ?? "", limit: SheetLimits.property, what: "the title of a chart")
    try TextCheck.plain(chart.description, limit: SheetLimits.property, what: "the description of a chart")
    for series in chart.series {
      try check(series)
      try check(series.labels?.position ?? .automatic, on: chart.kind)
    }
    for axis in [chart.categoryAxis, chart.valueAxis] { try check(axis) }
    try check(chart.titleFont)
    try check(chart.legendFont)
    try check(chart.border)
  }

  private static func check(_ series: ChartSeries) throws(XLSXWriteError) {
    try TextCheck.plain(series.name, limit: SheetLimits.property, what: "the name of a series")
    for range in [series.values, series.categories ?? series.values] {
      try SheetNameCheck.check(range.sheet)
      guard range.range.rows.count == 1 || range.range.columns.count == 1 else {
        throw XLSXWriteError(.option, "a series takes a row or a column, not \(range.range)")
      }
      let corner = range.range.bottomRight
      guard corner.row < CellReference.rowLimit, corner.column < CellReference.columnLimit,
        range.range.topLeft.row >= 0, range.range.topLeft.column >= 0
      else { throw XLSXWriteError(.outOfBounds, "the series “\(series.name)” lies outside A1:XFD1048576") }
    }
    if let marker = series.marker, !(2...72).contains(marker.size) {
      throw XLSXWriteError(.option, "a marker of \(marker.size) points is not in 2...72")
    }
    if let line = series.line { try check(line) }
    guard let labels = series.labels else { return }
    try check(labels.font)
    if let format = labels.numberFormat {
      try TextCheck.plain(format, limit: SheetLimits.property, what: "the number format of labels")
    }
    for case .text(let text, let font) in labels.points {
      try TextCheck.plain(text, limit: SheetLimits.property, what: "a label")
      guard !text.isEmpty, !text.hasPrefix("=") else {
        throw XLSXWriteError(.option, "a label is empty or begins with =")
      }
      try check(font)
    }
  }

  /// Refuses a position which the kind of chart does not have: a program that meets one repairs the file.
  private static func check(_ position: ChartLabels.Position, on kind: Chart.Kind) throws(XLSXWriteError) {
    let possible: [ChartLabels.Position] =
      switch kind {
      case .line: [.automatic, .center, .above, .below, .left, .right]
      case .bar, .column: [.automatic, .center, .insideEnd, .insideBase, .outsideEnd]
      case .stackedBar, .stackedColumn: [.automatic, .center, .insideEnd, .insideBase]
      }
    guard possible.contains(position) else {
      throw XLSXWriteError(.option, "labels of this kind of chart cannot stand at “\(position)”")
    }
  }

  private static func check(_ axis: ChartAxis) throws(XLSXWriteError) {
    try TextCheck.plain(axis.title ?? "", limit: SheetLimits.property, what: "the title of an axis")
    try TextCheck.plain(axis.numberFormat ?? "", limit: SheetLimits.property, what: "the number format of an axis")
    for value in [axis.minimum, axis.maximum, axis.step] {
      guard let value else { continue }
      guard value.isFinite else { throw XLSXWriteError(.notFinite, "an end or step of an axis is not finite") }
    }
    if let interval = axis.labelInterval, !(1...10_000).contains(interval) {
      throw XLSXWriteError(.option, "an interval of \(interval) labels is not in 1...10000")
    }
    try check(axis.font)
    for line in [axis.line, axis.gridlines] {
      guard let line else { continue }
      try check(line)
    }
  }

  private static func check(_ font: ChartFont?) throws(XLSXWriteError) {
    guard let font else { return }
    try FormatCheck.check(CellFont(font.name ?? "Calibri", size: font.size ?? 10))
  }

  private static func check(_ line: ChartLine) throws(XLSXWriteError) {
    guard case .line(_, let width, _) = line else { return }
    guard (0...1_584).contains(width) else {
      throw XLSXWriteError(.option, "a line of \(width) points is not in 0...1584")
    }
  }
}

import SpreadsheetML
public import XLSXWriting

extension Chart {
  /// Returns the overview's chart: how far each indicator is, and hatched what is missing to its pace. At most 14 bars,
  /// as programs drop names beyond that.
  ///
  /// The hatching ends at the pace, so that no second axis is needed and a grey copy still shows it. The section head
  /// above the chart is its title.
  /// - Parameters:
  ///   - names: name and gap of each, worst first.
  ///   - rates: 0 to 100.
  ///   - gaps: what is missing, 0 where nothing is.
  public static func completion(
    names: SheetRange, rates: SheetRange, gaps: SheetRange, rateName: String = "完成率",
    gapName: String = "距序时缺口", width: Int, height: Int, fonts: FontSet = .official
  ) -> Chart {
    let label = ChartFont("Times New Roman", size: 9, color: .white)
    let words = ChartFont(fonts.heading().name, size: 9, color: Palette.ink)
    return Chart(
      .stackedBar,
      series: [
        ChartSeries(
          rateName, categories: names, values: rates, fill: .solid(Palette.accent), line: ChartLine.none,
          labels: ChartLabels(.insideEnd, font: label, numberFormat: "0.0")),
        ChartSeries(
          gapName, categories: names, values: gaps,
          fill: .pattern(.wideUpwardDiagonal, foreground: Palette.brick, background: .white),
          line: .line(Palette.brick, width: 0.75)),
      ],
      categoryAxis: ChartAxis(
        reversed: true, labelInterval: 1, font: words, line: .line(Palette.line, width: 0.75)),
      valueAxis: ChartAxis(
        minimum: 0, maximum: 100, step: 25, numberFormat: "0\"%\"",
        font: ChartFont("Times New Roman", size: 9, color: Palette.grey), line: ChartLine.none,
        gridlines: .line(Palette.hair, width: 0.5), labelPosition: .high),
      legend: .top, legendFont: words, gap: 36, overlap: 100, width: width, height: height,
      description: "\(rateName)与\(gapName)")
  }

  /// Returns the chart of one indicator over the months against its target path. The title says the finding in words.
  ///
  /// - Parameters:
  ///   - months: 1 to 12; `path`: 0 to 100 for each.
  ///   - rates: the same months; those to come are empty cells.
  ///   - reported: how many months have a rate; the last of them is labelled.
  ///   - isBehind: brick with diamonds instead of accent with circles.
  public static func trend(
    title: String, months: SheetRange, path: SheetRange, rates: SheetRange, reported: Int, isBehind: Bool,
    pathName: String = "目标路径", rateName: String = "完成率", width: Int, height: Int, fonts: FontSet = .official
  ) -> Chart {
    let color = isBehind ? Palette.brick : Palette.accent
    let figures = ChartFont("Times New Roman", size: 9, color: Palette.grey)
    let months12 = max(path.range.columns.count, path.range.rows.count)
    // One label names the path, three quarters along it.
    let named = max(0, months12 * 3 / 4 - 1)
    let pathLabels = (0..<months12).map { index -> ChartLabels.Point in
      index == named ? .text(pathName, ChartFont(fonts.body().name, size: 9, color: Palette.grey)) : .hidden
    }
    return Chart(
      .line,
      series: [
        ChartSeries(
          pathName, categories: months, values: path, line: .line(Palette.line, width: 1.25, dash: .dash),
          marker: ChartMarker.none, labels: ChartLabels(.below, points: pathLabels)),
        ChartSeries(
          rateName, categories: months, values: rates, line: .line(color, width: 2.25),
          marker: ChartMarker(isBehind ? .diamond : .circle, size: 6, color: color),
          labels: ChartLabels(
            isBehind ? .below : .above,
            font: ChartFont("Times New Roman", size: 10, bold: true, color: color), numberFormat: "0.0",
            points: (0..<months12).map { $0 == reported - 1 ? .value : .hidden })),
      ],
      title: title, titleFont: ChartFont(fonts.heading().name, size: 10.5, color: isBehind ? color : Palette.ink),
      categoryAxis: ChartAxis(font: figures, line: .line(Palette.line, width: 0.75)),
      valueAxis: ChartAxis(
        minimum: 0, maximum: 100, step: 25, numberFormat: "0\"%\"", font: figures, line: ChartLine.none,
        gridlines: .line(Palette.hair, width: 0.5)),
      border: .line(Palette.hair, width: 0.75), width: width, height: height, description: title)
  }
}

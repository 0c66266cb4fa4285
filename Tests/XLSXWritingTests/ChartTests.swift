import SpreadsheetML
import Testing
import XLSXWriting

@Suite struct ChartTests {
  private static let values = SheetRange("表", "B1:B4")

  private static func drawing(_ chart: Chart) throws -> String {
    let book = try WrittenBook { _, sheet in
      for row in 0..<4 { try sheet.write(.integer(row), at: CellReference(row: row, column: 1)) }
      try sheet.insert(chart, at: "D2", offsetX: 3)
    }
    return book.part("xl/charts/chart1.xml")
  }

  @Test func `bars have their categories upright and reversed, their values from 0 to 100`() throws {
    let chart = try Self.drawing(
      Chart(
        .stackedBar,
        series: [
          ChartSeries(
            "缺口", categories: SheetRange("表", "A1:A4"), values: Self.values,
            fill: .pattern(.wideUpwardDiagonal, foreground: 0xA3281E, background: .white))
        ],
        categoryAxis: ChartAxis(reversed: true, labelInterval: 1),
        valueAxis: ChartAxis(minimum: 0, maximum: 100, step: 25, labelPosition: .high), gap: 36, overlap: 100))
    let category = try #require(chart.split(separator: "<c:catAx>").last)
    #expect(category.contains(#"<c:orientation val="maxMin"/>"#) && category.contains(#"tickLblSkip val="1""#))
    #expect(chart.contains(#"<c:max val="100"/><c:min val="0"/>"#) && chart.contains(#"<c:majorUnit val="25"/>"#))
    #expect(chart.contains(#"prst="wdUpDiag""#) && chart.contains(#"<c:gapWidth val="36"/>"#))
    #expect(chart.contains("<c:f>'表'!$B$1:$B$4</c:f>"))
    #expect(!chart.contains("<c:legend>"))
  }

  @Test func `labels can be hidden, shown or worded one by one`() throws {
    let labels = ChartLabels(.above, points: [.hidden, .text("目标路径"), .value, .hidden])
    let chart = try Self.drawing(
      Chart(.line, series: [ChartSeries("率", values: Self.values, marker: ChartMarker.none, labels: labels)]))
    #expect(chart.contains("目标路径"))
    #expect(chart.contains(#"<c:idx val="0"/><c:delete val="1"/>"#))
    #expect(chart.contains(#"<c:symbol val="none"/>"#))
  }

  @Test(arguments: [
    Chart(.line, series: []), Chart(.bar, series: [ChartSeries("", values: SheetRange("表", "A1:B2"))]),
    Chart(.bar, series: [ChartSeries("", values: values)], gap: 501),
    Chart(.bar, series: [ChartSeries("", values: values)], overlap: 101),
    Chart(.bar, series: [ChartSeries("", values: values)], width: 0),
    Chart(.line, series: [ChartSeries("", values: values, labels: ChartLabels(.insideEnd))]),
    Chart(.stackedBar, series: [ChartSeries("", values: values, labels: ChartLabels(.outsideEnd))]),
    Chart(.line, series: [ChartSeries("", values: values, labels: ChartLabels(points: [.text("=A1")]))]),
  ])
  func `a chart that cannot be drawn is refused`(chart: Chart) throws {
    _ = try WrittenBook { _, sheet in #expect(refusal { try sheet.insert(chart, at: "D2") } == .option) }
  }
}

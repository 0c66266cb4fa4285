internal import CXlsxWriter

/// Draws a chart with the library's means. What it is given has been checked.
@safe struct ChartBuilder {
  let chart: Chart
  let target: UnsafeMutablePointer<lxw_chart>
  let text: CText

  /// `nil` where the library has no memory.
  init?(_ chart: Chart, in book: UnsafeMutablePointer<lxw_workbook>, text: CText) {
    guard let target = unsafe workbook_add_chart(book, Self.library(chart.kind)) else { return nil }
    self.chart = chart
    unsafe self.target = target
    self.text = text
  }

  func build() throws(XLSXWriteError) {
    for series in chart.series { try add(series) }
    setTitleAndLegend()
    setAreas()
    // The library names axes by where they lie: the categories of bars stand on the vertical one.
    let isBar = chart.kind == .bar || chart.kind == .stackedBar
    let (categories, values) =
      isBar
      ? (LXW_CHART_AXIS_TYPE_Y, LXW_CHART_AXIS_TYPE_X) : (LXW_CHART_AXIS_TYPE_X, LXW_CHART_AXIS_TYPE_Y)
    if let axis = unsafe chart_axis_get(target, categories) { unsafe set(chart.categoryAxis, on: axis) }
    if let axis = unsafe chart_axis_get(target, values) { unsafe set(chart.valueAxis, on: axis) }
    if let gap = chart.gap { unsafe chart_set_series_gap(target, UInt16(gap)) }
    if let overlap = chart.overlap { unsafe chart_set_series_overlap(target, Int8(overlap)) }
    // Cells without a number leave a gap in a line.
    unsafe chart_show_blanks_as(target, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
    unsafe chart_show_hidden_data(target)
  }

  private func setTitleAndLegend() {
    if let title = chart.title {
      unsafe chart_title_set_name(target, title)
      unsafe withFont(chart.titleFont) { font in unsafe chart_title_set_name_font(target, font) }
    } else {
      unsafe chart_title_off(target)
    }
    unsafe chart_legend_set_position(target, Self.library(chart.legend))
    unsafe withFont(chart.legendFont) { font in unsafe chart_legend_set_font(target, font) }
  }

  private func setAreas() {
    unsafe withLine(chart.border) { line in unsafe chart_chartarea_set_line(target, line) }
    unsafe withFill(
      chart.background, { fill in unsafe chart_chartarea_set_fill(target, fill) },
      { pattern in unsafe chart_chartarea_set_pattern(target, pattern) })
    unsafe withLine(ChartLine.none) { line in unsafe chart_plotarea_set_line(target, line) }
    unsafe withFill(
      ChartFill.none, { fill in unsafe chart_plotarea_set_fill(target, fill) },
      { pattern in unsafe chart_plotarea_set_pattern(target, pattern) })
  }

  private func set(_ axis: ChartAxis, on target: UnsafeMutablePointer<lxw_chart_axis>) {
    if let title = axis.title {
      unsafe chart_axis_set_name(target, title)
      unsafe withFont(axis.font) { font in unsafe chart_axis_set_name_font(target, font) }
    }
    if axis.isHidden { unsafe chart_axis_off(target) }
    if axis.isReversed { unsafe chart_axis_set_reverse(target) }
    if let minimum = axis.minimum { unsafe chart_axis_set_min(target, minimum) }
    if let maximum = axis.maximum { unsafe chart_axis_set_max(target, maximum) }
    if let step = axis.step { unsafe chart_axis_set_major_unit(target, step) }
    if let interval = axis.labelInterval { unsafe chart_axis_set_interval_unit(target, UInt16(interval)) }
    if let format = axis.numberFormat { unsafe chart_axis_set_num_format(target, format) }
    unsafe withFont(axis.font) { font in unsafe chart_axis_set_num_font(target, font) }
    if let line = axis.line { unsafe withLine(line) { line in unsafe chart_axis_set_line(target, line) } }
    unsafe chart_axis_major_gridlines_set_visible(target, axis.gridlines == nil ? 0 : 1)
    if let line = axis.gridlines {
      unsafe withLine(line) { line in unsafe chart_axis_major_gridlines_set_line(target, line) }
    }
    unsafe chart_axis_set_label_position(target, Self.library(axis.labelPosition))
    let tick = axis.hasTicks ? LXW_CHART_AXIS_TICK_MARK_OUTSIDE : LXW_CHART_AXIS_TICK_MARK_NONE
    unsafe chart_axis_set_major_tick_mark(target, UInt8(tick.rawValue))
    unsafe chart_axis_set_minor_tick_mark(target, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
  }
}

internal import CXlsxWriter
import SpreadsheetML

extension ChartBuilder {
  func add(_ series: ChartSeries) throws(XLSXWriteError) {
    guard let drawn = unsafe chart_add_series(target, nil, nil) else {
      throw XLSXWriteError(.library, "no memory for a series")
    }
    let values = series.values
    unsafe chart_series_set_values(
      drawn, values.sheet, lxw_row_t(values.range.topLeft.row), lxw_col_t(values.range.topLeft.column),
      lxw_row_t(values.range.bottomRight.row), lxw_col_t(values.range.bottomRight.column))
    if let names = series.categories {
      unsafe chart_series_set_categories(
        drawn, names.sheet, lxw_row_t(names.range.topLeft.row), lxw_col_t(names.range.topLeft.column),
        lxw_row_t(names.range.bottomRight.row), lxw_col_t(names.range.bottomRight.column))
    }
    unsafe chart_series_set_name(drawn, series.name)
    if let line = series.line { unsafe withLine(line) { line in unsafe chart_series_set_line(drawn, line) } }
    if let fill = series.fill {
      unsafe withFill(
        fill, { fill in unsafe chart_series_set_fill(drawn, fill) },
        { pattern in unsafe chart_series_set_pattern(drawn, pattern) })
    }
    if let marker = series.marker { unsafe set(marker, on: drawn) }
    if let labels = series.labels { try unsafe set(labels, on: drawn) }
  }

  private func set(_ marker: ChartMarker, on series: UnsafeMutablePointer<lxw_chart_series>) {
    unsafe chart_series_set_marker_type(series, Self.library(marker.shape))
    guard marker.shape != .none else { return }
    unsafe chart_series_set_marker_size(series, UInt8(marker.size))
    unsafe withLine(.line(marker.color, width: 0.75)) { line in unsafe chart_series_set_marker_line(series, line) }
    unsafe withFill(
      .solid(marker.color), { fill in unsafe chart_series_set_marker_fill(series, fill) },
      { pattern in unsafe chart_series_set_marker_pattern(series, pattern) })
  }

  private func set(
    _ labels: ChartLabels, on series: UnsafeMutablePointer<lxw_chart_series>
  ) throws(XLSXWriteError) {
    unsafe chart_series_set_labels(series)
    unsafe chart_series_set_labels_position(series, Self.library(labels.position))
    if let format = labels.numberFormat { unsafe chart_series_set_labels_num_format(series, format) }
    unsafe withFont(labels.font) { font in unsafe chart_series_set_labels_font(series, font) }
    guard !labels.points.isEmpty else { return }
    try unsafe set(labels.points, defaultFont: labels.font, on: series)
  }

  private func set(
    _ points: [ChartLabels.Point], defaultFont: ChartFont?, on series: UnsafeMutablePointer<lxw_chart_series>
  ) throws(XLSXWriteError) {
    let labels = UnsafeMutableBufferPointer<lxw_chart_data_label>.allocate(capacity: points.count)
    let fonts = UnsafeMutableBufferPointer<lxw_chart_font>.allocate(capacity: points.count)
    defer {
      unsafe labels.deallocate()
      unsafe fonts.deallocate()
    }
    var list: [UnsafeMutablePointer<lxw_chart_data_label>?] = unsafe []
    for (index, point) in points.enumerated() {
      var label = unsafe lxw_chart_data_label()
      switch point {
      case .value: break
      case .hidden: unsafe label.hide = 1
      case .text(let words, let font):
        unsafe label.value = unsafe text.copy(words)
        if let font = font ?? defaultFont {
          unsafe fonts[index] = unsafe library(font)
          unsafe label.font = unsafe fonts.baseAddress?.advanced(by: index)
        }
      }
      unsafe labels[index] = unsafe label
      unsafe list.append(labels.baseAddress?.advanced(by: index))
    }
    unsafe list.append(nil)
    try LibraryError.check(unsafe chart_series_set_labels_custom(series, &list))
  }
}

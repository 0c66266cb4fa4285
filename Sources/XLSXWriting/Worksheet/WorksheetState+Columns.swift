internal import CXlsxWriter

extension WorksheetState {
  /// Writes the columns as runs of equal neighbours. The library would write overlapping runs as they come, which
  /// damages the file.
  func writeColumns() throws(XLSXWriteError) {
    let numbers = columns.keys.sorted()
    var start = 0
    while start < numbers.count {
      guard let setting = columns[numbers[start]] else { break }
      var end = start
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1, columns[numbers[end + 1]] == setting {
        end += 1
      }
      var options = lxw_row_col_options()
      options.hidden = setting.isHidden ? 1 : 0
      options.level = UInt8(setting.outlineLevel)
      options.collapsed = setting.isCollapsed ? 1 : 0
      let code = unsafe worksheet_set_column_opt(
        pointer, lxw_col_t(numbers[start]), lxw_col_t(numbers[end]), setting.width.characters, nil, &options)
      try LibraryError.check(code)
      start = end + 1
    }
  }
}

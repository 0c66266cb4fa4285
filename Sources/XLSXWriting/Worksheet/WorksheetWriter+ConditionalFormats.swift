internal import CXlsxWriter
public import SpreadsheetML

extension WorksheetWriter {
  /// Adds a conditional format after those the sheet has.
  /// - Throws: `.outOfBounds`, `.textTooLong`, `.character`, `.option` for a data bar without length.
  public func conditionalFormat(_ format: ConditionalFormat, on range: CellRange) throws(XLSXWriteError) {
    try checkBounds(range)
    let text = CText()
    defer { text.release() }
    try unsafe use(at: range.topLeft) { sheet throws(XLSXWriteError) in
      var library = unsafe lxw_conditional_format()
      unsafe library.stop_if_true = format.stopsHere ? 1 : 0
      switch format.rule {
      case .cell(let comparison, let style):
        try unsafe set(comparison, style, in: &library, text)
      case .formula(let formula, let style):
        try unsafe set(formula: formula, style, in: &library, text)
      case .contains(let word, let style):
        // The library's own text rule looks at the wrong column in a range of several.
        let search = "ISNUMBER(SEARCH(\(FormulaText.string(word)),\(range.topLeft.a1)))"
        try unsafe set(formula: search, style, in: &library, text)
      case .dataBar(let bar):
        try unsafe set(bar, in: &library)
      }
      return unsafe worksheet_conditional_format_range(
        sheet, lxw_row_t(range.topLeft.row), lxw_col_t(range.topLeft.column), lxw_row_t(range.bottomRight.row),
        lxw_col_t(range.bottomRight.column), &library)
    }
  }

  /// Adds conditional formats in order.
  public func conditionalFormats(_ formats: [ConditionalFormat], on range: CellRange) throws(XLSXWriteError) {
    for format in formats { try conditionalFormat(format, on: range) }
  }

  private func set(
    _ comparison: Comparison, _ style: ConditionalStyle, in library: inout lxw_conditional_format, _ text: CText
  ) throws(XLSXWriteError) {
    unsafe library.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
    unsafe library.criteria = comparison.conditional
    unsafe library.format = try unsafe pointer(for: style)
    let (first, second) = comparison.operands
    if let second {
      unsafe library.min_value_string = unsafe text.copy("=" + (try TextCheck.formula(first)))
      unsafe library.max_value_string = unsafe text.copy("=" + (try TextCheck.formula(second)))
    } else {
      unsafe library.value_string = unsafe text.copy("=" + (try TextCheck.formula(first)))
    }
  }

  private func set(
    formula: String, _ style: ConditionalStyle, in library: inout lxw_conditional_format, _ text: CText
  ) throws(XLSXWriteError) {
    unsafe library.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    unsafe library.format = try unsafe pointer(for: style)
    unsafe library.value_string = unsafe text.copy("=" + (try TextCheck.formula(formula)))
  }

  private func set(_ bar: DataBar, in library: inout lxw_conditional_format) throws(XLSXWriteError) {
    guard bar.minimum.isFinite, bar.maximum.isFinite, bar.minimum < bar.maximum else {
      throw XLSXWriteError(.option, "a data bar from \(bar.minimum) to \(bar.maximum) has no length")
    }
    unsafe library.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
    unsafe library.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    unsafe library.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    unsafe library.min_value = bar.minimum
    unsafe library.max_value = bar.maximum
    unsafe library.bar_color = bar.color.library
    unsafe library.bar_solid = 1
    unsafe library.bar_no_border = 1
    // A negative number gets no red bar of its own.
    unsafe library.bar_negative_color_same = 1
    unsafe library.bar_axis_position = UInt8(LXW_CONDITIONAL_BAR_AXIS_NONE.rawValue)
  }

  private func pointer(for style: ConditionalStyle) throws(XLSXWriteError) -> UnsafeMutablePointer<lxw_format> {
    try unsafe book.use { library throws(XLSXWriteError) in
      try unsafe book.formats.pointer(for: style, in: library)
    }
  }
}

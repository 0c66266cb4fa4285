internal import CXlsxWriter
public import SpreadsheetML

extension WorksheetWriter {
  /// Restricts what may be typed into a range.
  /// - Throws: `.outOfBounds`; `.textTooLong` (title 32, message 255, list or formula 255 UTF-16 units); `.option` for an
  ///   empty list or an item with a comma or quote.
  public func validate(_ validation: DataValidation, on range: CellRange) throws(XLSXWriteError) {
    try checkBounds(range)
    let text = CText()
    defer { text.release() }
    try unsafe use(at: range.topLeft) { sheet throws(XLSXWriteError) in
      var library = unsafe lxw_data_validation()
      unsafe library.ignore_blank = UInt8(
        (validation.allowsBlank ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
      unsafe library.error_type = Self.library(validation.style)
      try unsafe set(validation.input, validation.error, in: &library, text)
      // The list of items must live through the call.
      var items: [UnsafeMutablePointer<CChar>?] = unsafe []
      if case .list(let words) = validation.rule {
        try Self.check(words)
        for word in words { unsafe items.append(text.copy(word)) }
      } else {
        try unsafe set(validation.rule, in: &library, text)
      }
      unsafe items.append(nil)
      return unsafe items.withUnsafeMutableBufferPointer { list in
        if case .list = validation.rule {
          unsafe library.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
          unsafe library.value_list = list.baseAddress
        }
        return unsafe worksheet_data_validation_range(
          sheet, lxw_row_t(range.topLeft.row), lxw_col_t(range.topLeft.column), lxw_row_t(range.bottomRight.row),
          lxw_col_t(range.bottomRight.column), &library)
      }
    }
  }

  private func set(
    _ input: DataValidation.Message?, _ error: DataValidation.Message?, in library: inout lxw_data_validation,
    _ text: CText
  ) throws(XLSXWriteError) {
    let input = book.options.fitsTexts ? input?.fitting : input
    let error = book.options.fitsTexts ? error?.fitting : error
    for message in [input, error] {
      guard let message else { continue }
      try TextCheck.plain(message.title, limit: SheetLimits.validationTitle, what: "the title of a message")
      try TextCheck.plain(
        message.text, limit: SheetLimits.validationMessage, what: "a message", allowsLineFeed: true)
    }
    unsafe library.input_title = unsafe text.copy(input?.title)
    unsafe library.input_message = unsafe text.copy(input?.text)
    unsafe library.error_title = unsafe text.copy(error?.title)
    unsafe library.error_message = unsafe text.copy(error?.text)
  }

  /// Sets every rule but a list of words. Numbers go as formulas too: the file holds the same text either way.
  private func set(
    _ rule: DataValidation.Rule, in library: inout lxw_data_validation, _ text: CText
  ) throws(XLSXWriteError) {
    switch rule {
    case .any, .list:
      unsafe library.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .listRange(let range):
      try unsafe set(range, LXW_VALIDATION_TYPE_LIST_FORMULA, in: &library, text)
    case .custom(let formula):
      try unsafe set(formula, LXW_VALIDATION_TYPE_CUSTOM_FORMULA, in: &library, text)
    case .whole(let comparison):
      try unsafe set(comparison, LXW_VALIDATION_TYPE_INTEGER_FORMULA, in: &library, text)
    case .decimal(let comparison):
      try unsafe set(comparison, LXW_VALIDATION_TYPE_DECIMAL_FORMULA, in: &library, text)
    case .date(let comparison):
      try unsafe set(comparison, LXW_VALIDATION_TYPE_DATE_FORMULA, in: &library, text)
    case .textLength(let comparison):
      try unsafe set(comparison, LXW_VALIDATION_TYPE_LENGTH_FORMULA, in: &library, text)
    }
  }

  private func set(
    _ formula: String, _ type: lxw_validation_types, in library: inout lxw_data_validation, _ text: CText
  ) throws(XLSXWriteError) {
    unsafe library.validate = UInt8(type.rawValue)
    unsafe library.value_formula = unsafe text.copy(
      "=" + (try TextCheck.formula(formula, limit: SheetLimits.validationFormula)))
  }

  private func set(
    _ comparison: Comparison, _ type: lxw_validation_types, in library: inout lxw_data_validation, _ text: CText
  ) throws(XLSXWriteError) {
    let (first, second) = comparison.operands
    unsafe library.criteria = comparison.validation
    try unsafe set(first, type, in: &library, text)
    guard let second else { return }
    unsafe library.minimum_formula = unsafe library.value_formula
    unsafe library.maximum_formula = unsafe text.copy(
      "=" + (try TextCheck.formula(second, limit: SheetLimits.validationFormula)))
  }

  private static func check(_ words: [String]) throws(XLSXWriteError) {
    guard !words.isEmpty, words.allSatisfy({ !$0.isEmpty }) else {
      throw XLSXWriteError(.option, "a list of choices is empty or has an empty item")
    }
    if let word = words.first(where: { $0.contains(",") || $0.contains("\"") }) {
      throw XLSXWriteError(.option, "the choice “\(word)” holds a comma or a quote; put the choices into cells")
    }
    let joined = words.joined(separator: ",")
    try TextCheck.plain(joined, limit: SheetLimits.validationFormula, what: "a list of choices")
    // The library's buffer counts bytes.
    guard joined.utf8.count <= SheetLimits.validationFormula else {
      throw XLSXWriteError(
        .textTooLong,
        "a list of choices has \(joined.utf8.count) bytes of UTF-8, at most \(SheetLimits.validationFormula) are possible;"
          + " put the choices into cells")
    }
  }

  private static func library(_ style: DataValidation.Style) -> UInt8 {
    switch style {
    case .stop: UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    case .warning: UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    case .information: UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
    }
  }
}

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

extension WorksheetWriter {
  /// Protects the sheet: cells whose format is locked refuse editing.
  /// - Throws: `.option` for a password that is empty, longer than 15 characters or not ASCII.
  public func protect(_ protection: SheetProtection) throws(XLSXWriteError) {
    if let password = protection.password {
      guard (1...SheetLimits.password).contains(password.utf8.count),
        password.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
      else {
        throw fail(.option, "a sheet's password needs 1 to \(SheetLimits.password) printable ASCII characters")
      }
    }
    func flag(_ action: SheetProtection.Action) -> UInt8 { protection.allowed.contains(action) ? 1 : 0 }
    var options = lxw_protection()
    options.no_select_locked_cells = 1 - flag(.selectLockedCells)
    options.no_select_unlocked_cells = 1 - flag(.selectUnlockedCells)
    options.format_cells = flag(.formatCells)
    options.format_columns = flag(.formatColumns)
    options.format_rows = flag(.formatRows)
    options.insert_columns = flag(.insertColumns)
    options.insert_rows = flag(.insertRows)
    options.insert_hyperlinks = flag(.insertHyperlinks)
    options.delete_columns = flag(.deleteColumns)
    options.delete_rows = flag(.deleteRows)
    options.sort = flag(.sort)
    options.autofilter = flag(.autofilter)
    options.objects = flag(.editObjects)
    try unsafe view { sheet in unsafe worksheet_protect(sheet, protection.password, &options) }
  }
}

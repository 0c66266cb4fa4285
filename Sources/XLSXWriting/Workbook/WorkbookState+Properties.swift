internal import CXlsxWriter
import SpreadsheetML

extension WorkbookState {
  func set(_ properties: DocumentProperties) throws(XLSXWriteError) {
    let created = try Self.seconds(properties.created)
    let properties = options.fitsTexts ? properties.fitting : properties
    for value in [
      properties.title, properties.subject, properties.creator, properties.company, properties.keywords,
      properties.description,
    ] {
      try TextCheck.plain(value ?? "", limit: SheetLimits.property, what: "a document property", allowsLineFeed: true)
    }
    let text = CText()
    defer { text.release() }
    var library = unsafe lxw_doc_properties()
    unsafe library.title = unsafe text.copy(properties.title ?? "")
    unsafe library.subject = unsafe text.copy(properties.subject ?? "")
    unsafe library.author = unsafe text.copy(properties.creator ?? "")
    unsafe library.company = unsafe text.copy(properties.company ?? "")
    unsafe library.keywords = unsafe text.copy(properties.keywords ?? "")
    unsafe library.comments = unsafe text.copy(properties.description ?? "")
    unsafe library.created = time_t(created)
    let code = try unsafe use { book in unsafe workbook_set_properties(book, &library) }
    try LibraryError.check(code)
    for (name, value) in properties.custom.sorted(by: { $0.key < $1.key }) {
      try setCustomProperty(name, to: .text(value))
    }
  }

  /// Returns the seconds since 1970 of the day that a workbook gets for its making: the library takes 0 for now, and a workbook
  /// must not depend on when it is written.
  private static func seconds(_ created: CalendarMoment?) throws(XLSXWriteError) -> Int {
    guard let created else { return secondsOf1980 }
    let seconds = created.day.daysSince1970 * 86_400 + created.time.milliseconds / 1000
    guard seconds != 0 else {
      throw XLSXWriteError(.option, "the date of the document is 1970-01-01, which would mean now")
    }
    return seconds
  }

  /// 1980-01-01, the first day that a zip archive knows.
  private static let secondsOf1980 = 315_532_800

  func setCustomProperty(_ name: String, to value: CustomProperty) throws(XLSXWriteError) {
    try TextCheck.plain(name, limit: SheetLimits.property, what: "the property name")
    guard !name.isEmpty, customNames.insert(name).inserted else {
      throw XLSXWriteError(.name, "the property name “\(name)” is empty or was given before")
    }
    let code: lxw_error
    switch value {
    case .text(let text):
      let text = options.fitsTexts ? CellText.plain(text, limit: SheetLimits.property).filter { !$0.isNewline } : text
      try TextCheck.plain(text, limit: SheetLimits.property, what: "the property “\(name)”")
      guard !text.isEmpty else { throw XLSXWriteError(.option, "the property “\(name)” is empty") }
      code = try unsafe use { book in unsafe workbook_set_custom_property_string(book, name, text) }
    case .number(let number):
      guard number.isFinite else { throw XLSXWriteError(.notFinite, "the property “\(name)” is not finite") }
      code = try unsafe use { book in unsafe workbook_set_custom_property_number(book, name, number) }
    case .boolean(let flag):
      code = try unsafe use { book in unsafe workbook_set_custom_property_boolean(book, name, flag ? 1 : 0) }
    }
    try LibraryError.check(code)
  }

  func define(_ name: String, as formula: String) throws(XLSXWriteError) {
    try TextCheck.plain(name, bytes: SheetLimits.definedNameBytes, what: "the name “\(name)”")
    let body = try TextCheck.formula(formula)
    try TextCheck.plain(body, bytes: SheetLimits.definedNameBytes, what: "what the name “\(name)” stands for")
    guard DefinedNameCheck.isValid(name) else {
      throw XLSXWriteError(.name, "“\(name)” is no name: letters, digits, _ and . only, not like a cell reference")
    }
    guard definedNames.insert(name.lowercased()).inserted else {
      throw XLSXWriteError(.name, "the name “\(name)” is defined already")
    }
    try LibraryError.check(try unsafe use { book in unsafe workbook_define_name(book, name, body) })
  }
}

internal import CXlsxWriter

extension WorkbookState {
  func set(_ properties: DocumentProperties) throws(XLSXWriteError) {
    guard properties.created != 0 else {
      throw XLSXWriteError(.option, "the date of the document is 0, which would mean now")
    }
    let properties = options.fitsTexts ? properties.fitting : properties
    for value in [
      properties.title, properties.subject, properties.author, properties.company, properties.keywords,
      properties.comments,
    ] {
      try TextCheck.plain(value, limit: SheetLimits.property, what: "a document property", allowsLineFeed: true)
    }
    let text = CText()
    defer { text.release() }
    var library = unsafe lxw_doc_properties()
    unsafe library.title = unsafe text.copy(properties.title)
    unsafe library.subject = unsafe text.copy(properties.subject)
    unsafe library.author = unsafe text.copy(properties.author)
    unsafe library.company = unsafe text.copy(properties.company)
    unsafe library.keywords = unsafe text.copy(properties.keywords)
    unsafe library.comments = unsafe text.copy(properties.comments)
    unsafe library.created = time_t(properties.created)
    let code = try unsafe use { book in unsafe workbook_set_properties(book, &library) }
    try LibraryError.check(code)
  }

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

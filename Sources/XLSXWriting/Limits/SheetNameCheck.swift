/// The rules for the name of a worksheet.
enum SheetNameCheck {
  /// - Source: ECMA-376 Part 1, 18.2.19, and what Excel accepts.
  static func check(_ name: String) throws(XLSXWriteError) {
    guard !name.isEmpty else { throw XLSXWriteError(.sheetName, "a sheet name is empty") }
    do {
      try TextCheck.plain(name, limit: SheetLimits.sheetName, what: "the sheet name “\(name)”")
    } catch {
      throw XLSXWriteError(.sheetName, error.reason)
    }
    if let forbidden = name.first(where: { "[]:*?/\\".contains($0) }) {
      throw XLSXWriteError(.sheetName, "the sheet name “\(name)” holds “\(forbidden)”; none of []:*?/\\ is possible")
    }
    guard !name.hasPrefix("'"), !name.hasSuffix("'") else {
      throw XLSXWriteError(.sheetName, "the sheet name “\(name)” begins or ends with an apostrophe")
    }
  }
}

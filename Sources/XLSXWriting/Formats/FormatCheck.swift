/// Checks formats before the library sees them.
enum FormatCheck {
  static func check(_ format: CellFormat) throws(XLSXWriteError) {
    try check(format.font)
    if let code = format.numberFormat {
      try TextCheck.plain(code, bytes: SheetLimits.numberFormatBytes, what: "the number format “\(code)”")
      guard !code.isEmpty else { throw XLSXWriteError(.option, "the number format is empty; nil is General") }
    }
    let alignment = format.alignment
    guard (0...SheetLimits.indent).contains(alignment.indent) else {
      throw XLSXWriteError(.option, "an indent of \(alignment.indent) is not in 0...\(SheetLimits.indent)")
    }
    guard (-90...90).contains(alignment.rotation) || alignment.rotation == 270 else {
      throw XLSXWriteError(.option, "a rotation of \(alignment.rotation)° is neither in -90...90 nor 270")
    }
  }

  static func check(_ font: CellFont) throws(XLSXWriteError) {
    guard !font.name.isEmpty else { throw XLSXWriteError(.option, "a font has no name") }
    try TextCheck.plain(font.name, limit: SheetLimits.fontName, what: "the font name “\(font.name)”")
    guard SheetLimits.fontSize.contains(font.size) else {
      throw XLSXWriteError(.option, "a font size of \(font.size) is not in 1...409")
    }
  }
}

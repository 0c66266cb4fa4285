extension MarkupReader {
  /// Elements by which it is decided what stands in cells, and how they look. In a choice for programs that know more, Excel
  /// writes none of them.
  private static let telling: Set<KnownName> = [
    .sheets, .sheet, .workbookPr, .definedNames, .definedName, .numFmts, .numFmt, .cellXfs, .xf, .fonts, .font, .dxfs,
    .dxf, .cfRule, .mergeCells, .mergeCell, .cols, .col, .sheetData, .row, .c,
  ]

  /// Unwraps at the start of an element of markup compatibility; returns whether nobody has to know of it.
  /// - Source: ECMA-376 Part 3, 10.2.1.
  mutating func unwrap(_ bytes: RawSpan) throws(XLSXReadError) -> Bool {
    guard unwraps else { return false }
    switch name {
    case .alternateContent where open.count > 1:
      unwrapped += 1
      return true
    case .fallback where isAlternate(open.count - 2):
      unwrapped += 1
      return true
    case .choice where isAlternate(open.count - 2):
      // Passed over to its end, whatever is in it.
      let outside = open.count - 1
      unwraps = false
      defer { unwraps = true }
      while open.count > outside {
        _ = try next(bytes)
        if namespace == .spreadsheetML, Self.telling.contains(name) { passedTelling = true }
      }
      passedChoices += 1
      return true
    default:
      return false
    }
  }

  /// Returns whether the element just closed was unwrapped, which it is no longer.
  mutating func leavesUnwrapped() -> Bool {
    guard unwraps else { return false }
    let wasUnwrapped =
      name == .alternateContent && open.count >= 1 || name == .fallback && isAlternate(open.count - 1)
    if wasUnwrapped { unwrapped -= 1 }
    return wasUnwrapped
  }

  /// Returns whether the open element at a place is alternate content that is unwrapped.
  private func isAlternate(_ place: Int) -> Bool {
    place >= 1 && open[place].namespace == .markupCompatibility && open[place].name == .alternateContent
  }
}

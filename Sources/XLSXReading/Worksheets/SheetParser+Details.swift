internal import SpreadsheetML

extension SheetParser {
  /// Reads a child of the root other than the cells, as far as it is of interest.
  mutating func parseDetail(_ bytes: RawSpan) throws(XLSXReadError) {
    guard reader.namespace == .spreadsheetML else { return }
    switch reader.name {
    case .sheetPr:
      if try reader.flag(.filterMode, bytes) { details?.isFiltered = true }
    case .cols: try parseColumns(bytes)
    case .sheetProtection: details?.isProtected = try reader.flag(.sheet, bytes)
    case .autoFilter:
      details?.autoFilter = try reader.string(.ref, bytes).flatMap { CellRange(a1: $0) }
      while try reader.nextChild(of: 2, bytes) {
        if reader.is(.filterColumn) { details?.isFiltered = true }
      }
    case .mergeCells:
      while try reader.nextChild(of: 2, bytes) {
        guard reader.is(.mergeCell), let text = try reader.string(.ref, bytes), let range = CellRange(a1: text)
        else { continue }
        details?.mergedRanges.append(range)
        try checkCount(details?.mergedRanges.count)
      }
    case .dataValidations where details?.keepsValidations == true:
      while try reader.nextChild(of: 2, bytes) {
        if reader.is(.dataValidation) { try parseValidation(bytes, parent: 3) }
      }
    case .hyperlinks: try parseHyperlinks(bytes)
    case .extLst where details?.keepsValidations == true: try parseExtensions(bytes)
    default: return
    }
  }

  private func checkCount(_ count: Int?) throws(XLSXReadError) {
    if let count, count > limits.listItems { throw reader.exceeded("more than \(limits.listItems) items in a list") }
  }

  private mutating func parseColumns(_ bytes: RawSpan) throws(XLSXReadError) {
    while try reader.nextChild(of: 2, bytes) {
      guard reader.is(.col), try reader.flag(.hidden, bytes),
        let first = try reader.attribute(.min).flatMap({ a throws(XLSXReadError) in try attributeIndex(a, bytes) }),
        let last = try reader.attribute(.max).flatMap({ a throws(XLSXReadError) in try attributeIndex(a, bytes) }),
        first >= 1, first <= last, first <= CellReference.columnLimit
      else { continue }
      details?.hiddenColumns.append((first - 1)...(min(last, CellReference.columnLimit) - 1))
      try checkCount(details?.hiddenColumns.count)
    }
  }

  /// Reads a `dataValidation`, in the form of 2006 or of 2009; in the latter ranges and formula are elements.
  private mutating func parseValidation(_ bytes: RawSpan, parent: Int) throws(XLSXReadError) {
    let type = try reader.string(.type, bytes) ?? "none"
    var ranges = try reader.string(.sqref, bytes) ?? ""
    var formula = ""
    while try reader.nextChild(of: parent, bytes) {
      switch (reader.name, reader.namespace) {
      case (.formula1, .spreadsheetML): formula = try reader.elementText(bytes)
      case (.formula1, .spreadsheetML2009):
        while try reader.nextChild(of: parent + 1, bytes) {
          if reader.is(.f, .excelMain2006) { formula = try reader.elementText(bytes) }
        }
      case (.sqref, .excelMain2006): ranges = try reader.elementText(bytes)
      default: continue
      }
    }
    let list = ranges.utf8.split(separator: UInt8(ascii: " ")).compactMap { CellRange(a1: Substring($0)) }
    details?.dataValidations.append(DataValidation(ranges: list, type: type, formula1: formula))
    try checkCount(details?.dataValidations.count)
  }

  /// Reads the extensions, in which lists of another sheet's cells stand; WPS writes them so.
  private mutating func parseExtensions(_ bytes: RawSpan) throws(XLSXReadError) {
    while try reader.nextChild(of: 2, bytes) {
      while try reader.nextChild(of: 3, bytes) {
        guard reader.is(.dataValidations, .spreadsheetML2009) else { continue }
        while try reader.nextChild(of: 4, bytes) {
          if reader.is(.dataValidation, .spreadsheetML2009) { try parseValidation(bytes, parent: 5) }
        }
      }
    }
  }

  private mutating func parseHyperlinks(_ bytes: RawSpan) throws(XLSXReadError) {
    while try reader.nextChild(of: 2, bytes) {
      guard reader.is(.hyperlink), let text = try reader.string(.ref, bytes), let range = CellRange(a1: text)
      else { continue }
      let id = try reader.attribute(.id, .relationshipID, bytes)
        .map { a throws(XLSXReadError) in try reader.string(of: a, bytes) }
      details?.hyperlinks.append((range, id, try reader.string(.location, bytes)))
      try checkCount(details?.hyperlinks.count)
    }
  }
}

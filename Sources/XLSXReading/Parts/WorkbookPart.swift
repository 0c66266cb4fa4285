internal import SpreadsheetML

/// What `xl/workbook.xml` says.
struct WorkbookPart: Sendable {
  /// A sheet as listed, of whatever kind.
  struct Sheet: Sendable {
    let name: String
    let state: SheetState
    /// `r:id`; `nil` when it is missing.
    let relationshipID: String?
  }

  var dateSystem = DateSystem.from1900
  var sheets: [Sheet] = []
  var definedNames: [DefinedName] = []

  init(_ part: PartBytes, limits: ReadLimits) throws(XLSXReadError) {
    try MarkupReader.read(part, limits, root: .workbook) { (reader, bytes) throws(XLSXReadError) in
      while try reader.nextChild(of: 1, bytes) {
        if reader.unwrapped > 0, reader.is(.workbookPr) || reader.is(.sheets) || reader.is(.definedNames) {
          throw reader.ambiguous()
        }
        if reader.is(.workbookPr) {
          dateSystem = try reader.flag(.date1904, bytes) ? .from1904 : .from1900
        } else if reader.is(.sheets) {
          try readSheets(&reader, bytes)
        } else if reader.is(.definedNames) {
          try readNames(&reader, bytes)
        }
      }
      // Who knows the namespace that a choice asks for reads other sheets, or other days.
      if reader.passedTelling { throw reader.ambiguous() }
    }
  }

  private mutating func readSheets(_ reader: inout MarkupReader, _ bytes: RawSpan) throws(XLSXReadError) {
    while try reader.nextChild(of: 2, bytes) {
      guard reader.is(.sheet) else { continue }
      if reader.unwrapped > 0 { throw reader.ambiguous() }
      var id: String?
      if let attribute = reader.attribute(.id, .relationshipID, bytes) {
        id = try reader.string(of: attribute, bytes)
      }
      let state = try reader.string(.state, bytes).flatMap { SheetState(rawValue: $0) } ?? .visible
      sheets.append(Sheet(name: try reader.string(.name, bytes) ?? "", state: state, relationshipID: id))
      guard sheets.count <= reader.limits.sheets else { throw reader.exceeded("sheets", reader.limits.sheets) }
    }
  }

  private mutating func readNames(_ reader: inout MarkupReader, _ bytes: RawSpan) throws(XLSXReadError) {
    while try reader.nextChild(of: 2, bytes) {
      guard reader.is(.definedName), let name = try reader.string(.name, bytes) else { continue }
      let sheet = try reader.string(.localSheetId, bytes).flatMap { Int($0) }
      let isHidden = try reader.flag(.hidden, bytes)
      definedNames.append(
        DefinedName(name: name, formula: try reader.elementText(bytes), sheetIndex: sheet, isHidden: isHidden))
      guard definedNames.count <= reader.limits.listItems else {
        throw reader.exceeded("listItems", reader.limits.listItems)
      }
    }
  }
}

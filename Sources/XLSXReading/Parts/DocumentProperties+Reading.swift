internal import SpreadsheetML

extension DocumentProperties {
  /// - Source: ECMA-376 Part 2, 11.1 (core properties).
  mutating func readCore(_ part: PartBytes, limits: ReadLimits) throws(XLSXReadError) {
    try MarkupReader.read(part, limits, root: .coreProperties, .coreProperties) {
      (reader, bytes) throws(XLSXReadError) in
      while try reader.nextChild(of: 1, bytes) {
        switch (reader.name, reader.namespace) {
        case (.title, .dublinCore): title = try reader.elementText(bytes)
        case (.subject, .dublinCore): subject = try reader.elementText(bytes)
        case (.description, .dublinCore): description = try reader.elementText(bytes)
        case (.keywords, .coreProperties): keywords = try reader.elementText(bytes)
        case (.creator, .dublinCore): creator = try reader.elementText(bytes)
        case (.lastModifiedBy, .coreProperties): lastModifiedBy = try reader.elementText(bytes)
        case (.created, .dublinCoreTerms): created = Self.moment(try reader.elementText(bytes))
        case (.modified, .dublinCoreTerms): modified = Self.moment(try reader.elementText(bytes))
        default: continue
        }
      }
    }
  }

  /// - Source: ECMA-376 Part 1, 22.2 (extended properties).
  mutating func readExtended(_ part: PartBytes, limits: ReadLimits) throws(XLSXReadError) {
    try MarkupReader.read(part, limits, root: .properties, .extendedProperties) {
      (reader, bytes) throws(XLSXReadError) in
      while try reader.nextChild(of: 1, bytes) {
        if reader.is(.application, .extendedProperties) { application = try reader.elementText(bytes) }
        if reader.is(.company, .extendedProperties) { company = try reader.elementText(bytes) }
      }
    }
  }

  /// - Source: ECMA-376 Part 1, 22.3 (custom properties).
  mutating func readCustom(_ part: PartBytes, limits: ReadLimits) throws(XLSXReadError) {
    try MarkupReader.read(part, limits, root: .properties, .customProperties) { (reader, bytes) throws(XLSXReadError) in
      while try reader.nextChild(of: 1, bytes) {
        guard reader.is(.property, .customProperties), let name = try reader.string(.name, bytes) else { continue }
        while try reader.nextChild(of: 2, bytes) {
          if reader.namespace == .variantTypes { custom[name] = try reader.elementText(bytes) }
        }
        guard custom.count <= limits.listItems else { throw reader.exceeded("listItems", limits.listItems) }
      }
    }
  }

  private static func moment(_ text: String) -> CalendarMoment? {
    if case .date(let moment)? = CellValue(isoDateText: text) { moment } else { nil }
  }
}

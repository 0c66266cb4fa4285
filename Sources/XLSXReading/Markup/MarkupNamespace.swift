/// The namespaces that mean something here. Transitional and strict names are the same thing.
package enum MarkupNamespace: Sendable {
  /// No namespace.
  case none
  /// One that means nothing here.
  case other
  case xml
  case spreadsheetML
  /// `r:id` and the like, in the attributes of parts.
  case relationshipID
  case packageRelationships
  case contentTypes
  case spreadsheetDrawing
  case drawing
  case wordprocessingML
  case markupCompatibility
  /// The extensions of 2009, as `x14:dataValidation`.
  case spreadsheetML2009
  /// `xm:f`, `xm:sqref`.
  case excelMain2006
  case coreProperties
  case dublinCore
  case dublinCoreTerms
  case extendedProperties
  case customProperties
  case variantTypes

  /// The namespace of a name as declared.
  package init(uri: String) {
    let name = Array(uri.utf8)
    self = Self.known.first { $0.uri == name }?.namespace ?? .other
  }

  /// The namespace whose name stands in `bytes[start..<end]`.
  init(_ bytes: RawSpan, _ start: Int, _ end: Int) {
    self = .other
    let length = end - start
    let known = Self.known
    // By places: the lengths alone decide nearly always, and the names need not be touched.
    for index in known.indices where known[index].length == length {
      // Bytes have no padding, and the table outlives the call.
      let uri = known[index].uri
      if Self.equal(bytes, start, unsafe uri.span.bytes) {
        self = known[index].namespace
        return
      }
    }
  }

  /// Returns whether the bytes from `start` on are those of a name, which are none or more than seven.
  private static func equal(_ bytes: RawSpan, _ start: Int, _ uri: RawSpan) -> Bool {
    guard uri.byteCount > 0 else { return true }
    var offset = 0
    while offset + 8 < uri.byteCount {
      if bytes.word(start + offset) != uri.word(offset) { return false }
      offset += 8
    }
    let last = uri.byteCount - 8
    return bytes.word(start + last) == uri.word(last)
  }

  private static let known: [(length: Int, uri: [UInt8], namespace: MarkupNamespace)] = {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/"
    let strict = "http://purl.oclc.org/ooxml/"
    let package = "http://schemas.openxmlformats.org/package/2006/"
    let names: [String: MarkupNamespace] = [
      "": .none,
      "http://www.w3.org/XML/1998/namespace": .xml,
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main": .spreadsheetML,
      strict + "spreadsheetml/main": .spreadsheetML,
      office + "relationships": .relationshipID,
      strict + "officeDocument/relationships": .relationshipID,
      package + "relationships": .packageRelationships,
      package + "content-types": .contentTypes,
      "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing": .spreadsheetDrawing,
      strict + "drawingml/spreadsheetDrawing": .spreadsheetDrawing,
      "http://schemas.openxmlformats.org/drawingml/2006/main": .drawing,
      strict + "drawingml/main": .drawing,
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main": .wordprocessingML,
      strict + "wordprocessingml/main": .wordprocessingML,
      "http://schemas.openxmlformats.org/markup-compatibility/2006": .markupCompatibility,
      "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main": .spreadsheetML2009,
      "http://schemas.microsoft.com/office/excel/2006/main": .excelMain2006,
      package + "metadata/core-properties": .coreProperties,
      "http://purl.org/dc/elements/1.1/": .dublinCore,
      "http://purl.org/dc/terms/": .dublinCoreTerms,
      office + "extended-properties": .extendedProperties,
      strict + "officeDocument/extendedProperties": .extendedProperties,
      office + "custom-properties": .customProperties,
      strict + "officeDocument/customProperties": .customProperties,
      office + "docPropsVTypes": .variantTypes,
      strict + "officeDocument/docPropsVTypes": .variantTypes,
    ]
    return names.map { ($0.key.utf8.count, Array($0.key.utf8), $0.value) }
  }()
}

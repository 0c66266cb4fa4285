internal import SpreadsheetML

// The names of these elements are longer than those that `NameTable` knows. They are known by what stands in them: no
// other child of a worksheet has a `sqref`, and no other extension a `cfRule`.

extension SheetParser {
  /// Reads the rules of a `conditionalFormatting`, as far as they may change what is seen of a value.
  mutating func parseConditionalFormats(_ bytes: RawSpan) throws(XLSXReadError) {
    guard let ranges = try reader.string(.sqref, bytes) else { return }
    var found: [ConditionalFormat] = []
    while try reader.nextChild(of: 2, bytes) {
      guard reader.is(.cfRule) else { continue }
      let id = try reader.string(.dxfId, bytes).flatMap { Int($0) }
      var format = id.flatMap { context.styles.differentialFormat($0) } ?? DifferentialFormat()
      let (type, comparison) = (try reader.string(.type, bytes), try reader.string(.operatorName, bytes))
      let text = try reader.string(.text, bytes)
      var formulas: [String] = []
      while try reader.nextChild(of: 3, bytes) {
        if reader.is(.formula), formulas.count < 3 {
          formulas.append(try reader.elementText(bytes))
        } else if try hidesValue(bytes) {
          format.numberFormat = Self.nothing
        }
      }
      guard !format.isPlain else { continue }
      let condition = ConditionalFormat.Condition(type: type, comparison: comparison, text: text, formulas: formulas)
      found.append(ConditionalFormat(ranges: [], condition: condition, format: format))
    }
    try keep(found, ranges)
  }

  /// Reads the child of an extension that may hold conditional formats in the form of 2009, each with its own format.
  mutating func parseConditionalExtension(_ bytes: RawSpan) throws(XLSXReadError) {
    while try reader.nextChild(of: 4, bytes) {
      guard reader.is(.unknown, .spreadsheetML2009) else { continue }
      var found: [ConditionalFormat] = []
      var ranges = ""
      while try reader.nextChild(of: 5, bytes) {
        if reader.is(.sqref, .excelMain2006) {
          ranges = try reader.elementText(bytes)
        } else if reader.is(.cfRule, .spreadsheetML2009) {
          let (type, comparison) = (try reader.string(.type, bytes), try reader.string(.operatorName, bytes))
          let text = try reader.string(.text, bytes)
          var formulas: [String] = []
          var format = DifferentialFormat()
          while try reader.nextChild(of: 6, bytes) {
            if reader.is(.f, .excelMain2006), formulas.count < 3 {
              formulas.append(try reader.elementText(bytes))
            } else if reader.is(.dxf, .spreadsheetML2009) {
              format = try DifferentialFormat(&reader, bytes)
            } else if try hidesValue(bytes) {
              format.numberFormat = Self.nothing
            }
          }
          guard !format.isPlain else { continue }
          let condition = ConditionalFormat.Condition(
            type: type, comparison: comparison, text: text, formulas: formulas)
          found.append(ConditionalFormat(ranges: [], condition: condition, format: format))
        }
      }
      try keep(found, ranges)
    }
  }

  private static let nothing = NumberFormat(code: ";;;")

  /// Returns true for a bar or icons in the place of the number.
  private func hidesValue(_ bytes: RawSpan) throws(XLSXReadError) -> Bool {
    guard reader.name == .dataBar || reader.name == .iconSet, reader.attribute(.showValue) != nil else { return false }
    return try !reader.flag(.showValue, bytes)
  }

  /// - Parameter text: the ranges of all of them, as in the file.
  private mutating func keep(_ formats: [ConditionalFormat], _ text: String) throws(XLSXReadError) {
    if formats.isEmpty { return }
    let ranges = try ranges(in: text)
    details?.conditionalFormats += formats.map { format in
      var format = format
      format.ranges = ranges
      return format
    }
    try checkCount(details?.conditionalFormats.count)
  }
}

/// Joins the text of a string item (`si`, `is`, comment text): its `t` and the `t` of its runs.
struct RichText {
  private var scratch: [UInt8] = []

  /// Appends the text of the current element up to its end; phonetic runs are left out.
  /// - Source: ECMA-376 Part 1, 18.4.8 (si) and 18.4.6 (rPh).
  mutating func append(
    _ reader: inout MarkupReader, _ bytes: RawSpan, to target: inout [UInt8]
  ) throws(XLSXReadError) {
    let own = reader.depth
    while try reader.nextChild(of: own, bytes) {
      if reader.is(.t) {
        try appendT(&reader, bytes, to: &target)
      } else if reader.is(.r) {
        while try reader.nextChild(of: own + 1, bytes) {
          if reader.is(.t) { try appendT(&reader, bytes, to: &target) }
        }
      }
    }
  }

  private mutating func appendT(
    _ reader: inout MarkupReader, _ bytes: RawSpan, to target: inout [UInt8]
  ) throws(XLSXReadError) {
    var trims = true
    if !reader.attributes.isEmpty, let space = reader.attribute(.space, .xml, bytes) {
      trims = try reader.string(of: space, bytes) != "preserve"
    }
    scratch.removeAll(keepingCapacity: true)
    try reader.appendElementText(bytes, to: &scratch)
    TextRules.append(scratch, trimming: trims, to: &target)
  }
}

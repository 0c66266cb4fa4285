public import SpreadsheetML

/// What a conditional format changes in how a value is to be read: its number format, and whether it is struck through.
///
/// Colours, borders and fills are not kept.
/// - Source: ECMA-376 Part 1, 18.8.14 (dxf).
public struct DifferentialFormat: Hashable, Sendable {
  /// The format in place of the cell's own; `nil` where it stays.
  public var numberFormat: NumberFormat?
  /// Whether the text is struck through.
  public var isStruck = false

  /// Whether a value looks as it did without.
  var isPlain: Bool { numberFormat == nil && !isStruck }
}

extension DifferentialFormat {
  /// Reads a `dxf`, whose start tag the reader has just passed.
  init(_ reader: inout MarkupReader, _ bytes: RawSpan) throws(XLSXReadError) {
    let own = reader.depth
    while try reader.nextChild(of: own, bytes) {
      if reader.is(.font) {
        isStruck = try FontMarks(&reader, bytes).isStruck
      } else if reader.is(.numFmt), let code = try reader.string(.formatCode, bytes) {
        guard code.utf8.count <= reader.limits.formatBytes else {
          throw reader.exceeded("formatBytes", reader.limits.formatBytes)
        }
        numberFormat = NumberFormat(code: code)
      }
    }
  }
}

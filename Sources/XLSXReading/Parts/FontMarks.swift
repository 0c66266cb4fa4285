/// What of a font changes how text is to be read: whether it is struck through, and whether it is raised or lowered.
public struct FontMarks: Hashable, Sendable, BitwiseCopyable {
  /// - Source: ECMA-376 Part 1, 22.9.2.17 (ST_VerticalAlignRun).
  public enum VerticalAlignment: UInt8, Hashable, Sendable, BitwiseCopyable {
    case baseline
    case superscript
    case `subscript`
  }

  public var isStruck: Bool
  public var verticalAlignment: VerticalAlignment

  public init(isStruck: Bool = false, verticalAlignment: VerticalAlignment = .baseline) {
    self.isStruck = isStruck
    self.verticalAlignment = verticalAlignment
  }

  /// Neither struck through nor raised nor lowered.
  public static let plain = FontMarks()

  public var isPlain: Bool { self == .plain }
}

extension FontMarks {
  /// Reads a `font` or an `rPr`, whose start tag the reader has just passed.
  /// - Source: ECMA-376 Part 1, 18.4.7 (rPr), 18.8.22 (font), 18.4.10 (strike), 18.4.14 (vertAlign).
  init(_ reader: inout MarkupReader, _ bytes: RawSpan) throws(XLSXReadError) {
    self.init()
    let own = reader.depth
    while try reader.nextChild(of: own, bytes) {
      if reader.is(.strike) {
        // Without a value it is meant.
        let isSaid = reader.attribute(.val) != nil
        isStruck = isSaid ? try reader.flag(.val, bytes) : true
      } else if reader.is(.vertAlign) {
        switch try reader.string(.val, bytes) {
        case "superscript": verticalAlignment = .superscript
        case "subscript": verticalAlignment = .subscript
        default: verticalAlignment = .baseline
        }
      }
    }
  }
}

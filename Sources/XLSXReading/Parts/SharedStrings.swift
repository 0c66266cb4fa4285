/// The shared strings of a workbook: all bytes in one array, and a `String` made when somebody asks.
final class SharedStrings {
  private let arena: [UInt8]
  /// Where each string ends in the arena.
  private let ends: [UInt32]
  /// The strings made so far; empty until the first.
  private var made: [String?] = []

  var count: Int { ends.count }

  /// No strings.
  init() {
    arena = []
    ends = []
  }

  init(_ part: PartBytes, limits: ReadLimits) throws(XLSXReadError) {
    var text = RichText()
    var arena: [UInt8] = []
    var ends: [UInt32] = []
    let byteLimit = min(limits.sharedStringBytes, Int(UInt32.max))
    try MarkupReader.read(part, limits, root: .sst) { (reader, bytes) throws(XLSXReadError) in
      let isFast = limits.tokenBytes >= 256 && limits.depth >= 4 && limits.attributes >= 4
      let usual = UsualStrings(limits: limits, byteLimit: byteLimit)
      let isUsual = isFast && reader.namespace(ofPrefix: 0, 0, bytes) == .spreadsheetML
      while true {
        if isUsual { usual.take(&reader, bytes, text, &arena, &ends) }
        guard try reader.nextChild(of: 1, bytes) else { break }
        guard reader.is(.si) else { continue }
        try text.append(&reader, bytes, to: &arena)
        guard arena.count <= byteLimit else { throw reader.exceeded("more than \(byteLimit) bytes of shared strings") }
        ends.append(UInt32(truncatingIfNeeded: arena.count))
        guard ends.count <= limits.sharedStrings else { throw reader.exceeded("too many shared strings") }
      }
    }
    self.arena = arena
    self.ends = ends
  }

  /// The string at an index below `count`. Made once and kept.
  func string(_ index: Int) -> String {
    guard ends.indices.contains(index) else { return "" }
    if made.isEmpty { made = [String?](repeating: nil, count: ends.count) }
    if let string = made[index] { return string }
    let string = String(decoding: arena[range(index)], as: UTF8.self)
    made[index] = string
    return string
  }

  /// Lets `body` look at the bytes of a string.
  func withUTF8<Result>(_ index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let bytes = arena
    return body(bytes.span.extracting(ends.indices.contains(index) ? range(index) : 0..<0))
  }

  func isEmpty(_ index: Int) -> Bool {
    !ends.indices.contains(index) || range(index).isEmpty
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}

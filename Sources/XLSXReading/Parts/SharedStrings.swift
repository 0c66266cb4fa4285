/// The shared strings of a workbook, as places in the part; a `String` is made when somebody asks.
final class SharedStrings {
  /// The part, in which the strings stand that are simply its bytes.
  private let part: [UInt8]
  /// Behind the part: the strings that had to be put together.
  private let joined: [UInt8]
  /// Where each string begins (high half) and ends (low half) in the two together.
  private let places: [UInt64]
  /// The strings made so far; empty until the first.
  private var made: [String?] = []

  var count: Int { places.count }

  /// No strings.
  init() {
    part = []
    joined = []
    places = []
  }

  init(_ part: PartBytes, limits: ReadLimits) throws(XLSXReadError) {
    var text = RichText()
    var joined: [UInt8] = []
    var places: [UInt64] = []
    let byteLimit = min(limits.sharedStringBytes, Int(UInt32.max) - part.storage.count)
    // The shortest item is longer than this, so no more is taken than is needed at last.
    places.reserveCapacity(min(part.count / 16, 1 << 12))
    try MarkupReader.read(part, limits, root: .sst) { (reader, bytes) throws(XLSXReadError) in
      let isFast = limits.tokenBytes >= 256 && limits.depth >= 4 && limits.attributes >= 4
      var usual = UsualStrings(limits: limits, byteLimit: byteLimit, partLength: bytes.byteCount)
      let isUsual = isFast && reader.namespace(ofPrefix: 0, 0, bytes) == .spreadsheetML
      while true {
        if isUsual { usual.take(&reader, bytes, text, &joined, &places) }
        guard try reader.nextChild(of: 1, bytes) else { break }
        guard reader.is(.si) else { continue }
        let start = joined.count
        try text.append(&reader, bytes, to: &joined)
        usual.textBytes += joined.count - start
        guard usual.textBytes <= byteLimit else {
          throw reader.exceeded("more than \(byteLimit) bytes of shared strings")
        }
        places.append(usual.place(start, joined.count))
        guard places.count <= limits.sharedStrings else { throw reader.exceeded("too many shared strings") }
      }
    }
    self.part = part.storage
    self.joined = joined
    self.places = places
  }

  /// The string at an index below `count`. Made once and kept.
  func string(_ index: Int) -> String {
    guard places.indices.contains(index) else { return "" }
    if made.isEmpty { made = [String?](repeating: nil, count: places.count) }
    if let string = made[index] { return string }
    // The pointer does not leave the closure.
    let string = withUTF8(index) { text in
      unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
    made[index] = string
    return string
  }

  /// Lets `body` look at the bytes of a string.
  func withUTF8<Result>(_ index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    guard places.indices.contains(index) else { return body([UInt8]().span) }
    let place = places[index]
    let (start, end) = (Int(place &>> 32), Int(place & 0xFFFF_FFFF))
    if start < part.count {
      let bytes = part
      return body(bytes.span.extracting(start..<end))
    }
    let bytes = joined
    return body(bytes.span.extracting((start - part.count)..<(end - part.count)))
  }

  func isEmpty(_ index: Int) -> Bool { withUTF8(index) { $0.isEmpty } }
}

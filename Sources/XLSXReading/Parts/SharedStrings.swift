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
  /// The strings of which a run is struck through, raised or lowered.
  private let marked: RunTable
  /// The strings of which a run names its own look; made when a cell's font makes that matter.
  private var formatted: RunTable?
  private let limits: ReadLimits
  /// The strings that were longer than a cell may have, ascending.
  private let cuts: [Int]
  /// The strings that others may read as another text.
  private let doubtful: Set<Int>
  /// Runs made so far: many cells may share them.
  private var madeRuns: [RunKey: [MarkedRun]] = [:]

  private struct RunKey: Hashable {
    let index: Int
    let font: FontMarks
  }

  var count: Int { places.count }

  /// No strings.
  init() {
    part = []
    joined = []
    places = []
    marked = RunTable()
    limits = .standard
    cuts = []
    doubtful = []
  }

  init(_ part: PartBytes, limits: ReadLimits) throws(XLSXReadError) {
    var text = RichText()
    var joined: [UInt8] = []
    var places: [UInt64] = []
    var marked = RunTable()
    var cuts: [Int] = []
    var doubtful: Set<Int> = []
    let byteLimit = min(limits.sharedStringBytes, Int(UInt32.max) - part.storage.count)
    // The shortest item is longer than this, so no more is taken than is needed at last.
    places.reserveCapacity(min(part.count / 16, 1 << 12))
    try MarkupReader.read(part, limits, root: .sst) { (reader, bytes) throws(XLSXReadError) in
      let isFast = limits.tokenBytes >= 256 && limits.depth >= 4 && limits.attributes >= 4
      var usual = UsualStrings(limits: limits, byteLimit: byteLimit, partLength: bytes.byteCount)
      let isUsual = isFast && reader.namespace(ofPrefix: 0, 0, bytes) == .spreadsheetML
      var (passed, isShifted) = (0, false)
      while true {
        if isUsual, !isShifted { usual.take(&reader, bytes, text, &joined, &places) }
        guard try reader.nextChild(of: 1, bytes) else { break }
        guard reader.is(.si) else { continue }
        // Where alternates stand between the items, others may count them otherwise from there on.
        if reader.passedChoices > passed { isShifted = true }
        defer { passed = reader.passedChoices }
        let start = joined.count
        try text.append(&reader, bytes, to: &joined)
        let length = TextRules.cutLength(joined[start...], limits.cellCharacters)
        if start + length < joined.count {
          joined.removeLast(joined.count - start - length)
          cuts.append(places.count)
        }
        usual.textBytes += joined.count - start
        guard usual.textBytes <= byteLimit else {
          throw reader.exceeded("sharedStringBytes", byteLimit)
        }
        if text.isDoubtful || isShifted { doubtful.insert(places.count) }
        if text.isMarked { marked.add(places.count, text.runs) }
        places.append(usual.place(start, joined.count))
        guard places.count <= limits.sharedStrings else { throw reader.exceeded("sharedStrings", limits.sharedStrings) }
      }
    }
    self.part = part.storage
    self.joined = joined
    self.places = places
    self.marked = marked
    self.limits = limits
    self.cuts = cuts
    self.doubtful = doubtful
  }

  /// Returns the string at an index below `count`. It is made once and kept.
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

  /// Returns the runs of a string in a cell of this font; empty when all of it looks as the font says.
  func runs(_ index: Int, cellFont: FontMarks) -> [MarkedRun] {
    if marked.isEmpty && cellFont.isPlain { return [] }
    var runs = marked.runs(of: index)
    if runs.isEmpty, !cellFont.isPlain { runs = formattedRuns().runs(of: index) }
    if runs.isEmpty { return [] }
    let key = RunKey(index: index, font: cellFont)
    if let known = madeRuns[key] { return known }
    let text = withUTF8(index) { text in text.indices.map { text[$0] } }
    let texts = RunTable.texts(runs, in: text, cellFont: cellFont)
    madeRuns[key] = texts
    return texts
  }

  /// The strings before the first of which something is to be said.
  var soundCount: Int { min(cuts.first ?? count, doubtful.min() ?? count) }

  /// Returns whether others may read a string as another text.
  func isDoubtful(_ index: Int) -> Bool { doubtful.contains(index) }

  /// Returns whether a string was longer than a cell may have.
  func isCut(_ index: Int) -> Bool {
    guard !cuts.isEmpty else { return false }
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < cuts.count && cuts[low] == index
  }

  /// Reads the part once more for the runs of all strings. Nothing new can be wrong with it.
  private func formattedRuns() -> RunTable {
    if let formatted { return formatted }
    var table = RunTable()
    var text = RichText()
    var count = 0
    try? MarkupReader.read(PartBytes(withSentinel: part, part: ""), limits, root: .sst) {
      (reader, bytes) throws(XLSXReadError) in
      var scratch: [UInt8] = []
      while try reader.nextChild(of: 1, bytes) {
        guard reader.is(.si) else { continue }
        scratch.removeAll(keepingCapacity: true)
        try text.append(&reader, bytes, to: &scratch)
        if text.isFormatted { table.add(count, text.runs) }
        count += 1
      }
    }
    formatted = table
    return table
  }

  func isEmpty(_ index: Int) -> Bool { withUTF8(index) { $0.isEmpty } }
}

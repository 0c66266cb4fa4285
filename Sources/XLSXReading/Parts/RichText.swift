/// Joins the text of a string item (`si`, `is`, comment text): its `t` and the `t` of its runs.
struct RichText {
  private var scratch: [UInt8] = []
  /// Where `<rPr>…</rPr>` of the last runs stand in the part: what reads the same need not be read again.
  private(set) var formats: [(start: Int, end: Int)] = []
  private static let formatLimit = 4
  /// The runs of the last text; one without `r` has none.
  private(set) var runs: [RunTable.Run] = []

  /// Whether the last text has elements or alternates in it, or two texts where one may stand, so that others may read
  /// another.
  private(set) var isDoubtful = false

  /// Whether a run of the last text is struck through, raised or lowered.
  var isMarked: Bool { runs.contains { !($0.font ?? .plain).isPlain } }
  /// Whether a run of the last text names its own look.
  var isFormatted: Bool { runs.contains { $0.font != nil } }

  /// Appends the text of the current element up to its end; phonetic runs are left out.
  /// - Source: ECMA-376 Part 1, 18.4.8 (si) and 18.4.6 (rPh).
  mutating func append(
    _ reader: inout MarkupReader, _ bytes: RawSpan, to target: inout [UInt8]
  ) throws(XLSXReadError) {
    let own = reader.depth
    let base = target.count
    let passed = reader.passedChoices
    isDoubtful = false
    if !runs.isEmpty { runs.removeAll(keepingCapacity: true) }
    var (texts, hasRuns) = (0, false)
    while try reader.nextChild(of: own, bytes) {
      if reader.is(.t) {
        texts += 1
        // Behind runs a text has no place.
        if texts > 1 || hasRuns { isDoubtful = true }
        try appendT(&reader, bytes, to: &target)
      } else if reader.is(.r) {
        hasRuns = true
        try appendRun(&reader, bytes, from: base, to: &target)
      }
    }
    if reader.passedChoices > passed { isDoubtful = true }
  }

  private mutating func appendRun(
    _ reader: inout MarkupReader, _ bytes: RawSpan, from base: Int, to target: inout [UInt8]
  ) throws(XLSXReadError) {
    let own = reader.depth
    let start = target.count - base
    var font: FontMarks?
    var before = -1
    var texts = 0
    while try reader.nextChild(of: own, bytes) {
      let token = reader.tokenStart
      if reader.is(.t) {
        texts += 1
        if texts > 1 { isDoubtful = true }
        // A look that matters is never passed over, so it is not remembered.
        if before >= 0, font?.isPlain ?? true { learnFormat(before, token) }
        try appendT(&reader, bytes, to: &target)
      } else if reader.is(.r) {
        isDoubtful = true
      } else if reader.is(.rPr) {
        font = try FontMarks(&reader, bytes)
      }
      before = MarkupWords.low(bytes.word(token), 5) == MarkupWords.runFormat ? token : -1
    }
    if target.count > base + start { runs.append(RunTable.Run(start: start, font: font)) }
  }

  private mutating func learnFormat(_ start: Int, _ end: Int) {
    if formats.count == Self.formatLimit { formats.removeFirst() }
    formats.append((start, end))
  }

  /// Returns where the format at `position` ends, if it is one of the last ones byte for byte; the same place if it is
  /// not.
  func pastFormat(_ bytes: RawSpan, _ position: Int) -> Int {
    guard MarkupWords.low(bytes.word(position), 5) == MarkupWords.runFormat else { return position }
    for format in formats.reversed() {
      var (old, new) = (format.start, position)
      while old + 8 <= format.end, bytes.word(old) == bytes.word(new) { (old, new) = (old + 8, new + 8) }
      guard old + 8 > format.end else { continue }
      if old == format.end || MarkupWords.low(bytes.word(old) ^ bytes.word(new), format.end - old) == 0 {
        return new + format.end - old
      }
    }
    return position
  }

  private mutating func appendT(
    _ reader: inout MarkupReader, _ bytes: RawSpan, to target: inout [UInt8]
  ) throws(XLSXReadError) {
    var trims = true
    if !reader.attributes.isEmpty, let space = reader.attribute(.space, .xml, bytes) {
      trims = try reader.string(of: space, bytes) != "preserve"
    }
    scratch.removeAll(keepingCapacity: true)
    if try reader.appendElementText(bytes, to: &scratch) { isDoubtful = true }
    TextRules.append(scratch, trimming: trims, to: &target)
  }
}

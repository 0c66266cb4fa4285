import XLSXReading

/// The tokenizer: any bytes are a part; the same text in UTF-16 gives the same events.
func fuzzOne(_ bytes: [UInt8]) {
  let events = walk(bytes)
  // A declaration may name an encoding, which means something in one of the two only.
  guard bytes.first == UInt8(ascii: "<"), bytes.dropFirst().first != UInt8(ascii: "?"), !bytes.contains(0),
    let text = String(validating: bytes, as: UTF8.self)
  else { return }
  let wide = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  precondition(walk([0xFF, 0xFE] + wide) == events, "UTF-16 differs from UTF-8")
}

/// The events of a part as far as they go, then `nil` when it was well formed.
private func walk(_ bytes: [UInt8]) -> [MarkupPull.Event?] {
  var events: [MarkupPull.Event?] = []
  var open = 0
  var offset = 0
  do throws(XLSXReadError) {
    var pull = try MarkupPull(bytes, part: "part", limits: .fuzzing)
    while let event = try pull.next() {
      events.append(event)
      switch event {
      case .start:
        open += 1
        for name in ["r", "id", "xmlns", "space"] {
          _ = try pull.attribute(name)
          _ = try pull.attribute(name, .relationshipID)
          _ = try pull.attribute(name, .xml)
        }
      case .end: open -= 1
      case .text: precondition(open > 0, "text outside the root")
      }
      precondition(pull.depth == open, "depth does not match the events")
      precondition(pull.offset >= offset, "the reader went back")
      offset = pull.offset
    }
    precondition(open == 0, "an element was left open")
    events.append(nil)
  } catch {
    precondition(error.offset.map { $0 >= 0 } ?? true)
  }
  return events
}

/// Refuses text so deeply nested that a recursive parser could run out of stack, or of so many entries that it would take
/// memory out of all proportion.
///
/// It looks at brackets and indentation only and knows YAML well enough to skip quoted text and comments; honest plans
/// nest seven deep, so an error in its count by a few levels does no harm.
struct NestingGuard {
  /// Levels of brackets, and characters of indentation, that are let through.
  let limit: Int
  /// Commas, colons and line ends outside quotes and comments, which is as many as there can be entries.
  let entries: Int

  /// Why a text is not parsed, and where.
  enum Excess: Hashable {
    case tooDeep(SourcePlace)
    case tooMany(SourcePlace)
  }

  private enum State { case plain, single, double, escaped, comment }

  /// Returns the first place at which a value is nested too deeply, or one entry too many begins.
  func firstExcess(in text: String) -> Excess? {
    var state = State.plain
    var (line, column, depth, isIndenting) = (1, 0, 0, true)
    var count = 0
    var previous = UInt8(ascii: "\n")
    for byte in text.utf8 {
      if byte & 0xC0 != 0x80 { column += 1 }
      let startsToken = Self.separators.contains(previous)
      if isIndenting, !Self.indentation.contains(byte) { isIndenting = false }
      if isIndenting, column > limit * 4 { return .tooDeep(SourcePlace(line: line, column: column)) }
      state = step(state, byte, startsToken: startsToken)
      if state == .plain, startsToken, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
        depth += 1
        if depth > limit { return .tooDeep(SourcePlace(line: line, column: column)) }
      } else if state == .plain, byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        depth = max(0, depth - 1)
      }
      if state == .plain, Self.ends.contains(byte) {
        count += 1
        if count > entries { return .tooMany(SourcePlace(line: line, column: column)) }
      }
      previous = byte
      if byte == UInt8(ascii: "\n") { (line, column, isIndenting) = (line + 1, 0, true) }
    }
    return nil
  }

  private func step(_ state: State, _ byte: UInt8, startsToken: Bool) -> State {
    switch (state, byte) {
    case (.plain, UInt8(ascii: "\"")) where startsToken: .double
    case (.plain, UInt8(ascii: "'")) where startsToken: .single
    case (.plain, UInt8(ascii: "#")) where startsToken: .comment
    case (.comment, UInt8(ascii: "\n")), (.single, UInt8(ascii: "'")), (.double, UInt8(ascii: "\"")): .plain
    case (.double, UInt8(ascii: "\\")): .escaped
    case (.escaped, _): .double
    default: state
    }
  }

  private static let separators = Set(" \t\r\n[{,:".utf8)
  private static let ends = Set(",:\n".utf8)
  private static let indentation = Set(" -?".utf8)
}

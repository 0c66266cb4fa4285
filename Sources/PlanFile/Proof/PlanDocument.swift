internal import Hashing

/// The document that a plan was made from, character by character.
public struct PlanDocument: Sendable {
  /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
  public let sha256: String
  /// All lines with one line feed between them; a byte order mark and carriage returns are left out.
  let characters: [Unicode.Scalar]
  /// Offset of the first character of each line.
  let lineStarts: [Int]

  /// - Throws: `notUTF8`.
  public init(_ bytes: some Collection<UInt8>) throws(PlanDocumentError) {
    let bytes = Array(bytes)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    sha256 = Hexadecimal.text(SHA256.hash(bytes))
    let characters = Array(text.unicodeScalars).filter { $0 != "\r" && $0 != "\u{FEFF}" }
    lineStarts = [0] + characters.indices.filter { characters[$0] == "\n" }.map { $0 + 1 }
    self.characters = characters
  }

  /// Returns the one-based line and column of an offset.
  func place(of offset: Int) -> SourcePlace {
    let line = lineIndex(of: offset)
    return SourcePlace(line: line + 1, column: offset - lineStarts[line] + 1)
  }

  /// Returns the offset of a one-based place; `nil` where the document has no such character.
  func offset(line: Int, column: Int) -> Int? {
    guard lineStarts.indices.contains(line - 1), column > 0 else { return nil }
    let offset = lineStarts[line - 1] + column - 1
    return offset < lineRange(line - 1).upperBound ? offset : nil
  }

  /// Returns the zero-based index of the line that holds an offset.
  func lineIndex(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Returns the characters of a line (zero-based index), without its line feed.
  func lineRange(_ index: Int) -> Range<Int> {
    let end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : characters.count
    return lineStarts[index]..<end
  }

  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: characters[range.clamped(to: 0..<characters.count)])
    return String(text)
  }

  /// Returns the offsets at which `words` begin inside `range`.
  func occurrences(of words: String, in range: Range<Int>) -> [Int] {
    let words = Array(words.unicodeScalars)
    guard let first = words.first, words.count <= range.count else { return [] }
    return (range.lowerBound...(range.upperBound - words.count)).filter { start in
      characters[start] == first && characters[start..<start + words.count].elementsEqual(words)
    }
  }
}

/// A plan document that cannot be used.
public enum PlanDocumentError: Error, Hashable, Sendable {
  case notUTF8
  case unreadable(FileTrouble)
}

/// Goes through the cleaned text of a cell, word by word.
struct QuantityScanner {
  let scalars: [Unicode.Scalar]
  private(set) var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var isAtEnd: Bool { position == scalars.count }
  var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  func scalar(at offset: Int) -> Unicode.Scalar? {
    position + offset < scalars.count ? scalars[position + offset] : nil
  }

  mutating func advance(by count: Int) { position += count }
  mutating func move(to position: Int) { self.position = position }

  mutating func skipSpaces() {
    while let next, next == " " || next == "\n" { position += 1 }
  }

  func isAt(_ word: [Unicode.Scalar]) -> Bool {
    position + word.count <= scalars.count && scalars[position..<position + word.count].elementsEqual(word)
  }

  /// Takes one of the words, of which the longer stand first; `nil` where none stands here.
  mutating func take(_ words: [[Unicode.Scalar]]) -> [Unicode.Scalar]? {
    guard let word = words.first(where: { isAt($0) }) else { return nil }
    position += word.count
    return word
  }

  /// Returns how many scalars from here on satisfy the condition.
  func run(from offset: Int = 0, _ condition: (Unicode.Scalar) -> Bool) -> Int {
    var count = 0
    while let scalar = scalar(at: offset + count), condition(scalar) { count += 1 }
    return count
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
}

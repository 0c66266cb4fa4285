extension RuleSource {
  /// An expression as written.
  public struct Text: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String
    /// Where the text goes on elsewhere than in the next column; the first is the place of its first character.
    private var breaks: [Break] = []

    private struct Break: Hashable, Sendable {
      /// In Unicode characters.
      let offset: Int
      let place: Place
    }

    public init(_ text: String) { self.text = text }
    public init(stringLiteral text: String) { self.init(text) }

    /// Of the first character; `nil` for built-in rules.
    public var place: Place? { place(ofCharacter: 0) }

    /// Returns the place of a character, by its offset in Unicode characters; `nil` for built-in rules.
    public func place(ofCharacter offset: Int) -> Place? {
      guard let last = breaks.last(where: { $0.offset <= offset }) ?? breaks.first else { return nil }
      return Place(line: last.place.line, column: last.place.column + max(0, offset - last.offset))
    }

    /// Says where the character at `offset` stands; to be called in ascending order.
    public mutating func add(_ place: Place, at offset: Int) {
      if self.place(ofCharacter: offset) != place { breaks.append(Break(offset: offset, place: place)) }
    }
  }
}

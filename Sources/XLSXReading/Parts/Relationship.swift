/// A link from one part to another.
struct Relationship {
  let id: String
  let type: String
  /// The part it leads to; for an external one the address, which is never followed.
  let target: String
  let isExternal: Bool

  /// Whether the type, transitional or strict, ends in one of the words.
  func leads(to words: String...) -> Bool {
    words.contains { type.hasSuffix("/" + $0) }
  }
}

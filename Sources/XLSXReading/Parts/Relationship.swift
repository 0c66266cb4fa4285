/// A link from one part to another.
package struct Relationship: Sendable {
  package let id: String
  package let type: String
  /// The part it leads to; for an external one the address, which is never followed.
  package let target: String
  package let isExternal: Bool

  /// Whether the type, transitional or strict, ends in one of the words.
  package func leads(to words: String...) -> Bool {
    let bytes = type.utf8
    return words.contains { word in
      type.hasSuffix(word) && bytes.dropLast(word.utf8.count).last == UInt8(ascii: "/")
    }
  }
}

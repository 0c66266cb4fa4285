/// A link from one part to another.
package struct Relationship: Sendable {
  package let id: String
  /// The last word of its type, which transitional and strict names have in common: `worksheet`.
  package let kind: String
  /// The part it leads to; for an external one the address, which is never followed.
  package let target: String
  package let isExternal: Bool

  /// Returns whether the type, transitional or strict, ends in the word.
  package func leads(to word: String) -> Bool { kind == word }
}

/// A pattern that is made once: to make one costs more than to look for it.
// Unchecked: a `Regex` is not `Sendable`, since one built from parts may hold closures of whoever built it, which the
// compiler cannot tell from a literal. One from a literal holds none and never changes, and only literals come here.
struct Pattern<Output>: @unchecked Sendable {
  let regex: Regex<Output>

  /// - Parameter literal: a pattern between slashes, never one built from parts.
  init(_ literal: Regex<Output>) { regex = literal }
}

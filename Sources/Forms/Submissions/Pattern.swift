/// A pattern that is made once: to make one costs more than to look for it.
struct Pattern<Output>: @unchecked Sendable {  // Unchecked: a `Regex` from a literal holds no closures and never changes.
  // `Regex` is not `Sendable` because one that is built from parts may hold closures of whoever built it, which the
  // compiler cannot tell from a literal. Only literals are given to `init`.
  let regex: Regex<Output>

  /// - Parameter literal: a pattern between slashes, never one built from parts.
  init(_ literal: Regex<Output>) { regex = literal }
}

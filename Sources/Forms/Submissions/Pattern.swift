/// A pattern that is made once: to make one costs more than to look for it.
struct Pattern<Output>: @unchecked Sendable {
  // Unchecked, since the compiler cannot see it: a `Regex` is not `Sendable` because it may hold closures of whoever built it. One
  // made from a literal holds none, nothing here changes it, and only literals are given to `init`.
  let regex: Regex<Output>

  /// - Parameter literal: a pattern between slashes, never one built from parts.
  init(_ literal: Regex<Output>) { regex = literal }
}

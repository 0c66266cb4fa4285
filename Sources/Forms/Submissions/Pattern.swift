/// A pattern that is made once: to make one costs more than to look for it.
///
/// A `Regex` is not `Sendable`, since one may hold closures of its own; a literal holds none.
struct Pattern<Output>: @unchecked Sendable {
  let regex: Regex<Output>

  init(_ regex: Regex<Output>) { self.regex = regex }
}

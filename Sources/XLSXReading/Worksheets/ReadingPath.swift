/// How the cells of a sheet are read.
package enum ReadingPath: Hashable, Sendable {
  /// The usual markup by its words, all other by the general path.
  case fast
  /// All markup by the general path, which the fast one is compared with.
  case general
}

/// Whether a sheet's tab shows.
public enum SheetVisibility: Hashable, Sendable {
  case visible
  /// Hidden, but anybody may show it again. The library has nothing more hidden.
  case hidden
}

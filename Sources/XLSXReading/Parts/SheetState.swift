/// Whether a sheet is seen in the tabs.
public enum SheetState: String, Hashable, Sendable {
  case visible
  case hidden
  /// Hidden, and not listed where sheets are unhidden.
  case veryHidden
}

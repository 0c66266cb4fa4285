/// Which parts of an entry were made for a sample and do not stand in the document (示例).
public enum Illustrative: Hashable, Sendable {
  case none
  /// The whole entry.
  case all
  /// The fields of these names, as the plan file spells them.
  case fields(Set<String>)

  /// Returns true if `field` was made for the sample.
  public func covers(_ field: String) -> Bool {
    switch self {
    case .none: false
    case .all: true
    case .fields(let names): names.contains(field)
    }
  }
  /// Returns true if `field` is named itself, the entry as a whole being the document's.
  public func names(_ field: String) -> Bool {
    if case .fields(let names) = self { names.contains(field) } else { false }
  }
}

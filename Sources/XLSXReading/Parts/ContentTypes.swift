/// What kind of content each part has, by `[Content_Types].xml`.
struct ContentTypes: Sendable {
  private var byPart: [String: String] = [:]
  private var byExtension: [String: String] = [:]

  /// Returns the parts of a kind that are named one by one.
  func parts(where isWanted: (String) -> Bool) -> [String] {
    byPart.filter { isWanted($0.value) }.keys.sorted()
  }

  func type(of part: String) -> String? {
    let key = PartName.key(part)
    return byPart[key] ?? key.lastIndex(of: ".").flatMap { byExtension[String(key[key.index(after: $0)...])] }
  }

  /// All types, each as often as it is named.
  var all: [String] { Array(byPart.values) + Array(byExtension.values) }

  /// Returns the list of a package; an empty one where it has none.
  static func read(_ store: PartStore) throws(XLSXReadError) -> ContentTypes {
    let name = "[Content_Types].xml"
    guard store.contains(name) else { return ContentTypes() }
    try store.checkListSize(name)
    return try store.value(of: name, in: PartCaches.contentTypes) { part, limits throws(XLSXReadError) in
      try ContentTypes(part, limits: limits)
    }
  }

  /// A package that says nothing of its parts.
  init() {}

  private init(_ part: PartBytes, limits: ReadLimits) throws(XLSXReadError) {
    try MarkupReader.read(part, limits, root: .types, .contentTypes) { (reader, bytes) throws(XLSXReadError) in
      while try reader.nextChild(of: 1, bytes) {
        guard let type = try reader.string(.contentType, bytes) else { continue }
        if reader.is(.overrideType, .contentTypes), let part = try reader.string(.partName, bytes) {
          byPart[PartName.key(part)] = type
        } else if reader.is(.defaultType, .contentTypes), let suffix = try reader.string(.fileExtension, bytes) {
          byExtension[suffix.lowercased()] = type
        }
        guard byPart.count + byExtension.count <= limits.listItems else {
          throw reader.exceeded("listItems", limits.listItems)
        }
      }
      if reader.passedChoices > 0 { throw reader.ambiguous() }
    }
  }
}

/// Takes the fields of one map out by name and says at the end what nobody asked for.
struct FieldReader {
  let place: SourcePlace
  let path: String
  let log: ProblemLog
  private let entries: [String: SourceNode.Entry]
  private let order: [String]
  private var known: [String] = []

  /// `nil`, with a problem logged, if the value is no map.
  init?(_ value: FieldValue) {
    guard case .mapping(let list) = value.node.content else {
      value.refuse(shape: .mapping)
      return nil
    }
    (place, path, log) = (value.node.place, value.path, value.log)
    entries = Dictionary(list.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    order = list.map(\.name)
  }

  /// The names of the keys, in the order of the file.
  var names: [String] { order }

  /// Returns the field's value; `nil` if it is absent or null.
  mutating func optional(_ name: String) -> FieldValue? {
    if !known.contains(name) { known.append(name) }
    guard let entry = entries[name], !entry.value.isNull else { return nil }
    return FieldValue(node: entry.value, path: inner(name), log: log)
  }

  /// Returns the field's value; a problem is logged if it is absent or null.
  mutating func required(_ name: String) -> FieldValue? {
    let value = optional(name)
    if value == nil {
      log.add(.missingKey, at: entries[name]?.value.place ?? place, path: path, expected: .literal(name))
    }
    return value
  }

  /// Returns where the key itself stands.
  func keyPlace(_ name: String) -> SourcePlace { entries[name]?.place ?? place }

  /// Logs the keys that were never asked for. To be called once, when all others were.
  func finish() {
    for name in order where !known.contains(name) {
      log.add(.unknownKey, at: keyPlace(name), path: path, found: name, expected: .oneOf(known))
    }
  }

  private func inner(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}

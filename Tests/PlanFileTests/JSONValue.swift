/// Any JSON, to hold an answer of today against one that was frozen.
enum JSONValue: Decodable, Hashable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// Paths of what `frozen` has and this value lacks or has otherwise; more fields than then are fine.
  func missing(from frozen: JSONValue, path: String) -> [String] {
    switch (self, frozen) {
    case (.object(let now), .object(let then)):
      return then.sorted { $0.key < $1.key }.flatMap { key, value in
        now[key]?.missing(from: value, path: "\(path).\(key)") ?? ["\(path).\(key)"]
      }
    case (.array(let now), .array(let then)):
      guard now.count == then.count else { return [path] }
      return zip(now, then).enumerated().flatMap { $1.0.missing(from: $1.1, path: "\(path)[\($0)]") }
    default: return self == frozen ? [] : [path]
    }
  }
}

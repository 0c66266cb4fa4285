/// The parts of a package by their names.
final class PartStore {
  let archive: ArchiveReader
  /// The place of the first entry of each `PartName.key`.
  private let places: [String: Int]
  /// The places of further entries of the same key.
  private let others: [String: [Int]]

  var limits: ReadLimits { archive.limits }

  init(_ archive: ArchiveReader) {
    self.archive = archive
    var places: [String: Int] = [:]
    var others: [String: [Int]] = [:]
    places.reserveCapacity(archive.entries.count)
    for entry in archive.entries where !entry.isFolder {
      let name = entry.name
      // A name that climbs is nobody's part.
      guard !Self.climbs(name) else { continue }
      let key = PartName.key(name)
      if let first = places.updateValue(entry.index, forKey: key) {
        places[key] = first
        others[key, default: []].append(entry.index)
      }
    }
    self.places = places
    self.others = others
  }

  private static func climbs(_ name: String) -> Bool {
    var previous: UInt8 = 0
    for byte in name.utf8 {
      if byte == UInt8(ascii: "."), previous == byte {
        return name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).contains("..")
      }
      previous = byte
    }
    return false
  }

  func contains(_ name: String) -> Bool { find(name) != nil }

  /// Returns the markup of a part, as UTF-8.
  func markup(_ name: String) throws(XLSXReadError) -> PartBytes {
    try MarkupEncoding.utf8(archive.part(entry(name), name: name))
  }

  /// Returns what a part says, by `read`, or by a cache where a workbook read before had the same part.
  /// - Parameter source: the part that relationships belong to; else empty.
  func value<Value>(
    of name: String, in cache: PartCache<Value>, source: String = "",
    _ read: (PartBytes, ReadLimits) throws(XLSXReadError) -> Value
  ) throws(XLSXReadError) -> Value {
    let entry = try entry(name)
    let stored = try archive.stored(entry, name: name)
    return try cache.value(of: entry, stored: stored, source: source, limits: limits) { () throws(XLSXReadError) in
      try read(MarkupEncoding.utf8(archive.part(entry, stored: stored, name: name)), limits)
    }
  }

  /// Looks at the size of a part that only speaks of other parts, before it is inflated.
  func checkListSize(_ name: String) throws(XLSXReadError) {
    let size = try entry(name).size
    guard size <= limits.packageListBytes else {
      throw .exceeded("packageListBytes", limits.packageListBytes, found: size, part: name)
    }
  }

  /// Returns a window over a part that is larger than `ReadLimits.wholePartBytes`; `nil` for the others.
  func window(_ name: String, length: Int) throws(XLSXReadError) -> PartWindow? {
    let entry = try entry(name)
    guard entry.size > limits.wholePartBytes else { return nil }
    return try archive.window(entry, name: name, length: length)
  }

  private func entry(_ name: String) throws(XLSXReadError) -> ArchiveEntry {
    guard let found = find(name) else { throw XLSXReadError(.missingPart, part: name) }
    let entry = archive.entries[found.place]
    if others.isEmpty { return entry }
    for other in others[found.key] ?? [] {
      guard archive.entries[other].crc == entry.crc, archive.entries[other].size == entry.size else {
        throw XLSXReadError(.ambiguousPart, part: name)
      }
    }
    return entry
  }

  /// Returns the key of the entries of a part, and the place of the first.
  private func find(_ name: String) -> (key: String, place: Int)? {
    let key = PartName.key(name)
    if let place = places[key] { return (key, place) }
    let decoded = PartName.percentDecoded(name)
    guard decoded != name, case let key = PartName.key(decoded), let place = places[key] else { return nil }
    return (key, place)
  }

  /// Returns the relationships of a part, or of the package (empty name); none when there is no such list.
  func relationships(of source: String) throws(XLSXReadError) -> [Relationship] {
    let name = PartName.relationships(of: source)
    guard contains(name) else { return [] }
    try checkListSize(name)
    return try value(of: name, in: PartCaches.relationships, source: source) { part, limits throws(XLSXReadError) in
      try Self.relationships(part, of: source, limits)
    }
  }

  private static func relationships(
    _ part: PartBytes, of source: String, _ limits: ReadLimits
  ) throws(XLSXReadError) -> [Relationship] {
    var list: [Relationship] = []
    try MarkupReader.read(part, limits, root: .relationships, .packageRelationships) {
      (reader, bytes) throws(XLSXReadError) in
      while try reader.nextChild(of: 1, bytes) {
        guard reader.is(.relationship, .packageRelationships),
          let id = try reader.string(.relationshipID, bytes), let kind = try kind(reader, bytes),
          let target = try reader.string(.target, bytes)
        else { continue }
        let isExternal = try reader.string(.targetMode, bytes) == "External"
        list.append(
          Relationship(
            id: id, kind: kind, target: isExternal ? target : PartName.resolve(target, from: source),
            isExternal: isExternal))
        guard list.count <= limits.listItems else { throw reader.exceeded("listItems", limits.listItems) }
        if reader.unwrapped > 0 { throw reader.ambiguous() }
      }
      // The packages' own parts have no alternates: who passes them over finds other parts.
      if reader.passedChoices > 0 { throw reader.ambiguous() }
    }
    return list
  }

  /// Returns the last word of the type, behind its last slash; empty where there is none, `nil` without a type.
  private static func kind(_ reader: borrowing MarkupReader, _ bytes: RawSpan) throws(XLSXReadError) -> String? {
    guard let attribute = reader.attribute(.relationshipType) else { return nil }
    guard attribute.isPlain else {
      let type = try reader.string(of: attribute, bytes)
      return type.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(type[type.utf8.index(after: $0)...]) } ?? ""
    }
    var start = attribute.valueEnd
    while start > attribute.valueStart, bytes.byte(start - 1) != UInt8(ascii: "/") { start -= 1 }
    return start == attribute.valueStart ? "" : bytes.string(start, attribute.valueEnd)
  }
}

/// The parts of a package by their names.
final class PartStore {
  let archive: ArchiveReader
  /// Places of the entries, by `PartName.key`.
  private let entries: [String: [Int]]

  var limits: ReadLimits { archive.limits }

  init(_ archive: ArchiveReader) {
    self.archive = archive
    var entries: [String: [Int]] = [:]
    for entry in archive.entries where !entry.isFolder {
      let name = entry.name
      // A name that climbs is nobody's part.
      guard !Self.climbs(name) else { continue }
      entries[PartName.key(name), default: []].append(entry.index)
    }
    self.entries = entries
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

  /// The markup of a part, as UTF-8.
  func markup(_ name: String) throws(XLSXReadError) -> PartBytes {
    try MarkupEncoding.utf8(archive.part(entry(name), name: name))
  }

  /// A window over a part that is larger than `ReadLimits.wholePartBytes`; `nil` for the others.
  func window(_ name: String, length: Int) throws(XLSXReadError) -> PartWindow? {
    let entry = try entry(name)
    guard entry.size > limits.wholePartBytes else { return nil }
    return try archive.window(entry, name: name, length: length)
  }

  private func entry(_ name: String) throws(XLSXReadError) -> ArchiveEntry {
    guard let places = find(name), let place = places.first else { throw XLSXReadError(.missingPart, part: name) }
    let entry = archive.entries[place]
    for other in places.dropFirst() {
      guard archive.entries[other].crc == entry.crc, archive.entries[other].size == entry.size else {
        throw XLSXReadError(.ambiguousPart, part: name)
      }
    }
    return entry
  }

  private func find(_ name: String) -> [Int]? {
    if let places = entries[PartName.key(name)] { return places }
    let decoded = PartName.percentDecoded(name)
    return decoded == name ? nil : entries[PartName.key(decoded)]
  }

  /// The relationships of a part, or of the package (empty name); none when there is no such list.
  func relationships(of source: String) throws(XLSXReadError) -> [Relationship] {
    let name = PartName.relationships(of: source)
    guard contains(name) else { return [] }
    let part = try markup(name)
    var list: [Relationship] = []
    try MarkupReader.read(part, limits, root: .relationships, .packageRelationships) {
      (reader, bytes) throws(XLSXReadError) in
      while try reader.nextChild(of: 1, bytes) {
        guard reader.is(.relationship, .packageRelationships),
          let id = try reader.string(.relationshipID, bytes), let type = try reader.string(.relationshipType, bytes),
          let target = try reader.string(.target, bytes)
        else { continue }
        let isExternal = try reader.string(.targetMode, bytes) == "External"
        list.append(
          Relationship(
            id: id, type: type, target: isExternal ? target : PartName.resolve(target, from: source),
            isExternal: isExternal))
        guard list.count <= limits.listItems else { throw reader.exceeded("too many relationships") }
      }
    }
    return list
  }
}

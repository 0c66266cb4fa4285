import FoundationEssentials
import Hashing

extension FormLayout {
  /// Returns the layout as JSON with sorted keys: equal layouts give equal bytes.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Reads what `json()` wrote; `nil` for anything else, and for a layout of a later schema.
  public init?(json: String) {
    let bytes = Array(json.utf8)
    var reader = LayoutReader(bytes)
    guard let layout = reader.layout() ?? (try? JSONDecoder().decode(FormLayout.self, from: bytes.asData)),
      layout.version <= Self.currentVersion
    else { return nil }
    self = layout
  }

  /// SHA-256 over codes, columns and units of measure: what must match for one form to be read as another.
  public var digest: String {
    let parts = columns.map { "\($0.key)=\($0.header)" } + rows.map { "\($0.code)=\($0.measure)" }
    return Digest.hex(of: Array(parts.joined(separator: "\n").utf8))
  }
}

extension [UInt8] {
  var asData: Data { Data(self) }
}

/// SHA-256 in hexadecimal.
public enum Digest {
  /// Returns the SHA-256 of the bytes as 64 lower-case hexadecimal digits.
  public static func hex(of bytes: [UInt8]) -> String { Hexadecimal.text(SHA256.hash(bytes)) }

  /// Returns the digest of a file too large to be held, taken piece by piece.
  /// - Parameter next: the next piece; empty at the end, `nil` where the file cannot be read.
  public static func hex(ofPieces next: () -> [UInt8]?) -> String? {
    var hash = SHA256()
    while let piece = next() {
      if piece.isEmpty { return Hexadecimal.text(hash.finalize()) }
      hash.update(piece)
    }
    return nil
  }
}

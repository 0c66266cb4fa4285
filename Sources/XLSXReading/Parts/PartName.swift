/// Names of parts, and how one leads to another.
/// - Source: ECMA-376 Part 2, 9.1.1 (part names) and 9.3 (relationships).
enum PartName {
  /// Returns the form in which names compare: no leading slash, `\` as `/`, no `.` and `..`, small letters.
  static func key(_ name: String) -> String {
    var hasCapitals = false
    guard isUsual(name, &hasCapitals) else { return plain(name).lowercased() }
    return hasCapitals ? name.lowercased() : name
  }

  /// Returns whether a name is plain ASCII, seen at a glance, as nearly all are.
  private static func isUsual(_ name: String, _ hasCapitals: inout Bool) -> Bool {
    var previous = UInt8(ascii: "/")
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): hasCapitals = true
      case UInt8(ascii: "\\"), 0x80...: return false
      case UInt8(ascii: "/"), UInt8(ascii: "."): if previous == UInt8(ascii: "/") { return false }
      default: break
      }
      previous = byte
    }
    return previous != UInt8(ascii: "/")
  }

  /// Returns the part that `target` names, seen from `source` (empty for the package); never climbs out of the package.
  static func resolve(_ target: String, from source: String) -> String {
    let path = target.utf8.firstIndex(of: UInt8(ascii: "#")).map { target[..<$0] } ?? target[...]
    let isAbsolute = path.utf8.first == UInt8(ascii: "/") || path.utf8.first == UInt8(ascii: "\\")
    return plain(isAbsolute ? String(path) : folder(of: source) + "/" + path)
  }

  /// Returns where the relationships of a part stand.
  static func relationships(of part: String) -> String {
    let folder = folder(of: part)
    let name = folder.isEmpty ? part[...] : part.dropFirst(folder.count + 1)
    return (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
  }

  /// Returns the text with `%XX` resolved; the same where there is none.
  static func percentDecoded(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "%")) else { return name }
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func folder(of part: String) -> String {
    part.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(part[..<$0]) } ?? ""
  }

  private static func plain(_ name: String) -> String {
    let rest = name.utf8.first == UInt8(ascii: "/") ? name.dropFirst() : name[...]
    if isPlain(rest) { return String(rest) }
    var segments: [Substring] = []
    for segment in name.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch segment {
      case ".": continue
      case "..": _ = segments.popLast()
      default: segments.append(segment)
      }
    }
    return segments.joined(separator: "/")
  }

  /// Returns whether a name is in its plain form: no `\`, no empty segment, none that is `.` or `..`.
  private static func isPlain(_ name: Substring) -> Bool {
    var length = 0
    var points = 0
    for byte in name.utf8 {
      if byte == UInt8(ascii: "\\") { return false }
      if byte == UInt8(ascii: "/") {
        if points == length && length <= 2 { return false }
        (length, points) = (0, 0)
      } else {
        length += 1
        if byte == UInt8(ascii: ".") { points += 1 }
      }
    }
    return points != length || length > 2
  }
}

import XLSXReading

/// A zip archive of submissions (压缩包), looked at as a folder; nothing of it is ever unpacked to disk.
struct ArchiveFolder {
  /// A file in the archive, by its name with `/`.
  struct Member {
    let name: String
    let entry: ArchiveEntry
  }

  let members: [Member]
  private let reader: ArchiveReader

  /// - Throws: for what is no archive, or is one that breaks a limit.
  init(path: String) throws(XLSXReadError) {
    reader = try ArchiveReader(path: path)
    var taken: [String: Int] = [:]
    members = reader.entries.filter { !$0.isFolder }.map { entry in
      let name = Self.label(of: entry.nameBytes)
      taken[name, default: 0] += 1
      // Two files of one name are two files.
      return Member(name: taken[name] == 1 ? name : "\(name)（\(taken[name] ?? 0)）", entry: entry)
    }
  }

  /// True for a workbook that only has the wrong ending.
  var isWorkbook: Bool { members.contains { $0.name == "[Content_Types].xml" } }

  /// True where every file wants a password.
  var isLocked: Bool { !members.isEmpty && members.allSatisfy(\.entry.isEncrypted) }

  /// Returns the content of a member; `nil` if there is none of that name.
  func bytes(of name: String) throws(XLSXReadError) -> [UInt8]? {
    guard let member = members.first(where: { $0.name == name }) else { return nil }
    return try reader.read(member.entry)
  }

  /// Returns the name as UTF-8, or as the Chinese Windows programs write it (GBK, a part of GB18030). It is a label and
  /// never a path: parts that lead out of the archive are dropped.
  static func label(of bytes: [UInt8]) -> String {
    let text = OfficeText.decoded(bytes)
    let parts = text.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." && $0 != ".." }
    return parts.map { part in String(part.filter { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }) }
      .joined(separator: "/")
  }
}

extension ArchiveFolder {
  /// Returns the archive and the member that a path names: `收件/东县.zip/6月.xlsx`. `nil` for the path of a file.
  static func parts(of path: String) -> (archive: String, member: String)? {
    var end = path.startIndex
    while let slash = path[end...].firstIndex(of: "/") {
      let archive = path[..<slash]
      end = path.index(after: slash)
      if isNamedSo(archive), FileAccess.exists(String(archive)), !FileAccess.isFolder(String(archive)) {
        return (String(archive), String(path[end...]))
      }
    }
    return nil
  }

  /// Returns true for a name that ends as archives do, in whatever case.
  static func isNamedSo(_ name: some StringProtocol) -> Bool { name.suffix(4).lowercased() == ".zip" }
}

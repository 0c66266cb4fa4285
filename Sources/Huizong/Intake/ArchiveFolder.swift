import Glibc
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

  /// The content of a member; `nil` if there is none of that name.
  func bytes(of name: String) throws(XLSXReadError) -> [UInt8]? {
    guard let member = members.first(where: { $0.name == name }) else { return nil }
    return try reader.read(member.entry)
  }

  /// The name as UTF-8, or as the Chinese Windows programs write it (GBK, a part of GB18030). It is a label and never a
  /// path: parts that lead out of the archive are dropped.
  static func label(of bytes: [UInt8]) -> String {
    let text = String(validating: bytes, as: UTF8.self) ?? decoded(bytes) ?? String(decoding: bytes, as: UTF8.self)
    let parts = text.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." && $0 != ".." }
    return parts.map { part in String(part.filter { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }) }
      .joined(separator: "/")
  }

  /// GB18030 by the C library; `nil` for bytes that are none.
  private static func decoded(_ bytes: [UInt8]) -> String? {
    let converter = unsafe iconv_open("UTF-8", "GB18030")
    guard unsafe converter != iconv_t(bitPattern: -1) else { return nil }
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 4)
    let room = output.count
    let left = unsafe input.withUnsafeMutableBufferPointer { source -> Int? in
      unsafe output.withUnsafeMutableBufferPointer { target -> Int? in
        var (from, to) = (source.baseAddress, target.baseAddress)
        var (remaining, free) = (source.count, target.count)
        // iconv reads within `source` and writes within `target`, whose lengths it is told.
        let result = unsafe iconv(converter, &from, &remaining, &to, &free)
        return result == Int(bitPattern: UInt.max) || remaining != 0 ? nil : free
      }
    }
    guard let left else { return nil }
    return String(decoding: output[..<(room - left)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension ArchiveFolder {
  /// The archive and the member that a path names: `收件/东县.zip/6月.xlsx`. `nil` for the path of a file.
  static func parts(of path: String) -> (archive: String, member: String)? {
    var search = path.startIndex
    while let mark = path[search...].firstRange(of: ".zip/", ignoringCase: true) {
      let archive = String(path[..<path.index(before: mark.upperBound)])
      if FileAccess.exists(archive), !FileAccess.isFolder(archive) {
        return (archive, String(path[mark.upperBound...]))
      }
      search = mark.upperBound
    }
    return nil
  }
}

extension Substring {
  fileprivate func firstRange(of text: String, ignoringCase: Bool) -> Range<Index>? {
    firstRange(of: text) ?? firstRange(of: text.uppercased())
  }
}

import XLSXReading

/// A zip archive of submissions (压缩包), looked at as a folder; nothing of it is ever unpacked to disk.
struct ArchiveFolder {
  /// A file in the archive, by its name with `/`.
  struct Member {
    let name: String
    let entry: ArchiveEntry
  }

  let members: [Member]
  private let places: [String: Int]
  private let reader: ArchiveReader

  /// - Throws: for what is no archive, or is one that breaks a limit.
  init(path: String, limits: InputLimits) throws(FileFault) {
    // What opens a path by its text finds none whose name is written in another code.
    let bytes = FileName.isText(path) ? nil : try FileAccess.read(path, .archiveBytes, limits)
    do throws(XLSXReadError) {
      reader =
        if let bytes {
          try ArchiveReader(bytes: bytes, limits: limits.archive)
        } else {
          try ArchiveReader(path: path, limits: limits.archive)
        }
    } catch {
      throw .archive(InputLimits.named(error, isArchive: true))
    }
    let files = reader.entries.filter { !$0.isFolder }
    let isGB18030 = files.contains { String(validating: $0.nameBytes, as: UTF8.self) == nil }
    let labels = files.map { Self.label(of: $0.nameBytes, amongGB18030: isGB18030) }
    var taken = Set(labels)
    var (seen, last): (Set<String>, [String: Int]) = ([], [:])
    members = zip(files, labels).map { entry, label in
      guard !seen.insert(label).inserted else { return Member(name: label, entry: entry) }
      // Two files of one name are two files, and neither takes the name of a third.
      var number = last[label] ?? 1
      var name = label
      repeat {
        number += 1
        name = "\(label)（\(number)）"
      } while !taken.insert(name).inserted
      last[label] = number
      return Member(name: name, entry: entry)
    }
    places = Dictionary(uniqueKeysWithValues: zip(members.map(\.name), members.indices))
  }

  /// True for a workbook that only has the wrong ending.
  var isWorkbook: Bool { members.contains { $0.name == "[Content_Types].xml" } }

  /// True where every file wants a password.
  var isLocked: Bool { !members.isEmpty && members.allSatisfy(\.entry.isEncrypted) }

  /// Returns the content of a member, whose size is looked at before anything is inflated.
  func bytes(of name: String, _ limit: InputLimit, _ limits: InputLimits) throws(FileFault) -> [UInt8] {
    guard let member = places[name].map({ members[$0] }) else { throw .absent }
    guard member.entry.size <= limits[limit] else {
      throw .tooLarge(size: member.entry.size, limit: limit, value: limits[limit])
    }
    do throws(XLSXReadError) {
      return try reader.read(member.entry)
    } catch {
      throw .archive(InputLimits.named(error, isArchive: true))
    }
  }

  /// Returns the name as UTF-8, or as the Chinese Windows programs write it (GBK, a part of GB18030). It is a label and
  /// never a path: parts that lead out of the archive are dropped.
  static func label(of bytes: [UInt8], amongGB18030: Bool = false) -> String {
    let parts = FileName.label(bytes, amongGB18030: amongGB18030).split { $0 == "/" || $0 == "\\" }.filter {
      $0 != "." && $0 != ".."
    }
    return parts.isEmpty ? "（无名）" : parts.joined(separator: "/")
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

/// The archives that a worker has open: of many files in one archive each opens it once.
final class OpenArchives {
  private var last: (path: String, archive: ArchiveFolder)?

  func archive(_ path: String, _ limits: InputLimits) throws(FileFault) -> ArchiveFolder {
    if let last, last.path == path { return last.archive }
    let archive = try ArchiveFolder(path: path, limits: limits)
    last = (path, archive)
    return archive
  }
}

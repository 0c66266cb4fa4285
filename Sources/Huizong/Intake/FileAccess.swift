import Forms
import FoundationEssentials
import Glibc
import XLSXWriting

/// Reading folders and files, with errors in our words.
enum FileAccess {
  /// Returns true for a folder, also one that a link leads to.
  static func isFolder(_ path: String) -> Bool { linkedKind(path) == .folder }

  static func exists(_ path: String) -> Bool { linkedKind(path) != nil }

  /// Makes a fresh folder of our own, for files that do not stay, and returns its path.
  static func makeTemporaryFolder() throws(JobError) -> String {
    let path = FileManager.default.temporaryDirectory.path() + "/huizong-\(UUID().uuidString)"
    UnfinishedFiles.add(path)
    try makeFolder(path)
    return path
  }

  /// Removes what is our own and does not stay.
  static func removeTemporary(_ path: String) {
    remove(path)
    UnfinishedFiles.remove(path)
  }

  /// Returns whether a file is there that may hold somebody's work: anything but a form of ours as it was written.
  static func holdsWork(_ path: String) -> Bool {
    guard exists(path), !isFolder(path) else { return false }
    return (try? read(path, .formBytes, .standard)).map { !IssuedForm.isUntouched($0) } ?? true
  }

  /// Returns true for a file that is there and no form of ours, filled or not.
  static func isForeign(_ path: String) -> Bool {
    guard exists(path) else { return false }
    return (try? read(path, .formBytes, .standard)).map { !IssuedForm.isIssued($0) } ?? true
  }

  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  static func makeFolder(_ path: String) throws(JobError) {
    guard !isFolder(path) else { return }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw JobError(.cannotWrite, path)
    }
  }

  static func join(_ folder: String, _ name: String) -> String {
    name.hasPrefix("/") ? name : folder.hasSuffix("/") || folder.isEmpty ? folder + name : "\(folder)/\(name)"
  }

  /// Returns the name without its folder.
  static func name(of path: String) -> String { URL(filePath: path).lastPathComponent }

  /// Returns true if a path, which need not exist, is the folder or lies in it.
  static func isInside(_ path: String, of folder: String) -> Bool {
    parts(of: path).starts(with: parts(of: folder))
  }

  /// Returns the names of the folders that lead to a path, and its own, links resolved as far as there is something.
  static func parts(of path: String) -> [String] {
    var (head, tail) = (URL(filePath: path).path(percentEncoded: false), [String]())
    while head.count > 1, resolved(head) == nil {
      while head.count > 1, head.hasSuffix("/") { head.removeLast() }
      tail.insert(String(head[(head.lastIndex(of: "/").map { head.index(after: $0) } ?? head.startIndex)...]), at: 0)
      head = folder(of: head)
    }
    let whole = ([resolved(head) ?? head] + tail).joined(separator: "/")
    return URL(filePath: whole).standardizedFileURL.pathComponents.filter { $0 != "/" }
  }

  /// Returns the folder of a path; `.` for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension FileAccess {
  /// Writes a small text under its name when it is whole.
  static func write(_ text: String, to path: String) throws(JobError) { try write(Array(text.utf8), to: path) }

  /// Writes a text that nobody but its owner may read, under its name when it is whole.
  ///
  /// - Returns: false where there is something of that name: it stays.
  static func createSecret(_ text: String, at path: String) throws(JobError) -> Bool {
    let draft = "\(path).\(getpid()).tmp"
    let handle = unsafe withPath(draft) { unsafe open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
    guard handle >= 0 else { throw JobError(.cannotWrite, path) }
    defer { remove(draft) }
    let bytes = Array(text.utf8)
    let isWhole = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(handle, $0.baseAddress, $0.count) } == bytes.count
    let isKept = fsync(handle) == 0
    guard close(handle) == 0, isWhole, isKept else { throw JobError(.cannotWrite, path) }
    // A link, unlike a new name, never takes another file's place.
    let linked = unsafe withPath(draft) { draft in unsafe withPath(path) { unsafe link(draft, $0) } }
    guard linked == 0 || errno == EEXIST else { throw JobError(.cannotWrite, path) }
    return linked == 0
  }

  /// Writes bytes under their name when they are whole.
  static func write(_ bytes: [UInt8], to path: String) throws(JobError) {
    do throws(XLSXWriteError) {
      var file = try TextFile(path: path)
      try file.append(bytes)
      try file.close()
    } catch {
      throw JobError(writing: path, error)
    }
  }
}

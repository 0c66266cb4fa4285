import Forms
import FoundationEssentials
import Glibc
import XLSXWriting

/// Reading folders and files, with errors in our words.
enum FileAccess {
  static func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  /// Returns the SHA-256, whatever the file's size; `nil` for one that cannot be read.
  static func digest(_ path: String) -> String? {
    let file = unsafe open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return Digest.hex(ofPieces: {
      var count = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, filled in
        // At most the buffer's length is read into it.
        count = unsafe read(file, buffer.baseAddress, buffer.count)
        filled = max(count, 0)
      }
      return count < 0 ? nil : piece
    })
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Returns the names in a folder, sorted by their bytes so that the order is the same everywhere.
  static func names(in folder: String) throws(JobError) -> [String] {
    guard isFolder(folder) else { throw JobError(.missingFolder, folder) }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted {
        Array($0.utf8).lexicographicallyPrecedes($1.utf8)
      }
    } catch {
      throw JobError(.unreadableFolder, folder)
    }
  }

  /// Makes a fresh folder of our own, for files that do not stay, and returns its path.
  static func makeTemporaryFolder() throws(JobError) -> String {
    let path = FileManager.default.temporaryDirectory.path() + "/huizong-\(UUID().uuidString)"
    try makeFolder(path)
    return path
  }

  /// Returns what changes while a file is being written: its size and when it was last changed; `nil` for one that is
  /// gone.
  static func state(_ path: String) -> [Int]? {
    var info = stat()
    // The call fills the structure, or fails.
    guard unsafe stat(path, &info) == 0 else { return nil }
    return [Int(info.st_size), info.st_mtim.tv_sec, info.st_mtim.tv_nsec]
  }

  /// Returns whether a file is there that may hold somebody's work: anything but a form of ours as it was written.
  static func holdsWork(_ path: String) -> Bool {
    guard exists(path), !isFolder(path) else { return false }
    return bytes(path).map { !IssuedForm.isUntouched($0) } ?? true
  }

  static func removeFolder(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

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

  /// Returns the names of the folders that lead to a path, and its own, links resolved.
  static func parts(of path: String) -> [String] {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents.filter { $0 != "/" }
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

  /// Writes bytes under their name when they are whole.
  static func write(_ bytes: [UInt8], to path: String) throws(JobError) {
    do throws(XLSXWriteError) {
      var file = try TextFile(path: path)
      try file.append(bytes)
      try file.close()
    } catch {
      throw JobError(.cannotWrite, path)
    }
  }
}

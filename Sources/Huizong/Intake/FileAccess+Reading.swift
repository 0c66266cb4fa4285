import Forms
import Glibc
import XLSXReading

/// The one door through which bytes come in: plain files only, of bounded size, never waited for.
extension FileAccess {
  /// Calls `body` with the bytes of a path as the system takes them.
  static func withPath<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let bytes = FileName.bytes(path).map { CChar(bitPattern: $0) } + [0]
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { preconditionFailure("a path has its zero at least") }
      return unsafe body(start)
    }
  }

  private static func information(_ path: String, followingLinks: Bool) -> stat? {
    var info = stat()
    // The call fills the structure, or fails.
    let result = unsafe withPath(path) { path in
      if followingLinks { unsafe stat(path, &info) } else { unsafe lstat(path, &info) }
    }
    return result == 0 ? info : nil
  }

  /// Returns what a path leads to; of a link, that it is one. `nil` for nothing.
  static func kind(_ path: String) -> FolderListing.Kind? {
    information(path, followingLinks: false).map { FolderListing.Kind($0) }
  }

  /// Returns what a path leads to, through its links; `nil` for nothing.
  static func linkedKind(_ path: String) -> FolderListing.Kind? {
    information(path, followingLinks: true).map { FolderListing.Kind($0) }
  }

  /// Returns true for a symbolic link, wherever it leads.
  static func isLink(_ path: String) -> Bool { kind(path) != linkedKind(path) }

  /// Returns what changes while a file is being written: its size and when it was last changed; `nil` for one that is
  /// gone.
  static func state(_ path: String, followingLinks: Bool = true) -> [Int]? {
    information(path, followingLinks: followingLinks).map { info in
      [Int(info.st_size), info.st_mtim.tv_sec, info.st_mtim.tv_nsec]
    }
  }

  /// Returns the system's error number for a folder into which nothing can be written; `nil` for another.
  static func refusal(toWriteInto folder: String) -> Int32? {
    unsafe withPath(folder) { unsafe access($0, W_OK | X_OK) == 0 ? nil : errno }
  }

  /// Returns true where the disk on which a file would lie has no room for the smallest workbook.
  static func isFull(_ path: String) -> Bool {
    var info = statvfs()
    // The call fills the structure, or fails.
    guard unsafe withPath(folder(of: path), { unsafe statvfs($0, &info) }) == 0 else { return false }
    return UInt64(info.f_bavail) * UInt64(info.f_frsize) < 1 << 16
  }

  /// Returns true if two paths lead to one file, or will where it is not there yet.
  static func isSame(_ path: String, _ other: String) -> Bool {
    guard let one = information(path, followingLinks: true), let two = information(other, followingLinks: true) else {
      return parts(of: path) == parts(of: other)
    }
    return one.st_dev == two.st_dev && one.st_ino == two.st_ino
  }

  /// Returns the path without links; `nil` for one that leads nowhere.
  static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe withPath(path, { unsafe realpath($0, nil) }) else { return nil }
    defer { unsafe free(resolved) }
    // The system gave a text with its zero.
    return FileName.text(
      unsafe UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map { UInt8(bitPattern: $0) })
  }

  /// A file that was opened for reading, and is closed with its value.
  private struct OpenInput: ~Copyable {
    let handle: Int32
    let size: Int

    init(_ path: String) throws(FileFault) {
      // A pipe would else be waited for.
      handle = unsafe FileAccess.withPath(path) { unsafe open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
      guard handle >= 0 else {
        switch errno {
        case ENOENT, ENOTDIR: throw .absent
        case ENXIO: throw .special
        case ELOOP: throw .brokenLink
        default: throw .unreadable
        }
      }
      var info = stat()
      // The call fills the structure, or fails.
      let kind = unsafe fstat(handle, &info) == 0 ? FolderListing.Kind(info) : .special
      guard kind == .file else {
        close(handle)
        throw kind == .folder ? .folder : .special
      }
      size = Int(info.st_size)
    }

    deinit { close(handle) }

    /// Returns at most `most` bytes from here on, none at the end, `nil` where the system refuses.
    func next(_ most: Int) -> [UInt8]? {
      var count = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
        // At most the buffer's length is read into it.
        repeat { count = unsafe Glibc.read(handle, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
        filled = max(count, 0)
      }
      return count < 0 ? nil : piece
    }
  }

  /// Refuses a file that others read: one that is none, or that is too large.
  static func check(_ path: String, _ limit: InputLimit, _ limits: InputLimits) throws(JobError) {
    do throws(FileFault) {
      let file = try OpenInput(path)
      if file.size > limits[limit] { throw .tooLarge(size: file.size, limit: limit, value: limits[limit]) }
    } catch {
      // What is not there has words of its own.
      if error != .absent, error != .folder, error != .unreadable { throw JobError(error, path) }
    }
  }

  /// Returns the bytes of a file.
  static func read(_ path: String, _ limit: InputLimit, _ limits: InputLimits) throws(FileFault) -> [UInt8] {
    let file = try OpenInput(path)
    guard file.size <= limits[limit] else {
      throw .tooLarge(size: file.size, limit: limit, value: limits[limit])
    }
    var bytes: [UInt8] = []
    // One byte more than there should be tells the end; a file that grows meanwhile is still bounded.
    bytes.reserveCapacity(file.size + 1)
    while true {
      guard let piece = file.next(max(min(file.size - bytes.count + 1, 8 << 20), 1 << 12)) else { throw .unreadable }
      if piece.isEmpty { return bytes }
      bytes += piece
      guard bytes.count <= limits[limit] else {
        throw .tooLarge(size: bytes.count, limit: limit, value: limits[limit])
      }
    }
  }

  /// Returns the bytes of a list that the operator keeps.
  static func list(_ path: String, _ limits: InputLimits) throws(FileFault) -> [UInt8] {
    let bytes = try read(path, .listBytes, limits)
    // Line ends of every kind; those of two signs count twice, which no list of an office comes near.
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    let ends = bytes.contains(0x0A) && bytes.contains(0x0D) ? 2 : 1
    guard lines / ends <= limits[.listLines] else {
      throw .tooLarge(size: lines / ends, limit: .listLines, value: limits[.listLines])
    }
    return bytes
  }

  /// Returns the first bytes of a file; fewer of a shorter one.
  static func head(_ path: String, count: Int) throws(FileFault) -> [UInt8] {
    guard let bytes = try OpenInput(path).next(count) else { throw .unreadable }
    return bytes
  }

  /// Returns the SHA-256 of a file.
  static func digest(_ path: String, _ limit: InputLimit, _ limits: InputLimits) throws(FileFault) -> String {
    let file = try OpenInput(path)
    guard file.size <= limits[limit] else {
      throw .tooLarge(size: file.size, limit: limit, value: limits[limit])
    }
    guard let digest = Digest.hex(ofPieces: { file.next(1 << 20) }) else { throw .unreadable }
    return digest
  }
}

extension FileAccess {
  /// Returns the bytes of a file that a command cannot do without.
  static func file(_ path: String, _ limit: InputLimit, _ limits: InputLimits) throws(JobError) -> [UInt8] {
    do { return try read(path, limit, limits) } catch { throw JobError(error, path) }
  }

  /// Returns the SHA-256 of such a file.
  static func fileDigest(_ path: String, _ limit: InputLimit, _ limits: InputLimits) throws(JobError) -> String {
    do { return try digest(path, limit, limits) } catch { throw JobError(error, path) }
  }
}

extension JobError {
  init(_ fault: FileFault, _ path: String) {
    self = fault == .absent ? JobError(.missingFile, path) : JobError(.file(fault), path)
  }
}

extension Inbox.File {
  /// Returns the SHA-256, of a member of an archive too.
  func digest(_ limit: InputLimit, _ limits: InputLimits, _ archives: OpenArchives) throws(FileFault) -> String {
    if let fault { throw fault }
    guard let (archive, member) = ArchiveFolder.parts(of: path) else {
      // Evidence may be a video: no file is held whole for its digest alone.
      return try FileAccess.digest(path, limit, limits)
    }
    return Digest.hex(of: try archives.archive(archive, limits).bytes(of: member, limit, limits))
  }
}

extension FolderListing.Kind {
  init(_ info: stat) {
    switch info.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .special
    }
  }
}

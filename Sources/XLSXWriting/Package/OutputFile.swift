import Glibc

/// A file that comes into being whole or not at all: written under a temporary name in the same folder, then renamed.
struct OutputFile: ~Copyable {
  let path: String
  let temporaryPath: String
  private var isPending = true

  /// Makes the temporary file, empty. It is the writer's first sign that the folder can be written to.
  init(path: String) throws(XLSXWriteError) {
    guard !path.isEmpty, !path.utf8.contains(0), !path.hasSuffix("/") else {
      throw XLSXWriteError(.file, systemError: EINVAL, "“\(path)” is no name of a file")
    }
    // What is written is what a link leads to; a device or a pipe would be replaced, or wait for ever.
    let target = unsafe realpath(path, nil)
    defer { unsafe free(target) }
    let own = unsafe target.map { unsafe String(cString: $0) } ?? path
    try Self.refuseSpecial(own)
    temporaryPath = try Self.create(beside: own)
    self.path = own
  }

  private static func refuseSpecial(_ path: String) throws(XLSXWriteError) {
    var info = stat()
    // The call fills the structure, or fails.
    guard unsafe stat(path, &info) == 0 else { return }
    let kind = info.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFDIR else {
      throw XLSXWriteError(.file, systemError: ENOTSUP, "“\(path)” is a device, a pipe or a socket, and no file")
    }
  }

  /// Makes an empty file under a name that nobody has in the folder of `path`.
  private static func create(beside path: String) throws(XLSXWriteError) -> String {
    for attempt in 0..<10_000 {
      let candidate = folder(of: path) + ".writing-\(getpid())-\(attempt).tmp"
      UnfinishedFiles.add(candidate)
      let descriptor = unsafe open(candidate, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        _ = close(descriptor)
        return candidate
      }
      let code = errno
      UnfinishedFiles.remove(candidate)
      errno = code
      guard code == EEXIST else { break }
    }
    throw failure("cannot create a file in the folder of “\(path)”")
  }

  /// Flushes the temporary file to the disk and gives it its name, replacing what bore it before.
  consuming func commit() throws(XLSXWriteError) {
    try Self.flush(temporaryPath, flags: O_RDONLY)
    guard unsafe rename(temporaryPath, path) == 0 else { throw Self.failure("cannot name the file “\(path)”") }
    isPending = false
    UnfinishedFiles.remove(temporaryPath)
    // The new name must outlive a crash too.
    try Self.flush(Self.folder(of: path) + ".", flags: O_RDONLY | O_DIRECTORY)
  }

  deinit {
    if isPending {
      _ = unsafe unlink(temporaryPath)
      UnfinishedFiles.remove(temporaryPath)
    }
  }

  private static func flush(_ path: String, flags: Int32) throws(XLSXWriteError) {
    let descriptor = unsafe open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("cannot open “\(path)”") }
    defer { _ = close(descriptor) }
    // Some file systems know no flushing of folders.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure("cannot flush “\(path)” to the disk") }
  }

  /// Returns the folder with its slash, empty for the current one.
  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  private static func failure(_ what: String) -> XLSXWriteError {
    let code = errno
    return XLSXWriteError(.file, systemError: code, "\(what): \(unsafe String(cString: strerror(code)))")
  }
}

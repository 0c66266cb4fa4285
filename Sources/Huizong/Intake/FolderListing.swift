import Glibc

/// What lies in a folder, in the order of the names' bytes.
struct FolderListing {
  struct Entry {
    /// As the file is found by it (`FileName.text`).
    let name: String
    /// As people read it.
    let label: String
    let kind: Kind
  }

  enum Kind: Hashable {
    case file
    case folder
    case link
    /// A pipe, a socket or a device.
    case special
  }

  let entries: [Entry]

  /// - Throws: `.unreadableFolder`.
  init(_ folder: String) throws(FileFault) {
    guard let handle = unsafe FileAccess.withPath(folder, { unsafe opendir($0) }) else {
      throw .unreadableFolder
    }
    defer { unsafe closedir(handle) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(handle) else { break }
      // The name ends with a zero, within the entry.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { name in
          unsafe UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
        }
      }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    guard errno == 0 else { throw .unreadableFolder }
    entries = names.sorted { $0.lexicographicallyPrecedes($1) }.map { bytes in
      let name = FileName.text(bytes)
      return Entry(
        name: name, label: FileName.label(bytes), kind: FileAccess.kind(FileAccess.join(folder, name)) ?? .special)
    }
  }
}

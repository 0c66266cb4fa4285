internal import Glibc

/// The workbooks of a folder.
enum Folder {
  /// Returns the paths of the files whose names end in `.xlsx`, sorted.
  static func workbooks(_ path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      // d_name is a C string that lives until the next call of readdir.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.hasSuffix(".xlsx") { names.append("\(path)/\(name)") }
    }
    return names.sorted()
  }
}

internal import CZip
import Glibc

/// Packs parts into an Open Packaging package, such as a .docx. Equal parts in the same order make equal bytes.
///
/// ```swift
/// var package = try PackageWriter(path: "通报.docx")
/// try package.add("[Content_Types].xml", contentTypes)
/// try package.add("word/document.xml", document)
/// try package.close()
/// ```
/// - Source: ECMA-376 Part 2 (Open Packaging Conventions).
@safe public struct PackageWriter: ~Copyable {
  private let output: OutputFile
  private var archive: Archive
  private var names: Set<String> = []

  /// The library's archive, thrown away at its end unless it was closed.
  @safe private struct Archive: ~Copyable {
    let handle: OpaquePointer
    var isOpen = true

    init?(path: String) {
      guard let handle = unsafe zip_open(path, ZIP_TRUNCATE, nil) else { return nil }
      unsafe self.handle = handle
    }

    deinit { if isOpen { unsafe zip_discard(handle) } }
  }

  /// Begins a package under a temporary name in its folder.
  public init(path: String) throws(XLSXWriteError) {
    let output = try OutputFile(path: path)
    guard let archive = Archive(path: output.temporaryPath) else {
      throw XLSXWriteError(.file, systemError: errno, "cannot write a package to “\(path)”")
    }
    self.output = output
    self.archive = archive
  }

  /// Adds a part.
  ///
  /// - Parameters:
  ///   - name: its path in the package, without a slash before it. Each once.
  ///   - text: an XML document; it is stored as UTF-8, deflated.
  public mutating func add(_ name: String, _ text: String) throws(XLSXWriteError) {
    guard !name.isEmpty, !name.hasPrefix("/"), name.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw XLSXWriteError(.name, "“\(name)” is no name of a part")
    }
    guard names.insert(name).inserted else { throw XLSXWriteError(.name, "the part “\(name)” was added before") }
    let bytes = Array(text.utf8)
    // The library reads the bytes when it closes the archive, and frees them then: it gets its own copy.
    guard !bytes.isEmpty, let copy = unsafe malloc(bytes.count) else {
      throw XLSXWriteError(.library, "the part “\(name)” is empty, or there is no memory for it")
    }
    unsafe bytes.withUnsafeBytes { source in
      unsafe copy.copyMemory(from: source.baseAddress!, byteCount: source.count)
    }
    guard let source = unsafe zip_source_buffer(archive.handle, copy, UInt64(bytes.count), 1) else {
      unsafe free(copy)
      throw failure()
    }
    let index = unsafe zip_file_add(archive.handle, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      unsafe zip_source_free(source)
      throw failure()
    }
    // The first day that the format knows, so that equal parts make equal bytes.
    guard unsafe zip_file_set_dostime(archive.handle, UInt64(index), 0, 0x21, 0) == 0 else { throw failure() }
  }

  /// Writes the package, reads it back and gives it its name.
  public consuming func close() throws(XLSXWriteError) {
    guard unsafe zip_close(archive.handle) == 0 else { throw failure() }
    archive.isOpen = false
    var check = try PackageCheck(path: output.temporaryPath)
    try check.check()
    try output.commit()
  }

  private func failure() -> XLSXWriteError {
    let error = unsafe zip_get_error(archive.handle)
    let words = unsafe error.map { unsafe String(cString: zip_error_strerror($0)) } ?? "unknown"
    return XLSXWriteError(.library, systemError: errno == 0 ? nil : errno, "the package cannot be written: \(words)")
  }
}

internal import CZip
internal import Glibc

/// The owner of one libzip archive, open for reading. Not to be shared between threads.
@safe struct ArchiveHandle: ~Copyable {
  private let archive: OpaquePointer

  /// Opens an archive in memory.
  init(block: consuming FileBlock) throws(XLSXReadError) {
    let bytes = unsafe block.release()
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    // The last argument but one gives the memory to the source, which frees it.
    guard let source = unsafe zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 1, &error) else {
      unsafe bytes.deallocate()
      throw unsafe Self.failure(&error)
    }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      let failure = unsafe Self.failure(&error)
      unsafe zip_source_free(source)
      throw failure
    }
    unsafe self.archive = unsafe archive
  }

  /// Opens an archive in place.
  init(path: String) throws(XLSXReadError) {
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_RDONLY, &code) else {
      var error = unsafe zip_error_t()
      unsafe zip_error_init_with_code(&error, code)
      defer { unsafe zip_error_fini(&error) }
      throw unsafe Self.failure(&error)
    }
    unsafe self.archive = unsafe archive
  }

  deinit { unsafe zip_discard(archive) }

  /// Entries of the directory.
  var count: Int { Int(unsafe zip_get_num_entries(archive, 0)) }

  /// Returns one entry by its place; `nil` where libzip knows nothing of it.
  func entry(_ index: Int) -> ArchiveEntry? {
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    let place = zip_uint64_t(index)
    guard unsafe zip_stat_index(archive, place, zip_flags_t(ZIP_FL_ENC_RAW), &status) == 0,
      let name = unsafe zip_get_name(archive, place, zip_flags_t(ZIP_FL_ENC_RAW)),
      let size = unsafe Int(exactly: status.size), let compressedSize = unsafe Int(exactly: status.comp_size)
    else { return nil }
    // libzip ends the name with a zero; a zero inside it ends it too.
    let nameBytes = unsafe Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
    return unsafe ArchiveEntry(
      index: index, nameBytes: nameBytes,
      size: size, compressedSize: compressedSize, crc: status.crc, method: status.comp_method,
      isEncrypted: status.encryption_method != ZIP_EM_NONE)
  }

  /// Returns the bytes of an entry as they are stored, at most `count`; `nil` when there are fewer.
  func storedBytes(_ index: Int, count: Int) -> [UInt8]? {
    guard let file = unsafe zip_fopen_index(archive, zip_uint64_t(index), zip_flags_t(ZIP_FL_COMPRESSED)) else {
      return nil
    }
    defer { unsafe zip_fclose(file) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        // zip_fread writes at most the rest of the buffer.
        let got = unsafe zip_fread(file, buffer.baseAddress.map { unsafe $0 + filled }, zip_uint64_t(count - filled))
        if got <= 0 { break }
        filled += Int(got)
      }
    }
    return bytes.count == count ? bytes : nil
  }

  /// Returns an entry to be inflated piece by piece; `nil` where libzip cannot.
  func stream(_ entry: ArchiveEntry) -> PieceStream? {
    guard entry.size <= WindowInflater.longestOutput,
      let file = unsafe zip_fopen_index(archive, zip_uint64_t(entry.index), zip_flags_t(ZIP_FL_COMPRESSED))
    else { return nil }
    return unsafe PieceStream(owning: file, entry)
  }

  private static func failure(_ error: UnsafeMutablePointer<zip_error_t>) -> XLSXReadError {
    // The text belongs to the error object and is copied here.
    let reason = unsafe String(cString: zip_error_strerror(error))
    return XLSXReadError(.damagedArchive, reason: reason)
  }
}

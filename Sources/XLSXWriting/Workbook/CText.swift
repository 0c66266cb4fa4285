/// C copies of strings for the library's option structures. The library copies them again, so they live for one call.
@safe final class CText {
  private var pointers: [UnsafeMutablePointer<CChar>] = unsafe []

  /// Returns a copy that lives until `release()`, or `nil` for no text.
  func copy(_ text: String?) -> UnsafeMutablePointer<CChar>? {
    guard let text else { return nil }
    let bytes = text.utf8
    let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
    var index = 0
    for byte in bytes {
      unsafe pointer[index] = CChar(bitPattern: byte)
      index += 1
    }
    unsafe pointer[index] = 0
    unsafe pointers.append(pointer)
    return unsafe pointer
  }

  /// Frees all copies. Called at the end of each use, by `defer`.
  func release() {
    for index in unsafe pointers.indices { unsafe pointers[index].deallocate() }
    unsafe pointers.removeAll()
  }
}

internal import CZip

/// The owner of one entry that libzip inflates and checks piece by piece. Must not outlive its archive.
@safe struct EntryStream: PieceStream, ~Copyable {
  private let file: OpaquePointer

  init(owning file: OpaquePointer) {
    unsafe self.file = unsafe file
  }

  deinit { unsafe zip_fclose(file) }

  func read(into bytes: inout [UInt8], _ range: Range<Int>) -> Int {
    precondition(range.upperBound <= bytes.count)
    // zip_fread writes at most the bytes of the range, which are inside by the line above.
    return unsafe bytes.withUnsafeMutableBytes { buffer in
      let start = unsafe buffer.baseAddress.map { unsafe $0 + range.lowerBound }
      return Int(unsafe zip_fread(file, start, zip_uint64_t(range.count)))
    }
  }
}

internal import CDeflate
internal import CZip

/// The owner of one entry that is inflated and checked piece by piece. Must not outlive its archive.
///
/// libzip hands over the stored bytes; what it would check, size and checksum, is checked here: its own checksum takes
/// a tenth of the time of reading.
@safe struct PieceStream: ~Copyable {
  private static let inputLength = 64 << 10

  private let file: OpaquePointer
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let entry: ArchiveEntry
  private var inflater: WindowInflater
  private var produced = 0
  private var crc: UInt32 = 0

  /// - Parameter file: the entry open for its stored bytes; closed here also when there is not enough memory.
  init?(owning file: OpaquePointer, _ entry: ArchiveEntry) {
    guard let inflater = WindowInflater() else {
      unsafe zip_fclose(file)
      return nil
    }
    unsafe self.file = unsafe file
    unsafe input = .allocate(capacity: Self.inputLength)
    self.entry = entry
    self.inflater = inflater
  }

  deinit {
    unsafe zip_fclose(file)
    unsafe input.deallocate()
  }

  /// Writes the next bytes of the entry to `bytes[range]`; gives how many, 0 at the end, -1 when the entry is damaged.
  /// The end is given only after the checksum has been compared.
  mutating func read(into bytes: inout [UInt8], _ range: Range<Int>) -> Int {
    precondition(range.upperBound <= bytes.count)
    guard produced < entry.size else { return ending() }
    // No more than the entry is said to have; both writers stay inside the buffer they are given.
    let wanted = min(range.count, entry.size - produced, Int(Int32.max))
    let count = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      let output = unsafe UnsafeMutableBufferPointer(rebasing: buffer[range.lowerBound..<(range.lowerBound + wanted)])
      let count =
        entry.method == 0
        ? Int(unsafe zip_fread(file, output.baseAddress, zip_uint64_t(wanted))) : unsafe inflate(into: output)
      if count > 0 { crc = unsafe libdeflate_crc32(crc, output.baseAddress, count) }
      return count
    }
    guard count > 0 else { return -1 }
    produced += count
    return count
  }

  /// Fills `output`, or gives as many bytes as there are; -1 when the stream is damaged.
  private mutating func inflate(into output: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var filled = 0
    while filled < output.count {
      let count = unsafe inflater.fill(UnsafeMutableBufferPointer(rebasing: output[filled...]))
      guard count >= 0 else { return -1 }
      filled += count
      guard filled < output.count, !inflater.isAtEnd else { break }
      let got = unsafe zip_fread(file, input.baseAddress, zip_uint64_t(input.count))
      guard got > 0 else { break }
      unsafe inflater.give(UnsafeMutableBufferPointer(rebasing: input[..<Int(got)]))
    }
    return filled
  }

  /// Returns 0 when the stream ends here and its checksum is right, else -1.
  private mutating func ending() -> Int {
    guard crc == entry.crc else { return -1 }
    guard entry.method != 0 else { return 0 }
    // The last block may still have its end mark to come, and must have nothing else.
    var more = [UInt8](repeating: 0, count: 1)
    let count = unsafe more.withUnsafeMutableBufferPointer { unsafe inflate(into: $0) }
    return count == 0 && inflater.isAtEnd ? 0 : -1
  }
}

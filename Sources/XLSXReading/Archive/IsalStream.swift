#if ISAL
  internal import CIsal
  internal import CZip

  /// The owner of one entry that ISA-L inflates: twice as fast as zlib, and in Debian for x86-64 and ARM64 only.
  ///
  /// ISA-L takes some streams that zlib refuses; size and checksum tell whether the bytes are those that were meant.
  @safe struct IsalStream: PieceStream, ~Copyable {
    private static let inputLength = 64 << 10

    private let file: OpaquePointer
    private let state: UnsafeMutablePointer<inflate_state>
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let entry: ArchiveEntry
    private var produced = 0
    private var crc: UInt32 = 0

    /// - Parameter file: the entry open for its stored bytes.
    init(owning file: OpaquePointer, _ entry: ArchiveEntry) {
      unsafe self.file = unsafe file
      unsafe state = .allocate(capacity: 1)
      unsafe input = .allocate(capacity: Self.inputLength)
      self.entry = entry
      // Sets every field that is read before it is written; no input yet.
      unsafe isal_inflate_init(state)
      unsafe state.pointee.crc_flag = UInt32(ISAL_DEFLATE)
    }

    deinit {
      unsafe zip_fclose(file)
      unsafe input.deallocate()
      unsafe state.deallocate()
    }

    mutating func read(into bytes: inout [UInt8], _ range: Range<Int>) -> Int {
      precondition(range.upperBound <= bytes.count)
      guard produced < entry.size else { return ending() }
      // No more than the entry is said to have; both writers stay inside the buffer they are given.
      let wanted = min(range.count, entry.size - produced, Int(Int32.max))
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        guard let base = buffer.baseAddress else { return -1 }
        let start = unsafe base + range.lowerBound
        let count =
          entry.method == 0
          ? Int(unsafe zip_fread(file, start, zip_uint64_t(wanted)))
          : unsafe inflate(into: start.assumingMemoryBound(to: UInt8.self), wanted)
        if count > 0 { crc = unsafe crc32_gzip_refl(crc, start, UInt64(count)) }
        return count
      }
      guard count > 0 else { return -1 }
      produced += count
      return count
    }

    /// Fills `output` with `wanted` bytes, or as many as there are; -1 when the stream is damaged.
    private func inflate(into output: UnsafeMutablePointer<UInt8>, _ wanted: Int) -> Int {
      unsafe state.pointee.next_out = unsafe output
      unsafe state.pointee.avail_out = UInt32(wanted)
      while unsafe state.pointee.avail_out > 0 && state.pointee.block_state != ISAL_BLOCK_FINISH {
        let before = unsafe state.pointee.avail_out
        // It reads `avail_in` bytes and writes `avail_out` at most, and keeps the rest of a copy in its own buffer.
        guard unsafe isal_inflate(state) == ISAL_DECOMP_OK else { return -1 }
        guard unsafe state.pointee.avail_out == before, unsafe state.pointee.avail_in == 0 else { continue }
        guard unsafe state.pointee.block_state != ISAL_BLOCK_FINISH, refill() else { break }
      }
      return wanted - Int(unsafe state.pointee.avail_out)
    }

    /// Gives it the next stored bytes; `false` when there are none.
    private func refill() -> Bool {
      let count = unsafe zip_fread(file, input.baseAddress, zip_uint64_t(input.count))
      guard count > 0 else { return false }
      unsafe state.pointee.next_in = unsafe input.baseAddress
      unsafe state.pointee.avail_in = UInt32(count)
      return true
    }

    /// 0 when the stream ends here and its checksum is right, else -1.
    private func ending() -> Int {
      guard crc == entry.crc else { return -1 }
      guard entry.method != 0 else { return 0 }
      // The last block may still have its end mark to come, and must have nothing else.
      return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { one in
        guard let more = one.baseAddress else { return -1 }
        return unsafe inflate(into: more, 1) == 0 && state.pointee.block_state == ISAL_BLOCK_FINISH ? 0 : -1
      }
    }
  }
#endif

#if ISAL
  internal import CIsal

  /// ISA-L's inflating: twice as fast as zlib's, and in Debian for x86-64 and ARM64 only.
  ///
  /// ISA-L takes some streams that zlib refuses; size and checksum tell whether the bytes are those that were meant.
  @safe struct IsalInflater: PieceInflater, ~Copyable {
    static var longestOutput: Int { Int(UInt32.max) }

    private let state: UnsafeMutablePointer<inflate_state>

    init?() {
      unsafe state = .allocate(capacity: 1)
      // Sets every field that is read before it is written; no input yet.
      unsafe isal_inflate_init(state)
      unsafe state.pointee.crc_flag = UInt32(ISAL_DEFLATE)
    }

    deinit { unsafe state.deallocate() }

    var isAtEnd: Bool { unsafe state.pointee.block_state == ISAL_BLOCK_FINISH }

    mutating func give(_ input: UnsafeMutableBufferPointer<UInt8>) {
      unsafe state.pointee.next_in = input.baseAddress
      unsafe state.pointee.avail_in = UInt32(input.count)
    }

    mutating func fill(_ output: UnsafeMutableBufferPointer<UInt8>) -> Int {
      unsafe state.pointee.next_out = output.baseAddress
      unsafe state.pointee.avail_out = UInt32(output.count)
      while unsafe state.pointee.avail_out > 0 && !isAtEnd {
        let before = unsafe state.pointee.avail_out
        // It reads `avail_in` bytes and writes `avail_out` at most, and keeps the rest of a copy in its own buffer.
        guard unsafe isal_inflate(state) == ISAL_DECOMP_OK else { return -1 }
        if unsafe state.pointee.avail_out == before && state.pointee.avail_in == 0 { break }
      }
      return output.count - Int(unsafe state.pointee.avail_out)
    }
  }
#endif

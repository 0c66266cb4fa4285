/// A piece of a large part: its head, which stays, and behind it what is being read, ending in zeros like a whole part.
struct PartWindow: ~Copyable {
  private(set) var bytes: [UInt8]
  /// Bytes in use, zeros not counted.
  private(set) var filled = 0
  /// The part has been read to its end, and its checksum was right.
  private(set) var isAtEnd = false
  private var stream: PieceStream
  /// Bytes of the part.
  let size: Int
  private var produced = 0

  /// - Parameter length: bytes that are read ahead at first; more where a row does not fit.
  init(_ stream: consuming PieceStream, size: Int, length: Int) {
    bytes = [UInt8](repeating: 0, count: length + PartBytes.sentinel)
    self.stream = stream
    self.size = size
  }

  /// Reads on until the window is full or the part at its end; `false` when the entry is damaged.
  mutating func fill() -> Bool {
    let end = bytes.count - PartBytes.sentinel
    while filled < end && !isAtEnd {
      let count = stream.read(into: &bytes, filled..<end)
      guard count >= 0, produced + count <= size else { return false }
      if count == 0 {
        guard produced == size else { return false }
        isAtEnd = true
      }
      filled += count
      produced += count
    }
    for index in filled..<(filled + PartBytes.sentinel) { bytes[index] = 0 }
    return true
  }

  /// Drops what stands between the head and `position`.
  mutating func drop(behind head: Int, to position: Int) {
    var target = head
    for index in position..<filled {
      bytes[target] = bytes[index]
      target += 1
    }
    filled = target
  }

  /// Makes room for as much again.
  mutating func grow() {
    bytes.append(contentsOf: [UInt8](repeating: 0, count: bytes.count))
  }

  /// Returns where the last row that ends in the window ends, after `position`.
  func lastRowEnd(after position: Int) -> Int? {
    // Bytes have no padding, and the storage outlives the call.
    let span = unsafe bytes.span.bytes
    var index = filled - 6
    while index >= position {
      if MarkupWords.low(span.word(index), 6) == MarkupWords.rowEnd { return index + 6 }
      index -= 1
    }
    return nil
  }
}

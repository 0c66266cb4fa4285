/// What inflates a deflate stream piece by piece.
protocol PieceInflater: ~Copyable {
  /// Bytes that a stream may have.
  static var longestOutput: Int { get }

  /// `nil` when there is not enough memory.
  init?()

  /// The stream has ended; what is given behind its end is not looked at.
  var isAtEnd: Bool { get }

  /// Gives it the next stored bytes, when it has used up those before. They must stay until then.
  mutating func give(_ input: UnsafeMutableBufferPointer<UInt8>)

  /// Writes to `output`, at most as much as fits; gives how many bytes, -1 when the stream is damaged.
  /// Fewer than fit: the stream has ended, or the input is used up.
  mutating func fill(_ output: UnsafeMutableBufferPointer<UInt8>) -> Int
}

#if ISAL
  /// With the package trait `ISAL`.
  typealias WindowInflater = IsalInflater
#else
  typealias WindowInflater = ZlibInflater
#endif

/// An entry that is inflated and checked piece by piece. Must not outlive its archive.
protocol PieceStream: ~Copyable {
  /// Writes the next bytes of the entry to `bytes[range]`; gives how many, 0 at the end, -1 when the entry is damaged.
  /// The end is given only after the checksum has been compared.
  mutating func read(into bytes: inout [UInt8], _ range: Range<Int>) -> Int
}

#if ISAL
  /// With the package trait `ISAL`.
  typealias WindowStream = IsalStream
#else
  typealias WindowStream = EntryStream
#endif

/// Which characters of a document are spoken for, and by what.
struct TextCoverage {
  struct Kind: OptionSet {
    let rawValue: UInt8
    /// In the quote of an indicator.
    static let indicator = Kind(rawValue: 1)
    /// In an entry of `notFigures`.
    static let notFigure = Kind(rawValue: 2)
    /// In a task's heading, text or names, or in an entry of `unassigned`.
    static let assigned = Kind(rawValue: 4)
  }

  private var kinds: [Kind]

  init(count: Int) {
    kinds = Array(repeating: [], count: count)
  }

  mutating func mark(_ range: Range<Int>, _ kind: Kind) {
    for offset in range.clamped(to: kinds.indices) { kinds[offset].formUnion(kind) }
  }

  /// Returns true if each character of the range has at least one of the kinds.
  func covers(_ range: Range<Int>, _ wanted: Kind) -> Bool {
    kinds[range].allSatisfy { !$0.isDisjoint(with: wanted) }
  }
}

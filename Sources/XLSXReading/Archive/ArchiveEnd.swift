/// Tells whether a file may be read as two archives: with two directories programs differ in which one they show.
///
/// The end record of an archive that lies in another, stored as it is, is no second one: it is inside of a member.
/// - Source: APPNOTE.TXT, 4.3.12 and 4.3.16.
struct ArchiveEnd {
  private static let signature: UInt64 = 0x0605_4B50
  private static let length = 22
  /// An end record is followed by a comment of at most 65,535 bytes.
  private static let longest = length + 65_535

  /// Gives `count` bytes of the file from a place on; fewer where it is shorter by now.
  typealias Load = (_ place: Int, _ count: Int) throws(XLSXReadError) -> [UInt8]

  /// What an end record says.
  private struct Record {
    let place: Int
    let members: Int
    let size: Int
    let start: Int
    let end: Int

    /// Whether the sizes and places are in another record, that of an archive beyond 4 GiB.
    var isLarge: Bool { members == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF }
  }

  /// Refuses a file of `size` bytes that has two directories.
  static func check(size: Int, _ load: Load) throws(XLSXReadError) {
    let first = max(0, size - longest)
    let tail = try load(first, size - first)
    let records = Self.records(in: tail, from: first)
    guard records.count > 1 else { return }
    let last = records.filter { $0.end == size }
    guard last.count == 1, let own = last.first else { throw ambiguous }
    if own.isLarge { return }
    guard own.start + own.size == own.place else { throw ambiguous }
    let members = try members(of: own, load)
    for record in records where record.place != own.place {
      guard try leads(record, load) else { continue }
      guard let member = members.last(where: { $0.lowerBound <= record.place }), member.contains(record.place) else {
        throw ambiguous
      }
    }
  }

  /// Returns whether a program could take the record for an archive's: an empty one's, or one that leads to a directory. The
  /// signature alone may be part of a comment.
  private static func leads(_ record: Record, _ load: Load) throws(XLSXReadError) -> Bool {
    if record.isLarge || record.size == 0 { return true }
    guard record.size <= record.place else { return false }
    for place in [record.start, record.place - record.size] where place < record.place {
      let head = try load(place, 4)
      if head.count == 4, number(head, 0, 4) == 0x0201_4B50 { return true }
    }
    return false
  }

  private static var ambiguous: XLSXReadError { XLSXReadError(.ambiguousArchive) }

  private static func records(in tail: [UInt8], from first: Int) -> [Record] {
    guard tail.count >= length else { return [] }
    var records: [Record] = []
    for place in 0...(tail.count - length) where tail[place] == 0x50 && number(tail, place, 4) == signature {
      records.append(
        Record(
          place: first + place, members: Int(number(tail, place + 10, 2)), size: Int(number(tail, place + 12, 4)),
          start: Int(number(tail, place + 16, 4)),
          end: first + place + length + Int(number(tail, place + 20, 2))))
    }
    return records
  }

  /// Returns where the members of a directory lie, in the order of their places.
  private static func members(of record: Record, _ load: Load) throws(XLSXReadError) -> [Range<Int>] {
    let directory = try load(record.start, record.size)
    var members: [Range<Int>] = []
    var place = 0
    while place + 46 <= directory.count, number(directory, place, 4) == 0x0201_4B50 {
      let (stored, start) = (Int(number(directory, place + 20, 4)), Int(number(directory, place + 42, 4)))
      let head = try load(start, 30)
      // What stands in front of the content: the name and a field that only the member itself has.
      let before = head.count == 30 ? 30 + [26, 28].reduce(0) { $0 + Int(number(head, $1, 2)) } : 0
      members.append(start..<(start + before + stored))
      place += 46 + [28, 30, 32].reduce(0) { $0 + Int(number(directory, place + $1, 2)) }
    }
    return members.sorted { $0.lowerBound < $1.lowerBound }
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ width: Int) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<width { value |= UInt64(bytes[place + index]) << (8 * UInt64(index)) }
    return value
  }
}

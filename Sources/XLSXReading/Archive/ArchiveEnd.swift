/// Tells whether a file may be read as two archives: programs differ in which directory they show, and in whether they
/// believe the directory or what stands at a member itself.
///
/// The end record of an archive that lies in another, stored as it is, is no second one: it is inside of a member.
/// - Source: APPNOTE.TXT, 4.3.7, 4.3.12 to 4.3.16.
struct ArchiveEnd {
  private static let signature: UInt64 = 0x0605_4B50
  private static let locatorSignature: UInt64 = 0x0706_4B50
  private static let largeSignature: UInt64 = 0x0606_4B50
  private static let length = 22
  private static let locatorLength = 20
  private static let largeLength = 56
  /// An end record is followed by a comment of at most 65,535 bytes.
  private static let longest = length + 65_535

  /// Gives `count` bytes of the file from a place on; fewer where it is shorter by now.
  typealias Load = (_ place: Int, _ count: Int) throws(XLSXReadError) -> [UInt8]

  /// What an end record says.
  private struct Record {
    /// Where it begins; of an archive with two of them the first.
    var place: Int
    var members: Int
    var size: Int
    var start: Int
    var end: Int

    /// Whether some of it is in another record, that of an archive beyond 4 GiB.
    var isLarge: Bool { members == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF }
  }

  /// Refuses a file of `size` bytes that has two directories, or a member of two names.
  ///
  /// - Parameter mostMembers: that are looked at; an archive with more is refused by its number.
  /// - Returns: whether a member has a second name, for programs that know of such fields.
  static func check(size: Int, mostMembers: Int, _ load: Load) throws(XLSXReadError) -> Bool {
    let first = max(0, size - longest)
    let tail = try load(first, size - first)
    let records = records(in: tail, from: first)
    let last = records.filter { $0.end == size }
    guard let own = last.first, last.count == 1 else {
      // What stands behind an archive is no part of it.
      if records.count > 1 { throw ambiguous }
      return false
    }
    let whole = try large(own, load)
    guard let shift = try shift(of: whole, load) else { return false }
    var directory = DirectoryMembers(start: whole.start + shift, size: whole.size, shift: shift, most: mostMembers)
    let members = try directory.read(load)
    guard records.count > 1, whole.members != 0xFFFF else { return directory.hasSecondNames }
    for record in records where record.place != own.place {
      guard try leads(record, load) else { continue }
      guard let member = members.last(where: { $0.lowerBound <= record.place }), member.contains(record.place) else {
        throw ambiguous
      }
    }
    return directory.hasSecondNames
  }

  /// Returns the record with what stands in that of a large archive, which is looked for in front of it. One that says
  /// something else, or does not stand where programs look for it, makes two archives of the file.
  private static func large(_ own: Record, _ load: Load) throws(XLSXReadError) -> Record {
    guard own.place >= locatorLength else { return own }
    let locator = try load(own.place - locatorLength, locatorLength)
    guard locator.count == locatorLength, number(locator, 0, 4) == locatorSignature else {
      if own.isLarge, own.members != 0xFFFF || own.size == 0xFFFF_FFFF { throw ambiguous }
      return own
    }
    let place = own.place - locatorLength - largeLength
    guard place >= 0, number(locator, 8, 8) == UInt64(place) else { throw ambiguous }
    let bytes = try load(place, largeLength)
    guard bytes.count == largeLength, number(bytes, 0, 4) == largeSignature,
      let members = Int(exactly: number(bytes, 32, 8)), let size = Int(exactly: number(bytes, 40, 8)),
      let start = Int(exactly: number(bytes, 48, 8)), size <= place, start <= place
    else { throw ambiguous }
    guard own.members == 0xFFFF || own.members == members, own.size == 0xFFFF_FFFF || own.size == size,
      own.start == 0xFFFF_FFFF || own.start == start
    else { throw ambiguous }
    return Record(place: place, members: members, size: size, start: start, end: own.end)
  }

  /// Returns by how many bytes the places in a directory are to be moved, where something stands in front of the archive;
  /// `nil` where there is no directory, which the reader says.
  ///
  /// Some programs look where the record says, others directly in front of it.
  private static func shift(of record: Record, _ load: Load) throws(XLSXReadError) -> Int? {
    guard record.size > 0, record.size <= record.place else { return nil }
    let before = record.place - record.size
    func isDirectory(_ place: Int) throws(XLSXReadError) -> Bool {
      let head = try load(place, 4)
      return head.count == 4 && number(head, 0, 4) == DirectoryMembers.signature
    }
    if record.start == before { return 0 }
    let isStated = try isDirectory(record.start)
    let (stated, near) = (isStated && record.start < before, try isDirectory(before))
    if stated, near { throw ambiguous }
    return stated ? 0 : near ? before - record.start : nil
  }

  /// Returns whether a program could take the record for an archive's: an empty one's, or one that leads to a directory. The
  /// signature alone may be part of a comment.
  private static func leads(_ record: Record, _ load: Load) throws(XLSXReadError) -> Bool {
    if record.isLarge || record.size == 0 { return true }
    guard record.size <= record.place else { return false }
    for place in [record.start, record.place - record.size] where place < record.place {
      let head = try load(place, 4)
      if head.count == 4, number(head, 0, 4) == DirectoryMembers.signature { return true }
    }
    return false
  }

  static var ambiguous: XLSXReadError { XLSXReadError(.ambiguousArchive) }

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

  static func number(_ bytes: [UInt8], _ place: Int, _ width: Int) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<width { value |= UInt64(bytes[place + index]) << (8 * UInt64(index)) }
    return value
  }
}

/// Where the members of a directory lie.
private struct DirectoryMembers {
  static let signature: UInt64 = 0x0201_4B50
  private static let localSignature: UInt64 = 0x0403_4B50
  /// Bytes that are loaded at a time.
  private static let piece = 256 << 10
  private static let headLength = 46
  private static let localLength = 30

  let start: Int
  let size: Int
  /// What is added to the places of members.
  let shift: Int
  let most: Int
  /// Bytes that the heads of members may have together: no two lie over each other, and all lie in front of the directory.
  private var room: Int
  /// Whether a member in plain letters has another name in a field for Unicode names.
  private(set) var hasSecondNames = false

  init(start: Int, size: Int, shift: Int, most: Int) {
    self.start = start
    self.size = size
    self.shift = shift
    self.most = most
    room = start
  }

  /// Returns the places of the members in their order.
  /// - Throws: where a member bears another name than the directory gives it, or a name that ends early for some programs.
  mutating func read(_ load: ArchiveEnd.Load) throws(XLSXReadError) -> [Range<Int>] {
    var members: [Range<Int>] = []
    var (bytes, first) = ([UInt8](), start)
    var place = start
    while place + Self.headLength <= start + size, members.count <= most {
      // An entry is never longer than its head and three fields of 65,535 bytes.
      if place + Self.headLength + 3 * 65_535 > first + bytes.count, first + bytes.count < start + size {
        bytes = try load(place, min(Self.piece, start + size - place))
        first = place
      }
      let own = place - first
      guard own + Self.headLength <= bytes.count, ArchiveEnd.number(bytes, own, 4) == Self.signature else { break }
      let lengths = [28, 30, 32].map { Int(ArchiveEnd.number(bytes, own + $0, 2)) }
      let nameEnd = own + Self.headLength + lengths[0]
      guard nameEnd <= bytes.count else { break }
      let name = bytes[(own + Self.headLength)..<nameEnd]
      if name.contains(0) { throw ArchiveEnd.ambiguous }
      look(atFields: bytes[nameEnd..<min(nameEnd + lengths[1], bytes.count)], of: name)
      let (stored, offset) = (Int(ArchiveEnd.number(bytes, own + 20, 4)), Int(ArchiveEnd.number(bytes, own + 42, 4)))
      // The place of a member of a large archive is in a field of its own.
      if offset != 0xFFFF_FFFF {
        let before = try local(offset + shift, name: name, load)
        members.append((offset + shift)..<(offset + shift + before + stored))
      }
      place += Self.headLength + lengths.reduce(0, +)
    }
    return members.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Returns how many bytes stand in front of a member's content: its head, its name, and a field that only it has.
  private mutating func local(
    _ place: Int, name: ArraySlice<UInt8>, _ load: ArchiveEnd.Load
  ) throws(XLSXReadError) -> Int {
    let head = try load(place, Self.localLength + name.count)
    // One that is not there is damage, of which the reader knows more.
    guard head.count == Self.localLength + name.count, ArchiveEnd.number(head, 0, 4) == Self.localSignature else {
      return 0
    }
    guard Int(ArchiveEnd.number(head, 26, 2)) == name.count, head[Self.localLength...].elementsEqual(name) else {
      throw ArchiveEnd.ambiguous
    }
    let extra = Int(ArchiveEnd.number(head, 28, 2))
    room -= head.count + extra
    // A hundred thousand members that share one head would be as much work as an archive of gigabytes.
    guard room >= 0 else { throw ArchiveEnd.ambiguous }
    if extra > 0 { look(atFields: try load(place + head.count, extra)[...], of: name) }
    return Self.localLength + name.count + extra
  }

  /// Looks for another name in the extra fields of a member. Names in other letters have one by right.
  /// - Source: APPNOTE.TXT, 4.6.9 (Info-ZIP Unicode Path Extra Field).
  private mutating func look(atFields fields: ArraySlice<UInt8>, of name: ArraySlice<UInt8>) {
    guard name.allSatisfy({ $0 < 0x80 }) else { return }
    let fields = Array(fields)
    var place = 0
    while place + 4 <= fields.count {
      let size = Int(ArchiveEnd.number(fields, place + 2, 2))
      let end = min(place + 4 + size, fields.count)
      // Behind a version and a checksum.
      if ArchiveEnd.number(fields, place, 2) == 0x7075, place + 9 <= end,
        !fields[(place + 9)..<end].elementsEqual(name)
      {
        hasSecondNames = true
      }
      place += 4 + size
    }
  }
}

/// A small table as Excel, WPS and people save it: separated by commas, semicolons or tabs, with or without quotes, in any
/// encoding that an office uses, with empty lines and empty columns at the end.
struct OfficeTable {
  struct Line: Hashable {
    /// One-based, as an editor counts them.
    let number: Int
    /// As it stands there.
    let text: String
    /// Trimmed, without empty ones at the end, and never empty; `nil` if a quote is not closed.
    let fields: [String]?
  }

  /// Without empty ones.
  let lines: [Line]
  /// True for a workbook or the like that only has the name of a list.
  let isBinary: Bool

  /// In order of preference.
  private static let separators: [Character] = [",", "\t", ";", "，", "；"]
  /// How many lines one field may span: a head that was wrapped in its cell.
  private static let mostLines = 4
  /// How many lines tell what separates fields.
  private static let mostTelling = 1000

  /// - Parameter fits: whether the fields of a line are what the list is made of; it decides between separators.
  init(_ bytes: [UInt8], fits: ([String]) -> Bool) {
    isBinary = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]].contains { bytes.starts(with: $0) }
    let text = isBinary ? "" : OfficeText.decoded(bytes)
    var physical = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var stated: Character?
    // What Excel itself reads as a note on the separator.
    if let first = physical.first, first.lowercased().hasPrefix("sep="), first.count == 5 {
      stated = first.last
      physical[0] = ""
    }
    let records = Self.records(physical)
    let separator = stated ?? Self.separator(of: records.map(\.text), fits)
    lines = records.compactMap { number, text in
      let own = Self.fields(text, separator)
      let fields =
        own.map(fits) == true
        ? own
        : Self.separators.lazy.filter { $0 != separator && text.contains($0) }
          .compactMap { Self.fields(text, $0) }.first(where: fits) ?? own
      return fields?.isEmpty == true ? nil : Line(number: number, text: text, fields: fields)
    }
  }

  /// Returns the separator under which most lines are what the list is made of. The first lines tell; one that has another
  /// is read by its own.
  private static func separator(of records: [String], _ fits: ([String]) -> Bool) -> Character {
    let records = records.prefix(mostTelling)
    var best: (separator: Character, count: Int) = (separators[0], 0)
    // A separator that stands nowhere parts nothing, whichever it is.
    let present = separators.filter { separator in records.contains { $0.contains(separator) } }
    let absent = separators.first { !present.contains($0) }
    for separator in separators where present.contains(separator) || separator == absent {
      let count = records.count { fields($0, separator).map(fits) ?? false }
      if count > best.count { best = (separator, count) }
    }
    return best.separator
  }

  /// Returns the lines, those joined between which a quote is open. A quote that nobody closes costs its own line only.
  private static func records(_ physical: [Substring]) -> [(number: Int, text: String)] {
    var records: [(number: Int, text: String)] = []
    var index = 0
    while index < physical.count {
      var text = String(physical[index])
      var taken = 1
      if !isClosed(text) {
        var joined = text
        for next in physical[(index + 1)...].prefix(mostLines - 1) {
          joined += "\n\(next)"
          guard isClosed(joined) else { continue }
          taken = joined.count { $0.isNewline } + 1
          text = joined
          break
        }
      }
      records.append((index + 1, text))
      index += taken
    }
    return records
  }

  private static func isClosed(_ text: String) -> Bool {
    text.utf8.count { $0 == UInt8(ascii: "\"") }.isMultiple(of: 2)
  }

  /// Returns the fields of a line, trimmed, without empty ones at the end; `nil` if a quote is not closed.
  /// - Source: RFC 4180.
  static func fields(_ line: some StringProtocol, _ separator: Character = ",") -> [String]? {
    let (bytes, mark) = (Array(line.utf8), Array(separator.utf8))
    let quote = UInt8(ascii: "\"")
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var wasQuote = false
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == quote {
        place += 1
        if isQuoted, !wasQuote {
          wasQuote = true
          continue
        }
        if wasQuote { field.append(quote) }
        isQuoted = true
        wasQuote = false
        continue
      }
      if wasQuote {
        isQuoted = false
        wasQuote = false
      }
      if !isQuoted, byte == mark[0], bytes[place...].starts(with: mark) {
        fields.append(trimmed(field))
        field.removeAll(keepingCapacity: true)
        place += mark.count
      } else {
        field.append(byte)
        place += 1
      }
    }
    guard !isQuoted || wasQuote else { return nil }
    fields.append(trimmed(field))
    while fields.last?.isEmpty == true { fields.removeLast() }
    return fields
  }

  private static func trimmed(_ field: [UInt8]) -> String {
    let text = String(decoding: field, as: UTF8.self)
    // Visible ASCII at both ends, and what Chinese is written with, is no space of any kind.
    func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) || (0xE4...0xE9).contains(byte) }
    if let first = field.first, let last = field.last, isVisible(first), (0x21...0x7E).contains(last) { return text }
    return trimmed(text)
  }

  private static func trimmed(_ field: String) -> String {
    func isSpace(_ character: Character) -> Bool { character.isWhitespace || "\u{200B}\u{FEFF}".contains(character) }
    var view = field[...]
    while view.first.map(isSpace) == true { view.removeFirst() }
    while view.last.map(isSpace) == true { view.removeLast() }
    return String(view)
  }
}

extension OfficeTable {
  /// Finds the columns of a list by the words of its head.
  struct Head: Hashable {
    /// The words for a column, the ones we ask for first; those of a later group are taken only where none of an earlier
    /// one stands there.
    struct Column: Hashable {
      let groups: [[String]]

      init(_ groups: [String]...) { self.groups = groups }

      /// Returns the places of the words in a head.
      func places(in fields: [String]) -> [Int] {
        let keys = fields.map { Head.mayBeWord($0) ? Head.key($0) : "" }
        for group in groups {
          let places = keys.indices.filter { !keys[$0].isEmpty && group.contains(keys[$0]) }
          if !places.isEmpty { return places }
        }
        return []
      }
    }

    /// Returns false for a text that no word can be, as most lines have: no word is long, or has a digit outside of
    /// brackets.
    private static func mayBeWord(_ text: String) -> Bool {
      guard text.utf8.count <= 300 else { return false }
      return text.utf8.allSatisfy { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        || text.unicodeScalars.contains { $0 == "(" || $0 == "（" }
    }

    /// Returns a word of a head without spaces, breaks and what stands in brackets, in small letters.
    static func key(_ text: String) -> String {
      var depth = 0
      var key = ""
      for character in text.halfWidth.lowercased() {
        if character == "(" {
          depth += 1
        } else if character == ")" {
          depth = max(0, depth - 1)
        } else if depth == 0,
          !character.isWhitespace, !":*".contains(character)
        {
          key.append(character)
        }
      }
      return key
    }
  }
}

extension String {
  /// Full-width digits, letters and signs as the half-width ones, and the wide space as a space.
  var halfWidth: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: text.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000, 0xA0: text.append(" ")
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

import PlanModel

/// Takes from typed text what carries no meaning: marks for width, spaces of every kind, invisible characters.
enum CellTextCleaner {
  /// Returns the text with full-width letters, digits and marks made half-width, and white space at both ends,
  /// zero-width characters and byte order marks taken out. It is for comparing and for numbers, not for showing.
  static func halfWidth(_ text: String) -> String {
    if isPlain(text) { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: out.append(UInt8(scalar.value - 0xFEE0))
      case 0x3000, 0xA0, 0x2000...0x200A, 0x202F: out.append(UInt8(ascii: " "))
      case 0x200B...0x200F, 0x2060, 0xFEFF, 0x202A...0x202E: continue
      case 0x2212, 0x2013: out.append(UInt8(ascii: "-"))
      default: out.append(contentsOf: scalar.utf8)
      }
    }
    return trimmed(String(decoding: out, as: UTF8.self))
  }

  /// Returns true if a digit of either width stands in the text; told by its bytes.
  static func hasDigit(_ text: String) -> Bool {
    // U+FF10…FF19 are EF BC 90…99.
    var (one, two) = (UInt8(0), UInt8(0))
    for three in text.utf8 {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(three) { return true }
      if one == 0xEF, two == 0xBC, (0x90...0x99).contains(three) { return true }
      (one, two) = (two, three)
    }
    return false
  }

  /// Returns true if a character, where it stands in the cleaned text, stood in the text as it is: an ideograph, of a
  /// text without the radicals that look like some. Told by the bytes.
  static func keepsCharacters(_ text: String, as character: String) -> Bool {
    guard let scalar = character.unicodeScalars.first, (0x4E00...0x9FFF).contains(scalar.value) else { return false }
    // U+2E80…2FDF are E2 BA 80…E2 BF 9F.
    var before = UInt8(0)
    for byte in text.utf8 {
      if before == 0xE2, (0xBA...0xBF).contains(byte) { return false }
      before = byte
    }
    return true
  }

  /// Returns the text with full-width letters, digits and marks made half-width, and without any white space.
  static func compact(_ text: String) -> String {
    let text = halfWidth(text)
    guard text.unicodeScalars.contains(where: \.isSpace) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isSpace }))
  }

  /// Returns the text without white space at its ends (U+3000 and NBSP included) and without invisible characters.
  static func trimmed(_ text: String) -> String {
    if isTrimmed(text) { return text }
    let visible = text.unicodeScalars.filter { !(0x200B...0x200F).contains($0.value) && $0.value != 0xFEFF }
    var view = String(String.UnicodeScalarView(visible))[...]
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }

  /// Returns true for a text that begins and ends with a letter, digit or mark and has no invisible character, as most
  /// have.
  private static func isTrimmed(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return true }
    guard isMark(first), isMark(last) else { return false }
    // U+200B…200F are E2 80 8B…8F, U+FEFF is EF BB BF.
    var (one, two) = (UInt8(0), UInt8(0))
    for three in text.utf8 {
      if one == 0xE2, two == 0x80, (0x8B...0x8F).contains(three) { return false }
      if one == 0xEF, two == 0xBB, three == 0xBF { return false }
      (one, two) = (two, three)
    }
    return true
  }

  /// Returns true for what is surely no white space, and no mark that joins the one before it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x2010...0x2027, 0x3001...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF5E: true
    default: false
    }
  }

  /// Returns true for a text that has nothing to be taken out or made narrow, as most have; told by its bytes alone.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return true }
    guard first > 0x20, last > 0x20 else { return false }
    // E3 80 80 is the ideographic space; C2, E1, E2 and EF begin the other spaces, the dashes, and the marks of full width.
    var ideographic = 0
    for byte in bytes {
      switch byte {
      case 0xC2, 0xE1, 0xE2, 0xEF: return false
      case 0xE3: ideographic = 1
      case 0x80 where ideographic > 0:
        ideographic += 1
        if ideographic == 3 { return false }
      default: ideographic = 0
      }
    }
    return true
  }

  /// Returns the text of a heading or name as it is compared: half-width, without white space, brackets with what they
  /// hold, and marks; radicals that look like characters become the characters.
  static func key(_ text: String) -> String {
    if text.isBare { return text }
    var out = String.UnicodeScalarView()
    var depth = 0
    // By scalars: comparing characters costs more than all the rest of reading a form.
    for scalar in halfWidth(text).unicodeScalars {
      switch scalar {
      case "(", "[", "【", "〔": depth += 1
      case ")", "]", "】", "〕": depth = max(0, depth - 1)
      case _ where depth > 0: continue
      case ":", "*", "'", "\"", "“", "”", "、", ",", ".", "%": continue
      case _ where scalar.isSpace: continue
      default: out.append(NameKey.character(scalar))
      }
    }
    return String(out)
  }
}

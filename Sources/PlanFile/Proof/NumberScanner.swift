/// Finds everything in a text that may be a number: Arabic, Chinese, per cent, 全覆盖.
///
/// It takes numerals inside words (进一步, 统一) and names (八项行动) too; which of them are figures is for the plan to say.
struct NumberScanner {
  private static let chinese = Set("〇零一二三四五六七八九十百千万亿两半".unicodeScalars)
  private static let percent = Set("%％‰".unicodeScalars)
  private static let separators = Set(".,．，".unicodeScalars)
  private static let whole = Array("全覆盖".unicodeScalars)

  let characters: [Unicode.Scalar]

  /// Returns the ranges of offsets, ascending, of the numbers in one line.
  func numbers(in line: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var offset = line.lowerBound
    while offset < line.upperBound {
      let end = self.end(from: offset, line.upperBound)
      if end > offset { found.append(offset..<end) }
      offset = max(end, offset + 1)
    }
    return found
  }

  /// Returns where the number that begins at `start` ends; `start` if none begins there.
  private func end(from start: Int, _ limit: Int) -> Int {
    let first = characters[start]
    if Self.isDigit(first) { return endOfDigits(from: start, limit) }
    if Self.chinese.contains(first) {
      var end = start + 1
      while end < limit, Self.chinese.contains(characters[end]) { end += 1 }
      return end < limit && characters[end] == "成" ? end + 1 : end
    }
    if Self.percent.contains(first) { return start + 1 }
    let end = start + Self.whole.count
    return end <= limit && characters[start..<end].elementsEqual(Self.whole) ? end : start
  }

  private func endOfDigits(from start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit {
      let isInside = Self.separators.contains(characters[end]) && end + 1 < limit && Self.isDigit(characters[end + 1])
      guard Self.isDigit(characters[end]) || isInside else { break }
      end += 1
    }
    return end < limit && Self.percent.contains(characters[end]) ? end + 1 : end
  }

  /// Returns true for ASCII and full-width digits.
  private static func isDigit(_ character: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(character) || ("０"..."９").contains(character)
  }

  /// Returns true if the text is nothing but a numeral.
  static func isBare(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { isDigit($0) || chinese.contains($0) || percent.contains($0) }
  }

  /// Returns the numbering at the start of a line: `一、`, `(一)`, `（一）`, `1.`, `1、`; empty if there is none.
  func numbering(of line: Range<Int>) -> Range<Int> {
    var start = line.lowerBound
    while start < line.upperBound, characters[start].properties.isWhitespace { start += 1 }
    var offset = start
    let opens = offset < line.upperBound && (characters[offset] == "(" || characters[offset] == "（")
    if opens { offset += 1 }
    let first = offset
    while offset < line.upperBound, Self.isDigit(characters[offset]) || Self.chinese.contains(characters[offset]) {
      offset += 1
    }
    guard offset > first, offset < line.upperBound else { return start..<start }
    let closers: Set<Unicode.Scalar> = opens ? [")", "）"] : ["、", ".", "．"]
    guard closers.contains(characters[offset]) else { return start..<start }
    let isDecimal = offset + 1 < line.upperBound && !opens && Self.isDigit(characters[offset + 1])
    return isDecimal ? start..<start : start..<offset + 1
  }
}

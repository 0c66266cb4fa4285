/// The parts of a number's text.
struct NumberScan {
  var start: Int
  let end: Int
  var isNegative = false
  /// The first 19 digits that matter.
  var digits: UInt64 = 0
  /// The power of ten by which they are multiplied.
  var exponent = 0
  /// No digit was left out.
  var isExact = true

  init(_ bytes: RawSpan, _ start: Int, _ end: Int) {
    var first = start
    var last = end
    while first < last, MarkupReader.isBlank(bytes.byte(first)) { first += 1 }
    while last > first, MarkupReader.isBlank(bytes.byte(last - 1)) { last -= 1 }
    self.start = first
    self.end = last
  }

  /// Checks the form and takes the parts; `false` when it is no number.
  mutating func scan(_ bytes: RawSpan) -> Bool {
    var position = start
    if position < end, bytes.byte(position) == UInt8(ascii: "-") || bytes.byte(position) == UInt8(ascii: "+") {
      isNegative = bytes.byte(position) == UInt8(ascii: "-")
      position += 1
    }
    var seen = 0
    position = take(bytes, position, &seen, isFraction: false)
    if position < end, bytes.byte(position) == UInt8(ascii: ".") {
      position = take(bytes, position + 1, &seen, isFraction: true)
    }
    guard seen > 0 else { return false }
    if position < end, bytes.byte(position) | 0x20 == UInt8(ascii: "e") {
      position += 1
      var sign = 1
      if position < end, bytes.byte(position) == UInt8(ascii: "-") || bytes.byte(position) == UInt8(ascii: "+") {
        sign = bytes.byte(position) == UInt8(ascii: "-") ? -1 : 1
        position += 1
      }
      let first = position
      var power = 0
      while position < end, case let digit = bytes.byte(position) &- 0x30, digit <= 9 {
        power = min(power * 10 + Int(digit), 1_000_000)
        position += 1
      }
      guard position > first else { return false }
      exponent += sign * power
    }
    return position == end
  }

  private mutating func take(_ bytes: RawSpan, _ start: Int, _ seen: inout Int, isFraction: Bool) -> Int {
    var position = start
    while position < end, case let digit = bytes.byte(position) &- 0x30, digit <= 9 {
      if digits < 1_000_000_000_000_000_000 {
        digits = digits * 10 + UInt64(digit)
        if isFraction { exponent -= 1 }
      } else {
        isExact = false
      }
      position += 1
    }
    seen += position - start
    return position
  }
}

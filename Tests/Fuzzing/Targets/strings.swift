@testable import XLSXReading

/// The shared strings: any bytes are the part.
func fuzzOne(_ bytes: [UInt8]) {
  guard let part = try? MarkupEncoding.utf8(PartBytes(bytes, part: "part")),
    let strings = try? SharedStrings(part, limits: .fuzzing)
  else { return }
  for index in 0..<strings.count {
    let text = strings.string(index)
    precondition(text == strings.string(index))
    precondition(text.isEmpty == strings.isEmpty(index), "an empty string has bytes")
  }
  precondition(strings.string(strings.count).isEmpty && strings.isEmpty(strings.count))
}

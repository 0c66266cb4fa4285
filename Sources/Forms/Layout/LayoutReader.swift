import PlanModel

/// Reads the JSON of a layout that stands as `FormLayout.json()` writes it: keys in order, no white space, neither lists
/// nor a review.
///
/// Every form of a batch carries a layout, and nearly all stand so; `JSONDecoder` takes ten times as long over one. What
/// stands otherwise is left to it.
struct LayoutReader {
  private let bytes: [UInt8]
  private var place = 0
  /// False from the first byte on that stands otherwise.
  private var isAsWritten = true

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the layout; `nil` where the JSON stands otherwise.
  mutating func layout() -> FormLayout? {
    let columns = list(",\"period\":", from: "{\"columns\":") { reader in
      let header = reader.text(behind: "{\"header\":")
      let key = reader.text(behind: ",\"key\":")
      reader.take("}")
      return FormLayout.Column(key: key, header: header)
    }
    let period = text(behind: "")
    let plan = text(behind: ",\"plan\":")
    let revision = number(behind: ",\"revision\":")
    let rows = list(",\"sheet\":", from: ",\"rows\":") { $0.row() }
    let sheet = text(behind: "")
    let title = text(behind: ",\"title\":")
    let unit = text(behind: ",\"unit\":")
    let unitName = text(behind: ",\"unitName\":")
    let version = number(behind: ",\"version\":")
    take("}")
    guard isAsWritten, place == bytes.count else { return nil }
    return FormLayout(
      version: version, plan: plan, title: title, revision: revision, unit: unit, unitName: unitName, period: period,
      sheet: sheet, columns: columns, rows: rows, lists: nil, review: nil)
  }

  private mutating func row() -> FormLayout.Row {
    take("{")
    let allocation = textIfPresent(behind: "\"allocation\":")
    if allocation != nil { take(",") }
    let isIllustrative = truth(behind: "\"allocationIsIllustrative\":")
    let code = text(behind: ",\"code\":")
    let entry = Indicator.EntryKind(rawValue: text(behind: ",\"entry\":"))
    if entry == nil { isAsWritten = false }
    let goal = textIfPresent(behind: ",\"goal\":")
    let indicator = text(behind: ",\"indicator\":")
    let pace = textIfPresent(behind: ",\"pace\":")
    let places = number(behind: ",\"places\":")
    let previous = textIfPresent(behind: ",\"previous\":")
    let target = textIfPresent(behind: ",\"target\":")
    let targetIsNumber = truth(behind: ",\"targetIsNumber\":")
    let task = text(behind: ",\"task\":")
    let measure = text(behind: ",\"unit\":")
    take("}")
    return FormLayout.Row(
      code: code, task: task, indicator: indicator, measure: measure, entry: entry ?? .words, places: places,
      target: target, targetIsNumber: targetIsNumber, allocation: allocation,
      allocationIsIllustrative: isIllustrative, previous: previous, goal: goal, pace: pace)
  }

  // MARK: Parts

  /// Passes the words if they stand here.
  private mutating func takes(_ words: String) -> Bool {
    let words = words.utf8Span.span
    guard place + words.count <= bytes.count else { return false }
    for offset in words.indices where bytes[place + offset] != words[offset] { return false }
    place += words.count
    return true
  }

  private mutating func take(_ words: String) {
    if !takes(words) { isAsWritten = false }
  }

  /// Reads an array, and the words behind it.
  private mutating func list<Element>(
    _ end: String, from start: String, _ element: (inout LayoutReader) -> Element
  ) -> [Element] {
    take(start)
    take("[")
    var elements: [Element] = []
    if !takes("]") {
      repeat { elements.append(element(&self)) } while isAsWritten && takes(",")
      take("]")
    }
    take(end)
    return elements
  }

  private mutating func textIfPresent(behind key: String) -> String? { takes(key) ? text(behind: "") : nil }

  /// Reads a text without escapes and control characters.
  private mutating func text(behind key: String) -> String {
    take(key)
    take("\"")
    let start = place
    while place < bytes.count, Self.isPlain(bytes[place]) { place += 1 }
    let end = place
    take("\"")
    return isAsWritten ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Reads a number of at most nine digits.
  private mutating func number(behind key: String) -> Int {
    take(key)
    let start = place
    var number = 0
    while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]), place - start < 9 {
      number = number * 10 + Int(bytes[place] - UInt8(ascii: "0"))
      place += 1
    }
    let isLed = place - start > 1 && bytes[start] == UInt8(ascii: "0")
    if place == start || isLed { isAsWritten = false }
    return number
  }

  private mutating func truth(behind key: String) -> Bool {
    take(key)
    if takes("true") { return true }
    take("false")
    return false
  }
}

internal import SpreadsheetML
internal import XLSXReading

/// Writes the lines of one sheet.
struct SheetLine {
  private let format: CellDump.Format
  private let state: String
  /// What each cell's line begins with.
  private var prefix: [UInt8] = []

  init(_ sheet: Worksheet, _ format: CellDump.Format) {
    self.format = format
    state = sheet.state.rawValue
    switch format {
    case .jsonl:
      prefix += "{\"sheet\":".utf8
      JSONText.append(sheet.name, to: &prefix)
    case .csv:
      prefix += CSVText.fieldForPeople(sheet.name).utf8
      prefix += ",\(state),".utf8
    }
  }

  /// Appends the line of the sheet itself; CSV has none.
  func appendState(to buffer: inout [UInt8]) {
    guard format == .jsonl else { return }
    buffer += prefix
    buffer += ",\"state\":\"\(state)\"}\n".utf8
  }

  func append(_ reference: CellReference, _ value: CellValue, to buffer: inout [UInt8]) {
    let (type, text, isQuoted) = Self.words(value)
    buffer += prefix
    switch format {
    case .jsonl:
      buffer += ",\"ref\":\"\(reference.a1)\",\"type\":\"\(type)\",\"value\":".utf8
      if isQuoted { JSONText.append(text, to: &buffer) } else { buffer += text.utf8 }
      buffer += "}\n".utf8
    case .csv:
      buffer += "\(reference.a1),\(type),".utf8
      buffer += CSVText.fieldForPeople(text).utf8
      buffer += "\r\n".utf8
    }
  }

  private static func words(_ value: CellValue) -> (type: String, text: String, isQuoted: Bool) {
    switch value {
    case .number(let number): ("number", text(number), false)
    case .string(let text): ("string", text, true)
    case .boolean(let flag): ("bool", flag ? "true" : "false", false)
    case .error(let text): ("error", text, true)
    case .date(let moment): ("date", moment.isoText, true)
    case .time(let time): ("time", time.isoText, true)
    case .duration(let elapsed): ("duration", elapsed.isoText, true)
    }
  }

  /// Returns an integer below 1e15 without a point, any other number in the shortest form that reads back the same.
  private static func text(_ number: Double) -> String {
    number.magnitude < 1e15 && number == number.rounded(.towardZero) ? String(Int(number)) : String(number)
  }
}

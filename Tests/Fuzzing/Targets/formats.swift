import SpreadsheetML

/// Number formats: eight bytes of a number, then a format code, which is also tried as the text of a date.
func fuzzOne(_ bytes: [UInt8]) {
  let bits = bytes.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
  let text = String(decoding: bytes.dropFirst(8), as: UTF8.self)
  let format = NumberFormat(code: text)
  let number = Double(bitPattern: bits)
  if number.isFinite {
    for system in [DateSystem.from1900, .from1904] {
      check(format.value(of: number, in: system))
      check(SerialDate(number, system: system).dateValue)
      check(SerialDate(number, system: system).durationValue)
    }
  }
  if let value = CellValue(isoDateText: text) { check(value) }
  if let reference = CellReference(a1: text) { precondition(CellReference(a1: reference.absoluteA1) == reference) }
  _ = CellRange(a1: text)
}

/// A date or time is one that can be read again.
private func check(_ value: CellValue) {
  switch value {
  case .date(let moment):
    precondition((1...9999).contains(moment.day.year))
    // The day that never was has a name but is no date, and the days before it are counted otherwise in such texts.
    if moment.day.year <= 1900, moment.isoText < "1900-03-01" { return }
    precondition(CellValue(isoDateText: moment.isoText) == value, "\(moment.isoText) is not read again")
  case .time(let time): precondition(CellValue(isoDateText: time.isoText) == value)
  case .duration(let elapsed): precondition(elapsed.isoText.contains("PT"))
  case .number(let number): precondition(number.isFinite)
  case .string, .boolean, .error: preconditionFailure("a format made something else")
  }
}

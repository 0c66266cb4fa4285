internal import SpreadsheetML
internal import XLSXReading

/// What is to be measured.
enum Job: String, CaseIterable {
  case w1, values, strings, pieces, folder, inflate

  func run(_ path: String) throws(XLSXReadError) -> Tally {
    var tally = Tally()
    guard self != .folder else {
      for file in Folder.workbooks(path) {
        tally.files += 1
        for sheet in try Workbook(path: file).worksheets { try Self.walk(sheet, &tally) }
      }
      return tally
    }
    tally.files = 1
    guard self != .inflate else {
      let archive = try ArchiveReader(path: path)
      for entry in archive.entries { tally.textBytes += try archive.inflate(entry) }
      return tally
    }
    var limits = ReadLimits()
    if self == .pieces { limits.wholePartBytes = 0 }
    guard let sheet = try Workbook(path: path, limits: limits).worksheets.first else { return tally }
    switch self {
    case .values: try Self.walkValues(sheet, &tally)
    case .strings: try Self.keepStrings(sheet, &tally)
    case .w1, .pieces, .folder, .inflate: try Self.walk(sheet, &tally)
    }
    return tally
  }

  private static func walk(_ sheet: Worksheet, _ tally: inout Tally) throws(XLSXReadError) {
    var counted = tally
    try sheet.forEachRow { row, cells in
      for index in cells.indices {
        let cell = cells[index]
        switch cell.kind {
        case .blank: continue
        case .number:
          counted.cells += 1
          guard !row.isDateOrTime(cell), let number = cell.number else { continue }
          counted.numbers += 1
          counted.sum += number
        case .boolean, .error, .isoDate: counted.cells += 1
        case .sharedString, .string:
          let count = row.withUTF8(of: cell) { $0.count }
          guard count > 0 else { continue }
          counted.cells += 1
          counted.strings += 1
          counted.textBytes += count
        }
      }
    }
    tally = counted
  }

  private static func walkValues(_ sheet: Worksheet, _ tally: inout Tally) throws(XLSXReadError) {
    var counted = tally
    try sheet.forEachRow { row, cells in
      for index in cells.indices {
        guard let value = row.value(of: cells[index]) else { continue }
        counted.cells += 1
        switch value {
        case .number(let number):
          counted.numbers += 1
          counted.sum += number
        case .string(let text):
          counted.strings += 1
          counted.textBytes += text.utf8.count
        default: continue
        }
      }
    }
    tally = counted
  }

  private static func keepStrings(_ sheet: Worksheet, _ tally: inout Tally) throws(XLSXReadError) {
    var counted = tally
    var kept: [String] = []
    try sheet.forEachRow { row, cells in
      for index in cells.indices {
        let cell = cells[index]
        if let number = cell.number {
          counted.cells += 1
          guard !row.isDateOrTime(cell) else { continue }
          counted.numbers += 1
          counted.sum += number
        } else if let text = row.text(of: cell), !text.isEmpty {
          counted.cells += 1
          kept.append(text)
        }
      }
    }
    counted.strings = kept.count
    for text in kept { counted.textBytes += text.utf8.count }
    tally = counted
  }
}

import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

/// Opens a workbook as every test does: whatever a test reads, by the fast path or the general one, whole or through a
/// window, has to be the same.
func opened(_ bytes: [UInt8], limits: ReadLimits = .standard) throws(XLSXReadError) -> Workbook {
  for options in SheetTrace.options {
    let difference = SheetTrace.areEqual(bytes, options, limits)
    if let difference { Issue.record("the paths differ: \(difference), options \(options)") }
  }
  return try Workbook(bytes: bytes, limits: limits)
}

/// The cells of a workbook as lines, as in `S!A1 number 1.0`, in the order read.
func cellLines(_ workbook: Workbook, options: RowOptions = RowOptions()) throws -> [String] {
  var lines: [String] = []
  for sheet in workbook.worksheets {
    try sheet.forEachRow(options: options) { row, cells in
      for index in cells.indices {
        guard let value = row.value(of: cells[index]) else { continue }
        lines.append("\(sheet.name)!\(row.reference(of: cells[index]).a1) \(describe(value))")
      }
    }
  }
  return lines
}

/// The cells of sheet `S` of these parts, without the sheet's name.
func cellLines(_ parts: WorkbookParts) throws -> [String] {
  try cellLines(opened(parts.bytes)).map { String($0.dropFirst(2)) }
}

/// The cells that these rows make.
func cellLines(rows: String, strings: String? = nil, styles: String? = nil) throws -> [String] {
  try cellLines(WorkbookParts(rows: rows, strings: strings, styles: styles))
}

/// The codes of the warnings that reading these parts gives.
func warningCodes(_ parts: WorkbookParts) throws -> [ReadWarning.Code] {
  let workbook = try opened(parts.bytes)
  _ = try cellLines(workbook)
  return workbook.warnings.map(\.code)
}

/// The code of the error that opening and reading a file ends in; `nil` when it ends in cells.
func errorCode(_ bytes: [UInt8], limits: ReadLimits = .standard) -> XLSXReadError.Code? {
  readError(bytes, limits: limits)?.code
}

func readError(_ bytes: [UInt8], limits: ReadLimits = .standard) -> XLSXReadError? {
  do throws(XLSXReadError) {
    for sheet in try opened(bytes, limits: limits).worksheets { try sheet.forEachRow { _, _ in } }
    return nil
  } catch {
    return error
  }
}

private func describe(_ value: CellValue) -> String {
  switch value {
  case .number(let number): "number \(number)"
  case .string(let text): "string \(text)"
  case .boolean(let flag): "bool \(flag)"
  case .error(let text): "error \(text)"
  case .date(let moment): "date \(moment.isoText)"
  case .time(let time): "time \(time.isoText)"
  case .duration(let elapsed): "duration \(elapsed.isoText)"
  }
}

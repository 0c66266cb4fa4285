import SpreadsheetML
public import XLSXReading

/// Prints every cell of a workbook as text, one line a cell, for comparing and looking.
///
/// Sheets come in the order of the tabs, hidden ones too; cells by row, then column; cells without a value are
/// left out. JSON lines have the members `sheet`, `state` or `sheet`, `ref`, `type`, `value`; CSV (RFC 4180)
/// has the columns sheet, state, ref, type, value.
public struct CellDump {
  public enum Format: String, Sendable, CaseIterable {
    case jsonl
    case csv
  }

  let format: Format
  /// Whether CSV begins with the mark that Excel looks for.
  let isMarked: Bool
  /// Takes the text, some kilobytes at a time.
  let sink: ([UInt8]) -> Void
  var buffer: [UInt8] = []
  /// Cells of the sheets printed that were not, or not whole: they have no place, no value that could be read, or too
  /// long a text.
  public internal(set) var lostCells = 0

  private static let chunk = 1 << 16

  /// - Parameter isMarked: begins CSV with the mark that Excel looks for.
  public init(_ format: Format, marked isMarked: Bool = false, sink: @escaping ([UInt8]) -> Void) {
    self.format = format
    self.isMarked = isMarked
    self.sink = sink
  }

  /// Prints the workbook; gives the sheets that could not be read, or not to their end, with the reasons.
  public mutating func print(_ workbook: Workbook) -> [(sheet: String, error: XLSXReadError)] {
    var failures: [(String, XLSXReadError)] = []
    if format == .csv { append((isMarked ? CSVText.mark : "") + "sheet,state,ref,type,value\r\n") }
    for sheet in workbook.worksheets {
      do throws(XLSXReadError) {
        try print(sheet)
      } catch {
        failures.append((sheet.name, error))
      }
      flush()
    }
    return failures
  }

  mutating func append(_ text: String) { buffer += text.utf8 }

  mutating func flushIfFull() {
    if buffer.count >= Self.chunk { flush() }
  }

  private mutating func flush() {
    if !buffer.isEmpty { sink(buffer) }
    buffer.removeAll(keepingCapacity: true)
  }
}

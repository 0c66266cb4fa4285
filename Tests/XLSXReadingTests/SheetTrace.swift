import SpreadsheetML
import XLSXReading

/// All that can be seen of the sheets of a workbook, as lines.
enum SheetTrace {
  /// `nil` when both paths show the same, else the first lines that differ.
  static func areEqual(
    _ bytes: [UInt8], _ options: RowOptions, _ limits: ReadLimits = .standard
  ) throws -> String? {
    var other = options
    other.path = .general
    let (fast, general) = (lines(bytes, options, limits), lines(bytes, other, limits))
    if fast == general { return nil }
    let place = zip(fast, general).prefix { $0 == $1 }.count
    return "\(fast.dropFirst(place).first ?? "end") / \(general.dropFirst(place).first ?? "end")"
  }

  static func lines(_ bytes: [UInt8], _ options: RowOptions, _ limits: ReadLimits) -> [String] {
    var lines: [String] = []
    do throws(XLSXReadError) {
      let workbook = try Workbook(bytes: bytes, limits: limits)
      for sheet in workbook.worksheets {
        do throws(XLSXReadError) {
          try sheet.forEachRow(options: options) { row, cells in
            lines.append("row \(row.index) \(row.isHidden)")
            for index in cells.indices { lines.append(line(row, cells[index])) }
          }
        } catch {
          lines.append("\(error)")
        }
      }
      lines += workbook.warnings.map { "\($0)" }
    } catch {
      lines.append("\(error)")
    }
    return lines
  }

  private static func line(_ row: borrowing Row, _ cell: Cell) -> String {
    let bits = cell.number.map { String($0.bitPattern, radix: 16) } ?? "-"
    let text = row.withUTF8(of: cell) { bytes in bytes.indices.map { bytes[$0] } }
    return """
      \(row.reference(of: cell).a1) \(cell.kind) \(cell.styleIndex) \(cell.isFormula) \(cell.isFormulaWithoutCachedValue) \
      \(bits) \(text) \(row.isDateOrTime(cell)) \(row.formula(of: cell) ?? "-") \(row.value(of: cell).map { "\($0)" } ?? "-")
      """
  }
}

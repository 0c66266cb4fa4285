import SpreadsheetML
import XLSXReading

/// All that can be seen of the sheets of a workbook, as lines.
enum SheetTrace {
  /// Options that ask for more, and for less.
  static let options: [RowOptions] = {
    var all = [RowOptions()]
    var one = RowOptions()
    one.includesBlankCells = true
    one.keepsFormulas = true
    all.append(one)
    one.columns = 2..<5
    all.append(one)
    one = RowOptions()
    one.rowLimit = 3
    all.append(one)
    return all
  }()

  /// `nil` when both paths show the same, whole and through windows, else the first lines that differ.
  static func areEqual(_ bytes: [UInt8], _ options: RowOptions, _ limits: ReadLimits = .standard) -> String? {
    let fast = lines(bytes, options, limits)
    var general = options
    general.path = .general
    if let place = difference(fast, lines(bytes, general, limits)) { return "whole: \(place)" }
    var inPieces = limits
    inPieces.wholePartBytes = 0
    for path in [ReadingPath.fast, .general] {
      var options = options
      options.path = path
      // Less than most sheets have.
      options.windowBytes = 400
      if let place = difference(fast, lines(bytes, options, inPieces)) { return "\(path), in pieces: \(place)" }
    }
    return nil
  }

  private static func difference(_ lines: [String], _ others: [String]) -> String? {
    if lines == others { return nil }
    let place = zip(lines, others).prefix { $0 == $1 }.count
    return "\(lines.dropFirst(place).first ?? "end") / \(others.dropFirst(place).first ?? "end")"
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

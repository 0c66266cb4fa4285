import PlanModel
import SpreadsheetML
import XLSXReading
import XLSXWriting

/// Tells a form that nobody has filled or changed since it was written from one in which somebody's work would be lost.
///
/// A form carries the digest of what its cells hold. A program that opens and saves it keeps that, with the same cells.
public enum IssuedForm {
  /// The document property that holds the digest.
  static let property = "huizong.cells"

  /// Returns true for a form of ours as it was written; false for what is no form of ours, and for one that says
  /// nothing of its cells.
  public static func isUntouched(_ bytes: [UInt8]) -> Bool {
    guard let workbook = try? Workbook(bytes: bytes), let stated = workbook.properties.custom[property] else {
      return false
    }
    return (try? digest(of: workbook)) == stated
  }

  /// Returns true for a form of ours, whatever somebody has put into it.
  public static func isIssued(_ bytes: [UInt8]) -> Bool {
    guard let workbook = try? Workbook(bytes: bytes) else { return false }
    return workbook.properties.custom[property] != nil || workbook.worksheets.contains { $0.name == StampSheet.name }
  }

  static func digest(of notes: CellNotes) -> String {
    digest(
      notes.contents.compactMap { place, content in
        switch content {
        case .blank: nil
        case .text(let text): (place, "s" + text)
        case .number(let number): (place, Self.text(number))
        case .boolean(let flag): (place, flag ? "b1" : "b0")
        case .formula: (place, "f")
        case .richText(let runs): (place, "s" + runs.map(\.text).joined())
        }
      })
  }

  private static func digest(of workbook: Workbook) throws(XLSXReadError) -> String {
    var cells: [(CellNotes.Place, String)] = []
    for sheet in workbook.worksheets {
      for cell in try sheet.snapshot().cells {
        let place = CellNotes.Place(sheet: sheet.name, cell: cell.reference)
        if cell.isFormula {
          cells.append((place, "f"))
        } else if let number = cell.rawNumber {
          cells.append((place, text(number)))
        } else {
          switch cell.value {
          case .string(let text)?: if !text.isEmpty { cells.append((place, "s" + text)) }
          case .boolean(let flag)?: cells.append((place, flag ? "b1" : "b0"))
          case let value?: cells.append((place, "e\(value)"))
          case nil: break
          }
        }
      }
    }
    return digest(cells)
  }

  /// Returns the digest of the cells. The results of formulas change with the program that works them out: that there
  /// is a formula is what counts.
  private static func digest(_ cells: [(CellNotes.Place, String)]) -> String {
    let lines = cells.sorted { first, second in
      (first.0.sheet, first.0.cell.row, first.0.cell.column) < (second.0.sheet, second.0.cell.row, second.0.cell.column)
    }
    var bytes: [UInt8] = []
    for (place, text) in lines {
      bytes += "\(place.sheet)!\(place.cell.a1)=\(text.utf8.count):".utf8
      bytes += text.utf8
    }
    return Digest.hex(of: bytes)
  }

  /// Returns a number by its first 15 digits, which every program keeps.
  private static func text(_ number: Double) -> String {
    "n" + (FixedDecimal.fifteenDigits(number)?.value.normalized.description ?? "\(number)")
  }
}

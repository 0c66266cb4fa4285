import PlanFile
import PlanModel
import Reports
import SpreadsheetML
import XLSXReading

/// Reads the tables of a plan's workbook: the sheets by their marks, without one by their names, the columns by the row
/// of keys.
struct PlanSheets {
  let tables: PlanTables
  /// Cells of which nothing is taken, in the order of the sheets: `指标!K12`.
  let faults: [(place: String, fault: CellFault)]
  /// The cell of a section's row and column.
  private var places: [PlanTables.Section: Found] = [:]

  private struct Found {
    let sheet: String
    /// Row of the keys.
    let header: Int
    let columns: [(key: String, column: Int)]
    let rows: [Int]
  }

  /// `nil` where the workbook is no plan's.
  init?(_ workbook: Workbook) throws(XLSXReadError) {
    var tables: [PlanTables.Table] = []
    var faults: [(place: String, fault: CellFault)] = []
    for worksheet in workbook.worksheets {
      let snapshot = try worksheet.snapshot()
      let rows = snapshot.filledRows
      guard let (section, found) = Self.find(rows, sheet: worksheet.name) else {
        // A table that lost its keys would be missed by nobody.
        if PlanTables.Section.allCases.contains(where: { $0.sheet == worksheet.name }),
          Self.wide(rows).count > 1
        {
          faults.append((worksheet.name, .noKeys))
        }
        continue
      }
      if let first = places[section] {
        faults.append((worksheet.name, .secondSheet(of: first.sheet)))
        continue
      }
      places[section] = found
      // Of a head that shows another word than it holds nobody knows what its column is. People read the row above the
      // keys.
      for cell in rows.keys.filter({ $0 <= found.header }).sorted().flatMap({ rows[$0] ?? [] }) {
        if let fault = cell.fault ?? snapshot.conditionalFault(of: cell) {
          faults.append(("\(found.sheet)!\(cell.reference.a1)", fault))
        }
      }
      faults += Self.strays(rows, found)
      if let last = found.rows.last {
        faults += snapshot.merged(in: Set(found.columns.map(\.column)), rows: (found.header + 1)...last).map {
          ("\(found.sheet)!\($0.a1)", .merged)
        }
      }
      tables.append(
        PlanTables.Table(
          section: section, columns: found.columns.map(\.key),
          rows: found.rows.map { row in
            let own = Dictionary(
              (rows[row] ?? []).map { ($0.reference.column, $0) }, uniquingKeysWith: { first, _ in first })
            let measure =
              found.columns.first { $0.key == "unit" }.flatMap { own[$0.column]?.value.map(Self.text) } ?? ""
            return found.columns.map { key, column in
              guard let cell = own[column] else { return "" }
              do throws(CellFault) {
                if let fault = snapshot.conditionalFault(of: cell) ?? (snapshot.isHidden(cell) ? .hidden : nil) {
                  throw fault
                }
                return try Self.text(cell, section, key, measure: measure)
              } catch {
                faults.append(("\(found.sheet)!\(cell.reference.a1)", error))
                return ""
              }
            }
          }))
    }
    self.faults = faults
    guard places[.units] != nil, places[.tasks] != nil else { return nil }
    self.tables = PlanTables(tables: tables)
  }

  /// Returns the rows with three cells and more, as heads and entries have, from above.
  private static func wide(_ rows: [Int: [SnapshotCell]]) -> [Int] { rows.filter { $0.value.count > 2 }.keys.sorted() }

  /// Returns the cells that stand in no column of the table, and the rows above its keys that are no head.
  private static func strays(_ rows: [Int: [SnapshotCell]], _ found: Found) -> [(place: String, fault: CellFault)] {
    // One row of heads stands above the keys.
    let above = wide(rows).filter { $0 < found.header }.dropFirst().compactMap { rows[$0]?.first }.map { cell in
      ("\(found.sheet)!\(cell.reference.a1)", CellFault.aboveKeys)
    }
    let columns = Set(found.columns.map(\.column))
    let beside = rows.keys.sorted().filter { $0 > found.header }.flatMap { rows[$0] ?? [] }
      .filter { !columns.contains($0.reference.column) && !text($0.value).allSatisfy(\.isWhitespace) }
      .map { cell in
        ("\(found.sheet)!\(cell.reference.a1)", CellFault.outside(String(text(cell.value).prefix(40))))
      }
    return above + beside
  }

  /// Returns the row of keys: marked, or the first whose words are keys of the section that the sheet is named after.
  private static func find(_ rows: [Int: [SnapshotCell]], sheet: String) -> (PlanTables.Section, Found)? {
    for row in rows.keys.sorted().prefix(50) {
      let cells = (rows[row] ?? []).sorted { $0.reference.column < $1.reference.column }
      let words = cells.map { ($0.reference.column, text($0.value)) }
      let marked = words.lazy.filter { $0.1.hasPrefix(PlanBook.mark) }
        .compactMap { PlanTables.Section(rawValue: String($0.1.dropFirst())) }.first
      let named = PlanTables.Section.allCases.first { $0.sheet == sheet }.flatMap { section in
        words.contains { section.keys.first == $0.1 } ? section : nil
      }
      guard let section = marked ?? named else { continue }
      let columns = words.filter { !$0.1.hasPrefix(PlanBook.mark) }.map { (key: $0.1, column: $0.0) }
      let own = Set(columns.map(\.column))
      let filled = rows.keys.filter { number in
        number > row
          && (rows[number] ?? []).contains {
            own.contains($0.reference.column)
              && ($0.hasFormulaWithoutCachedValue || !text($0.value).allSatisfy(\.isWhitespace))
          }
      }
      return (section, Found(sheet: sheet, header: row, columns: columns, rows: filled.sorted()))
    }
    return nil
  }

  /// Keys of figures.
  private static let figures: Set<String> = ["value", "min", "max", "decimals", "per", "line", "column"]
  /// Keys of days and periods, which may be days of the sheet.
  private static let days: Set<String> = ["from", "until", "validFrom", "validUntil", "trialUntil", "deadline"]

  /// Returns what a cell says for a key.
  private static func text(
    _ cell: SnapshotCell, _ section: PlanTables.Section, _ key: String, measure: String
  ) throws(CellFault) -> String {
    if let fault = cell.fault { throw fault }
    if figures.contains(key), [.indicators, .notFigures, .unassigned].contains(section) {
      return try cell.figureText(measure: key == "value" || key == "min" || key == "max" ? measure : "")
    }
    // A code that a program took for a day is no code any more.
    if let moment = cell.value.flatMap(Self.day), !days.contains(key), section != .plan {
      throw .date(shown: moment, stored: cell.rawNumber.flatMap { FixedDecimal(shortest: $0)?.shortest } ?? "")
    }
    return text(cell.value)
  }

  /// Returns how a day or a time is shown; `nil` for everything else.
  private static func day(_ value: CellValue) -> String? {
    switch value {
    case .date, .time, .duration: text(value)
    default: nil
    }
  }

  private static func text(_ value: CellValue?) -> String { value.map(text) ?? "" }

  private static func text(_ value: CellValue) -> String {
    switch value {
    case .string(let text): text
    case .number(let number): FixedDecimal(shortest: number)?.shortest ?? "\(number)"
    case .boolean(let truth): truth ? "true" : "false"
    case .date(let moment): moment.isoText
    case .time(let time): time.isoText
    case .duration(let time): time.isoText
    case .error(let code): code
    }
  }

  /// Returns the name of a place, `指标!K12`; the sheet alone where no cell is meant.
  func name(of place: PlanTables.Place) -> String {
    guard let found = places[place.section] else { return place.section.sheet }
    guard let row = place.row, found.rows.indices.contains(row) else { return found.sheet }
    let column = place.column.flatMap { key in found.columns.first { $0.key == key } } ?? found.columns.first
    return "\(found.sheet)!\(CellReference(row: found.rows[row], column: column?.column ?? 0).a1)"
  }
}

import Consolidation
import FoundationEssentials
import PlanModel
import Reports
import SpreadsheetML
import Testing
import XLSXReading

/// A summary that a test wrote and read back.
struct WrittenSummary {
  let bytes: [UInt8]
  private let sheets: [String: SheetSnapshot]

  init(_ period: ConsolidatedPeriod) throws {
    let path = FileManager.default.temporaryDirectory.path + "/summary-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try SummaryBook(period: period).write(to: path)
    bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    var sheets: [String: SheetSnapshot] = [:]
    for sheet in try Workbook(bytes: bytes).worksheets { sheets[sheet.name] = try sheet.snapshot() }
    self.sheets = sheets
  }

  var names: [String] { sheets.keys.sorted() }

  /// Without the sheets of single units.
  var mainNames: [String] { names.filter { !["局办公室", "东县", "西县"].contains($0) } }

  func cell(_ sheet: String, _ a1: String) -> SnapshotCell? { sheets[sheet]?[a1] }

  /// What a reader sees without the number format: text as it is, whole numbers without a point.
  func shown(_ sheet: String, _ a1: String) -> String { Self.shown(cell(sheet, a1)) }

  private static func shown(_ cell: SnapshotCell?) -> String {
    switch cell?.value {
    case .string(let text): text
    case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
    case .date: cell?.rawNumber.map { String(Int($0)) } ?? ""
    case nil: ""
    default: "?"
    }
  }

  /// All texts of a sheet, row by row.
  func texts(_ sheet: String) -> [String] { sheets[sheet].map { $0.cells.map { Self.shown($0) } } ?? [] }

  /// The first text of a sheet with these words in it.
  func text(_ sheet: String, with words: String) -> String? { texts(sheet).first { $0.contains(words) } }

  /// One-based row of 指标汇总 whose name is `name`.
  func row(_ name: String, in sheet: String = "指标汇总") -> Int? {
    sheets[sheet]?.rows.first { row in
      row[column: 1].map { Self.shown($0).split(separator: "\n").first.map(String.init) == name } ?? false
    }.map { $0.index + 1 }
  }

  /// The cells of a row, from column A on.
  func cells(_ sheet: String, row: Int, count: Int) -> [String] {
    (0..<count).map { Self.shown(sheets[sheet]?[CellReference(row: row - 1, column: $0)]) }
  }
}

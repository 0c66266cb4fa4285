import Foundation
import PlanModel
import SpreadsheetML
import XLSXWriting

@testable import Validation

/// Pairs in a workbook, their formulas stored with a result that none of them has; LibreOffice works them out.
enum PairBook {
  static let verdictSheet = "自检"
  /// Stands as the result of every formula until a spreadsheet program calculates.
  static let stale = "旧"

  /// What the program found of one pair.
  struct Found: Hashable {
    let verdict: String
    let holds: String
    let fails: String
  }

  static func recalculated(_ formulas: [(verdict: String, holds: String, fails: String)], _ pairs: [RulePair]) throws
    -> [Found]
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("two-engines-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("pairs.xlsx").path
    try write(formulas, pairs, to: path)
    return try calculated(path)
  }

  private static func write(
    _ formulas: [(verdict: String, holds: String, fails: String)], _ pairs: [RulePair], to path: String
  ) throws {
    let book = try WorkbookWriter(path: path)
    let check = try book.addWorksheet(verdictSheet)
    for (row, formula) in formulas.enumerated() {
      for (column, text) in [formula.verdict, formula.holds, formula.fails].enumerated() {
        try check.write(.formula(text, .text(stale)), at: CellReference(row: row, column: column))
      }
    }
    let data = try book.addWorksheet(PairCells.dataSheet)
    let lists = try book.addWorksheet(PairCells.listSheet)
    let explanations = try book.addWorksheet(PairCells.explanationSheet)
    for (row, pair) in pairs.enumerated() {
      for placed in pair.cells.placed { try write(placed.cell, row, placed.column, to: data) }
      for (index, cells) in pair.cells.listCells.enumerated() {
        for (column, cell) in cells.enumerated() {
          try write(cell, row * PairCells.listHeight + index, column, to: lists)
        }
      }
      for (index, cell) in pair.cells.explanationCells.enumerated() {
        try write(cell, row * PairCells.explanationHeight + index, 0, to: explanations)
      }
    }
    try book.close()
  }

  private static func write(_ cell: CanonicalCell, _ row: Int, _ column: Int, to sheet: WorksheetWriter) throws {
    let place = CellReference(row: row, column: column)
    switch cell {
    case .blank: break
    case .number(let value): try sheet.write(.number(value.double), at: place)
    case .text(let text): try sheet.write(.text(text), at: place)
    case .date(let day):
      let format = CellFormat(numberFormat: "yyyy-mm-dd")
      try sheet.write(.serialDate(Double(day.dayNumber + 25_569)), at: place, format: format)
    }
  }

  private static func calculated(_ path: String) throws -> [Found] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
      .standardized
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: ProcessInfo.processInfo.environment["HUIZONG_TEST_PYTHON"]
        ?? root.appendingPathComponent(".build-venv/bin/python").path)
    process.arguments = [root.appendingPathComponent("scripts/oracle/run").path, "recalculated", path, verdictSheet]
    process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return text.split(separator: "\n").map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) + ["", "", ""]
      return Found(verdict: cells[0], holds: cells[1], fails: cells[2])
    }
  }
}

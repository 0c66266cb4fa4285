import SpreadsheetML
public import XLSXWriting

/// What stands below a table: a line to sign, and notes.
public struct SheetFoot: Hashable, Sendable {
  /// 单位负责人：, 审核人：, 填表人：, 联系电话：, 报出日期：… ; spread over the columns.
  public var signatures: [String]
  /// 填表说明：1.… ; empty for none.
  public var note: String

  public init(signatures: [String] = [], note: String = "") {
    self.signatures = signatures
    self.note = note
  }

  /// Writes the foot from a row on.
  ///
  /// - Parameters:
  ///   - columns: zero-based columns that the sheet prints.
  ///   - widths: of these columns, in characters; hidden ones 0.
  /// - Returns: the first free row.
  @discardableResult
  public func write(
    to sheet: WorksheetWriter, theme: Theme, row: Int, columns: ClosedRange<Int>, widths: [Double]
  ) throws(XLSXWriteError) -> Int {
    var next = row
    if !signatures.isEmpty {
      try sheet.setRow(next, height: RowMeasure.subline)
      for (index, part) in Self.parts(of: widths, count: signatures.count).enumerated() {
        let first = CellReference(row: next, column: columns.lowerBound + part.lowerBound)
        let last = CellReference(row: next, column: columns.lowerBound + part.upperBound)
        try sheet.merge(CellRange(first, last), .text(signatures[index]), format: theme.signature)
      }
      next += 1
    }
    guard !note.isEmpty else { return next }
    let room = widths.reduce(0, +)
    try sheet.setRow(
      next, height: RowMeasure.height(of: [.init(note, column: room, size: 9)], atLeast: 14.25, tight: true))
    let first = CellReference(row: next, column: columns.lowerBound)
    let last = CellReference(row: next, column: columns.upperBound)
    try sheet.merge(CellRange(first, last), .text(note), format: theme.note)
    return next + 1
  }

  /// Returns neighbouring columns in `count` parts about as wide as each other; fewer where there are fewer columns.
  static func parts(of widths: [Double], count: Int) -> [ClosedRange<Int>] {
    guard !widths.isEmpty, count > 0 else { return [] }
    let total = widths.reduce(0, +)
    let count = min(count, widths.count)
    var parts: [ClosedRange<Int>] = []
    var start = 0
    var sum = 0.0
    for (column, width) in widths.enumerated() {
      sum += width
      let left = count - parts.count - 1
      let columnsLeft = widths.count - column - 1
      guard left > 0, sum >= total * Double(parts.count + 1) / Double(count) || columnsLeft == left else { continue }
      parts.append(start...column)
      start = column + 1
    }
    parts.append(start...widths.count - 1)
    return parts
  }
}

import SpreadsheetML
public import XLSXWriting

extension SheetHead {
  /// Writes rows 0 to 3 of a sheet and sets their heights.
  ///
  /// - Parameters:
  ///   - columns: zero-based columns that the sheet prints.
  ///   - widths: of these columns, in characters; hidden ones 0.
  /// - Returns: the first free row, 4.
  @discardableResult
  public func write(
    to sheet: WorksheetWriter, theme: Theme, columns: ClosedRange<Int>, widths: [Double]
  ) throws(XLSXWriteError) -> Int {
    try writeLinks(to: sheet, theme: theme, columns: columns, widths: widths)
    try writeMarks(to: sheet, theme: theme, columns: columns, widths: widths)
    try sheet.setRow(2, height: titleHeight(widths))
    try sheet.merge(Self.row(2, columns), .text(title), format: theme.title.with { $0.alignment.wraps = true })
    try writeLine(to: sheet, theme: theme, columns: columns, widths: widths)
    return Self.rows
  }

  private func titleHeight(_ widths: [Double]) -> Double {
    let room = widths.reduce(0, +)
    return RowMeasure.height(of: [.init(title, column: room, size: 22)], atLeast: RowMeasure.title, tight: true)
  }

  /// What a column beyond the printed ones has at least, in characters: a helper column may be narrow.
  private static let helperWidth = 3.0

  /// Writes the links, each of which takes as many columns as its words need.
  private func writeLinks(
    to sheet: WorksheetWriter, theme: Theme, columns: ClosedRange<Int>, widths: [Double]
  ) throws(XLSXWriteError) {
    guard !links.isEmpty else { return }
    try sheet.setRow(0, height: RowMeasure.navigation)
    var next = 0
    // They are not printed, and may go on beyond the columns that are.
    for link in links {
      next = try Self.write(link, to: sheet, theme: theme, row: 0, first: columns.lowerBound, from: next, widths)
    }
  }

  /// Writes links beside and below each other, as many rows as they need within the columns.
  ///
  /// - Parameters:
  ///   - columns: zero-based.
  ///   - widths: of these columns, in characters.
  public static func write(
    _ links: [Link], to sheet: WorksheetWriter, theme: Theme, row: Int, columns: ClosedRange<Int>, widths: [Double]
  ) throws(XLSXWriteError) {
    var (row, next) = (row, 0)
    for link in links {
      let end = room(for: link, from: next, widths)
      if end > widths.count, next > 0 { (row, next) = (row + 1, 0) }
      try sheet.setRow(row, height: RowMeasure.navigation)
      next = try write(link, to: sheet, theme: theme, row: row, first: columns.lowerBound, from: next, widths)
    }
  }

  /// Returns the first column behind a link.
  private static func room(for link: Link, from first: Int, _ widths: [Double]) -> Int {
    let need = Double(TextMeasure.width(of: link.text)) * 9 / 10.5 + 1
    var next = first
    var room = 0.0
    while room < need {
      room += next < widths.count ? widths[next] : helperWidth
      next += 1
    }
    return next
  }

  private static func write(
    _ link: Link, to sheet: WorksheetWriter, theme: Theme, row: Int, first: Int, from next: Int, _ widths: [Double]
  ) throws(XLSXWriteError) -> Int {
    let end = room(for: link, from: next, widths)
    let range = Self.row(row, first + next...first + end - 1)
    try sheet.merge(range, .text(link.text), format: theme.navigation)
    try sheet.write(.text(link.text), at: range.topLeft, format: theme.navigation, link: link.target)
    return end
  }

  private func writeMarks(
    to sheet: WorksheetWriter, theme: Theme, columns: ClosedRange<Int>, widths: [Double]
  ) throws(XLSXWriteError) {
    try sheet.setRow(1, height: RowMeasure.attachment)
    if !attachment.isEmpty {
      // Runs over its empty neighbours.
      try sheet.write(
        .text(attachment), at: CellReference(row: 1, column: columns.lowerBound), format: theme.attachment)
    }
    guard !mark.isEmpty else { return }
    let need = Double(TextMeasure.width(of: mark)) * 9 / 10.5 + 1
    var first = widths.count - 1
    var room = widths.last ?? 0
    while first > 1, room < need {
      first -= 1
      room += widths[first]
    }
    let range = Self.row(1, columns.lowerBound + max(0, first)...columns.upperBound)
    try sheet.merge(range, .text(mark), format: theme.mark)
  }

  /// A part of the line under the title, and where it stands.
  private typealias Part = (columns: ClosedRange<Int>, text: String, side: CellAlignment.Horizontal)

  private func writeLine(
    to sheet: WorksheetWriter, theme: Theme, columns: ClosedRange<Int>, widths: [Double]
  ) throws(XLSXWriteError) {
    let parts = parts(columns, widths)
    func width(_ part: Part) -> Double {
      widths[part.columns.lowerBound - columns.lowerBound...part.columns.upperBound - columns.lowerBound].reduce(0, +)
    }
    let texts = parts.map { RowMeasure.Text($0.text, column: width($0)) }
    try sheet.setRow(3, height: RowMeasure.height(of: texts, atLeast: RowMeasure.subline, tight: true))
    for (part, text) in zip(parts, texts) {
      var format = theme.subline(part.side, ruled: isRuled)
      // A long name of a unit goes on in a second line, and is not cut off at the edge of its columns.
      if TextMeasure.lines(of: text.text, column: text.column) > 1 { format.alignment.wraps = true }
      try sheet.merge(Self.row(3, part.columns), .text(part.text), format: format)
    }
  }

  /// Returns the parts of the line; on one or two columns the middle joins the left.
  private func parts(_ columns: ClosedRange<Int>, _ widths: [Double]) -> [Part] {
    func width(_ text: String) -> Double { Double(TextMeasure.width(of: text)) + 1 }
    let start = columns.lowerBound
    if let split = ColumnSplit(widths: widths, needs: (width(left), width(middle), width(right))) {
      return [
        (start...start + split.leftEnd, left, .left),
        (start + split.leftEnd + 1...start + split.rightStart - 1, middle, .center),
        (start + split.rightStart...columns.upperBound, right, .right),
      ]
    }
    let isSingle = columns.count == 1
    let first = [left, middle, isSingle ? right : ""].filter { !$0.isEmpty }.joined(separator: "　")
    return isSingle
      ? [(columns, first, .left)]
      : [(start...columns.upperBound - 1, first, .left), (columns.upperBound...columns.upperBound, right, .right)]
  }

  private static func row(_ row: Int, _ columns: ClosedRange<Int>) -> CellRange {
    CellRange(
      CellReference(row: row, column: columns.lowerBound), CellReference(row: row, column: columns.upperBound))
  }
}

import PlanModel
import SpreadsheetML
import Validation

/// W21: what stands on the form's sheet and is no part of the form. Nothing of it is counted, and nothing is passed over.
struct OutsideCells {
  let table: FormTable
  let matching: RowMatching
  let unit: String
  let file: String

  /// How many cells and texts of a finding are named.
  private static let named = 12
  /// How many characters of a text are looked at.
  private static let longest = 400

  func findings() -> [Finding] {
    headFindings() + rowFindings() + columnFindings(known: Set(table.columns.values), takesWords: true)
      + ownRowFindings() + ordinalFindings()
  }

  /// Returns findings for the rows below the header that belong to no indicator: one for those that stand together.
  func rowFindings() -> [Finding] {
    RowMatching.blocks(matching.outside).map { block in
      let first = table.sheet.cells(inRow: block.lowerBound).filter { $0.value != nil }
      let text = first.prefix(Self.named).map { CellTextCleaner.trimmed($0.text) }.joined(separator: " ")
      guard block.count > 1 else { return finding(first.prefix(Self.named).map(\.reference.a1), text) }
      let columns = [block.lowerBound, block.upperBound].flatMap { table.sheet.cells(inRow: $0) }.map(
        \.reference.column)
      let range = CellRange(
        CellReference(row: block.lowerBound, column: columns.min() ?? 0),
        CellReference(row: block.upperBound, column: columns.max() ?? 0))
      return finding([range.a1], "\(text) … (\(block.count))")
    }
  }

  /// Returns a finding for the figures above the table; titles and days with digits in them are none.
  private func headFindings() -> [Finding] {
    let cells = table.sheet.rows.prefix { $0 < table.headerRow }.suffix(40).flatMap { row in
      table.sheet.cells(inRow: row).filter(Self.isFigureAlone)
    }
    guard !cells.isEmpty else { return [] }
    return [
      finding(
        cells.prefix(Self.named).map(\.reference.a1),
        cells.prefix(Self.named).map { CellTextCleaner.trimmed($0.text) }.joined(separator: " "))
    ]
  }

  /// Returns true for a number that nobody works out, or a text that is nothing but one.
  static func isFigureAlone(_ cell: SourceCell) -> Bool {
    guard cell.formula == nil, !cell.isCovered else { return false }
    switch cell.value {
    case .number: return true
    case .string(let text): return text.utf8.count < 60 && QuantityGrammar(measure: "").read(text).isFigure
    default: return false
    }
  }

  /// Returns a finding for the figures in the column that numbers the rows.
  private func ordinalFindings() -> [Finding] {
    guard let column = table.columns[.number] else { return [] }
    var seen: Set<Int> = []
    let cells = matching.rows.values.sorted().map { table.sheet.cell(row: $0, column: column) }.filter { cell in
      guard Self.hasFigure(cell) else { return false }
      guard let number = cell.storedNumber ?? FixedDecimal(CellTextCleaner.trimmed(cell.text)),
        let ordinal = Int(number.shortest), ordinal > 0, ordinal <= matching.count
      else { return true }
      return !seen.insert(ordinal).inserted
    }
    guard !cells.isEmpty else { return [] }
    return [
      finding(
        cells.prefix(Self.named).map(\.reference.a1),
        cells.prefix(Self.named).map { CellTextCleaner.trimmed($0.text) }.joined(separator: " "))
    ]
  }

  /// Returns findings for the figures beside the known columns, on the form's rows: one finding a column.
  ///
  /// - Parameter takesWords: also words without a figure, which may say something of one.
  func columnFindings(known: Set<Int>, takesWords: Bool = false) -> [Finding] {
    var columns: [Int: [SourceCell]] = [:]
    for row in matching.rows.values.sorted() {
      for cell in table.sheet.cells(inRow: row) where !known.contains(cell.reference.column) {
        guard Self.hasFigure(cell) || takesWords && Self.hasWords(cell) else { continue }
        columns[cell.reference.column, default: []].append(cell)
      }
    }
    return columns.sorted { $0.key < $1.key }.map { column, cells in
      let head = CellTextCleaner.trimmed(table.head(ofColumn: column).text)
      let texts = cells.prefix(Self.named).map { CellTextCleaner.trimmed($0.text) }
      return finding(
        cells.prefix(Self.named).map(\.reference.a1), ((head.isEmpty ? [] : [head]) + texts).joined(separator: " "))
    }
  }

  /// Returns findings for the figures among the numbers of the columns, and in the foot.
  private func ownRowFindings() -> [Finding] {
    let cells = matching.own.flatMap { row in
      table.sheet.cells(inRow: row).filter { cell in
        cell.reference.column != table.columns[.code] && isStrange(cell, row: row)
      }
    }
    guard !cells.isEmpty else { return [] }
    return [
      finding(
        cells.prefix(Self.named).map(\.reference.a1),
        cells.prefix(Self.named).map { CellTextCleaner.trimmed($0.text) }.joined(separator: " "))
    ]
  }

  /// Returns true for the row that numbers the columns, which blank ones may part from the header.
  private func numbersColumns(_ row: Int) -> Bool {
    row <= table.headerRow + 3 && table.sheet.cells(inRow: row).contains { $0.text == FormColumn.ordinals[.number] }
  }

  private func isStrange(_ cell: SourceCell, row: Int) -> Bool {
    guard Self.hasFigure(cell) else { return false }
    let text = CellTextCleaner.trimmed(cell.text)
    if row == table.headerRow + 1 || numbersColumns(row) {
      let column = table.columns.first { $0.value == cell.reference.column }?.key
      return column.flatMap { FormColumn.ordinals[$0] } != text
    }
    if Self.corrects(cell) { return true }
    // Numbers of telephones and days stand in the foot by right, behind our own words or beside them.
    if case .number? = cell.value { return !isSigned(cell, row: row, by: ["联系电话", "报出日期", "填报日期"]) }
    return !Self.footWords.contains { text.hasPrefix($0) } && !isSigned(cell, row: row, by: Self.footWords)
  }

  /// Returns true for a text that puts a figure right: 注：…实为365户.
  static func corrects(_ cell: SourceCell) -> Bool {
    guard case .string(let text)? = cell.value, text.utf8.count <= 2_000, hasFigure(cell) else { return false }
    return ["更正", "实为", "应为", "改为", "实际为", "误报"].contains { text.includes($0) }
  }

  private static let footWords = FormHead.signing + ["填表说明"]

  /// Returns true if one of the foot's labels stands to the left of the cell.
  private func isSigned(_ cell: SourceCell, row: Int, by labels: [String]) -> Bool {
    let left = table.sheet.cells(inRow: row).last { $0.reference.column < cell.reference.column && $0.value != nil }
    return left.map { cell in labels.contains { CellTextCleaner.trimmed(cell.text).hasPrefix($0) } } ?? false
  }

  /// Returns true for a number that nobody works out, or a text with a digit in it.
  static func hasFigure(_ cell: SourceCell) -> Bool {
    guard cell.formula == nil, !cell.isCovered else { return false }
    switch cell.value {
    case nil, .error, .boolean: return false
    case .number, .date, .time, .duration: return true
    case .string(let text):
      let isShort = text.utf8.count <= longest
      return CellTextCleaner.hasDigit(isShort ? text : String(text.prefix(longest)))
        || text.utf8.count < 60 && QuantityGrammar(measure: "").read(text).isFigure
    }
  }

  /// Returns true for what no row is numbered with.
  private static func isNoOrdinal(_ cell: SourceCell) -> Bool {
    hasWords(cell) || hasFigure(cell) && Int(CellTextCleaner.trimmed(cell.text)) == nil
  }

  /// Returns true for what no self-check says; some programs leave its answers without the formulas.
  private static func isNoVerdict(_ cell: SourceCell) -> Bool {
    (hasWords(cell) || hasFigure(cell)) && !["OK", "缺", "不符", "—"].contains(CellTextCleaner.trimmed(cell.text))
  }

  static func hasWords(_ cell: SourceCell) -> Bool {
    guard case .string(let text)? = cell.value, cell.formula == nil, !cell.isCovered else { return false }
    return text.contains(where: \.isLetter)
  }

  /// Returns the cells of a row of a list or a review that stand in no column of its table, and what its number and its
  /// 自检 gave way to.
  ///
  /// - Parameters:
  ///   - columns: all that the table has.
  ///   - isHeader: of the row with the heads of the columns.
  ///   - printed: texts that are the form's own, wherever they stand.
  static func besideColumns(
    _ columns: Set<Int>, number: Int?, selfCheck: Int?, in sheet: SourceSheet, row: Int, isHeader: Bool,
    printed: Set<String>
  ) -> [SourceCell] {
    let line = sheet.row(row)
    return sheet.cells(inRow: row).map { line.cell(column: $0.reference.column) }.filter { cell in
      let column = cell.reference.column
      if !columns.contains(column) { return (hasFigure(cell) || hasWords(cell)) && !printed.contains(cell.text) }
      return !isHeader && (column == number && isNoOrdinal(cell) || column == selfCheck && isNoVerdict(cell))
    }
  }

  /// Returns E33 for a text of a list or a review of which the format shows another one.
  static func shownOtherwise(
    _ cell: SourceCell, unit: String, file: String, sheet: String, indicator: String? = nil
  ) -> Finding {
    let shown = SourceCell.clipped(cell.text)
    return BuiltInRule.shownOtherwise.finding(
      unit: unit, file: file, sheet: sheet, cells: [cell.reference.a1], indicator: indicator,
      text: shown.isEmpty ? nil : shown, value: shown.isEmpty ? "空白" : shown,
      expected: SourceCell.clipped(cell.textStored ?? ""))
  }

  /// Returns a finding that names the first of the cells and what stands in them.
  static func finding(
    _ cells: [SourceCell], unit: String, file: String, sheet: String, indicator: String? = nil, value: String? = nil,
    expected: String? = nil
  ) -> Finding {
    let texts = cells.prefix(named).map { SourceCell.clipped(CellTextCleaner.trimmed($0.text)) }
    let rest = cells.count > named ? " …（\(cells.count)）" : ""
    return BuiltInRule.outsideLayout.finding(
      unit: unit, file: file, sheet: sheet, cells: cells.prefix(named).map(\.reference.a1), indicator: indicator,
      text: texts.joined(separator: " ") + rest, value: value, expected: expected)
  }

  private func finding(_ cells: [String], _ text: String) -> Finding {
    BuiltInRule.outsideLayout.finding(unit: unit, file: file, sheet: table.sheet.name, cells: cells, text: text)
  }
}

extension QuantityReading {
  /// True if a number stands there, whether or not it can be taken.
  var isFigure: Bool {
    switch self {
    case .quantity, .range, .ambiguous, .bareFraction, .foreignMeasure: true
    case .blank, .nilReturn, .notApplicable, .unfit: false
    }
  }
}

import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

extension FormContents {
  /// A cell of 条线复核: the task's id, or the code of the figure's row, and the column.
  struct ReviewPlace: Hashable {
    let code: String
    let column: ReviewColumn
  }
}

/// Where things stand on 条线复核 as it is written: a row for each task, below them a row for each county's figure.
/// Reading never uses it.
struct ReviewGrid {
  let table: FormLayout.ReviewTable

  /// By column of the sheet; the first holds the codes and is hidden.
  static let widths: [Double] = [8, 6, 34, 11, 9.5, 11, 11, 12.5, 10, 9, 38, 8]
  static let selfCheck = 11
  static let taskHead = SheetHead.rows
  static let taskHeader = taskHead + 1
  static let firstTask = taskHeader + 1

  var figureHead: Int { Self.firstTask + table.tasks.count }
  var figureHeader: Int { figureHead + 1 }
  var firstFigure: Int { figureHeader + 1 }
  var lastRow: Int {
    table.figures.isEmpty ? figureHead - 1 : firstFigure + table.figures.count - 1
  }

  /// Returns the columns of the sheet that a cell takes: words get several.
  static func columns(_ column: ReviewColumn) -> ClosedRange<Int> {
    switch column {
    case .code: 0...0
    case .number: 1...1
    case .task, .indicator: 2...2
    case .progress: 3...6
    case .problems: 7...9
    case .nextSteps: 10...10
    case .unit: 3...3
    case .measure: 4...4
    case .goal: 5...5
    case .previous: 6...6
    case .reported: 7...7
    case .rate: 8...8
    case .verdict: 9...9
    case .remark: 10...10
    case .selfCheck: selfCheck...selfCheck
    }
  }

  static func width(_ column: ReviewColumn) -> Double { widths[columns(column)].reduce(0, +) }

  func range(_ column: ReviewColumn, _ row: Int) -> CellRange {
    let columns = Self.columns(column)
    return CellRange(
      CellReference(row: row, column: columns.lowerBound), CellReference(row: row, column: columns.upperBound))
  }

  func cell(_ column: ReviewColumn, _ row: Int) -> CellReference { range(column, row).topLeft }

  /// Returns the row of a task or a figure; `nil` for a code that is neither's.
  func row(_ code: String) -> Int? {
    table.tasks.firstIndex { $0.code == code }.map { Self.firstTask + $0 }
      ?? table.figures.firstIndex { $0.code == code }.map { firstFigure + $0 }
  }

  /// The answers of all rows, as 自检 names them.
  var checks: String {
    let column = Self.selfCheck
    return FormulaText.reference(
      to: CellRange(
        CellReference(row: Self.firstTask, column: column), CellReference(row: lastRow, column: column)),
      in: table.sheet)
  }
}

/// Is a row of 条线复核 filled as it should be?
struct ReviewCheck {
  let grid: ReviewGrid
  let contents: FormContents

  private func content(_ code: String, _ column: ReviewColumn) -> CellContent {
    contents.review[.init(code: code, column: column)] ?? .blank
  }

  // MARK: A task

  func formula(task row: Int) -> String { "IF(LEN(\(grid.cell(.progress, row).a1))=0,\"缺\",\"OK\")" }

  func verdict(_ task: FormLayout.ReviewTable.Task) -> String {
    content(task.code, .progress).isBlank ? "缺" : "OK"
  }

  // MARK: A figure

  /// Returns the formula that checks a figure: what has come in is to be confirmed or queried, and a query says why.
  func formula(figure: FormLayout.ReviewTable.Figure, row: Int) -> String {
    let (verdict, remark) = (grid.cell(.verdict, row).a1, grid.cell(.remark, row).a1)
    let silent = figure.reported != nil ? "\"缺\"" : "IF(LEN(\(remark))=0,\"—\",\"缺\")"
    let (confirmed, queried) = (ReviewVerdict.confirmed.chinese, ReviewVerdict.queried.chinese)
    return "IF(LEN(\(verdict))=0,\(silent),IF(\(verdict)=\(FormulaText.string(confirmed)),\"OK\","
      + "IF(\(verdict)=\(FormulaText.string(queried)),IF(LEN(\(remark))=0,\"缺\",\"OK\"),\"不符\")))"
  }

  func verdict(_ figure: FormLayout.ReviewTable.Figure) -> String {
    let (verdict, remark) = (content(figure.code, .verdict), content(figure.code, .remark))
    if verdict.isBlank { return figure.reported == nil && remark.isBlank ? "—" : "缺" }
    return switch verdict.text.flatMap({ ReviewVerdict(chinese: $0) }) {
    case .confirmed: "OK"
    case .queried: remark.isBlank ? "缺" : "OK"
    case nil: "不符"
    }
  }

  /// Of all rows.
  var verdicts: [String] { grid.table.tasks.map { verdict($0) } + grid.table.figures.map { verdict($0) } }
}

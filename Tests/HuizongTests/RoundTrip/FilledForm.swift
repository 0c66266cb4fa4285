import PlanModel
import SpreadsheetML
import TestSupport
import Validation

@testable import Forms

/// A unit's form with something in every cell that the unit fills: what is typed, and what must be read.
struct FilledForm {
  struct Cell {
    let code: String
    let column: FormColumn
    let place: CellReference
    let typed: Typed
    let figure: Figure
  }

  /// A cell of 条线复核, which takes words alone.
  struct ReviewCell {
    let code: String
    let column: ReviewColumn
    let place: CellReference
    let text: String
  }

  enum Typed {
    case text(String)
    case number(FixedDecimal)
    case day(CivilDate)
  }

  let unit: Unit
  let layout: FormLayout
  let cells: [Cell]
  let objects: [[ListColumn: (typed: Typed, figure: Figure)]]
  let reviewed: [ReviewCell]

  static let texts = [
    "已完成验收，资金拨付到位。", "按1+1=2核算", "+增派人手", "-", "第一行\n第二行", "“引号”、<尖括号>&和号", "　前后有空格 ", "约30户正在施工",
  ]

  init(unit: Unit, layout: FormLayout, period: Period, seed: UInt64) {
    var random = SplitMix(seed: seed)
    let form = FormSheet(layout)
    var cells: [Cell] = []
    for (index, row) in layout.rows.enumerated() {
      for column in row.entryColumns {
        let (typed, figure) = Self.entry(row, column, period, &random)
        cells.append(
          Cell(
            code: row.code, column: column, place: form.cell(column, FormSheet.firstRow + index), typed: typed,
            figure: figure))
      }
    }
    self.unit = unit
    self.layout = layout
    self.cells = cells
    reviewed = layout.review.map { Self.reviewed($0, &random) } ?? []
    objects = (0..<3).map { index in
      let isDone = index != 1
      var row: [ListColumn: (Typed, Figure)] = [
        .object: (.text("对象\(index)"), .text("对象\(index)")),
        .state: isDone ? (.text("已办结"), .text("已办结")) : (.text("推进中"), .text("推进中")),
      ]
      if isDone { row[.date] = (.day(period.lastDay), .date(period.lastDay, precision: .day)) }
      return row
    }
  }

  private static func reviewed(_ table: FormLayout.ReviewTable, _ random: inout SplitMix) -> [ReviewCell] {
    let grid = ReviewGrid(table: table)
    func text() -> String { texts[Int(random.next() % UInt64(texts.count))] }
    var cells: [ReviewCell] = []
    for (index, task) in table.tasks.enumerated() {
      for column in [ReviewColumn.progress, .problems, .nextSteps] {
        cells.append(
          .init(
            code: task.code, column: column, place: grid.cell(column, ReviewGrid.firstTask + index), text: text()))
      }
    }
    for (index, figure) in table.figures.enumerated() {
      let verdict = index % 3 == 0 ? ReviewVerdict.queried : .confirmed
      let row = grid.firstFigure + index
      cells.append(
        .init(code: figure.code, column: .verdict, place: grid.cell(.verdict, row), text: verdict.chinese))
      cells.append(.init(code: figure.code, column: .remark, place: grid.cell(.remark, row), text: text()))
    }
    return cells
  }

  private static func entry(
    _ row: FormLayout.Row, _ column: FormColumn, _ period: Period, _ random: inout SplitMix
  ) -> (Typed, Figure) {
    switch column {
    case .progress, .problems, .nextSteps, .explanation:
      let text = texts[Int(random.next() % UInt64(texts.count))]
      return (.text(text), .text(CellTextCleaner.trimmed(text)))
    case .current where row.entry == .recurring, .cumulative where row.entry == .milestone:
      let day = CivilDate(dayNumber: period.firstDay.dayNumber + Int(random.next() % 28))!
      return random.next() % 4 == 0
        ? (.text("推进中"), .text("推进中")) : (.day(day), .date(day, precision: .day))
    default:
      // A rate between 0 and 1 has two readings, which is another matter.
      let whole = FixedDecimal(Int(random.next() % 90_000) + 2)
      let digits = row.places > 0 ? Int(random.next() % 90) + 10 : 0
      let value = FixedDecimal("\(whole.shortest).\(String(repeating: "0", count: max(0, row.places - 2)))\(digits)")!
      let number = row.places > 0 ? value : whole
      return (.number(number), .decimal(number))
    }
  }

  /// The steps that type it, with `moved` saying where a cell is by then.
  func steps(
    _ moved: (CellReference) -> CellReference = { $0 }, review: (CellReference) -> CellReference = { $0 },
    fullWidth: Bool = false
  ) -> [[String: String]] {
    var steps = cells.map { step($0.typed, layout.sheet, moved($0.place), fullWidth: fullWidth) }
    steps += reviewed.map { step(.text($0.text), layout.review?.sheet ?? "", review($0.place), fullWidth: false) }
    for table in layout.lists ?? [] {
      let grid = ListGrid(table: table, filled: 0)
      for (index, object) in objects.enumerated() {
        for (column, entry) in object.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
          steps.append(step(entry.typed, table.sheet, grid.cell(column, ListGrid.firstRow + index), fullWidth: false))
        }
      }
    }
    return steps
  }

  private func step(_ typed: Typed, _ sheet: String, _ cell: CellReference, fullWidth: Bool) -> [String: String] {
    let place = ["sheet": sheet, "cell": cell.a1]
    switch typed {
    case .text(let text): return place.merging(["do": "text", "value": text]) { $1 }
    case .day(let day): return place.merging(["do": "day", "value": day.description]) { $1 }
    case .number(let number) where fullWidth:
      let wide = String(number.shortest.map { $0.wholeNumberValue.map { Array("０１２３４５６７８９")[$0] } ?? "．" })
      return place.merging(["do": "text", "value": wide]) { $1 }
    case .number(let number): return place.merging(["do": "number", "value": number.shortest]) { $1 }
    }
  }

  /// What came back otherwise, or from another cell; empty if all is as it was typed.
  func differences(
    _ submission: Submission, _ moved: (CellReference) -> CellReference = { $0 },
    review: (CellReference) -> CellReference = { $0 }
  ) -> [String] {
    var found: [String] = []
    if submission.unit != unit.id { found.append("unit \(submission.unit)") }
    if submission.rows.map(\.code) != layout.rows.map(\.code) { found.append("rows \(submission.rows.map(\.code))") }
    for cell in cells {
      guard let entry = submission.row(cell.code)?.entry(cell.column) else {
        found.append("\(cell.code) is not there")
        continue
      }
      if entry.figure != cell.figure { found.append("\(cell.code) \(cell.column): \(cell.figure) → \(entry.figure)") }
      let place = moved(cell.place).a1
      if entry.origin?.cell != place {
        found.append("\(cell.code) \(cell.column): \(place) → \(entry.origin?.cell ?? "–")")
      }
    }
    for cell in reviewed {
      let read = submission.review.map { Self.entry($0, cell) }
      let wanted = (text: CellTextCleaner.trimmed(cell.text), place: review(cell.place).a1)
      if read?.text != wanted.text || read?.place != wanted.place {
        found.append("\(cell.code) \(cell.column): \(wanted) → \(String(describing: read))")
      }
    }
    for table in layout.lists ?? [] {
      let rows = submission.lists[table.code] ?? []
      let wanted = objects.map { object in ListColumn.entries.map { object[$0]?.figure ?? .blank } }
      let read = rows.map { row in ListColumn.entries.map { row.figure($0.chinese) } }
      if read != wanted { found.append("\(table.sheet): \(read)") }
    }
    return found
  }

  private static func entry(_ review: LineReview, _ cell: ReviewCell) -> (text: String?, place: String?) {
    if let words = review.words(of: cell.code) {
      let origin = words.entry(cell.column).origin
      return (origin?.text, origin?.cell)
    }
    guard let opinion = review.opinions.first(where: { $0.code == cell.code }) else { return (nil, nil) }
    if cell.column == .verdict { return (opinion.verdict?.chinese, opinion.origin?.cell) }
    return (opinion.remark.origin?.text, opinion.remark.origin?.cell)
  }
}

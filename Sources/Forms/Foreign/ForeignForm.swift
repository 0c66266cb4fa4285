import PlanModel
import Validation

/// A described form whose unit and period are known.
struct ForeignForm {
  let layout: ForeignLayout
  let foreign: ForeignTable
  let unit: Unit
  let period: Period
  let file: String
  /// What the form is asked for: the plan's rows that stand on it.
  let planned: FormLayout
  /// The same place in the terms of our own forms.
  let table: FormTable
  /// The plan's codes by the keys of the form's words.
  let words: [String: String]
  /// The plan's codes by the keys of its own names with what may stand beside them.
  let aliases: [String: String]
  private let source: FigureOrigin.Source
  private let measures: StatedMeasure

  init(
    reader: ForeignReader, layout: ForeignLayout, table: ForeignTable, unit: Unit, period: Period, file: String
  ) {
    self.layout = layout
    foreign = table
    self.unit = unit
    self.period = period
    self.file = file
    source = FigureOrigin.Source(file: file, digest: reader.digest, sheet: table.sheet.name)
    let plan = reader.reader.plan
    planned = FormLayout(
      plan: plan, unit: unit, period: period, previous: reader.reader.previous(unit.id, period)
    ).restricted(to: Set(layout.rows.values))
    var columns = table.formColumns(month: period.lastMonth)
    if columns[.measure] == nil { columns[.measure] = Self.addedUnits(table, known: Set(columns.values)) }
    self.table = FormTable(
      sheet: table.sheet, headerRow: table.headerRow, columns: columns,
      measures: columns.compactMapValues { table.measure(ofColumn: $0) })
    measures = StatedMeasure(
      ofForm: Set(planned.rows.map(\.measure)),
      notes: FormHead(table.sheet, above: table.headerRow, plan: plan, reader.reader.memory).measures,
      described: layout.measure, isOurs: false)
    words = Dictionary(
      layout.rows.map { (HeadText.nameKey($0.key, period: period), $0.value) }, uniquingKeysWith: { first, _ in first })
    var aliases: [String: String] = [:]
    for row in planned.rows {
      let own = HeadText(row.indicator).full
      var names = row.measure.isEmpty ? [] : ["\(own)(\(row.measure))"]
      if plan.indicator(code: row.code)?.partOf != nil { names += (["\(own)"] + names).map { "其中\($0)" } }
      for name in names { aliases[HeadText.nameKey(name, period: period)] = row.code }
    }
    self.aliases = aliases
  }

  /// Returns the column of units of measure of which the description knows nothing, if there is one: what a unit says
  /// there is meant.
  private static func addedUnits(_ table: ForeignTable, known: Set<Int>) -> Int? {
    let heads = ["计量单位", "金额单位", "单位", "计价单位", "币种"]
    let found = ForeignTable.headers(table.sheet, row: table.headerRow).filter { column, words in
      guard !known.contains(column), let head = words.last, heads.contains(HeadText(head).base) else { return false }
      return table.sheet.rows.contains { row in
        let text = table.sheet.text(row: row, column: column)
        return row > table.headerRow && (MeasureFamily.known.contains(text) || !FormHead.measures(in: text).isEmpty)
      }
    }
    return found.count == 1 ? found[0].column : nil
  }

  func rowReader(_ row: FormLayout.Row, row index: Int) -> RowReader {
    RowReader(
      table: table, row: index, layout: row, unit: unit.id, period: period, source: source, measures: measures)
  }
}

extension ForeignTable {
  /// Returns its columns in the terms of our own forms.
  func formColumns(month: Int) -> [FormColumn: Int] {
    var own: [FormColumn: Int] = [:]
    for column in ForeignLayout.Column.allCases {
      guard let form = column.formColumn else { continue }
      own[form] = self.column(column, month: month)
    }
    if let value = self.column(.value, month: month) {
      if own[.current] == nil { own[.current] = value }
      if own[.cumulative] == nil { own[.cumulative] = value }
    }
    return own
  }
}

extension ForeignLayout.Column {
  /// `nil` for the figure that is the one or the other by indicator.
  var formColumn: FormColumn? {
    switch self {
    case .code: .code
    case .indicator: .indicator
    case .measure: .measure
    case .target: .target
    case .previous: .previous
    case .current: .current
    case .cumulative: .cumulative
    case .value: nil
    case .progress: .progress
    case .problems: .problems
    case .nextSteps: .nextSteps
    case .explanation: .explanation
    }
  }
}

extension FormLayout {
  /// Returns the layout with the rows of these codes alone, if any are given; a form of another make has no lists.
  func restricted(to codes: Set<String>) -> FormLayout {
    FormLayout(
      version: version, plan: plan, title: title, revision: revision, unit: unit, unitName: unitName, period: period,
      sheet: sheet, columns: columns, rows: codes.isEmpty ? rows : rows.filter { codes.contains($0.code) }, lists: nil,
      review: nil)
  }
}

import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// Writes one indicator's row of a form, with what may be entered and what is worked out.
struct FormRowWriter {
  let sheet: WorksheetWriter
  let theme: Theme
  let form: FormSheet
  let layout: FormLayout.Row
  let row: Int
  let ordinal: Int
  let contents: FormContents
  let selfCheck: CellContent
  let example: EntryExample

  private var formulas: FormFormulas { FormFormulas(layout: layout) { form.cell($0, row).a1 } }
  private var results: FormResults { FormResults(layout: layout, contents: contents) }
  private var style: NumberStyle { layout.measure == "%" ? .rate : .decimals(layout.places) }

  func write() throws(XLSXWriteError) {
    try sheet.setRow(row, height: height)
    try put(.code, .text(layout.code), theme.ordinal)
    try put(.number, .integer(ordinal), theme.ordinal)
    try put(.task, .text(layout.task), theme.text)
    try put(.indicator, .text(layout.indicator), theme.text)
    try put(.measure, layout.measure.isEmpty ? "—" : .text(layout.measure), theme.centeredText)
    try writeTarget()
    try writeFigures()
    if let rate = formulas.rate {
      try put(.rate, .formula(rate, cached(results.rate)), theme.figure(.rate))
    } else {
      try put(.rate, "—", theme.dash)
    }
    try number(.pace, layout.pace, .rate, theme.figure)
    for column in [FormColumn.progress, .problems, .nextSteps, .explanation] {
      try entry(column, theme.entryText)
    }
    try put(.selfCheck, selfCheck, theme.light)
    guard form.columns[.findingNumbers] != nil else { return }
    let numbers = (contents.numbers[layout.code] ?? []).map(String.init).joined(separator: "、")
    try put(.findingNumbers, .text(numbers), theme.findingNumbers)
  }

  private func cached(_ result: FixedDecimal?) -> CachedValue { result.map { .number($0.double) } ?? .text("—") }

  /// Writes a cell that the unit fills, with what it holds already, and with what a return says about it.
  private func entry(_ column: FormColumn, _ format: CellFormat) throws(XLSXWriteError) {
    try write(contents.content(layout.code, column), at: column, format)
  }

  /// Room for three lines of what the clerk writes: programs keep the heights of a file and do not grow them on loading.
  private var height: Double {
    let printed = [(layout.task, FormColumn.task), (layout.indicator, .indicator), (layout.target ?? "", .target)]
    let own = FormColumn.allCases.compactMap { column in
      contents.content(layout.code, column).text.map { ($0, column) }
    }
    let texts = printed + own
    return RowMeasure.height(
      of: texts.map { .init($0.0, column: form.widths[form.columns[$0.1] ?? 0]) },
      atLeast: RowMeasure.height(lines: 3))
  }

  private func writeTarget() throws(XLSXWriteError) {
    if layout.targetIsNumber {
      try number(.target, layout.target, style, theme.figure)
    } else {
      try put(.target, .text(layout.target ?? "—"), layout.target == nil ? theme.dash : theme.centeredText)
    }
    let share = layout.allocationIsIllustrative ? style.marked("示例") : style
    try number(.allocation, layout.allocation, share, theme.figure)
  }

  /// Writes 上期累计, 本期完成 and 累计完成.
  private func writeFigures() throws(XLSXWriteError) {
    // How often a duty was done is counted, whatever the item's own places.
    let style = layout.cells.derivation == .count ? NumberStyle.count : style
    for column in Indicator.EntryKind.Cells.columns {
      switch layout.cells[column] {
      case .dash, nil: try put(column, "—", theme.dash)
      case .printed: try number(column, layout.previous, style, theme.earlierFigure)
      case .printedOrEntered:
        if layout.previous == nil {
          try numberEntry(column)
        } else {
          try number(column, layout.previous, style, theme.earlierFigure)
        }
      case .enteredNumber: try numberEntry(column)
      case .enteredDay: try dayEntry(column)
      case .computed(let derivation):
        try put(
          column, .formula(formulas.derived(derivation), cached(results.derived(derivation))), theme.figure(style))
      }
    }
  }

  private func numberEntry(_ column: FormColumn) throws(XLSXWriteError) {
    try entry(column, theme.entryFigure(style))
    let cell = form.cell(column, row)
    let words = FormFormulas.numberWords.map { "\(cell.a1)=\(FormulaText.string($0))" }.joined(separator: ",")
    try sheet.validate(
      DataValidation(
        .custom("OR(ISNUMBER(\(cell.a1)),\(words))"),
        input: .init(layout.shortName, Entry.numberHint(layout, column, example)),
        error: .init("不能这样填", Entry.numberError(layout, example))), on: CellRange(cell, cell))
  }

  private func dayEntry(_ column: FormColumn) throws(XLSXWriteError) {
    try entry(column, theme.entryDate)
    let cell = form.cell(column, row)
    let words = layout.cells.words.map { "\(cell.a1)=\(FormulaText.string($0))" }.joined(
      separator: ",")
    // Serial days from 2009 to 2064: a bare number such as 6 is no day.
    try sheet.validate(
      DataValidation(
        .custom("OR(AND(ISNUMBER(\(cell.a1)),N(\(cell.a1))>40000,N(\(cell.a1))<60000),\(words))"),
        input: .init(layout.shortName, Entry.dayHint(layout, example)),
        error: .init("不能这样填", Entry.dayHint(layout, example))),
      on: CellRange(cell, cell))
  }

  private func number(
    _ column: FormColumn, _ text: String?, _ style: NumberStyle, _ format: (NumberStyle) -> CellFormat
  ) throws(XLSXWriteError) {
    if let value = text.flatMap({ FixedDecimal($0) }) {
      try put(column, .number(value.double), format(style))
    } else {
      try put(column, "—", theme.dash)
    }
  }

  /// Writes a cell that the unit does not fill. A return keeps what the unit wrote over it, with what is said of that.
  private func put(_ column: FormColumn, _ content: CellContent, _ format: CellFormat) throws(XLSXWriteError) {
    let place = FormContents.Place(code: layout.code, column: column)
    if let own = contents.cells[place], !layout.entryColumns.contains(column) {
      return try write(own, at: column, theme.entryFigure(style))
    }
    try sheet.write(content, at: form.cell(column, row), format: format)
  }

  private func write(_ content: CellContent, at column: FormColumn, _ format: CellFormat) throws(XLSXWriteError) {
    let mark = contents.marks[FormContents.Place(code: layout.code, column: column)]
    let format = format.holding(content.text, column: form.widths[form.columns[column] ?? 0])
    try sheet.write(content, at: form.cell(column, row), format: mark.map { theme.marked(format, $0.kind) } ?? format)
    if let mark { try sheet.comment(.findings(mark.lines), at: form.cell(column, row)) }
  }

  /// What a clerk reads when standing in a cell.
  private enum Entry {
    static func numberHint(_ layout: FormLayout.Row, _ column: FormColumn, _ example: EntryExample) -> String {
      let measure = layout.measure.isEmpty ? "" : "，单位：\(layout.measure)"
      let what = column == .previous ? "填到上期为止的累计数" : layout.cells.hint
      return "\(what)\(measure)。只填数字；没有发生填0，\(dash(example))。"
    }

    static func numberError(_ layout: FormLayout.Row, _ example: EntryExample) -> String {
      let measure = layout.measure.isEmpty ? "" : "单位“\(layout.measure)”已印在表上，不要再写。"
      return "请只填数字，例如\(example.number)。\(measure)没有发生填0，\(dash(example))；文字说明写在“进展情况”。"
    }

    static func dayHint(_ layout: FormLayout.Row, _ example: EntryExample) -> String {
      "\(layout.cells.hint.replacing("{day}", with: example.day))，\(dash(example))。"
    }

    private static func dash(_ example: EntryExample) -> String {
      example.takesDash ? "不适用填“—”" : "这一项不能填“—”"
    }
  }
}

extension FormLayout.Row {
  /// The head of an input message takes 32 characters.
  fileprivate var shortName: String { indicator.count > 30 ? indicator.prefix(29) + "…" : indicator }
}

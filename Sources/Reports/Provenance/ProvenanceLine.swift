import Consolidation
import PlanModel
import SpreadsheetML

/// Where one figure of 指标汇总 comes from. Tens of thousands may be held at once.
struct ProvenanceLine {
  /// The figure's cell on 指标汇总; several units may share it.
  let cell: CellReference
  /// The indicator's.
  let code: String
  let name: String
  /// How the indicator's figures are printed.
  let style: FigureStyle
  let reporter: UnitFigure.Reporter
  let figure: Figure
  /// Names and places of the file's cell; `nil` for what no file says.
  let origin: FigureOrigin?
  /// SHA-256 of the file.
  let digest: String?
  let revision: Int?
  let received: CivilDate?
  /// What was done to the cell's text, or why the figure is not a plain one of a file.
  let note: String

  static let headers = [
    "汇总单元格", "指标编码", "指标", "报送单位", "数值", "报送文件", "工作表", "单元格", "文件摘要\n（前12位）", "修订号", "报送时间", "规整记录",
  ]

  /// The fields of a CSV line, the digest whole.
  var fields: [String] {
    [
      "\(SheetName.indicators.rawValue) \(cell.a1)", code, name, reporter.unit.name, figure.plain,
      origin?.file ?? "", origin?.sheet ?? "", origin?.cell ?? "", digest ?? "", revision.map { "\($0)" } ?? "",
      received?.description ?? "", note,
    ]
  }
}

/// The figures of 指标汇总 one after the other, each with its source: by row, then by unit.
struct ProvenanceList {
  let table: IndicatorTable

  private var period: ConsolidatedPeriod { table.period }

  /// Leaves out the plain figures, of which nothing more is to be said than where they stand.
  var isOfExceptions = false

  /// Makes the lines one at a time: of many units and indicators there are too many to hold.
  func forEach<Failure>(_ body: (ProvenanceLine) throws(Failure) -> Void) throws(Failure) {
    for item in table.items {
      // A ratio is computed from its parts, which have lines of their own.
      if item.numeratorRow == nil { try lines(item.result, row: item.row, body) }
      for part in item.parts { try lines(part.result, row: part.row, body) }
    }
  }

  private func lines<Failure>(
    _ result: IndicatorResult, row: Int, _ body: (ProvenanceLine) throws(Failure) -> Void
  ) throws(Failure) {
    guard !result.indicator.isWordsOnly else { return }
    for figure in result.figures where figure.state == .reported {
      if let line = line(figure, of: result.indicator, row: row) { try body(line) }
    }
  }

  /// How many lines there are, without making one.
  var count: Int {
    table.items.reduce(0) { sum, item in
      let own = item.numeratorRow == nil ? [item.result] : []
      return (own + item.parts.map(\.result)).reduce(sum) { sum, result in
        if result.indicator.isWordsOnly { return sum }
        return sum + result.figures.count { $0.state == .reported && Self.entry(of: $0) != nil }
      }
    }
  }

  /// Returns the cell that a figure stands in.
  private static func entry(of figure: UnitFigure) -> Submission.Entry? {
    let entry = figure.row.map { $0.figure(in: .cumulative) == .blank ? $0.current : $0.cumulative }
    return entry?.figure == .blank ? nil : entry
  }

  private func line(_ figure: UnitFigure, of indicator: Indicator, row: Int) -> ProvenanceLine? {
    guard let entry = Self.entry(of: figure) else { return nil }
    let report = period.report(of: figure.unit.id)
    let note = Self.note(figure, entry)
    let revision = figure.isManual || figure.isCarried ? nil : report?.revision(of: indicator.code)
    if isOfExceptions, note.isEmpty, (revision ?? 1) <= 1 { return nil }
    let source = figure.isCarried ? nil : report?.files.source(of: indicator.code)
    return ProvenanceLine(
      cell: CellReference(row: row, column: table.columns.column(of: figure.unit)), code: indicator.code,
      name: indicator.name, style: FigureStyle(indicator, showing: [entry.figure.number].compactMap(\.self)),
      reporter: figure.reporter, figure: entry.figure,
      origin: figure.isManual ? nil : entry.origin,
      digest: source?.submission.digest,
      revision: revision, received: source?.received, note: note)
  }

  private static func note(_ figure: UnitFigure, _ entry: Submission.Entry) -> String {
    var words: [String] = []
    if figure.isManual { words.append("人工录入，依据见台账") }
    if figure.isCarried { words.append("本期未报，沿用上期") }
    if figure.isPart { words.append("已含在上级单位的数内，不重复相加") }
    // The form's own formula, in a file whose program stored no results.
    if let origin = entry.origin, origin.text.isEmpty, entry.figure.number != nil {
      words.append("该格为公式，文件没有存结果，按公式重算")
    }
    words += (entry.origin?.normalizations ?? []).map { "“\($0.from)”→\($0.to)" }
    return words.joined(separator: "；")
  }
}

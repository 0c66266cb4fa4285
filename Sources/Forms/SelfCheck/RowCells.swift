import PlanModel
import Validation
import XLSXWriting

/// The cells that the rules of one row read, or the rules of a form as a whole: as formulas name them, and what stands in
/// them.
struct RowCells {
  let cells: FormCells
  /// `nil` for the form as a whole.
  let indicator: Indicator?
  /// Earlier figures, for rules that look back; formulas have none.
  var history = RowHistory()
  /// Names of what was remarked on the row, for rules that ask; formulas know of none.
  var noted: Set<String> = []
  /// The condition that 核实说明 of the row says why, once it has a place.
  var explained: String?

  private var scope: TypingScope { TypingScope(plan: cells.plan, indicator: indicator) }
}

extension RowCells: CellResolver {
  func cell(_ reference: Reference) -> String? {
    switch reference.subject {
    case .own: cell(reference.column, of: indicator)
    case .indicator(let code):
      cells.row(code) == nil ? nil : cell(reference.column, of: cells.indicator(code))
    // 上期累计 is printed on the form, where it is known.
    case .last where reference.column == .cumulative: printedPrevious
    case .last, .lastYear, .numerator, .denominator, .total: nil
    }
  }

  private var printedPrevious: String? {
    guard let indicator, cells.layout.row(indicator.code)?.previous != nil else { return nil }
    return cells.text(.previous, of: indicator.code)
  }

  private func cell(_ column: Reference.Column, of indicator: Indicator?) -> String? {
    if let entry = column.signingEntry { return cells.text(entry) }
    if let column = column.formColumn { return indicator.flatMap { cells.text(column, of: $0.code) } }
    return planned(column, of: indicator).constant
  }

  var explanations: String? { cells.explanationRange }

  private var ownList: (table: FormLayout.ListTable, grid: ListGrid, rows: [FormContents.ListRow])? {
    indicator.flatMap { cells.list(of: $0.code) }
  }

  func list(column: String) -> String? {
    guard let list = ownList, let column = ListColumn.allCases.first(where: { $0.chinese == column }) else {
      return nil
    }
    return list.grid.text(column)
  }

  var listRanges: [String]? { ownList.map { list in ListColumn.entries.map { list.grid.text($0) } } }

  /// Returns false, as the reader's remarks are taken not to be made; whether an explanation is wanted is not for a
  /// form to say, and gives `nil`.
  func observation(_ name: String) -> Bool? { name == FormRule.explanationWanted ? nil : false }
}

extension RowCells: ExpressionContext {
  func figure(_ reference: Reference) -> Figure {
    switch reference.subject {
    case .own: figure(reference, of: indicator)
    case .indicator(let code): figure(reference, of: cells.indicator(code))
    case .last where reference.column == .cumulative && printedPrevious != nil:
      figure(Reference(.own, .previous), of: indicator)
    case .last: indicator.flatMap { history.last[$0.code] }.map { $0.entry(reference.column) } ?? .blank
    case .lastYear: indicator.flatMap { history.lastYear[$0.code] }.map { $0.entry(reference.column) } ?? .blank
    case .numerator, .denominator, .total: .blank
    }
  }

  private func figure(_ reference: Reference, of indicator: Indicator?) -> Figure {
    let kind = scope.kind(of: reference) ?? .text
    if let entry = reference.column.signingEntry { return (cells.contents.signing[entry] ?? .blank).figure(in: kind) }
    guard let column = reference.column.formColumn else { return planned(reference.column, of: indicator) }
    return indicator.map { cells.content(column, of: $0.code).figure(in: kind) } ?? .blank
  }

  var list: [Submission.ListRow] {
    (ownList?.rows ?? []).filter { row in ListColumn.entries.contains { !row.content($0).isBlank } }.map { row in
      Submission.ListRow(
        values: Dictionary(
          uniqueKeysWithValues: ListColumn.allCases.map { column in
            (column.chinese, .init(figure: row.content(column).figure(in: .number(unit: nil)), origin: nil))
          }))
    }
  }
  var isExplained: Bool { indicator.flatMap { cells.explanations.text(of: $0.code) } != nil }
  func isNoted(_ observation: String) -> Bool { noted.contains(observation) }
}

extension RowCells {
  /// Returns what plan and period say; in a formula it stands as a constant.
  private func planned(_ column: Reference.Column, of indicator: Indicator?) -> Figure {
    column.planned(for: indicator, unit: cells.unit.id, in: cells.period) ?? .blank
  }
}

extension Figure {
  /// As a formula writes it; a text that is empty for what is not there.
  fileprivate var constant: String {
    switch self {
    case .decimal(let value): value.shortest
    case .date(let day, _): "DATE(\(day.year),\(day.month),\(day.day))"
    default: "\"\""
    }
  }
}

extension Reference.Column {
  /// The column of the form in which the unit's own entry stands.
  fileprivate var formColumn: FormColumn? {
    switch self {
    case .current: .current
    case .cumulative: .cumulative
    case .previous: .previous
    case .progress: .progress
    case .problems: .problems
    case .nextSteps: .nextSteps
    case .explanation: .explanation
    default: nil
    }
  }

  fileprivate var signingEntry: FormContents.SigningEntry? {
    switch self {
    case .preparer: .preparer
    case .reviewer: .reviewer
    case .phone: .phone
    case .signedOn: .date
    default: nil
    }
  }
}

extension Submission.Row {
  fileprivate func entry(_ column: Reference.Column) -> Figure {
    column.formColumn.map { entry($0).figure } ?? .blank
  }
}

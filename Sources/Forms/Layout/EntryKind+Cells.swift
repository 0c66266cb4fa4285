import PlanModel
import Validation

/// How a row of each kind is filled: the one table from which templates are written, forms are read and returns are made.
extension Indicator.EntryKind {
  /// What stands in one of the columns 上期累计, 本期完成 and 累计完成.
  enum Cell: Hashable {
    /// A dash: the column has nothing to say of the item.
    case dash
    /// The figure of the earlier form; a dash where there is none.
    case printed
    /// The figure of the earlier form; the unit enters it where there is none.
    case printedOrEntered
    case enteredNumber
    /// A day, or a word of state.
    case enteredDay
    case computed(Derivation)
  }

  /// How the figure that the unit does not enter follows from the others.
  enum Derivation: Hashable {
    /// 本期 = 累计 − 上期累计.
    case difference
    /// 累计 = 上期累计 + 本期.
    case sum
    /// 累计 = 上期累计, and one more where the duty was done.
    case count
  }

  /// The columns of a row in terms of `Cell`.
  struct Cells: Hashable {
    let previous: Cell
    let current: Cell
    let cumulative: Cell
    /// Words that may stand in the deciding cell, beside a number or a day.
    let words: [String]
    /// What a clerk reads who is about to fill the deciding cell; `{day}` stands for an example.
    let hint: String

    /// Of 上期累计, 本期完成 and 累计完成; `nil` for every other column.
    subscript(column: FormColumn) -> Cell? {
      switch column {
      case .previous: previous
      case .current: current
      case .cumulative: cumulative
      default: nil
      }
    }

    /// The columns of figures, in the order of the form.
    static let columns: [FormColumn] = [.previous, .current, .cumulative]

    var derivation: Derivation? {
      Self.columns.lazy.compactMap { if case .computed(let derivation)? = self[$0] { derivation } else { nil } }.first
    }
  }

  var cells: Cells {
    switch self {
    case .cumulative:
      Cells(
        previous: .printedOrEntered, current: .computed(.difference), cumulative: .enteredNumber,
        words: FormFormulas.numberWords, hint: "填从年初到本期末的累计数")
    case .flow:
      Cells(
        previous: .printedOrEntered, current: .enteredNumber, cumulative: .computed(.sum),
        words: FormFormulas.numberWords, hint: "填本期数")
    case .level:
      Cells(
        previous: .printed, current: .dash, cumulative: .enteredNumber, words: FormFormulas.numberWords, hint: "填期末数")
    case .milestone:
      Cells(
        previous: .dash, current: .dash, cumulative: .enteredDay, words: ["推进中", "未启动", "—"],
        hint: "已办结的填办结日期，如{day}；没有办结的填“推进中”或“未启动”")
    case .recurring:
      Cells(
        previous: .printedOrEntered, current: .enteredDay, cumulative: .computed(.count), words: ["未开展", "—"],
        hint: "填本期开展的日期，如{day}；没有开展的填“未开展”")
    case .words:
      Cells(previous: .dash, current: .dash, cumulative: .dash, words: FormFormulas.numberWords, hint: "写进展情况")
    }
  }
}

extension FormLayout.Row {
  var cells: Indicator.EntryKind.Cells { entry.cells }

  /// The column that decides whether the row is reported.
  var decidingColumn: FormColumn { entry.column }

  /// The columns that the unit fills.
  var entryColumns: [FormColumn] {
    let figures = Indicator.EntryKind.Cells.columns.filter { column in
      switch cells[column] {
      case .enteredNumber, .enteredDay: true
      case .printedOrEntered: previous == nil
      case .dash, .printed, .computed, nil: false
      }
    }
    return figures + [.progress, .problems, .nextSteps, .explanation]
  }

  /// True if the unit has to enter the number that was reached before.
  public var lacksPrevious: Bool { entry.content == .number && entryColumns.contains(.previous) }

  /// The kind of figure in the deciding cell.
  var decidingKind: FigureKind {
    switch entry.content {
    case .day: .date
    case .number: .number(unit: nil)
    case .words: .text
    }
  }
}

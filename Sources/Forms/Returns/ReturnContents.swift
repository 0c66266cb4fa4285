import OfficeStyle
import PlanModel
import SpreadsheetML
import Validation
import XLSXWriting

/// What a return has in its cells before anything is marked: what was understood, and the unit's own words where it was
/// not, or where somebody has to look at them again.
struct ReturnContents {
  let layout: FormLayout
  let submission: Submission
  /// `sheet!cell` of what has a finding that is more than a notice: there the unit's own text stands, since a figure
  /// put in its place would pass for what was reported.
  let disputed: Set<String>
  /// Figures that stood where none belongs: they stay there, so that the unit can move them.
  private let misplaced: [FormContents.Place: String]
  /// The unit of measure of numbers that were not taken for it, by `sheet!cell`: without it they would be read as others.
  private let measures: [String: String]
  /// `sheet!cell` of what is not what it looks like: a clean cell would show one of the two readings, and pass for it if it
  /// came back untouched. The cell is for the unit to fill; its comment says what stood there.
  private let unlike: Set<String>
  /// Codes of the rows of which nobody can say what they report, since they stand twice or slipped by a column.
  private let undecidedRows: Set<String>
  /// Nobody can say which sheet counts, or what its cells hold: what was read is not what was reported.
  private let isUndecided: Bool

  init(layout: FormLayout, submission: Submission, findings: [Finding]) {
    self.layout = layout
    self.submission = submission
    disputed = Set(
      findings.filter { $0.grade != .notice }.flatMap { finding in
        finding.cells.map { "\(finding.sheet ?? "")!\($0)" }
      })
    let rules: Set<String> = [BuiltInRule.misplacedFigure.rawValue, BuiltInRule.outsideLayout.rawValue]
    var misplaced: [FormContents.Place: String] = [:]
    for finding in findings where rules.contains(finding.rule) {
      guard let code = finding.indicator, let text = finding.text,
        let column = FormColumn.sentOut.first(where: { $0.chinese == finding.column })
      else { continue }
      misplaced[.init(code: code, column: column)] = text
    }
    self.misplaced = misplaced
    isUndecided = findings.contains { finding in
      finding.isOfWholeForm
        || finding.rule == BuiltInRule.twoReadings.rawValue && finding.cells.isEmpty
          && (finding.sheet == nil || finding.sheet == layout.sheet)
    }
    let ofRows: Set<String> = [BuiltInRule.rowDuplicated.rawValue, BuiltInRule.figureInUnit.rawValue]
    undecidedRows = Set(findings.filter { ofRows.contains($0.rule) }.compactMap(\.indicator))
    let looks = Set(
      [BuiltInRule.shownOtherwise, .dateFormat, .struckText, .twoReadings, .mergedFigure, .changingFormula]
        .map(\.rawValue))
    unlike = Set(
      findings.filter { looks.contains($0.rule) }.flatMap { finding in
        finding.cells.map { "\(finding.sheet ?? "")!\($0)" }
      })
    measures = Dictionary(
      findings.filter { $0.rule == BuiltInRule.foreignMeasure.rawValue }.compactMap { finding in
        guard let cell = finding.cells.first, let measure = finding.value, finding.text?.contains(measure) != true
        else {
          return nil
        }
        return ("\(finding.sheet ?? "")!\(cell)", measure)
      }, uniquingKeysWith: { first, _ in first })
  }

  func cells() -> [FormContents.Place: CellContent] {
    var cells: [FormContents.Place: CellContent] = [:]
    guard !isUndecided else { return cells }
    for row in layout.rows where !undecidedRows.contains(row.code) {
      guard let reported = submission.row(row.code) else { continue }
      for column in row.entryColumns {
        cells[.init(code: row.code, column: column)] = content(reported.entry(column))
      }
    }
    for (place, text) in misplaced where cells[place] == nil {
      cells[place] = FixedDecimal(text).map { .number($0.double) } ?? .text(text)
    }
    return cells
  }

  func signing() -> [FormContents.SigningEntry: CellContent] {
    let signature = submission.signature
    var cells: [FormContents.SigningEntry: CellContent] = [
      .preparer: .text(signature.preparer), .reviewer: .text(signature.reviewer), .phone: .text(signature.phone),
    ]
    if let date = signature.date {
      cells[.date] = .serialDate(date.serial)
    } else if let text = signature.places[FormContents.SigningEntry.date.rawValue]?.text {
      cells[.date] = .text(text)
    }
    return cells
  }

  /// Returns the rows of the lists, which keep the unit's own words and days, in its order.
  func lists() -> [String: [FormContents.ListRow]] {
    submission.lists.mapValues { rows in
      rows.map { row in
        func content(_ column: ListColumn) -> CellContent {
          let entry = row.values[column.chinese] ?? .absent
          if let origin = entry.origin, unlike.contains("\(origin.sheet)!\(origin.cell)") { return .blank }
          if case .date(let day, _) = entry.figure { return .serialDate(day.serial) }
          let text = entry.origin?.text ?? ""
          return text.isEmpty ? .blank : .text(text)
        }
        return FormContents.ListRow(
          object: content(.object), previousState: content(.previousState).text, state: content(.state),
          date: content(.date), note: content(.note))
      }
    }
  }

  /// Returns the cells of 条线复核, which keeps the department's own words.
  func review() -> [FormContents.ReviewPlace: CellContent] {
    var cells: [FormContents.ReviewPlace: CellContent] = [:]
    for words in submission.review?.words ?? [] {
      for column in [ReviewColumn.progress, .problems, .nextSteps] {
        let text = words.entry(column).origin?.text ?? ""
        if !text.isEmpty { cells[.init(code: words.task, column: column)] = .text(text) }
      }
    }
    for opinion in submission.review?.opinions ?? [] {
      for (column, origin) in [(ReviewColumn.verdict, opinion.origin), (.remark, opinion.remark.origin)] {
        guard let text = origin?.text, !text.isEmpty else { continue }
        cells[.init(code: opinion.code, column: column)] = .text(text)
      }
    }
    return cells
  }

  private func content(_ entry: Submission.Entry) -> CellContent {
    let measure = entry.origin.flatMap { measures["\($0.sheet)!\($0.cell)"] } ?? ""
    let written = entry.origin?.normalizations.first { $0.rule == "unit-of-measure" }?.from
    let text = written ?? (entry.origin?.text ?? "") + measure
    if let origin = entry.origin, unlike.contains("\(origin.sheet)!\(origin.cell)") { return .blank }
    let own: CellContent = text.isEmpty ? .blank : .text(text)
    let isDisputed = entry.origin.map { disputed.contains("\($0.sheet)!\($0.cell)") } ?? false
    let isChanged = !(entry.origin?.normalizations.isEmpty ?? true)
    switch entry.figure {
    case .blank: return own
    case .text(let text): return .text(text)
    case .nilReturn: return isDisputed ? own : .text(FormFormulas.numberWords[0])
    case .notApplicable: return isDisputed ? own : .text("—")
    case .decimal(let value):
      // A cell holds a double: a number that is not one stays as it was written.
      return isDisputed && isChanged || FixedDecimal(shortest: value.double) != value ? own : .number(value.double)
    case .date(let day, let precision):
      return isDisputed && isChanged || precision != .day ? own : .serialDate(day.serial)
    }
  }
}

extension LineReview.Words {
  func entry(_ column: ReviewColumn) -> Submission.Entry {
    switch column {
    case .progress: progress
    case .problems: problems
    case .nextSteps: nextSteps
    default: .absent
    }
  }
}

extension LineReview.Opinion {
  /// The row of the figure on 条线复核.
  var code: String { "\(indicator)@\(unit)" }
}

extension CivilDate {
  /// The day as the 1900 date system counts it.
  var serial: Double { Double(dayNumber + 25_569) }
}

extension Finding {
  /// True where nobody knows which of several sheets is the form; of several sheets of one list the rest of the form is
  /// known.
  var isOfWholeForm: Bool { rule == BuiltInRule.sheetsDiffer.rawValue && indicator == nil }
}

import PlanModel

/// One row under check, with all that its rules may look at; the rules of the row share it.
final class RowContext: ExpressionContext {
  let form: CheckedForm
  let indicator: Indicator
  let row: Submission.Row
  /// Names of what was remarked on this row: by the reader of forms, and by rules asked before.
  var noted: Set<String>

  init(form: CheckedForm, indicator: Indicator, row: Submission.Row, noted: Set<String> = []) {
    self.form = form
    self.indicator = indicator
    self.row = row
    self.noted = noted
  }

  var entryColumn: FormColumn { indicator.entryKind.column }
  var entry: Submission.Entry { row.entry(entryColumn) }

  var list: [Submission.ListRow] { form.submission.lists[indicator.code] ?? [] }
  var isExplained: Bool { form.explanations.text(of: indicator.code) != nil }
  func isNoted(_ observation: String) -> Bool { noted.contains(observation) || form.noted.contains(observation) }

  func figure(_ reference: Reference) -> Figure {
    switch reference.subject {
    case .own: return form.figure(reference.column, in: row, of: indicator)
    case .indicator(let code): return form.figure(reference.column, ofIndicator: code)
    case .last: return form.history.last[indicator.code]?.figure(reference.column) ?? .blank
    case .lastYear: return form.history.lastYear[indicator.code]?.figure(reference.column) ?? .blank
    case .numerator, .denominator, .total: return .blank
    }
  }
}

/// The form as a whole under check.
struct FormContext: ExpressionContext {
  let form: CheckedForm

  var list: [Submission.ListRow] { [] }
  var isExplained: Bool { false }
  func isNoted(_ observation: String) -> Bool { form.noted.contains(observation) }

  func figure(_ reference: Reference) -> Figure {
    switch reference.subject {
    case .own: form.figure(reference.column)
    case .indicator(let code): form.figure(reference.column, ofIndicator: code)
    default: .blank
    }
  }
}

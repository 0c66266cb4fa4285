import PlanModel

extension Rule {
  /// Returns the finding on a row that breaks the rule.
  func finding(in context: RowContext) -> Finding {
    let spots = FindingSpots(of: source, in: context).spots
    let sheet = spots.first?.origin?.sheet ?? context.row.cumulative.origin?.sheet
    return finding(
      context, context.form, spots, sheet: sheet, indicator: context.indicator,
      example: wantedWords(in: context))
  }

  /// Returns why an item is due, where the rule is about that; else what its cell takes.
  private func wantedWords(in context: RowContext) -> String? {
    guard source.name == BuiltInRule.notApplicableRequired.rawValue else {
      return context.indicator.entryExample(in: context.form.period)
    }
    let reasons = DueReasons(
      context.indicator, unit: context.form.submission.unit, previous: context.row.figure(in: .previous).number,
      in: context.form.period
    ).words
    return reasons.isEmpty ? nil : reasons
  }

  /// Returns the finding on a form that breaks the rule.
  func finding(in context: FormContext) -> Finding {
    let spots = FindingSpots(of: source, in: context.form).spots
    return finding(context, context.form, spots, sheet: spots.first?.origin?.sheet, indicator: nil, example: nil)
  }

  private func finding(
    _ context: some ExpressionContext, _ form: CheckedForm, _ spots: [FindingSpots.Spot], sheet: String?,
    indicator: Indicator?, example: String?
  ) -> Finding {
    Finding(
      id: source.id, rule: source.name, grade: source.grade, unit: form.submission.unit, file: form.submission.file,
      sheet: sheet, cells: spots.compactMap { $0.origin?.cell }, indicator: indicator?.code,
      column: spots.first?.column?.chinese, text: spots.first?.text, value: value?.value(in: context)?.words,
      expected: expected?.value(in: context)?.words ?? wanted(spots, example),
      difference: difference?.value(in: context)?.words)
  }

  /// Returns what the words speak of where the rule works nothing out: the empty cells by name, or what the cell takes.
  private func wanted(_ spots: [FindingSpots.Spot], _ example: String?) -> String? {
    guard expected == nil, source.words.message.contains("{expected") || source.words.remedy.contains("{expected")
    else {
      return nil
    }
    return source.at.count > 1 ? spots.map(\.name).joined(separator: "、") : example
  }
}

extension ExpressionValue {
  /// As findings carry it: numbers without their unit of measure.
  var words: String {
    switch self {
    case .truth(let isTrue): isTrue ? "是" : "否"
    case .number(let value, _): value.shortest
    case .text(let text): text
    case .date(let day): day.description
    }
  }
}

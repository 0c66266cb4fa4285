public import PlanModel
import Validation

/// A row of a form of an earlier revision, of which the plan has changed the unit of measure since: its numbers in the
/// plan's unit, or none where they do not convert.
struct RestatedRow {
  let row: Submission.Row
  /// True if numbers stood there, and none is taken.
  let isLost: Bool
  /// W40 or E03; `nil` where nothing changes.
  let finding: Finding?

  /// - Parameters:
  ///   - layout: the row as the form has it.
  ///   - asked: the plan's unit of measure.
  init(_ row: Submission.Row, layout: FormLayout.Row, asked: String, unit: String) {
    self.init(
      row, entry: layout.entry, entered: layout.entryColumns, measure: layout.measure, asked: asked, unit: unit)
  }

  /// - Parameters:
  ///   - entered: the columns that the unit filled.
  ///   - measure: the unit of measure of the row's numbers.
  ///   - asked: the plan's unit of measure.
  init(
    _ row: Submission.Row, entry: Indicator.EntryKind, entered: [FormColumn], measure: String, asked: String,
    unit: String
  ) {
    let isSame = MeasureFamily.convert(1, from: measure, to: asked) == 1
    guard entry.content == .number, !isSame else {
      (self.row, isLost, finding) = (row, false, nil)
      return
    }
    var cells = row.cells
    let columns: [WritableKeyPath<Submission.Row.Cells, Submission.Entry>] = [
      \.allocation, \.previous, \.current, \.cumulative,
    ]
    let converts = columns.allSatisfy { column in
      cells[keyPath: column].figure.number.map {
        MeasureFamily.convert($0, from: measure, to: asked) != nil
      } ?? true
    }
    for column in columns {
      cells[keyPath: column] = Self.restated(cells[keyPath: column], measure, asked, converts)
    }
    self.row = Submission.Row(code: row.code, cells: cells)
    let reported = entered.map(row.entry).filter { $0.figure.number != nil }
    isLost = !converts && !reported.isEmpty
    let rule: BuiltInRule = converts ? .measureConverted : .foreignMeasure
    let origins = reported.compactMap(\.origin)
    finding = origins.first.map { origin in
      rule.finding(
        unit: unit, file: origin.file, sheet: origin.sheet, cells: origins.map(\.cell), indicator: row.code,
        column: entry.column, text: converts ? measure : origins.last?.text, value: measure, expected: asked)
    }
  }

  private static func restated(
    _ entry: Submission.Entry, _ measure: String, _ asked: String, _ converts: Bool
  ) -> Submission.Entry {
    guard let number = entry.figure.number else { return entry }
    guard converts, let value = MeasureFamily.convert(number, from: measure, to: asked) else {
      return .init(figure: .blank, origin: entry.origin)
    }
    let step = FigureOrigin.Normalization(
      rule: "unit-of-measure", from: number.shortest + measure, to: value.shortest + asked)
    let origin = entry.origin.map {
      FigureOrigin(source: $0.source, cell: $0.cell, text: $0.text, normalizations: $0.normalizations + [step])
    }
    return .init(figure: .decimal(value), origin: origin)
  }
}

extension Submission {
  /// Returns the form as the plan measures now, with a finding for each row that this changes.
  ///
  /// - Parameter measures: the units of measure by indicator code that its numbers are in; of a code that is missing, the
  ///   plan's.
  public func restated(from measures: [String: String], by plan: Plan) -> (submission: Submission, findings: [Finding])
  {
    var (copy, findings) = (self, [Finding]())
    for (index, row) in rows.enumerated() {
      guard let measure = measures[row.code], let indicator = plan.indicator(code: row.code),
        measure != indicator.measure
      else { continue }
      let restated = RestatedRow(
        row, entry: indicator.entryKind, entered: [.current, .cumulative], measure: measure,
        asked: indicator.measure, unit: unit)
      copy.rows[index] = restated.row
      if let finding = restated.finding { findings.append(finding) }
    }
    return (copy, findings)
  }
}

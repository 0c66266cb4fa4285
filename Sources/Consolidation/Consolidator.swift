public import PlanModel

/// Makes a period's results from the files that came in.
public struct Consolidator: Sendable {
  public let plan: Plan
  public let period: Period

  /// The last period's figures by unit and indicator code, for indicators whose missing figures are carried.
  public let previous: [String: [String: FixedDecimal]]
  /// What people decided about the files.
  public let choices: FileChoices
  /// What earlier periods leave for this one.
  public let earlier: EarlierMonths
  /// Points given and taken by hand for the period or a part of it.
  public let adjustments: [Adjustment]

  public init(
    plan: Plan, period: Period, previous: [String: [String: FixedDecimal]] = [:], choices: FileChoices = FileChoices(),
    earlier: EarlierMonths = EarlierMonths(), adjustments: [Adjustment] = []
  ) {
    self.plan = plan
    self.period = period
    self.previous = previous
    self.choices = choices
    self.earlier = earlier
    self.adjustments = adjustments
  }

  /// Decides which files count, adds up and judges. The order of the arguments' elements does not matter.
  ///
  /// - Throws: `FixedDecimalError` if a total needs more than 38 digits; figures are limited on reading so that the
  ///   totals of any real number of units fit.
  public func consolidate(
    _ candidates: [Candidate], refused: [RefusedFile] = [], stampedCopies: Set<String>? = nil
  ) throws(FixedDecimalError) -> ConsolidatedPeriod {
    let byUnit = Dictionary(grouping: candidates, by: \.submission.unit)
    let units = plan.reportingUnits(in: period).compactMap { id in
      plan.unit(id: id).map { report(of: $0, files: files(of: id, byUnit[id] ?? [])) }
    }
    let byId = Dictionary(units.map { ($0.unit.id, Reports($0)) }, uniquingKeysWith: { first, _ in first })
    var results: [IndicatorResult] = []
    for task in plan.tasks where task.isInForce(in: period) {
      for indicator in task.indicators where hasResult(indicator) {
        let figures = partsMarked(
          indicator.reportedBy.compactMap { id in byId[id].map { figure(of: indicator, in: $0) } }, indicator)
        results.append(
          try ProgressAssessor(plan: plan, period: period).result(task: task, indicator: indicator, figures: figures))
      }
    }
    return ConsolidatedPeriod(
      plan: plan, period: period, units: units, results: try withRatios(results),
      refused: refused.sorted { $0.file < $1.file }, stampedCopies: stampedCopies, choices: choices,
      earlier: earlier, adjustments: adjustments)
  }

  /// Returns the figures, with those marked that are parts of another: where a unit and its superior report the same
  /// sum, the superior's is the subtotal, and what lies below is not added again.
  private func partsMarked(_ figures: [UnitFigure], _ indicator: Indicator) -> [UnitFigure] {
    guard indicator.aggregate == .sum, figures.contains(where: { $0.unit.parent != nil }) else { return figures }
    let counting = Set(figures.filter { $0.cumulative != nil }.map(\.unit.id))
    return figures.map { figure in
      var figure = figure
      var (above, depth) = (figure.unit.parent, 0)
      // A plan whose units are above each other in a ring ends here too.
      while let id = above, depth < plan.units.count, !figure.isPart {
        figure.isPart = counting.contains(id) && id != figure.unit.id
        (above, depth) = (plan.unit(id: id)?.parent, depth + 1)
      }
      return figure
    }
  }

  private func files(of unit: String, _ candidates: [Candidate]) -> CountingFiles {
    CountingFiles(candidates, reporting: plan.indicators(reportedBy: unit, in: period), choices: choices)
  }

  /// Returns true if the indicator has a line of its own: somebody reports it, or it is computed from what is reported.
  private func hasResult(_ indicator: Indicator) -> Bool {
    guard indicator.isDue(in: period) else { return false }
    return !indicator.reportedBy.isEmpty || indicator.numerator != nil
  }

  private func report(of unit: Unit, files: CountingFiles) -> UnitReport {
    let due = plan.reporting.dueDate(of: plan.formPeriod(closing: period))
    let expected = plan.indicators(reportedBy: unit.id, in: period)
    // What a person entered for the unit is no report of the unit's.
    let accepted = (files.counting + files.superseded + files.duplicates).filter { !$0.isManual }
    let first = accepted.compactMap(\.received).min()
    let last = files.counting.filter { !$0.isManual }.compactMap(\.received).max()
    let omitted =
      files.counting.isEmpty
      ? []
      : expected.filter { indicator in
        let contenders = files.contenders(for: indicator.code)
        return contenders.allSatisfy { file in
          CountingFiles.decisive(indicator, file.submission.row(indicator.code)) == .blank
        }
      }.map(\.code)
    return UnitReport(
      unit: unit, status: status(files, accepted), due: due, firstReceived: first,
      corrected: files.superseded.allSatisfy(\.isManual) ? nil : last, files: files, expected: expected.count,
      reported: files.counting.isEmpty ? 0 : expected.count - omitted.count, omitted: omitted)
  }

  private func status(_ files: CountingFiles, _ accepted: [Candidate]) -> SubmissionStatus {
    if files.counting.allSatisfy(\.isManual) { return files.returned.isEmpty ? .missing : .returned }
    if !files.disputed.isEmpty { return .conflict }
    let dated = accepted.filter { $0.received != nil }
    guard !dated.isEmpty else { return .undated }
    // A form of June that closes the quarter is due as June's form is.
    let isInTime = dated.contains { file in
      guard let received = file.received, let due = plan.reporting.dueDate(of: file.submission.period) else {
        return true
      }
      return received <= due
    }
    return isInTime ? .onTime : .late
  }

  /// Returns a unit's row; one of the form of a shorter period that closes this one has this period's own figure.
  private func restated(_ indicator: Indicator, in file: Candidate, of unit: Unit) -> Submission.Row? {
    guard let row = file.submission.row(indicator.code) else { return nil }
    if file.submission.period == period || indicator.isDated { return row }
    if indicator.accumulation.isState, !indicator.entryKind.hasPrevious { return row }
    let since = previous[unit.id]?[indicator.code]
    let current = row.figure(in: .cumulative).number.flatMap { value in since.flatMap { try? value.subtracting($0) } }
    var cells = row.cells
    cells.previous = .init(figure: since.map { .decimal($0) } ?? .blank, origin: nil)
    cells.current = .init(figure: current.map { .decimal($0) } ?? .blank, origin: nil)
    return Submission.Row(code: row.code, cells: cells)
  }

  /// A unit's files with whom their figures are from.
  private struct Reports {
    let report: UnitReport
    /// Few files of a unit count, mostly one.
    private let signed: [(file: String, digest: String, reporter: UnitFigure.Reporter)]
    /// For what no file says.
    let unsigned: UnitFigure.Reporter

    init(_ report: UnitReport) {
      self.report = report
      unsigned = UnitFigure.Reporter(unit: report.unit, signature: nil)
      signed = report.files.counting.map { file in
        let own = file.submission
        return (own.file, own.digest, UnitFigure.Reporter(unit: report.unit, signature: own.signature))
      }
    }

    func reporter(of file: Candidate?) -> UnitFigure.Reporter {
      guard let own = file?.submission else { return unsigned }
      return signed.first { $0.digest == own.digest && $0.file == own.file }?.reporter ?? unsigned
    }
  }

  /// Returns what the form before the one that is missing said.
  private func carried(_ indicator: Indicator, _ unit: Unit) -> FixedDecimal? {
    if let carried = earlier.carried { return carried[indicator.code]?[unit.id] }
    return previous[unit.id]?[indicator.code]
  }

  private func figure(of indicator: Indicator, in reports: Reports) -> UnitFigure {
    let report = reports.report
    // What nobody reported has still its words, in the first file that has the row.
    let file =
      report.files.source(of: indicator.code)
      ?? report.files.counting.first { $0.submission.row(indicator.code) != nil } ?? report.files.counting.first
    let row = file.flatMap { restated(indicator, in: $0, of: report.unit) }
    let decisive = CountingFiles.decisive(indicator, row)
    let state: UnitFigure.State =
      if report.files.disputed.contains(indicator.code) {
        .disputed
      } else if decisive == .blank {
        .notReported
      } else if decisive == .notApplicable {
        .notApplicable
      } else {
        .reported
      }
    if state == .notReported, indicator.missing == .carryMarked, let carried = carried(indicator, report.unit) {
      let row = Submission.Row(code: indicator.code, cumulative: .init(figure: .decimal(carried), origin: nil))
      return UnitFigure(reports.unsigned, state: .reported, row: row, isCarried: true)
    }
    return UnitFigure(
      reports.reporter(of: file), state: state, row: row,
      isManual: state == .reported && file?.isManual == true)
  }
}

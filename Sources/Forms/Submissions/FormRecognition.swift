import PlanModel
import SpreadsheetML
import Validation

/// Tells whose form a file is, and for when: by its stamp, and without one by the words of its head.
struct FormRecognition {
  let plan: Plan
  /// The period asked for; `nil` takes any.
  let period: Period?
  let key: SigningKey?
  let file: String
  /// 上期累计 by code as earlier files have it, for forms that lost their stamp.
  let previous: (_ unit: String, _ period: Period) -> [String: FixedDecimal]

  struct Recognized {
    let layout: FormLayout
    let period: Period
    let unit: Unit
    let stamp: FormStamp?
    var findings: [Finding] = []
  }

  enum Outcome {
    case recognized(Recognized)
    case refused(unit: String?, Finding)
  }

  /// Returns what the stamp says; `nil` where the workbook has none.
  func recognizeStamp(_ workbook: SourceWorkbook) -> Outcome? {
    let values = workbook.stampValues
    let inSheet = FormStamp(properties: values)
    let inProperties = FormStamp(properties: workbook.properties)
    guard let stamp = inSheet ?? inProperties else {
      // What is left of a stamp proves nothing, and nothing but a hand takes a part of it.
      let isTypedOver =
        workbook.stampSheet == nil && workbook.sheets.contains { $0.name == StampSheet.name && !$0.cells.isEmpty }
      return FormStamp.isBroken(values) || isTypedOver
        ? .refused(unit: nil, BuiltInRule.stampAltered.finding(file: file)) : nil
    }
    if let inSheet, let inProperties, inSheet != inProperties {
      return .refused(unit: nil, BuiltInRule.stampAltered.finding(file: file))
    }
    let outcome = byStamp(stamp, json: StampSheet.json(values))
    guard inSheet == nil || inProperties == nil, case .recognized(var recognized) = outcome else { return outcome }
    recognized.findings.append(BuiltInRule.stampCopyMissing.finding(unit: recognized.unit.id, file: file))
    return .recognized(recognized)
  }

  private func byStamp(_ stamp: FormStamp, json: String?) -> Outcome {
    let planKey = FormLayout.planKey(plan)
    let unit = plan.unit(id: stamp.unit)
    guard stamp.plan == planKey else {
      return .refused(unit: nil, BuiltInRule.anotherPlan.finding(file: file, value: stamp.plan, expected: planKey))
    }
    guard key.map(stamp.isGenuine) != false, let own = Period(stamp.period) else {
      return .refused(unit: unit?.id, BuiltInRule.stampAltered.finding(unit: unit?.id, file: file))
    }
    guard let unit else {
      return .refused(unit: nil, BuiltInRule.unitUnknown.finding(file: file, text: stamp.unit))
    }
    guard period?.isClosed(by: own) != false else { return .refused(unit: unit.id, anotherPeriod(own, unit: unit)) }
    guard let layout = layout(stamp, json: json) else {
      return .refused(unit: unit.id, BuiltInRule.stampAltered.finding(unit: unit.id, file: file))
    }
    var recognized = Recognized(layout: layout, period: own, unit: unit, stamp: stamp)
    if stamp.revision != plan.revision {
      recognized.findings.append(
        BuiltInRule.earlierRevision.finding(unit: unit.id, file: file, value: String(stamp.revision)))
    }
    return .recognized(recognized)
  }

  /// Returns the layout that the form carries, if it is the one that was stamped: without it, what was printed in could not
  /// be told from what was typed over it.
  private func layout(_ stamp: FormStamp, json: String?) -> FormLayout? {
    guard let json, Digest.hex(of: Array(json.utf8)) == stamp.content else { return nil }
    return FormLayout(json: json)
  }

  func anotherPeriod(_ own: Period, unit: Unit) -> Finding {
    BuiltInRule.anotherPeriod.finding(
      unit: unit.id, file: file, value: own.chinese,
      expected: period.map { plan.formPeriod(closing: $0).chinese } ?? "")
  }

  func unitMismatch(
    _ unit: Unit, named other: Unit, as text: String, sheet: String, cells: [String]
  ) -> Finding {
    BuiltInRule.unitMismatch.finding(
      unit: unit.id, file: file, sheet: sheet, cells: cells, text: text, value: unit.name, expected: other.name)
  }

  /// Recognizes a form that lost its stamp: its head names the unit and the day.
  ///
  /// - Parameter heads: of the sheets that look like the form; without such a sheet, of all.
  /// - Parameter sheet: with the form's table; `nil` where none has it.
  func recognizeWords(_ heads: [FormHead], sheet: String?) -> Outcome {
    guard let named = heads.lazy.compactMap(\.units.name).first else {
      let rule = sheet == nil ? BuiltInRule.formNotFound : .unitUnknown
      return .refused(unit: nil, rule.finding(file: file, sheet: sheet))
    }
    guard let unit = plan.unit(named: named), unit.kind != .group else {
      let said = heads.lazy.compactMap { $0.units.named.first?.cell }.first
      return .refused(
        unit: nil,
        BuiltInRule.unitUnknown.finding(
          file: file, sheet: sheet, cells: said.map { [$0.reference.a1] } ?? [], text: named))
    }
    // 第二季度 in the title makes another form of 截至6月30日 than 6月 does.
    let titled = heads.flatMap(\.titledPeriods)
    let periods = heads.compactMap(\.day).compactMap { day in
      titled.first { $0.lastDay == day } ?? closedPeriod(day)
    }
    guard let first = periods.first else {
      let rule = sheet == nil ? BuiltInRule.formNotFound : .periodUnknown
      let said = heads.lazy.compactMap { $0.days.first?.cell ?? $0.unread.first }.first
      return .refused(
        unit: unit.id,
        rule.finding(
          unit: unit.id, file: file, sheet: sheet, cells: said.map { [$0.reference.a1] } ?? [],
          text: said.map { CellTextCleaner.trimmed($0.text) }, expected: plan.formPeriodWanted(closing: period)))
    }
    let own: Period
    if let period {
      guard let asked = periods.first(where: period.isClosed) else {
        return .refused(unit: unit.id, anotherPeriod(periods.max { $0.lastDay < $1.lastDay } ?? first, unit: unit))
      }
      own = asked
    } else {
      guard Set(periods).count == 1 else {
        let text = periods.map(\.chinese).joined(separator: "、")
        return .refused(
          unit: unit.id,
          BuiltInRule.periodUnknown.finding(
            unit: unit.id, file: file, text: text, expected: plan.formPeriodWanted(closing: period)))
      }
      own = first
    }
    return .recognized(
      Recognized(
        layout: FormLayout(plan: plan, unit: unit, period: own, previous: previous(unit.id, own)), period: own,
        unit: unit, stamp: nil, findings: [BuiltInRule.stampMissing.finding(unit: unit.id, file: file)]))
  }

  /// Returns the period of the plan's forms that a day closes.
  private func closedPeriod(_ day: CivilDate) -> Period? {
    let kind = period.map { plan.formPeriod(closing: $0).kind } ?? .month
    return Period(kind: kind, year: day.year, ordinal: (day.month - 1) / kind.months + 1).flatMap {
      $0.lastDay == day ? $0 : nil
    }
  }
}

extension Plan {
  /// Returns the period that the form asked for would name, for messages; the year with a gap where no period is asked
  /// for.
  ///
  /// - Parameter period: of the run; its last form is meant.
  func formPeriodWanted(closing period: Period?) -> String {
    period.map { formPeriod(closing: $0).chinese } ?? "\(year)年几月"
  }
}

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

  func recognize(_ workbook: FoundWorkbook) -> Outcome {
    let values = workbook.stampValues
    let inSheet = FormStamp(properties: values)
    let inProperties = FormStamp(properties: workbook.properties)
    guard let stamp = inSheet ?? inProperties else { return byWords(workbook) }
    if let inSheet, let inProperties, inSheet != inProperties {
      return .refused(unit: nil, BuiltInRule.stampAltered.finding(file: file))
    }
    return byStamp(stamp, json: StampSheet.json(values), named: Self.namedUnits(workbook))
  }

  /// - Parameter named: what the heads of the sheets name as the unit.
  private func byStamp(_ stamp: FormStamp, json: String?, named: [String]) -> Outcome {
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
    for named in named {
      guard let other = plan.unit(named: named), other.id != unit.id else { continue }
      return .refused(
        unit: unit.id,
        BuiltInRule.unitMismatch.finding(unit: unit.id, file: file, text: named, value: unit.name, expected: other.name)
      )
    }
    guard let layout = layout(stamp, json: json, unit: unit, period: own) else {
      return .refused(unit: unit.id, BuiltInRule.stampAltered.finding(unit: unit.id, file: file))
    }
    var recognized = Recognized(layout: layout, period: own, unit: unit, stamp: stamp)
    if stamp.revision != plan.revision {
      recognized.findings.append(
        BuiltInRule.earlierRevision.finding(unit: unit.id, file: file, value: String(stamp.revision)))
    }
    return .recognized(recognized)
  }

  /// The layout that the form carries, if it is the one that was stamped; without it the plan's, if that is the same.
  private func layout(_ stamp: FormStamp, json: String?, unit: Unit, period: Period) -> FormLayout? {
    if let json {
      guard Digest.hex(of: Array(json.utf8)) == stamp.content else { return nil }
      return FormLayout(json: json)
    }
    let planned = FormLayout(plan: plan, unit: unit, period: period)
    return planned.digest == stamp.layout ? planned : nil
  }

  private func anotherPeriod(_ own: Period, unit: Unit) -> Finding {
    BuiltInRule.anotherPeriod.finding(
      unit: unit.id, file: file, value: own.chinese, expected: period.map { plan.formPeriod(closing: $0).chinese } ?? ""
    )
  }

  /// A form that lost its stamp: its head names the unit and the day.
  private func byWords(_ workbook: FoundWorkbook) -> Outcome {
    let texts = workbook.sheets.flatMap { sheet in sheet.rows.prefix(12).flatMap { sheet.byRow[$0] ?? [] }.map(\.text) }
    guard let named = Self.namedUnits(workbook).first else {
      return .refused(unit: nil, BuiltInRule.formNotFound.finding(file: file))
    }
    guard let unit = plan.unit(named: named), unit.kind != .group else {
      return .refused(unit: nil, BuiltInRule.unitUnknown.finding(file: file, text: named))
    }
    let kind = period.map { plan.formPeriod(closing: $0).kind } ?? .month
    guard let day = texts.compactMap(Self.closingDay).max(),
      let own = Period(kind: kind, year: day.year, ordinal: (day.month - 1) / kind.months + 1),
      own.lastDay == day
    else { return .refused(unit: unit.id, BuiltInRule.formNotFound.finding(unit: unit.id, file: file)) }
    guard period?.isClosed(by: own) != false else { return .refused(unit: unit.id, anotherPeriod(own, unit: unit)) }
    return .recognized(
      Recognized(
        layout: FormLayout(plan: plan, unit: unit, period: own), period: own, unit: unit, stamp: nil,
        findings: [BuiltInRule.stampMissing.finding(unit: unit.id, file: file)]))
  }

  /// What the heads of the sheets name as the unit, in the order of the sheets.
  private static func namedUnits(_ workbook: FoundWorkbook) -> [String] {
    workbook.sheets.flatMap { sheet in
      sheet.rows.prefix(12).flatMap { sheet.byRow[$0] ?? [] }.compactMap { unitName(in: $0.text) }
    }
  }

  /// The name behind 填报单位（盖章）：.
  private static func unitName(in text: String) -> String? {
    let clean = CellTextCleaner.halfWidth(text)
    guard clean.hasPrefix("填报单位"), let colon = clean.firstIndex(of: ":") else { return nil }
    let name = CellTextCleaner.trimmed(String(clean[clean.index(after: colon)...]))
    return name.isEmpty ? nil : name
  }

  /// The day in 截至2024年6月30日.
  private static func closingDay(in text: String) -> CivilDate? {
    guard text.hasPrefix("截至") else { return nil }
    let numbers = text.dropFirst(2).split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}

import Consolidation
import PlanModel

extension PartialFile.Month {
  init(_ snapshot: MonthlySnapshot) {
    period = snapshot.period.description
    counties = snapshot.counties.map { Line($0) }
    departments = snapshot.departments.map { Line($0) }
    items = snapshot.items.map { item in
      Item(
        code: item.code, state: item.state.rawValue, target: item.target?.description, total: item.total?.description,
        rate: item.rate?.description, pace: item.pace?.description)
    }
    reports = snapshot.reports.mapValues(\.rawValue)
    corrections = snapshot.corrections.map { own in
      Correction(
        unit: own.unit, code: own.code, period: own.period.description, from: own.from.description,
        to: own.to.description, received: own.received?.description)
    }
  }

  /// `nil` for what no snapshot makes.
  var snapshot: MonthlySnapshot? {
    let counties = counties.compactMap(\.line)
    let departments = departments.compactMap(\.line)
    let items = items.compactMap(\.item)
    let reports = reports.compactMapValues { SubmissionStatus(rawValue: $0) }
    let corrections = corrections.compactMap(\.correction)
    guard let period = Period(period), counties.count == self.counties.count,
      departments.count == self.departments.count, items.count == self.items.count,
      reports.count == self.reports.count, corrections.count == self.corrections.count
    else { return nil }
    return MonthlySnapshot(
      period: period, counties: counties, departments: departments, items: items, reports: reports,
      corrections: corrections)
  }
}

extension PartialFile.Month.Line {
  fileprivate init(_ line: MonthlySnapshot.Line) {
    id = line.id
    status = line.status?.rawValue
    received = line.received?.description
    due = line.due?.description
    returned = line.returned
    lit = line.lit.map { item in
      .init(
        code: item.code, light: item.light.chinese, gap: item.gap?.description,
        place: item.place.map { [$0.file, $0.sheet, $0.cell] })
    }
    assessed = line.assessed
    onPace = line.onPace
  }

  fileprivate var line: MonthlySnapshot.Line? {
    let known = status.map { SubmissionStatus(rawValue: $0) }
    let days = [received, due].map { text in text.map { CivilDate($0) } }
    let items = lit.compactMap(\.item)
    if case .some(nil) = known { return nil }
    for case .some(nil) in days { return nil }
    guard items.count == lit.count else { return nil }
    return MonthlySnapshot.Line(
      id: id, status: known ?? nil, received: days[0] ?? nil, due: days[1] ?? nil, returned: returned, lit: items,
      assessed: assessed, onPace: onPace)
  }
}

extension PartialFile.Month.Lit {
  fileprivate var item: MonthlySnapshot.LitItem? {
    let amount = gap.map { FixedDecimal($0) }
    guard let light = Light(chinese: light), place?.count ?? 3 == 3 else { return nil }
    if case .some(nil) = amount { return nil }
    return MonthlySnapshot.LitItem(
      code: code, light: light, gap: amount ?? nil,
      place: place.map { MonthlySnapshot.Place(file: $0[0], sheet: $0[1], cell: $0[2]) })
  }
}

extension PartialFile.Month.Item {
  /// `nil` for what is no state or no number.
  fileprivate var item: MonthlySnapshot.Item? {
    let figures = [target, total, rate, pace].map { text in text.map { FixedDecimal($0) } }
    for case .some(nil) in figures { return nil }
    guard let state = ProgressState(rawValue: state) else { return nil }
    return MonthlySnapshot.Item(
      code: code, state: state, target: figures[0] ?? nil, total: figures[1] ?? nil, rate: figures[2] ?? nil,
      pace: figures[3] ?? nil)
  }
}

extension PartialFile.Month.Correction {
  fileprivate var correction: Correction? {
    let day = received.map { CivilDate($0) }
    guard let period = Period(period), let from = FixedDecimal(from), let to = FixedDecimal(to) else { return nil }
    if case .some(nil) = day { return nil }
    return Correction(unit: unit, code: code, period: period, from: from, to: to, received: day ?? nil)
  }
}

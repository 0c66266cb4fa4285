internal import PlanModel

/// The JSON form of a listing, version 1. Fields may be added; none is renamed or removed without a new version.
struct ListingJSON: Encodable {
  var format = "huizong.plan"
  var version = 1
  let title: String
  let titleStated: Bool
  let issuer: String
  let year: Int
  let revision: Int
  let units: [UnitJSON]
  let tasks: [TaskJSON]

  struct UnitJSON: Encodable {
    let id: String
    let name: String
    let short: String
    let kind: String
    let level: String?
    let members: [String]?
    let vague: Bool?
    let reports: Bool
  }

  struct NameJSON: Encodable {
    let name: String
    let unit: String?
  }

  struct SpanJSON: Encodable {
    let line: Int
    let column: Int
    let endLine: Int
    let endColumn: Int
  }

  struct TaskJSON: Encodable {
    let id: String
    let path: [String]
    let heading: String
    let text: String
    let leads: [NameJSON]
    let responsible: [NameJSON]
    let source: SpanJSON?
    let from: String?
    let until: String?
    let reason: String?
    let indicators: [IndicatorJSON]
  }

  init(_ listing: PlanListing) {
    let plan = listing.plan
    title = plan.title
    titleStated = plan.titleStated
    issuer = plan.issuer
    year = plan.year
    revision = plan.revision
    units = plan.units.map { unit in
      UnitJSON(
        id: unit.id, name: unit.name, short: unit.short, kind: unit.kind.rawValue, level: unit.level,
        members: unit.members.isEmpty ? nil : unit.members, vague: unit.isVague ? true : nil,
        reports: plan.reporting.units.contains(unit.id))
    }
    tasks = listing.items.map { item in
      let task = item.task
      let resolve = { (name: String) in
        let unit = plan.unit(named: name)
        return NameJSON(name: name, unit: unit?.isVague == true ? nil : unit?.id)
      }
      return TaskJSON(
        id: task.id, path: task.path, heading: task.heading, text: task.text, leads: task.leads.map(resolve),
        responsible: task.responsible.map(resolve),
        source: task.source.map {
          SpanJSON(line: $0.line, column: $0.column, endLine: $0.endLine, endColumn: $0.endColumn)
        }, from: task.from?.description, until: task.until?.description, reason: task.reason,
        indicators: item.indicators.map(IndicatorJSON.init))
    }
  }
}

internal import PlanModel

/// An indicator in the JSON form of a listing, version 1.
struct IndicatorJSON: Encodable {
  struct TargetJSON: Encodable {
    let from: String
    let value: String
    let basis: String?
  }

  struct DeadlineJSON: Encodable {
    let date: String
    let stated: Bool
  }

  let code: String
  let name: String
  let quote: String
  let role: String
  let comparator: String
  let value: String?
  let min: String?
  let max: String?
  let asWritten: String?
  let targets: [TargetJSON]?
  let unit: String?
  let per: String?
  let kind: String
  let measure: String
  let aggregate: String
  let numerator: String?
  let denominator: String?
  let partOf: String?
  let frequency: String
  let missing: String
  let deadline: DeadlineJSON?
  let from: String?
  let until: String?
  let reportedBy: [String]
  let allocation: [String: String]?
  let benchmark: Bool?
  let continues: String?
  let decimals: Int
  let illustrative: [String]?

  init(_ indicator: Indicator) {
    code = indicator.code
    name = indicator.name
    quote = indicator.quote
    role = indicator.role.rawValue
    comparator = indicator.comparator.rawValue
    value = indicator.value?.description
    min = indicator.range?.lowerBound.description
    max = indicator.range?.upperBound.description
    asWritten = indicator.asWritten
    let changes = indicator.targets.map {
      TargetJSON(from: $0.from.description, value: $0.value.description, basis: $0.basis)
    }
    targets = changes.isEmpty ? nil : changes
    unit = indicator.measure.isEmpty ? nil : indicator.measure
    per = indicator.per
    kind = indicator.kind.rawValue
    measure = indicator.accumulation.rawValue
    aggregate = indicator.aggregate.rawValue
    numerator = indicator.numerator
    denominator = indicator.denominator
    partOf = indicator.partOf
    frequency = indicator.frequency.rawValue
    missing = indicator.missing.rawValue
    deadline = indicator.deadline.map { DeadlineJSON(date: $0.date.description, stated: $0.isStated) }
    from = indicator.from?.description
    until = indicator.until?.description
    reportedBy = indicator.reportedBy
    allocation = indicator.allocation.isEmpty ? nil : indicator.allocation.mapValues(\.description)
    benchmark = indicator.isBenchmark ? true : nil
    continues = indicator.continues
    decimals = indicator.places
    illustrative = Self.fields(indicator.illustrative)
  }

  private static func fields(_ illustrative: Illustrative) -> [String]? {
    switch illustrative {
    case .none: nil
    case .all: ["*"]
    case .fields(let names): names.sorted()
    }
  }
}

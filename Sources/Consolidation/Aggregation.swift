public import PlanModel

/// How the figures of units make one, of each `Indicator.Aggregate`: the value, and the formula over their cells that works
/// out the same.
extension Indicator.Aggregate {
  /// Returns the total of the figures that count; `nil` if none counts.
  ///
  /// - Parameters:
  ///   - values: in the order in which the units report.
  ///   - floor: what each unit has to meet.
  /// - Throws: `FixedDecimalError` if a sum has more digits than a figure.
  public func total(of values: [FixedDecimal], floor: UnitFloor?) throws(FixedDecimalError) -> FixedDecimal? {
    guard let first = values.first else { return nil }
    switch self {
    case .sum:
      var sum = FixedDecimal.zero
      for value in values { sum = try sum.adding(value) }
      return sum
    // One unit reports such a figure; of several the first in table order speaks for all.
    case .latest, .ratio: return first
    case .min, .milestone: return values.min()
    case .max: return values.max()
    case .eachUnitMeets: return floor.map { floor in FixedDecimal(values.count(where: floor.isMet)) }
    }
  }

  /// Returns the formula of the total, without its leading `=`, where at least one of the cells is a number; `nil` where
  /// a formula would be too long.
  public func formula(over cells: AggregatedCells, floor: UnitFloor?) -> String? {
    switch self {
    case .sum:
      // Sums of decimal fractions are rounded, or binary noise decides whether a target is met.
      return cells.places > 0 ? "ROUND(SUM(\(cells.added)),\(Swift.max(6, cells.places)))" : "SUM(\(cells.added))"
    case .latest, .ratio: return cells.first
    case .min, .milestone: return "MIN(\(cells.all))"
    case .max: return "MAX(\(cells.all))"
    case .eachUnitMeets:
      guard let floor else { return nil }
      guard let shared = cells.shared else { return "COUNTIF(\(cells.all),\"\(floor.criterion)\")" }
      // Where several units share a cell, it holds the number of those that meet the floor.
      let beside = cells.unshared.map { "COUNTIF(\($0),\"\(floor.criterion)\")+" } ?? ""
      return "\(beside)N(\(shared))"
    }
  }

  /// True if the total of what stands in the cells is the total of all units, also where several share a cell.
  public var isTotalOfCells: Bool {
    switch self {
    case .sum, .ratio, .latest, .min, .max, .milestone: true
    case .eachUnitMeets: false
    }
  }

  /// The most places that a total has beyond those of its figures: the mean of 3 and 4 would have one.
  public var extraPlaces: Int {
    switch self {
    case .sum, .ratio, .latest, .min, .max, .milestone, .eachUnitMeets: 0
    }
  }
}

/// What each unit has to meet: 每县至少1家.
public struct UnitFloor: Hashable, Sendable {
  public let value: FixedDecimal
  /// Whether meeting it exactly is too little.
  public let isPassed: Bool

  public func isMet(by figure: FixedDecimal) -> Bool { isPassed ? figure > value : figure >= value }

  /// As `COUNTIF` takes it: `>=1`.
  var criterion: String { (isPassed ? ">" : ">=") + value.shortest }
}

extension Indicator {
  /// Returns what each unit has to meet, where that is what counts.
  public func floor(in period: Period) -> UnitFloor? {
    target(in: period).map { UnitFloor(value: $0, isPassed: comparator == .moreThan) }
  }
}

/// The cells of a row in which the units' figures stand, as formulas name them.
public struct AggregatedCells: Hashable, Sendable {
  /// All of them, as a range.
  public let all: String
  /// Those that are added up: without cells that a superior's figure in another cell holds.
  public let added: String
  /// The first number in the order in which the units report, as a formula; `nil` where that would be too long.
  public let first: String?
  /// The cell that several units share; `nil` where none does.
  public let shared: String?
  /// The cells beside the shared one, as a range; `nil` where there are none.
  public let unshared: String?
  /// The most places that a figure has.
  public let places: Int

  public init(all: String, added: String, first: String?, shared: String?, unshared: String?, places: Int) {
    self.all = all
    self.added = added
    self.first = first
    self.shared = shared
    self.unshared = unshared
    self.places = places
  }
}

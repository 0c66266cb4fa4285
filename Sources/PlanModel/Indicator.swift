/// One measurable item of a task: 指标.
public struct Indicator: Hashable, Sendable {
  /// What the words of the plan ask for.
  public enum Role: String, Sendable, CaseIterable {
    /// To be reached: 目标.
    case target
    /// An existing stock that must be dealt with whole: 存量任务.
    case workload
    /// How a target is counted as met.
    case criterion
    /// A direction without a number.
    case direction
    /// A duty that recurs: 制度.
    case mechanism
    /// A policy parameter.
    case param
    /// Background.
    case context
  }

  public enum Comparator: String, Sendable, CaseIterable {
    case atLeast = ">="
    case moreThan = ">"
    case atMost = "<="
    case lessThan = "<"
    case equal = "="
    case approximately = "approx"
    case range
    case complete
  }

  public enum Kind: String, Sendable, CaseIterable {
    case count, ratio, money, length, milestone, list
    /// Words only.
    case text
  }

  /// How figures of several periods belong together; `measure` in the plan file.
  public enum Accumulation: String, Sendable, CaseIterable {
    /// The form takes the period's own figure and adds it up.
    case flow
    /// The form takes the figure since the start of the year.
    case cumulative
    /// A state at the period's end.
    case level
    case milestone
    case list

    /// True for a state: it is not added up over time, may fall, and goes on over the turn of the year.
    public var isState: Bool {
      switch self {
      case .level: true
      case .flow, .cumulative, .milestone, .list: false
      }
    }
  }

  public enum Aggregate: String, Sendable, CaseIterable {
    case sum, ratio, latest, min, max
    case eachUnitMeets = "each-unit-meets"
    case milestone

    /// True if the total is a number of units, whatever their figures are.
    public var countsUnits: Bool { self == .eachUnitMeets }
  }

  /// What a unit that did not report contributes.
  public enum Missing: String, Sendable, CaseIterable {
    case exclude
    case carryMarked = "carry-marked"
  }

  /// A change of the target during the year; it holds from the period on.
  public struct TargetChange: Hashable, Sendable {
    public let from: Period
    public let value: FixedDecimal
    /// The paper that changed it: 文号.
    public let basis: String?

    public init(from: Period, value: FixedDecimal, basis: String?) {
      self.from = from
      self.value = value
      self.basis = basis
    }
  }

  public struct Deadline: Hashable, Sendable {
    public let date: CivilDate
    /// False where the document gives no date.
    public let isStated: Bool

    public init(date: CivilDate, isStated: Bool) {
      self.date = date
      self.isStated = isStated
    }
  }

  /// How much should be done when.
  public enum Pace: Hashable, Sendable {
    case linear
    /// Percentages of the target, at the end of these periods, ascending.
    case points([PacePoint])
    /// Steps by date.
    case milestones([PaceMilestone])
  }

  public struct PacePoint: Hashable, Sendable {
    public let period: Period
    /// 0 to 100.
    public let percentage: FixedDecimal

    public init(period: Period, percentage: FixedDecimal) {
      self.period = period
      self.percentage = percentage
    }
  }

  public struct PaceMilestone: Hashable, Sendable {
    public let date: CivilDate
    public let name: String

    public init(date: CivilDate, name: String) {
      self.date = date
      self.name = name
    }
  }

  /// `2.5.1-02`; never reused.
  public var code: String
  public var name: String
  /// The words in the document.
  public var quote: String
  public var role: Role
  public var comparator: Comparator
  /// `nil` where the document gives none.
  public var value: FixedDecimal?
  /// Both ends of a range.
  public var range: ClosedRange<FixedDecimal>?
  /// The quantity as the document writes it, where `value` is that quantity converted.
  public var asWritten: String?
  /// Ascending by period.
  public var targets: [TargetChange]
  /// Unit of measure; empty where there is none.
  public var measure: String
  /// A floor for each of these (县(市、区), 年); such a value is never simply added up.
  public var per: String?
  public var kind: Kind
  public var accumulation: Accumulation
  public var aggregate: Aggregate
  /// Codes of the parts of a ratio.
  public var numerator: String?
  public var denominator: String?
  /// The code of the total that this is a part of.
  public var partOf: String?
  public var frequency: Period.Kind
  public var missing: Missing
  public var deadline: Deadline?
  public var pace: Pace
  /// The first period in which the pace counts; the year's first month if `nil`.
  public var from: Period?
  public var until: Period?
  /// Ids of units, groups expanded, in table order.
  public var reportedBy: [String] {
    didSet { reporters = Set(reportedBy) }
  }
  private var reporters: Set<String>
  public func isReported(by unit: String) -> Bool { reporters.contains(unit) }

  /// Share of the target by unit id; adds up to the target.
  public var allocation: [String: FixedDecimal]
  /// Compares with something outside; has no value and is never judged by figures.
  public var isBenchmark: Bool
  /// `2023/…`: the indicator of last year's plan that this one carries on.
  public var continues: String?
  /// Digits behind the point that a figure has.
  public var places: Int
  public var illustrative: Illustrative

  public init(
    code: String, name: String, quote: String = "", role: Role = .target, comparator: Comparator = .atLeast,
    value: FixedDecimal? = nil, range: ClosedRange<FixedDecimal>? = nil, asWritten: String? = nil,
    targets: [TargetChange] = [], measure: String = "", per: String? = nil, kind: Kind = .count,
    accumulation: Accumulation = .cumulative, aggregate: Aggregate = .sum, numerator: String? = nil,
    denominator: String? = nil,
    partOf: String? = nil, frequency: Period.Kind = .month, missing: Missing = .exclude, deadline: Deadline? = nil,
    pace: Pace = .linear, from: Period? = nil, until: Period? = nil, reportedBy: [String] = [],
    allocation: [String: FixedDecimal] = [:], isBenchmark: Bool = false, continues: String? = nil, places: Int = 0,
    illustrative: Illustrative = .none
  ) {
    self.code = code
    self.name = name
    self.quote = quote
    self.role = role
    self.comparator = comparator
    self.value = value
    self.range = range
    self.asWritten = asWritten
    self.targets = targets
    self.measure = measure
    self.per = per
    self.kind = kind
    self.accumulation = accumulation
    self.aggregate = aggregate
    self.numerator = numerator
    self.denominator = denominator
    self.partOf = partOf
    self.frequency = frequency
    self.missing = missing
    self.deadline = deadline
    self.pace = pace
    self.from = from
    self.until = until
    self.reportedBy = reportedBy
    reporters = Set(reportedBy)
    self.allocation = allocation
    self.isBenchmark = isBenchmark
    self.continues = continues
    self.places = places
    self.illustrative = illustrative
  }
}

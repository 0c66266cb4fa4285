public import PlanModel

/// The points of one county or department in an evaluation, each with what it comes from.
public struct Score: Hashable, Sendable {
  /// The points of one item: 单项分 = 权重 × min(1, 完成率 ÷ 序时).
  public struct Item: Hashable, Sendable {
    public let indicator: Indicator
    /// The figure of the county; `nil` for a department, whose items have many.
    public let figure: UnitFigure?
    public let state: ProgressState
    public let weight: FixedDecimal
    /// 完成率 in per cent, unrounded; `nil` for an item that is only met or not met.
    public let rate: FixedDecimal?
    /// What the rate is held against: 序时进度 of a quarter, 100 of a year; `nil` as above.
    public let pace: FixedDecimal?
    /// 0 to `weight`, unrounded (10 places).
    public let points: FixedDecimal
  }

  /// Points taken off.
  public struct Deduction: Hashable, Sendable {
    public enum Cause: Hashable, Sendable {
      case late(Period, received: CivilDate?, due: CivilDate?)
      case missing(Period)
      /// With the files that went back.
      case returned(Period, [String])
      /// The months in which the item's light was yellow: each two of them.
      case yellow(code: String, [Lit])
      /// The months in which the item's light was red: once, however many.
      case red(code: String, [Lit])
    }

    /// A light of one month.
    public struct Lit: Hashable, Sendable {
      public let period: Period
      public let item: MonthlySnapshot.LitItem
    }

    public let cause: Cause
    /// Above zero.
    public let points: FixedDecimal
  }

  /// The unit's short name, or a lead's name as written.
  public let name: String
  /// `nil` for a lead that is no unit.
  public let unit: Unit?
  public let items: [Item]
  public let deductions: [Deduction]
  /// What people entered by hand, with evidence.
  public let adjustments: [Adjustment]
  /// Σ points ÷ Σ weights × 100; `nil` without items that are judged.
  public let base: FixedDecimal?
  /// `base` less deductions plus adjustments.
  public let total: FixedDecimal?
  /// One-based; equal totals share a rank and the next one is left out (1, 2, 2, 4). `nil`: not ranked.
  public let rank: Int?
  /// The rank in the evaluation before this one, where there was one.
  public let previousRank: Int?
}

/// Points that a person gives or takes, with evidence: 加减分.
public struct Adjustment: Hashable, Sendable {
  /// Id.
  public let unit: String
  public let period: Period
  /// Below zero takes points off.
  public let points: FixedDecimal
  public let why: String
  public let by: String
  public let at: CivilDate
  /// The file that proves it, and its SHA-256.
  public let evidence: String
  public let digest: String

  public init(
    unit: String, period: Period, points: FixedDecimal, why: String, by: String, at: CivilDate, evidence: String,
    digest: String
  ) {
    self.unit = unit
    self.period = period
    self.points = points
    self.why = why
    self.by = by
    self.at = at
    self.evidence = evidence
    self.digest = digest
  }
}

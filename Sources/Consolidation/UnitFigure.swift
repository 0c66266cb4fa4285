public import PlanModel

/// What one unit contributes to one indicator.
public struct UnitFigure: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    case reported
    /// The unit says that the item does not apply to it.
    case notApplicable
    /// Nothing came in, or the cell was blank: 未报送.
    case notReported
    /// Files of the unit differ here: 待定.
    case disputed
  }

  public let unit: Unit
  public let state: State
  /// The row as the unit reported it, whatever its state; `nil` if no file of the unit counts.
  public let row: Submission.Row?
  /// Who signed the file.
  public let signature: Submission.Signature?
  /// The figure is the last period's, carried since the unit did not report and the plan says to (沿用上期).
  public let isCarried: Bool
  /// A person entered the figure by hand, with evidence (人工).
  public let isManual: Bool
  /// The figure of a superior unit that reports the item too holds this one: it is shown, and in no sum.
  public internal(set) var isPart = false

  public init(
    unit: Unit, state: State, row: Submission.Row?, signature: Submission.Signature?, isCarried: Bool = false,
    isManual: Bool = false
  ) {
    self.unit = unit
    self.state = state
    self.row = row
    self.signature = signature
    self.isCarried = isCarried
    self.isManual = isManual
  }

  /// The figure since the start of the year, if it counts.
  public var cumulative: FixedDecimal? { state == .reported ? row?.cumulative.figure.number : nil }
  /// The period's own figure, if it counts.
  public var current: FixedDecimal? { state == .reported ? row?.current.figure.number : nil }
}

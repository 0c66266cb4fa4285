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

  /// Whose figure it is. The figures of a file share one: a summary has hundreds of thousands.
  public final class Reporter: Hashable, Sendable {
    public let unit: Unit
    /// Who signed the file; `nil` where none counts.
    public let signature: Submission.Signature?

    public init(unit: Unit, signature: Submission.Signature?) {
      self.unit = unit
      self.signature = signature
    }

    public static func == (left: Reporter, right: Reporter) -> Bool {
      left === right || (left.unit == right.unit && left.signature == right.signature)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(unit.id) }
  }

  public let reporter: Reporter
  public let state: State
  /// The row as the unit reported it, whatever its state; `nil` if no file of the unit counts.
  public let row: Submission.Row?
  /// The figure is the last period's, carried since the unit did not report and the plan says to (沿用上期).
  public let isCarried: Bool
  /// A person entered the figure by hand, with evidence (人工).
  public let isManual: Bool
  /// The figure of a superior unit that reports the item too holds this one: it is shown, and in no sum.
  public internal(set) var isPart = false

  public init(
    _ reporter: Reporter, state: State, row: Submission.Row?, isCarried: Bool = false, isManual: Bool = false
  ) {
    self.reporter = reporter
    self.state = state
    self.row = row
    self.isCarried = isCarried
    self.isManual = isManual
  }

  public var unit: Unit { reporter.unit }
  public var signature: Submission.Signature? { reporter.signature }
  /// The figure since the start of the year, if it counts.
  public var cumulative: FixedDecimal? { state == .reported ? row?.figure(in: .cumulative).number : nil }
  /// The period's own figure, if it counts.
  public var current: FixedDecimal? { state == .reported ? row?.figure(in: .current).number : nil }
}

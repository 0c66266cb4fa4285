import PlanModel

extension FileReport {
  /// What becomes of a file.
  public enum Disposition: String, Hashable, Sendable {
    case accepted
    /// Accepted, with items that are not reported.
    case incomplete
    case returned
    /// Nobody's form.
    case refused

    /// True if its figures may count.
    public var isAccepted: Bool { self == .accepted || self == .incomplete }
  }

  public var disposition: Disposition {
    guard candidate != nil else { return .refused }
    guard isAccepted else { return .returned }
    return findings.contains { $0.grade == .error && $0.isOpen } ? .incomplete : .accepted
  }
}

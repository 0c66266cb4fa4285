import PlanModel

/// Who reported: 报送情况 in figures.
public struct Coverage: Hashable, Sendable {
  /// In table order; all units that should report.
  private let units: [UnitReport]

  public init(_ units: [UnitReport]) {
    self.units = units
  }

  /// 应报.
  public var expected: Int { units.count }
  /// 已报: units with a file that counts, be it disputed in places.
  public var reported: Int { units.count(where: \.status.counts) }

  public func count(_ status: SubmissionStatus) -> Int { units.count { $0.status == status } }

  /// Returns the units of this status, in table order.
  public func units(_ status: SubmissionStatus) -> [UnitReport] { units.filter { $0.status == status } }

  /// 缺: nothing came in, or only what was sent back.
  public var lacking: [UnitReport] { units.filter { !$0.status.counts } }

  /// Units that reported and left required items blank: 漏报.
  public var incomplete: [UnitReport] { units.filter { !$0.omitted.isEmpty } }
}

extension ConsolidatedPeriod {
  public var coverage: Coverage { Coverage(units) }
}

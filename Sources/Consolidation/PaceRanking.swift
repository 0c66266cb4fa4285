public import PlanModel

/// A ranking by 达序时率: the share of judged items that are completed or keep up with the pace.
public struct PaceRanking: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    /// The unit's id, or the name as written of a lead that is no unit.
    public let id: String
    /// The unit's short name, or a lead's name as written where the plan knows no such unit.
    public let name: String
    /// One-based; equal rates share a rank and the next one is left out (1, 2, 2, 4). `nil`: not ranked.
    public let rank: Int?
    /// Items judged.
    public let assessed: Int
    /// Of these, completed, ahead or on pace.
    public let onPace: Int

    public init(id: String, name: String, rank: Int?, assessed: Int, onPace: Int) {
      self.id = id
      self.name = name
      self.rank = rank
      self.assessed = assessed
      self.onPace = onPace
    }

    /// In per cent, unrounded (10 places); `nil` without items.
    public var rate: FixedDecimal? {
      assessed > 0 ? try? FixedDecimal(onPace * 100).divided(by: FixedDecimal(assessed), places: 10).normalized : nil
    }
  }

  /// Somebody to be ranked.
  struct Entrant {
    let id: String
    let name: String
    /// False for a unit that did not report: it is listed apart.
    let isRanked: Bool
    let assessed: Int
    let onPace: Int
  }

  /// Best first, then those that are not ranked; equal ones in the order given.
  public let lines: [Line]

  init(_ entrants: [Entrant]) {
    let ranked = entrants.enumerated().filter { $0.element.isRanked && $0.element.assessed > 0 }
    let ordered = ranked.sorted { left, right in
      // a/b > c/d without dividing: unrounded values decide.
      let (a, b) = (
        left.element.onPace * right.element.assessed, right.element.onPace * left.element.assessed
      )
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
    var lines: [Line] = []
    for (index, entrant) in ordered.enumerated() {
      let ahead = index > 0 ? ordered[index - 1] : nil
      let isTie = ahead.map { $0.onPace * entrant.assessed == entrant.onPace * $0.assessed } ?? false
      let rank = isTie ? lines[index - 1].rank : index + 1
      lines.append(
        Line(id: entrant.id, name: entrant.name, rank: rank, assessed: entrant.assessed, onPace: entrant.onPace))
    }
    self.lines =
      lines
      + entrants.filter { !$0.isRanked || $0.assessed == 0 }.map {
        Line(id: $0.id, name: $0.name, rank: nil, assessed: $0.assessed, onPace: $0.onPace)
      }
  }
}

extension ConsolidatedPeriod {
  /// Returns the ranking of the counties by their own figures against their own shares; a county that did not report is
  /// not ranked.
  public func countyRanking() throws(FixedDecimalError) -> PaceRanking {
    let results = try resultsByUnit()
    var entrants: [PaceRanking.Entrant] = []
    for id in plan.reporting.counties {
      guard let unit = plan.unit(id: id) else { continue }
      let own = results[id] ?? []
      entrants.append(
        .init(
          id: id, name: unit.short, isRanked: reports(id), assessed: own.count, onPace: own.count(where: \.isOnPace)))
    }
    return PaceRanking(entrants)
  }

  /// The lead departments by the results that they lead in the first place.
  public var leadRanking: PaceRanking {
    PaceRanking(
      leadGroups.map { group in
        PaceRanking.Entrant(
          id: group.unit?.id ?? group.name, name: group.unit?.short ?? group.name,
          isRanked: group.unit.map { reports($0.id) } ?? true,
          assessed: group.results.count(where: \.isAssessed),
          onPace: group.results.count(where: \.state.isKept))
      })
  }

  /// Returns true unless the unit should have reported and nothing of it counts.
  private func reports(_ id: String) -> Bool { report(of: id)?.status.counts ?? true }
}

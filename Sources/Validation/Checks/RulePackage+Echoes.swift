public import PlanModel

extension RulePackage {
  /// Returns the findings without those that are only the echo of another one on the same row.
  ///
  /// An echo is never graver than what hides it, and what asks nothing of anybody hides nothing.
  public func withoutEchoes(_ findings: [Finding]) -> [Finding] {
    let roots = findings.filter { $0.isOpen && $0.indicator != nil && Self.echoes[$0.rule] != nil }
    guard !roots.isEmpty else { return findings }
    return findings.filter { finding in
      !roots.contains { root in
        root.indicator == finding.indicator && root.rule != finding.rule && root.grade <= finding.grade
          && Self.echoes[root.rule]?.hide(finding.rule) == true
      }
    }
  }

  private enum Echoes {
    /// Everything else that is said of the row.
    case all
    case some(Set<String>)

    func hide(_ rule: String) -> Bool {
      switch self {
      case .all: true
      case .some(let rules): rules.contains(rule)
      }
    }
  }

  private static let echoes: [String: Echoes] = {
    func some(_ rules: BuiltInRule...) -> Echoes { .some(Set(rules.map(\.rawValue))) }
    let echoes: [BuiltInRule: Echoes] = [
      // A row that slipped by a column, and one that stands twice, are read wrongly from end to end.
      .figureInUnit: .all, .rowDuplicated: .all,
      // Of a list that was not read nothing can be counted.
      .columnMissing: some(.listDiffers), .sheetsDiffer: some(.listDiffers),
      .measureShift: some(.overTarget, .suddenIncrease, .farFromLastYear),
      // Where the last figure is in doubt, so is everything that is compared with it.
      .previousDiffers: some(.fellExplained, .suddenIncrease, .monthsNotAdding),
    ]
    return Dictionary(uniqueKeysWithValues: echoes.map { ($0.key.rawValue, $0.value) })
  }()
}

internal import PlanModel

/// The fields of one indicator must fit together.
struct IndicatorCheck {
  let draft: IndicatorDraft
  let indicator: Indicator
  let log: ProblemLog

  func run() {
    checkValue()
    checkAllocation()
    checkRatio()
    checkAggregate()
  }

  private func checkValue() {
    guard let value = indicator.value else { return }
    let reason: String? =
      if indicator.isBenchmark {
        "benchmark: true"
      } else if indicator.comparator == .complete {
        "comparator: complete"
      } else if !indicator.isNumeric {
        "kind: \(indicator.kind.rawValue)"
      } else {
        nil
      }
    if let reason {
      log.add(.valueNotAllowed, at: draft.valuePlace, found: value.description, expected: .literal(reason))
    }
  }

  private func checkAllocation() {
    guard !indicator.allocation.isEmpty else { return }
    guard let value = indicator.value else {
      if !draft.hasValue { log.add(.allocationWithoutTarget, at: draft.allocationPlace, found: "") }
      return
    }
    var sum = FixedDecimal.zero
    for share in draft.allocation {
      guard let next = try? sum.adding(share.value.share) else {
        log.add(.badValue, at: share, found: share.value.share.description, expected: .decimal)
        return
      }
      sum = next
    }
    if sum != value {
      log.add(
        .allocationSum, at: draft.allocationPlace, found: sum.shortest, expected: .literal(value.shortest))
    }
  }

  private func checkRatio() {
    let isComputed = indicator.kind == .ratio && indicator.aggregate == .ratio
    let keys = draft.references.map(\.key)
    for key in ["numerator", "denominator"] {
      if isComputed, !keys.contains(key) {
        log.add(.ratioWithoutParts, at: draft.aggregate, found: "", expected: .literal(key))
      } else if !isComputed, let reference = draft.references.first(where: { $0.key == key }) {
        log.add(.partsWithoutRatio, at: reference.code, found: key)
      }
    }
  }

  private func checkAggregate() {
    let fits =
      switch indicator.aggregate {
      case .milestone: indicator.isDated
      case .ratio: indicator.kind == .ratio
      default: !indicator.isDated
      }
    if !fits {
      log.add(
        .aggregate, at: draft.aggregate, found: indicator.aggregate.rawValue,
        expected: .literal(indicator.kind.rawValue))
    }
    if indicator.aggregate == .eachUnitMeets, indicator.per == nil || indicator.value == nil {
      log.add(.perMissing, at: draft.aggregate, found: "")
    }
  }
}

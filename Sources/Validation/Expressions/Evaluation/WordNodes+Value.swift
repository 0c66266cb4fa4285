import PlanModel

extension DateNode {
  func value(in context: some ExpressionContext) -> CivilDate? {
    switch self {
    case .none: nil
    case .literal(let date): date
    case .figure(let reference): context.figure(reference).countedDay
    case .choice(let condition, let yes, let no):
      switch condition.verdict(in: context) {
      case .holds: yes.value(in: context)
      case .fails: no.value(in: context)
      case .notApplicable: nil
      }
    }
  }
}

extension TextNode {
  func value(in context: some ExpressionContext) -> String? {
    switch self {
    case .none: nil
    case .literal(let text): text
    case .figure(let reference): context.figure(reference).countedText
    case .choice(let condition, let yes, let no):
      switch condition.verdict(in: context) {
      case .holds: yes.value(in: context)
      case .fails: no.value(in: context)
      case .notApplicable: nil
      }
    }
  }
}

import PlanModel

/// A condition whose parts fit together.
indirect enum TruthNode: Hashable, Sendable {
  case and([TruthNode])
  case or([TruthNode])
  case not(TruthNode)
  case choice(TruthNode, then: TruthNode, else: TruthNode)
  case numbers(NumberNode, ComparisonOperator, NumberNode, within: NumberNode?)
  case dates(DateNode, ComparisonOperator, DateNode)
  case texts(TextNode, isEqual: Bool, TextNode)
  case oneOf(TextNode, [String])
  case contains(TextNode, String)
  /// `nil` for a row that the plan does not have, which is blank.
  case state(Reference?, FigureState, in: FigureKind)
  case explained
  case noted(String)
}

/// A number whose units of measure fit together.
indirect enum NumberNode: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    /// − or ÷.
    let isInverse: Bool
    let node: NumberNode
  }

  /// One of-which row, with the power of ten that takes it to the unit of the sum.
  struct Part: Hashable, Sendable {
    let reference: Reference
    let exponent: Int
  }

  case none
  case literal(FixedDecimal)
  case figure(Reference)
  /// Times a power of ten: another unit of the same family.
  case scaled(NumberNode, exponent: Int)
  case sum([Term])
  case product([Term])
  case absolute(NumberNode)
  case least([NumberNode])
  case greatest([NumberNode])
  case round(NumberNode, places: Int)
  case days(DateNode, DateNode)
  case partsTotal([Part])
  case listTotal(String)
  case listCount(ListTest?)
  case choice(TruthNode, then: NumberNode, else: NumberNode)
}

indirect enum DateNode: Hashable, Sendable {
  case none
  case literal(CivilDate)
  case figure(Reference)
  case choice(TruthNode, then: DateNode, else: DateNode)
}

indirect enum TextNode: Hashable, Sendable {
  case none
  case literal(String)
  case figure(Reference)
  case choice(TruthNode, then: TextNode, else: TextNode)
}

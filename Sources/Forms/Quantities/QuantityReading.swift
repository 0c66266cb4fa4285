package import PlanModel

/// What the text of a cell for numbers says: a word, a quantity, or why it is not taken.
package enum QuantityReading: Hashable, Sendable {
  /// Nothing but space, or 空.
  case blank
  /// 无, 零: nothing happened, and that is reported.
  case nilReturn
  /// —, /, 不适用: the item does not apply.
  case notApplicable
  case quantity(Quantity)
  /// Several numbers: `4-5家`, `三五户`, `1,2或3`.
  case range
  /// The values that the text may mean, at least two.
  case ambiguous([FixedDecimal])
  /// A bare number between 0 and 1 where per cent are asked for; the value is a hundred times it.
  case bareFraction(FixedDecimal)
  /// A unit of measure that is not the column's and does not convert into it.
  case foreignMeasure(String)
  /// The first character that does not fit.
  case unfit(Character)
}

/// A number that was written with one meaning.
package struct Quantity: Hashable, Sendable {
  /// In the column's unit of measure.
  package var value: FixedDecimal
  /// A word such as 约 or 左右 stands with it.
  package var isApproximate = false
  /// A word such as 已完成 stands before it.
  package var isInWords = false
  /// Its minus is written in another way than `-`: `(5)`, `负5`, `△5`, `5-`.
  package var isMarkedNegative = false
}

/// What a column is for. It decides what a figure in it counts as: a day in a column for numbers is no number.
public enum FigureKind: Hashable, Sendable {
  /// With the unit of measure; `nil` if none is known.
  case number(unit: String?)
  case date
  case text
}

package import PlanModel

/// What a text says as a day.
package enum DayReading: Hashable, Sendable {
  case day(CivilDate, precision: Figure.DatePrecision)
  /// The days that the text may mean, at least two.
  case ambiguous([CivilDate])
  /// No day, or one that the calendar does not have.
  case notADay
}

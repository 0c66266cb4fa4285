/// What a cell holds, as a person sees it: a date is a date here, not the number that the file stores.
///
/// A cell without a value has no `CellValue`; the empty string is no value either.
public enum CellValue: Hashable, Sendable {
  /// Finite, never NaN.
  case number(Double)
  case string(String)
  case boolean(Bool)
  /// The text of an error, as in `#DIV/0!`.
  case error(String)
  case date(CalendarMoment)
  case time(TimeOfDay)
  case duration(ElapsedTime)
}

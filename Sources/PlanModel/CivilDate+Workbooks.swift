package import SpreadsheetML

extension CivilDate {
  /// The midnight with which the day begins, as workbooks have it.
  package var midnight: CalendarMoment? {
    CalendarDay(year: year, month: month, day: day).map { CalendarMoment(day: $0) }
  }
}

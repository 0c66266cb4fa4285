public import SpreadsheetML

extension CellValue: CellDecodable {
  public static var expectation: String { "a value" }
  public init?(cellValue: CellValue) { self = cellValue }
}

extension Double: CellDecodable {
  public static var expectation: String { "a number" }
  public init?(cellValue: CellValue) {
    guard case .number(let number) = cellValue else { return nil }
    self = number
  }
}

extension Int: CellDecodable {
  public static var expectation: String { "a whole number" }
  /// `nil` also for a number that is not whole.
  public init?(cellValue: CellValue) {
    guard case .number(let number) = cellValue else { return nil }
    self.init(exactly: number)
  }
}

extension Bool: CellDecodable {
  public static var expectation: String { "TRUE or FALSE" }
  public init?(cellValue: CellValue) {
    guard case .boolean(let flag) = cellValue else { return nil }
    self = flag
  }
}

extension String: CellDecodable {
  public static var expectation: String { "text" }
  /// Text as it is; `nil` for a number, which has many forms.
  public init?(cellValue: CellValue) {
    guard case .string(let text) = cellValue else { return nil }
    self = text
  }
}

extension CalendarMoment: CellDecodable {
  public static var expectation: String { "a date" }
  public init?(cellValue: CellValue) {
    guard case .date(let moment) = cellValue else { return nil }
    self = moment
  }
}

extension CalendarDay: CellDecodable {
  public static var expectation: String { "a date without a time" }
  /// `nil` also for a date with a time of day.
  public init?(cellValue: CellValue) {
    guard case .date(let moment) = cellValue, moment.time == .midnight else { return nil }
    self = moment.day
  }
}

extension TimeOfDay: CellDecodable {
  public static var expectation: String { "a time of day" }
  public init?(cellValue: CellValue) {
    guard case .time(let time) = cellValue else { return nil }
    self = time
  }
}

extension ElapsedTime: CellDecodable {
  public static var expectation: String { "a duration" }
  public init?(cellValue: CellValue) {
    guard case .duration(let elapsed) = cellValue else { return nil }
    self = elapsed
  }
}

import PlanModel

/// What a figure counts as in an expression, by what its column is for.
extension Figure {
  /// Magnitudes from 10^15 on are no figures: a spreadsheet does not hold them to the last digit.
  private static let largestExponent = 15
  /// Digits behind the point that count.
  static let countedPlaces = 15

  /// The number that counts: 无 is 0, and anything but a number is none.
  var counted: FixedDecimal? {
    switch self {
    case .decimal(let value):
      guard value.isBelow(powerOfTen: Self.largestExponent) else { return nil }
      return value.limited(to: Self.countedPlaces)
    case .nilReturn: return .zero
    default: return nil
    }
  }

  /// The day that counts, from 1900-03-01 on.
  var countedDay: CivilDate? {
    guard case .date(let day, _) = self, day.isOfSpreadsheets else { return nil }
    return day
  }

  /// The text that counts: of a cell for words, whatever stands there.
  var countedText: String? {
    switch self {
    case .text(let text): text.isEmpty ? nil : text
    case .nilReturn: "无"
    case .notApplicable: "—"
    case .decimal(let value): value.shortest
    case .date(let day, _): day.description
    case .blank: nil
    }
  }

  /// Returns true if the figure is in this state in a column of this kind; it is in one state of all, but for 0, which
  /// is a number too.
  func has(_ state: FigureState, in kind: FigureKind) -> Bool {
    if state == .blank { return self == .blank || self == .text("") }
    if self == .blank || self == .text("") { return false }
    switch (kind, self) {
    case (.text, _): return state == .text
    case (_, .nilReturn): return state == .nil
    case (_, .notApplicable): return state == .dash
    case (.number, _):
      guard let counted else { return state == .text }
      return state == .number || state == .zero && counted.isZero
    case (.date, _): return state == (countedDay == nil ? .text : .date)
    }
  }
}

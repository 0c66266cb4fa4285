/// What a unit reported in one cell. Blank, 0, 无 and — are four different things.
public enum Figure: Hashable, Sendable {
  case decimal(FixedDecimal)
  case text(String)
  case date(CivilDate, precision: DatePrecision)
  /// — or /: the item does not apply to the unit.
  case notApplicable
  /// 无 or 零 in a cell for numbers: nothing happened, and that was reported (零报告). Counts as 0.
  case nilReturn
  case blank

  /// How much of a date was written.
  public enum DatePrecision: String, Hashable, Sendable {
    case day, month, quarter, year
  }

  /// The number that counts in sums; `nil` where there is none.
  public var number: FixedDecimal? {
    switch self {
    case .decimal(let value): value
    case .nilReturn: 0
    default: nil
    }
  }

  public var date: CivilDate? {
    if case .date(let day, _) = self { day } else { nil }
  }

  /// As messages name it: a plain decimal, a day in ISO form, or the word.
  public var plain: String {
    switch self {
    case .decimal(let value): value.shortest
    case .date(let day, _): day.description
    case .text(let text): text
    case .nilReturn: "无"
    case .notApplicable: "—"
    case .blank: "空白"
    }
  }
}

/// How a number is shown: a format code, and whether it makes the number a date.
///
/// What a person sees of a number, where that is not the number itself, is told by `display(of:)`.
public struct NumberFormat: Hashable, Sendable {
  /// What a number with this format is.
  public enum Kind: Hashable, Sendable {
    /// A number.
    case general
    /// A date or a time of day.
    case date
    /// An elapsed time, as with `[h]:mm`.
    case duration
  }

  /// The format code as written, as in `yyyy"年"m"月"`.
  public let code: String
  public let kind: Kind
  /// Whether the number is shown as per cent: 0.65 as 65%.
  public let isPercentage: Bool
  /// Whether the code has more in it than digits, so that `display(of:)` has to look.
  let showsMore: Bool

  public static let general = NumberFormat(code: "General")

  /// Classifies a format code. Cost: one pass over its first section.
  /// - Source: ECMA-376 Part 1, 18.8.31.
  public init(code: String) {
    self.code = code
    let scan = FormatCodeScan(code)
    kind = scan.isDuration ? .duration : scan.isDate ? .date : .general
    isPercentage = scan.isPercentage
    showsMore = kind == .general && Self.showsMore(code)
  }

  /// What a number is under this format.
  public func value(of number: Double, in system: DateSystem) -> CellValue {
    switch kind {
    case .general: .number(number)
    case .date: SerialDate(number, system: system).dateValue
    case .duration: SerialDate(number, system: system).durationValue
    }
  }
}

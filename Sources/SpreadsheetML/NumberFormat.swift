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
  public var code: String { storage.code }
  public var kind: Kind { storage.kind }
  /// Whether the number is shown as per cent: 0.65 as 65%.
  public var isPercentage: Bool { storage.isPercentage }
  /// Whether the code has more in it than digits, so that `display(of:)` has to look.
  var showsMore: Bool { storage.showsMore }
  /// The sections of the code, where something has to look at them; empty for the usual codes.
  var sections: [FormatSection] { storage.sections }

  /// What a person sees of numbers under each of the sections; empty where `display(of:)` need not look.
  var displays: [SectionDisplay] { storage.displays }
  /// What is seen before, between and behind a text that is shown once or more, or instead of it; `nil` where the text is
  /// seen as it is.
  var aroundText: [String]? { storage.aroundText }

  /// Cells by the thousand share a format: what the code says is worked out once.
  private let storage: Storage

  private final class Storage: Sendable {
    let code: String
    let kind: Kind
    let isPercentage: Bool
    let showsMore: Bool
    let sections: [FormatSection]
    let displays: [SectionDisplay]
    let aroundText: [String]?

    init(code: String) {
      self.code = code
      let scan = FormatCodeScan(code)
      kind = scan.isDuration ? .duration : scan.isDate ? .date : .general
      isPercentage = scan.isPercentage
      showsMore = kind == .general && NumberFormat.showsMore(code)
      sections = showsMore || kind == .date || code.utf8.contains(UInt8(ascii: "@")) ? FormatSection.sections(code) : []
      displays = showsMore ? sections.map(SectionDisplay.init) : []
      // The fourth section is for texts, whatever is in it.
      aroundText = (sections.count > 3 ? sections[3] : sections.last(where: \.hasText))?.aroundText
    }
  }

  public static let general = NumberFormat(code: "General")

  /// Classifies a format code. Cost: one pass over it.
  /// - Source: ECMA-376 Part 1, 18.8.31.
  public init(code: String) { storage = Storage(code: code) }

  public static func == (left: NumberFormat, right: NumberFormat) -> Bool {
    left.storage === right.storage || left.code == right.code
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// Returns what a number is under this format.
  public func value(of number: Double, in system: DateSystem) -> CellValue {
    switch kind {
    case .general: .number(number)
    case .date: SerialDate(number, system: system).dateValue
    case .duration: SerialDate(number, system: system).durationValue
    }
  }
}

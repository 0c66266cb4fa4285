import PlanModel

/// A figure as text: what stands in a record and in the ledger's views.
///
/// `12.50`, `无`, `—`, `2024-06-12` (with ` month` behind it where no more was written), `“words`, nothing for blank.
enum FigureCode {
  /// Stands before words, so that no word reads as a figure.
  private static let quote: Character = "“"

  static func text(_ figure: Figure) -> String {
    switch figure {
    case .decimal(let value): value.description
    case .text(let words): "\(quote)\(words)"
    case .date(let day, .day): day.description
    case .date(let day, let precision): "\(day) \(precision.rawValue)"
    case .notApplicable: "—"
    case .nilReturn: "无"
    case .blank: ""
    }
  }

  /// Returns the figure of a text; `nil` for a text that no figure makes.
  static func figure(_ text: String) -> Figure? {
    switch text {
    case "": return .blank
    case "—": return .notApplicable
    case "无": return .nilReturn
    case _ where text.first == quote: return .text(String(text.dropFirst()))
    default: break
    }
    if let value = FixedDecimal(text) { return .decimal(value) }
    let parts = text.split(separator: " ", maxSplits: 1)
    guard let day = parts.first.flatMap({ CivilDate(String($0)) }) else { return nil }
    guard parts.count == 2 else { return .date(day, precision: .day) }
    return Figure.DatePrecision(rawValue: String(parts[1])).map { .date(day, precision: $0) }
  }
}

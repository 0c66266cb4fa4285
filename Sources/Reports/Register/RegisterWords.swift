import Consolidation
import PlanModel

/// What the units say about one item: the leads' own words first, then the others' with the unit's name before them.
struct RegisterWords {
  let period: ConsolidatedPeriod
  let result: IndicatorResult

  /// The units' figures, leads first in their order, then by the table.
  ///
  /// A ratio is not reported itself: what is said about it stands beside its parts.
  private let figures: [UnitFigure]
  /// What the leads say of the whole task: once, beside the first of its items that counties report on.
  private let lineWords: [ConsolidatedPeriod.LineWords]
  /// The id of the first lead.
  private let firstLead: String?

  init(period: ConsolidatedPeriod, result: IndicatorResult) {
    self.period = period
    self.result = result
    let codes = [result.indicator.numerator, result.indicator.denominator].compactMap { $0 }
    let parts = codes.compactMap { period.result(code: $0) }
    let all = parts.isEmpty ? result.figures : parts.flatMap(\.figures)
    let leads = result.task.leads.map { period.plan.unit(named: $0)?.id }
    firstLead = leads.first ?? nil
    let first = period.results.first { other in
      other.task.id == result.task.id && other.figures.contains { $0.unit.kind == .county }
    }
    lineWords = first?.indicator.code == result.indicator.code ? period.lineWords(of: result.task) : []
    figures =
      leads.compactMap(\.self).flatMap { lead in all.filter { $0.unit.id == lead } }
      + all.filter { !leads.contains($0.unit.id) }
  }

  /// A column of words.
  enum Column {
    case progress, problems, nextSteps

    func entry(_ row: Submission.Row) -> Submission.Entry {
      switch self {
      case .progress: row.progress
      case .problems: row.problems
      case .nextSteps: row.nextSteps
      }
    }

    func entry(_ words: LineReview.Words) -> Submission.Entry {
      switch self {
      case .progress: words.progress
      case .problems: words.problems
      case .nextSteps: words.nextSteps
      }
    }
  }

  /// Returns one of the columns of words, joined; 未报送 if no unit reported.
  func text(_ column: Column) -> String {
    var said: [String] = []
    var known: Set<String> = []
    let own = figures.compactMap { figure in
      figure.row.flatMap { Self.words(column.entry($0).figure) }.map { (unit: figure.unit, words: $0) }
    }
    let ofLine = lineWords.compactMap { line in
      Self.words(column.entry(line.words).figure).map { (unit: line.unit, words: $0) }
    }
    for (unit, words) in ofLine + own {
      let line = unit.id == firstLead ? words : "\(unit.short)：\(words)"
      if known.insert(line).inserted { said.append(line) }
    }
    if said.isEmpty, !figures.isEmpty, figures.allSatisfy({ $0.state == .notReported }) { return "未报送" }
    return Self.joined(said)
  }

  /// As many UTF-16 units as a cell holds, with room for a word on them.
  private static let most = 32_000

  /// Returns the texts, one below the other; where a cell does not hold them all, of each long one its beginning: one unit's
  /// words do not push out another's.
  private static func joined(_ texts: [String]) -> String {
    guard texts.count > 1, texts.reduce(0, { $0 + $1.utf16.count + 1 }) > most else {
      return texts.joined(separator: "\n")
    }
    let share = most / texts.count
    return texts.map { text in
      guard text.utf16.count > share else { return text }
      let end = "……（共\(text.count)字，其余见报送件）"
      return text.prefix(max(0, share - end.utf16.count - 1)) + end
    }.joined(separator: "\n")
  }

  private static func words(_ figure: Figure) -> String? {
    switch figure {
    case .text(let text): text.isEmpty ? nil : PersonalData.masked(text)
    case .decimal(let value): value.description
    case .date(let day, _): day.chinese
    case .nilReturn: "无"
    case .notApplicable: "—"
    case .blank: nil
    }
  }

  /// Who signed for the first unit that reported.
  var signature: Submission.Signature? { figures.lazy.compactMap(\.signature).first }
}

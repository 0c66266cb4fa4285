import PlanModel

@testable import Validation

/// Writes random rules about an indicator that fit by their making: no part is tried and thrown away.
struct RuleGenerator {
  var random: Scrambler
  let scale: Scale
  let scope: TypingScope
  /// References by the family of their unit (`date` and `text` for those of days and words), then by subject.
  private let references: [String: [[Reference]]]

  init(seed: UInt64, scale: Scale, scope: TypingScope) {
    random = Scrambler(seed: seed)
    self.scale = scale
    self.scope = scope
    references = Self.references(in: scope)
  }

  private static let subjects: [Reference.Subject] =
    [.own, .last, .lastYear, .numerator, .denominator, .total]
    + ExpressionPlan.plan.indicators.map { .indicator($0.code) }

  private static func references(in scope: TypingScope) -> [String: [[Reference]]] {
    var references: [String: [[Reference]]] = [:]
    for subject in subjects {
      var own: [String: [Reference]] = [:]
      for column in Reference.Column.allCases {
        let reference = Reference(subject, column)
        guard let meaning = try? scope.meaning(of: reference, at: 0), meaning.reference != nil else { continue }
        own[name(of: meaning.kind), default: []].append(reference)
      }
      for (family, list) in own { references[family, default: []].append(list) }
    }
    return references
  }

  private static func name(of kind: FigureKind) -> String {
    switch kind {
    case .number(let unit): Scale.family(unit ?? "")
    case .date: "date"
    case .text: "text"
    }
  }

  // MARK: Choosing

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[random.next(below: elements.count)] }

  mutating func chance(_ percent: Int) -> Bool { random.next(below: 100) < percent }

  /// One of several makers, each as often as its weight says.
  mutating func choose(_ makers: [(weight: Int, make: (inout RuleGenerator) -> String)]) -> String {
    var rest = random.next(below: makers.reduce(0) { $0 + $1.weight })
    for (weight, make) in makers {
      if rest < weight { return make(&self) }
      rest -= weight
    }
    return ""
  }

  // MARK: Words

  mutating func spelling(_ word: Word) -> String {
    pick(Word.spellings.first { $0.word == word }?.spellings ?? [""])
  }

  mutating func keyword(_ keyword: Word.Keyword) -> String { " \(spelling(.keyword(keyword))) " }

  mutating func call(_ function: Word.Function, _ arguments: String) -> String {
    "\(spelling(.function(function)))(\(arguments))"
  }

  /// A reference of a family; `nil` if the indicator has none.
  mutating func reference(_ family: String) -> String? {
    guard let subjects = references[family] else { return nil }
    // The own row stands first, and is what most rules are about.
    let reference = pick(chance(40) ? subjects[0] : pick(subjects))
    let column = spelling(.column(reference.column))
    switch reference.subject {
    case .own: return column
    case .indicator(let code): return "[\(code)].\(column)"
    default: return "\(spelling(.subject(reference.subject))).\(column)"
    }
  }

  /// A family that the indicator has numbers of.
  mutating func family() -> String {
    let own = scope.indicator.map { Scale.family($0.measure.unitOfMeasure) } ?? ""
    if chance(60), references[own] != nil { return own }
    return pick(["元", "户", ""])
  }
}

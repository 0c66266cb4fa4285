/// A number as text of a formula.
struct FormulaNumber {
  /// Conditions under which the value is known; each is TRUE or FALSE, never an error.
  var known: [String] = []
  var value: String
  /// True if the value needs brackets as a factor or behind a minus.
  var isSum = false
  /// True if it needs them as a divisor too.
  var isProduct = false
  /// True if the value may be an error where it is not known.
  var canFail = false
  /// The magnitude is below 10 to this power.
  var digits: Int
  /// Texts whose largest is the largest number that takes part; empty where that is below 10^8.
  var magnitude: [String] = []
  /// True if only whole numbers take part, which need no rounding.
  var isWhole = false

  var factor: String { isSum ? "(\(value))" : value }
  var divisor: String { isSum || isProduct ? "(\(value))" : value }
  /// The largest number that takes part, as one text.
  var largest: String { magnitude.isEmpty ? "ABS(\(value))" : Self.largest(of: magnitude) }

  static func largest(of terms: [String]) -> String {
    terms.count == 1 ? terms[0] : "MAX(\(terms.joined(separator: ",")))"
  }
}

/// A text or a day as text of a formula.
struct WordText {
  var known: [String] = []
  var value: String
}

/// A condition as two texts of formulas: one is TRUE where it holds, the other where it fails, and neither is ever an error.
struct TruthText {
  /// Of which all must be TRUE, or one.
  enum Clause {
    case all([String])
    case any([String])

    var text: String {
      switch self {
      case .all(let parts): Self.joined(parts, "AND", ifEmpty: "TRUE")
      case .any(let parts): Self.joined(parts, "OR", ifEmpty: "FALSE")
      }
    }

    private static func joined(_ parts: [String], _ function: String, ifEmpty: String) -> String {
      switch parts.count {
      case 0: ifEmpty
      case 1: parts[0]
      default: "\(function)(\(parts.joined(separator: ",")))"
      }
    }

    /// The parts of a conjunction, or the whole as one.
    var conjuncts: [String] { if case .all(let parts) = self { parts } else { [text] } }
    var disjuncts: [String] { if case .any(let parts) = self { parts } else { [text] } }
  }

  var holds: Clause
  var fails: Clause
  /// Where the condition is one value that is known under some conditions: shorter than the two texts.
  var plain: (known: [String], value: String, denial: String)?

  var negated: TruthText {
    var negated = TruthText(holds: fails, fails: holds)
    negated.plain = plain.map { ($0.known, $0.denial, $0.value) }
    return negated
  }

  /// Always known.
  init(_ text: String, denial: String? = nil) {
    self.init(known: [], value: text, denial: denial ?? "NOT(\(text))", canFail: false)
  }

  init(holds: Clause, fails: Clause) {
    self.holds = holds
    self.fails = fails
  }

  /// A value that is known under conditions, and its denial.
  init(known: [String], value: String, denial: String, canFail: Bool) {
    let known = known.distinct
    let guarded = { (value: String) -> Clause in
      canFail && !known.isEmpty
        ? .all(["IF(\(Clause.all(known).text),\(value),FALSE)"]) : .all(known + [value])
    }
    holds = guarded(value)
    fails = guarded(denial)
    plain = (known, value, denial)
  }
}

extension [String] {
  /// Each once, in the order of the first.
  var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

internal import Forms
internal import FoundationEssentials
internal import PlanModel

/// Reads quantities for another program: a line of JSON in, a line of JSON out.
struct QuantityLines {
  private struct Question: Decodable {
    let text: String
    let measure: String
    /// `current` where the column holds the period's own figures.
    var column: String?
    /// The unit of measure of numbers that name none.
    var bare: String?
  }

  private struct Answer: Encodable {
    /// `quantity`, or why no number was taken.
    let reading: String
    var value: String?
    var marks: [String]?
    /// What the text may mean.
    var values: [String]?
    /// The first character that does not fit, or the unit of measure that does not convert.
    var at: String?
  }

  /// Answers every line of standard input on standard output.
  func run() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    while let line = readLine() {
      let question = try JSONDecoder().decode(Question.self, from: Data(line.utf8))
      print(String(decoding: try encoder.encode(Self.answer(question)), as: UTF8.self))
    }
  }

  private static func answer(_ question: Question) -> Answer {
    let grammar = QuantityGrammar(
      measure: question.measure, bareMeasure: question.bare, takesCumulative: question.column != "current")
    switch grammar.read(question.text) {
    case .blank: return Answer(reading: "blank")
    case .nilReturn: return Answer(reading: "nil")
    case .notApplicable: return Answer(reading: "not-applicable")
    case .range: return Answer(reading: "range")
    case .ambiguous(let values): return Answer(reading: "ambiguous", values: values.map(\.shortest))
    case .bareFraction(let value): return Answer(reading: "bare-fraction", value: value.shortest)
    case .foreignMeasure(let written): return Answer(reading: "foreign-measure", at: written)
    case .unfit(let character): return Answer(reading: "unfit", at: String(character))
    case .quantity(let quantity):
      let marks = [
        (quantity.isApproximate, "approximate"), (quantity.isInWords, "in-words"),
        (quantity.isMarkedNegative, "marked-negative"),
      ]
      return Answer(
        reading: "quantity", value: quantity.value.shortest, marks: marks.filter(\.0).map(\.1))
    }
  }
}

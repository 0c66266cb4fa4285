import PlanModel
import SpreadsheetML
import Validation

/// Understands what stands in a cell for a number: by the grammar of quantities, or as the number that is stored.
///
/// What has one reading is taken, and a way of writing that was normalised is logged. What has two readings is not taken and
/// asked about; what has none goes back.
struct NumberReader {
  /// The unit of measure that the form asks for.
  let measure: String
  /// The unit of measure of numbers that name none, where it is another one.
  var written: String?
  /// False in a column of the period's own figures.
  var takesCumulative = true
  /// False where the figure must be whole.
  var takesFractions = true
  /// The unit of measure in which the row was filled, where that is of another kind: no number of it is taken.
  var foreign: String?

  /// A number that fits the column, for messages.
  private var example: String { measure == "%" ? "65" : "80" }

  func read(_ cell: SourceCell) -> CellInterpretation {
    let understood = readAlone(cell)
    // Of what is not taken anyhow the reason has been said.
    if understood.figure == .blank, !understood.remarks.isEmpty { return understood }
    guard let other = cell.others.first(where: { readAlone($0).figure != understood.figure }) else { return understood }
    let seen = shown(other) ?? other.dayShown ?? other.text
    return .unreadable(
      .shownOtherwise, value: seen.isEmpty ? "空白" : SourceCell.clipped(seen), expected: SourceCell.clipped(cell.text))
  }

  /// Returns what is understood of the cell as its own format shows it.
  private func readAlone(_ cell: SourceCell) -> CellInterpretation {
    if !cell.struck.isEmpty { return .unreadable(.struckText, value: cell.struck) }
    if cell.isChanging {
      return .unreadable(.changingFormula, value: cell.formula.map { SourceCell.clipped("=\($0)") })
    }
    if cell.isPicture { return .unreadable(.notNumber, value: "图片", expected: example) }
    switch cell.value {
    case nil: return cell.lacksResult ? .unreadable(.formulaError) : .blank
    case .number(let number): return whole(refused(read(number, cell)))
    case .string(let text):
      if let stored = cell.textStored, grammar.read(stored) != grammar.read(text) {
        return .unreadable(
          .shownOtherwise, value: text.isEmpty ? "空白" : SourceCell.clipped(text), expected: SourceCell.clipped(stored))
      }
      return whole(refused(read(text)))
    case .error: return .unreadable(.formulaError)
    case .date(let moment): return inDateFormat(cell, shown: cell.dayShown ?? moment.isoText)
    case .time(let time): return inDateFormat(cell, shown: time.isoText)
    case .duration(let time): return inDateFormat(cell, shown: time.clockText)
    case .boolean: return .unreadable(.notNumber, value: cell.text, expected: example)
    }
  }

  /// Refuses a number that its format shows as a day or a time.
  private func inDateFormat(_ cell: SourceCell, shown: String) -> CellInterpretation {
    guard let number = cell.rawNumber, let stored = FixedDecimal(shortest: number) else {
      return .unreadable(.notNumber, value: cell.text, expected: example)
    }
    return .unreadable(.dateFormat, value: stored.shortest, expected: shown)
  }

  private var grammar: QuantityGrammar {
    QuantityGrammar(measure: measure, bareMeasure: written, takesCumulative: takesCumulative)
  }

  // MARK: Stored numbers

  private func read(_ number: Double, _ cell: SourceCell) -> CellInterpretation {
    var result = CellInterpretation.blank
    guard let (stored, changed) = FixedDecimal.fifteenDigits(number), stored.magnitude < QuantityGrammar.limit else {
      return .unreadable(.notNumber, value: cell.text, expected: example)
    }
    var value = stored
    if changed { result.log("fifteen-digits", from: number.description, to: value.shortest) }
    if let shown = shown(cell, value) {
      let stored = cell.isPercentage ? try? value.multiplied(by: .hundred) : grammar.convert(value)
      guard case .quantity(let quantity) = grammar.read(shown), quantity.value == stored else {
        return .unreadable(.shownOtherwise, value: SourceCell.clipped(shown), expected: value.shortest)
      }
      if quantity.isApproximate { result.remarks.append(.init(rule: .approximate, value: value.shortest)) }
    }
    if cell.isPercentage {
      // 65 % is stored as 0.65.
      guard measure == "%", let hundredfold = try? value.multiplied(by: .hundred) else {
        return .unreadable(.foreignMeasure, value: "%", expected: measure)
      }
      result.log("percent-format", from: value.shortest, to: hundredfold.shortest)
      value = hundredfold.normalized
    } else if measure == "%", value.magnitude <= 1, !value.isZero {
      // 0.65 may be 65 % or less than one, and 1 may be all of it.
      let hundredfold = ((try? value.multiplied(by: .hundred)) ?? value).normalized.shortest
      return value.magnitude == 1
        ? .unreadable(.ambiguousNumber, value: "\(value.shortest)% / \(hundredfold)%")
        : .unreadable(.bareFraction, value: hundredfold)
    }
    guard let converted = grammar.convert(value) else {
      return .unreadable(.foreignMeasure, value: written, expected: measure)
    }
    if converted != value, let written {
      result.log("unit-of-measure", from: value.shortest + written, to: converted.shortest + measure)
    }
    result.figure = .decimal(converted)
    return result
  }

  /// Returns what the clerk sees of a stored number, where that is more or other than the number.
  func shown(_ cell: SourceCell) -> String? { cell.storedNumber.flatMap { shown(cell, $0) } }

  /// What stands before an amount of yuan.
  private static let currencies = ["¥", "￥", "人民币", "RMB", "CNY"]

  /// Words and marks that people show for nought.
  private static let nought: Set<String> = [
    "", "-", "—", "——", "－", "–", "/", "无", "零", "暂无", "没有", "持平",
  ]

  /// Returns true for what a format shows in place of nought: a dash or a word for it, the unit of measure or the sign of the
  /// money beside it.
  private func isNought(_ text: String) -> Bool {
    let rest = (Self.currencies + ["%", " "] + (measure.isEmpty ? [] : [measure])).reduce(text) {
      $0.replacing($1, with: "")
    }
    return Self.nought.contains(rest)
  }

  /// Returns what the clerk sees, where that is more or other than the number; `nil` where it is the number.
  private func shown(_ cell: SourceCell, _ stored: FixedDecimal) -> String? {
    guard let display = cell.display else { return nil }
    // Digits that the format adds are no part of the number.
    let hasDigits = (display.prefix + display.suffix).contains { ($0.wholeNumberValue ?? 10) < 10 }
    // Nought is often shown as a dash, or not at all.
    if display.form == .nothing, stored.isZero, isNought(display.prefix) { return nil }
    guard display.form == .number, display.scale.magnitude < 20, let scaled = stored.timesPowerOfTen(-display.scale)
    else {
      if let arranged = display.arranged { return arranged }
      let middle =
        switch display.form {
        case .rearranged, .number: "…"
        case .date: "日期"
        case .nothing: ""
        }
      let text = display.prefix + middle + display.suffix
      return text.isEmpty ? "空白" : text
    }
    // Where households are counted, a sign of money says something else.
    let prefix = grammar.bareIsMoney && Self.currencies.contains(display.prefix) ? "" : display.prefix
    if display.scale == 0, prefix.isEmpty, display.suffix.isEmpty, !display.hidesSign { return nil }
    let number = display.hidesSign ? (stored.isNegative ? scaled.magnitude : scaled.magnitude.negated) : scaled
    // The sign of the format stands before all.
    let sign = display.hidesSign && number.isNegative ? "-" : ""
    let own = sign.isEmpty ? number : number.magnitude
    if display.isPercentage {
      if display.scale == 0, prefix.isEmpty, display.suffix.isEmpty, !display.hidesSign { return nil }
      let hundredfold = (try? own.multiplied(by: .hundred)) ?? own
      return sign + prefix + hundredfold.normalized.shortest + "%" + display.suffix
    }
    let gap = hasDigits ? " " : ""
    return sign + prefix + gap + own.normalized.shortest + gap + display.suffix
  }

  private func refused(_ understood: CellInterpretation) -> CellInterpretation {
    guard let foreign, understood.figure.number != nil else { return understood }
    return .unreadable(.foreignMeasure, value: foreign, expected: measure)
  }

  /// Returns what was understood, but for a part of something that comes whole: half a household is nobody's figure.
  private func whole(_ understood: CellInterpretation) -> CellInterpretation {
    guard !takesFractions, let value = understood.figure.number, !value.isInteger else { return understood }
    return .unreadable(.fractionOfWhole, value: value.shortest, expected: measure)
  }

  // MARK: Typed texts

  private func read(_ text: String) -> CellInterpretation {
    switch grammar.read(text) {
    case .blank: .blank
    case .nilReturn: CellInterpretation(figure: .nilReturn, remarks: [.init(rule: .nilReturn)])
    case .notApplicable: CellInterpretation(figure: .notApplicable)
    case .quantity(let quantity): taken(quantity, from: text)
    case .range: .unreadable(.rangeNotTaken)
    case .ambiguous(let values):
      .unreadable(
        .ambiguousNumber, value: values.map { $0.shortest + (measure == "%" ? "%" : "") }.joined(separator: " / "))
    case .bareFraction(let hundredfold): .unreadable(.bareFraction, value: hundredfold.shortest)
    case .foreignMeasure(let written): .unreadable(.foreignMeasure, value: written, expected: measure)
    case .unfit(let character): .unreadable(.notNumber, value: String(character), expected: example)
    }
  }

  private func taken(_ quantity: Quantity, from text: String) -> CellInterpretation {
    let shown = quantity.value.shortest
    var result = CellInterpretation(figure: .decimal(quantity.value))
    result.log("text-number", from: text, to: shown)
    if quantity.isApproximate { result.remarks.append(.init(rule: .approximate, value: shown)) }
    if quantity.isInWords { result.remarks.append(.init(rule: .numberInWords, value: shown)) }
    if quantity.isMarkedNegative { result.remarks.append(.init(rule: .bracketNegative, value: shown)) }
    if result.remarks.isEmpty { result.remarks.append(.init(rule: .normalized, value: shown)) }
    return result
  }
}

extension CellInterpretation {
  mutating func log(_ rule: String, from: String, to: String) {
    normalizations.append(.init(rule: rule, from: from, to: to))
  }
}

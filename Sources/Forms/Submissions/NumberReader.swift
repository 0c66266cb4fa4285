import PlanModel
import SpreadsheetML
import Validation

/// Understands what stands in a cell for a number.
///
/// What can be restored in one way only is normalised and logged; what has two readings is taken with a warning or not
/// at all; what cannot be read goes back. The kinds M01 to M14 and M42 of misfilling are decided here.
struct NumberReader {
  /// The unit of measure that the form asks for.
  let measure: String
  /// The unit of measure of numbers that name none, where it is another one.
  var written: String?
  /// True if the cell takes per cent.
  var isRate: Bool { measure == "%" }

  /// Numbers beyond this are slips of the keyboard, not figures; sums of any number of units stay exact below it.
  private static let limit = FixedDecimal("1000000000000000") ?? 0

  func read(_ cell: FoundCell) -> Understood {
    if cell.isPicture { return .unreadable(.notNumber, expected: "80") }
    switch cell.value {
    case nil:
      return cell.lacksResult ? .unreadable(.formulaError) : .blank
    case .number(let number): return read(number, cell)
    case .string(let text): return read(text)
    case .error: return .unreadable(.formulaError)
    case .boolean, .time, .duration: return .unreadable(.notNumber, expected: "80")
    case .date: return .unreadable(.notNumber, expected: "80")
    }
  }

  private func read(_ number: Double, _ cell: FoundCell) -> Understood {
    var result = Understood.blank
    let decimal: FixedDecimal?
    if cell.formula != nil, let (cut, changed) = FixedDecimal.fifteenDigits(number) {
      decimal = cut
      if changed { result.log("fifteen-digits", from: number.description, to: cut.shortest) }
    } else {
      decimal = FixedDecimal(shortest: number)
    }
    guard var value = decimal, value.magnitude < Self.limit else { return .unreadable(.notNumber, expected: "80") }
    if cell.isPercentage {
      // 65 % is stored as 0.65.
      guard isRate, let hundredfold = try? value.multiplied(by: .hundred) else {
        return .unreadable(.foreignMeasure, expected: measure)
      }
      result.log("percent-format", from: value.shortest, to: hundredfold.shortest)
      value = hundredfold
    } else if isRate {
      (value, result.remarks) = fraction(value)
    }
    guard let converted = converted(value, &result) else { return .unreadable(.foreignMeasure, expected: measure) }
    result.figure = .decimal(converted)
    return result
  }

  /// A bare number from the unit of measure in which it stands; `nil` where that is of another family.
  private func converted(_ value: FixedDecimal, _ result: inout Understood) -> FixedDecimal? {
    guard let written, written != measure else { return value }
    guard let converted = MeasureFamily.convert(value, from: written, to: measure) else { return nil }
    if converted != value {
      result.log("unit-of-measure", from: value.shortest + written, to: converted.shortest + measure)
    }
    return converted
  }

  /// A bare number between 0 and 1 in a column for per cent is probably a fraction; 1 itself may be either.
  private func fraction(_ value: FixedDecimal) -> (FixedDecimal, [Understood.Remark]) {
    if value == 1 { return (value, [.init(rule: .ambiguousNumber, value: "1%")]) }
    guard value > 0, value < 1, let hundredfold = try? value.multiplied(by: .hundred) else { return (value, []) }
    return (hundredfold, [.init(rule: .bareFraction, value: hundredfold.shortest)])
  }

  private func read(_ text: String) -> Understood {
    var clean = CellTextCleaner.halfWidth(text).filter { !$0.isNewline && $0 != "\t" }
    // A sentence's full stop behind a figure is no point.
    while clean.last == "。" || clean.last == ";" { clean.removeLast() }
    // The mark that makes a program keep a number as text, typed or pasted along with it.
    while let first = clean.first, first == "'" || first == "’" || first == "`" { clean.removeFirst() }
    if clean.isEmpty { return .blank }
    if let word = Self.words[clean] { return word }
    var parser = QuantityText(clean)
    guard let quantity = parser.quantity() else { return .unreadable(.notNumber, expected: "80") }
    return understand(quantity, text: text)
  }

  /// Words that stand for themselves: 无 is zero and reported, — does not apply, 空 is nothing.
  private static let words: [String: Understood] = {
    let nilReturn = Understood(figure: .nilReturn, remarks: [.init(rule: .nilReturn)])
    var words = ["空": Understood.blank]
    for word in ["无", "零", "没有", "暂无"] { words[word] = nilReturn }
    for word in ["/", "—", "-", "--", "——", "不适用", "N/A", "n/a"] { words[word] = Understood(figure: .notApplicable) }
    return words
  }()

  private func understand(_ quantity: QuantityText.Quantity, text: String) -> Understood {
    if quantity.isRange { return .unreadable(.rangeNotTaken) }
    var result = Understood.blank
    let own = quantity.measure.isEmpty ? written ?? "" : quantity.measure
    guard let converted = MeasureFamily.convert(quantity.value, from: own, to: measure) else {
      return .unreadable(.foreignMeasure, expected: measure)
    }
    guard converted.magnitude < Self.limit else { return .unreadable(.notNumber, expected: "80") }
    var value = converted
    if isRate, own.isEmpty || own == measure, quantity.measure.isEmpty { (value, result.remarks) = fraction(value) }
    if quantity.isApproximate { result.remarks.append(.init(rule: .approximate, value: value.shortest)) }
    if quantity.isInWords { result.remarks.append(.init(rule: .numberInWords, value: value.shortest)) }
    if quantity.isBracketed { result.remarks.append(.init(rule: .bracketNegative, value: value.shortest)) }
    if quantity.isAmbiguous { result.remarks.append(.init(rule: .ambiguousNumber, value: value.shortest)) }
    result.figure = .decimal(value)
    result.log("text-number", from: text, to: value.shortest)
    if result.remarks.isEmpty { result.remarks.append(.init(rule: .normalized, value: value.shortest)) }
    return result
  }
}

extension Understood {
  mutating func log(_ rule: String, from: String, to: String) {
    normalizations.append(.init(rule: rule, from: from, to: to))
  }
}

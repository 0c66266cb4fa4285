import PlanModel
import SpreadsheetML

/// A cell of a submission as it was found, before anything is understood.
struct SourceCell: Hashable {
  let reference: CellReference
  let value: CellValue?
  /// The number as stored, also where the format makes a day of it.
  var rawNumber: Double?
  /// Whether the cell shows its number as per cent.
  let isPercentage: Bool
  /// A formula whose result the file does not hold.
  let lacksResult: Bool
  /// A merged range holds the cell, and it is not the top left one.
  var isCovered = false
  /// A picture lies over the cell instead of a value.
  var isPicture = false
  /// The formula, where the cell has one.
  let formula: String?
  /// How the cell looks, where that is not as nearly all do.
  private let look: Look?

  /// What a person sees that is not the value. Cells are copied often, and nearly none has any of it.
  private final class Look: Hashable, Sendable {
    let dayDisplay: DayDisplay
    let dayShown: String?
    let display: NumberDisplay?
    let textStored: String?
    let struck: String
    let mayBeStruck: Bool
    let others: [SourceCell]

    init(
      dayDisplay: DayDisplay, dayShown: String?, display: NumberDisplay?, textStored: String?, struck: String,
      mayBeStruck: Bool, others: [SourceCell]
    ) {
      self.dayDisplay = dayDisplay
      self.dayShown = dayShown
      self.display = display
      self.textStored = textStored
      self.struck = struck
      self.mayBeStruck = mayBeStruck
      self.others = others
    }

    static func == (left: Look, right: Look) -> Bool {
      left === right
        || left.dayDisplay == right.dayDisplay && left.dayShown == right.dayShown && left.display == right.display
          && left.textStored == right.textStored
          && left.struck == right.struck && left.mayBeStruck == right.mayBeStruck
          && left.others == right.others
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(textStored)
      hasher.combine(struck)
    }
  }

  init(
    reference: CellReference, value: CellValue?, rawNumber: Double? = nil, formula: String?, isPercentage: Bool,
    lacksResult: Bool, isCovered: Bool = false, isPicture: Bool = false, dayDisplay: DayDisplay = .asStored,
    dayShown: String? = nil,
    display: NumberDisplay? = nil, textStored: String? = nil, struck: String = "", mayBeStruck: Bool = false,
    others: [SourceCell] = []
  ) {
    self.reference = reference
    self.value = value
    self.rawNumber = rawNumber
    self.formula = formula
    self.isPercentage = isPercentage
    self.lacksResult = lacksResult
    self.isCovered = isCovered
    self.isPicture = isPicture
    let isPlain =
      dayDisplay == .asStored && dayShown == nil && display == nil && textStored == nil && struck.isEmpty
      && !mayBeStruck && others.isEmpty
    look =
      isPlain
      ? nil
      : Look(
        dayDisplay: dayDisplay, dayShown: dayShown, display: display, textStored: textStored, struck: struck,
        mayBeStruck: mayBeStruck, others: others)
  }

  /// What a person sees of a day.
  var dayDisplay: DayDisplay { look?.dayDisplay ?? .asStored }
  /// What a day looks like in its cell, where that can be told: 1月31日.
  var dayShown: String? { look?.dayShown }
  /// How the number looks, where that is not the number as it is stored.
  var display: NumberDisplay? { look?.display }
  /// What is stored of a text of which the format shows another one, which is the value: 210 where 210万 is seen.
  var textStored: String? { look?.textStored }
  /// What of the text is struck through, raised or lowered; empty where nothing is.
  var struck: String { look?.struck ?? "" }

  /// The same cell as each of the conditional formats over it may show it.
  var others: [SourceCell] { look?.others ?? [] }
  /// Whether a conditional format may strike the text through; of numbers and days `struck` says so.
  var mayBeStruck: Bool { look?.mayBeStruck ?? false }
  /// Whether a conditional format may change what is seen.
  var hasConditionalLook: Bool { look.map { $0.mayBeStruck || !$0.others.isEmpty } ?? false }

  /// Returns the beginning of a text, for a message.
  static func clipped(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "……" : text }

  /// True for a text that is struck out as a whole: it says nothing.
  var isTakenBack: Bool { look != nil && !struck.isEmpty && struck == text }

  /// False where what a person sees of a text is struck out or raised.
  var isAsSeen: Bool { look == nil || struck.isEmpty }

  /// True for a formula whose result is another one each day, or each time that it is worked out.
  var isChanging: Bool {
    guard let formula else { return false }
    let bytes = formula.utf8Span.span
    // By bytes: a formula may be long, and a form has hundreds.
    for place in bytes.indices where bytes[place] == UInt8(ascii: "(") {
      let isOne = Self.changing.contains { name in
        name.count <= place
          && name.indices.allSatisfy { bytes[place - name.count + $0] & 0xDF == name[$0] }
      }
      if isOne { return true }
    }
    return false
  }

  private static let changing = ["TODAY", "NOW", "RAND", "RANDBETWEEN"].map { Array($0.utf8) }

  /// True for a text of which the format shows another one.
  var isShownOtherwise: Bool {
    textStored.map { CellTextCleaner.trimmed($0) != CellTextCleaner.trimmed(text) } ?? false
  }

  /// The same cell, blank where a merge covers it.
  var uncovered: SourceCell {
    guard isCovered else { return self }
    return SourceCell(
      reference: reference, value: nil, formula: nil, isPercentage: false, lacksResult: false, isCovered: true)
  }

  /// Returns the same cell as far as it says one thing of several.
  func saying(_ text: String) -> SourceCell {
    SourceCell(
      reference: reference, value: .string(text), formula: formula, isPercentage: isPercentage,
      lacksResult: lacksResult, isCovered: isCovered, textStored: textStored, struck: struck)
  }

  /// What a person sees, near enough: the text of a message.
  var text: String {
    switch value {
    case nil: ""
    case .string(let text): text
    case .number(let number):
      isPercentage
        ? ((FixedDecimal(shortest: number).flatMap { try? $0.multiplied(by: .hundred) })?.shortest ?? "\(number)") + "%"
        : Self.shortest(number)
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .error(let code): code
    // 12 or 2024.6 in a cell for days is a day of 1900 or 1905 to the program, and a number to the clerk.
    case .date(let moment):
      if moment.day.year < 1910 {
        rawNumber.map(Self.shortest) ?? moment.isoText
      } else if case .month(let shown) = dayDisplay {
        // Excel makes the first of the month of 2024年6月; the month is what was typed.
        shown
      } else {
        moment.isoText
      }
    case .time(let time): rawNumber.map(Self.shortest) ?? time.isoText
    case .duration(let time): time.isoText
    }
  }

  /// The number that is stored, to 15 digits; `nil` for what is none.
  var storedNumber: FixedDecimal? {
    let number: Double? = if case .number(let number)? = value { number } else { rawNumber }
    return number.flatMap { FixedDecimal.fifteenDigits($0)?.value }
  }

  /// 2024.6 typed into a cell for days: a number with a fraction, stored as a day of 1905.
  var isMonthAsNumber: Bool {
    guard case .date(let moment)? = value, let number = rawNumber else { return false }
    return moment.day.year < 1910 && number != number.rounded()
  }

  private static func shortest(_ number: Double) -> String { FixedDecimal(shortest: number)?.shortest ?? "\(number)" }
}

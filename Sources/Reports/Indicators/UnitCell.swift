import Consolidation
import PlanModel

/// What stands in the cell of a unit, or of several units that share a column.
enum UnitCell: Equatable {
  /// Nobody there reports the item, or it does not apply: —.
  case none
  case number(FixedDecimal)
  /// The last period's number, since the plan says to carry it.
  case carried(FixedDecimal)
  /// A number that a person entered by hand.
  case manual(FixedDecimal)
  /// 未报送, 待定, a day, or a word of state as the unit wrote it.
  case word(String)

  static let missing = UnitCell.word("未报送")
  static let disputed = UnitCell.word("待定")

  var number: FixedDecimal? {
    switch self {
    case .number(let value), .carried(let value), .manual(let value): value
    case .none, .word: nil
    }
  }

  var shown: String {
    switch self {
    case .none: "—"
    case .number(let value), .carried(let value): value.shortest
    case .manual(let value): "\(value.shortest)（\(FigureStyle.manualMark)）"
    case .word(let word): word
    }
  }

  /// The cell of `figures`, the units that share a column.
  init(_ figures: [UnitFigure], of indicator: Indicator, in period: Period) {
    let applicable = figures.filter { $0.state != .notApplicable }
    // What a superior's figure beside it holds is not added to it.
    let whole = applicable.filter { !$0.isPart }
    let concerned = whole.isEmpty ? applicable : whole
    guard let first = concerned.first else {
      self = .none
      return
    }
    // A floor per unit counts units where several share a column, however many of them are concerned.
    if concerned.count > 1 || (figures.count > 1 && indicator.aggregate.countsUnits) {
      self = Self.shared(concerned, of: indicator, in: period)
    } else {
      self = Self.single(first, of: indicator, in: period)
    }
  }

  private static func single(_ figure: UnitFigure, of indicator: Indicator, in period: Period) -> UnitCell {
    switch figure.state {
    case .notReported: return .missing
    case .disputed: return .disputed
    case .notApplicable: return .none
    case .reported: break
    }
    if indicator.isWordsOnly { return .word("已报") }
    switch figure.row?.figure(in: .cumulative) {
    case .decimal(let value):
      return figure.isManual ? .manual(value) : figure.isCarried ? .carried(value) : .number(value)
    case .nilReturn: return .number(0)
    case .date(let day, _): return .word(ChineseText.day(day, in: period))
    case .text(let text): return .word(text)
    case .notApplicable, .blank, nil:
      // A recurring duty is reported in the column of the period.
      return figure.row?.figure(in: .current).date.map { .word(ChineseText.day($0, in: period)) } ?? .none
    }
  }

  private static func shared(_ figures: [UnitFigure], of indicator: Indicator, in period: Period) -> UnitCell {
    if !indicator.entryKind.hasTotal {
      let done = figures.count {
        $0.state == .reported && (indicator.isWordsOnly || $0.row?.figure(in: .cumulative).date != nil)
      }
      if done == 0, figures.allSatisfy({ $0.state == .notReported }) { return .missing }
      return .word("\(done)/\(figures.count)家")
    }
    let values = figures.compactMap(\.cumulative)
    if values.isEmpty {
      return figures.contains { $0.state == .disputed } ? .disputed : .missing
    }
    let total = try? indicator.aggregate.total(of: values, floor: indicator.floor(in: period))
    return (total ?? nil).map { .number($0) } ?? .none
  }
}

extension [FixedDecimal] {
  /// `nil` beyond 38 digits.
  var sum: FixedDecimal? {
    var sum = FixedDecimal.zero
    for value in self {
      guard let next = try? sum.adding(value) else { return nil }
      sum = next
    }
    return sum
  }
}

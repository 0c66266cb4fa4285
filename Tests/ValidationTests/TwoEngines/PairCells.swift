import PlanModel
import SpreadsheetML

@testable import Validation

/// Where the figures of one pair stand in the workbook, and what the evaluator is told of them.
struct PairCells: CellResolver {
  static let dataSheet = "填报表"
  static let listSheet = "清单 (1)"
  static let explanationSheet = "核实'说明"
  static let listHeight = 6
  static let explanationHeight = 4

  /// One cell to be written.
  struct Placed {
    let column: Int
    let cell: CanonicalCell
  }

  private(set) var placed: [Placed] = []
  private(set) var context = HandContext()
  private(set) var listCells: [[CanonicalCell]] = []
  private(set) var explanationCells: [CanonicalCell] = []
  private(set) var isSpecial = false
  private var texts: [Reference: String] = [:]
  private let row: Int

  /// - Parameter known: figures that are not to be drawn.
  init(
    _ expressions: [TypedExpression], scope: TypingScope, figures: FigureGenerator, known: [Reference: Figure], row: Int
  ) {
    self.row = row
    var figures = figures
    var references = expressions.reduce(into: Set<Reference>()) { $0.formUnion($1.references) }
    let readsExplanation =
      references.remove(Reference(.explanation)) != nil || expressions.contains(where: \.readsExplanation)
    if readsExplanation { placeExplanations(&figures) }
    for reference in references.sorted(by: { HandContext.name($0) < HandContext.name($1) }) {
      let drawn = figures.figure(scope.kind(of: reference) ?? .text)
      place(known[reference] ?? drawn, at: reference, scope, &figures)
    }
    if expressions.contains(where: \.readsList) { placeList(&figures) }
  }

  private mutating func place(
    _ figure: Figure, at reference: Reference, _ scope: TypingScope, _ figures: inout FigureGenerator
  ) {
    context.figures[HandContext.name(reference)] = figure
    note(figure)
    let cell = figure.cell(in: scope.kind(of: reference) ?? .text)
    // What the plan says may stand in the formula itself.
    if !reference.column.isReported, figures.random.next(below: 6) == 0 {
      switch cell {
      case .number(let value): return texts[reference] = value.shortest
      case .date(let day): return texts[reference] = "DATE(\(day.year),\(day.month),\(day.day))"
      case .text, .blank: break
      }
    }
    texts[reference] = "\(Self.dataSheet.quotedAsSheetName)!$\(Self.letters(placed.count))$\(row + 1)"
    placed.append(Placed(column: placed.count, cell: cell))
  }

  private mutating func placeList(_ figures: inout FigureGenerator) {
    let rows = figures.listRows()
    let kind = FigureKind.number(unit: nil)
    listCells = rows.map { row in ["类别", "金额(元)"].map { row.figure($0).cell(in: kind) } }
    context.list = rows.filter { row in row.values.values.contains { !$0.figure.has(.blank, in: kind) } }
    for row in context.list { row.values.values.forEach { note($0.figure) } }
  }

  /// The row under check stands at one of the places, other rows at the others.
  private mutating func placeExplanations(_ figures: inout FigureGenerator) {
    let all = (0..<Self.explanationHeight).map { _ in figures.explanation() }
    let own = figures.random.next(below: Self.explanationHeight)
    context.figures["explanation"] = all[own]
    note(all[own])
    let words = all.map { Explanation.words(of: $0.countedText ?? "") }
    let isCopied = words.indices.contains { $0 != own && words[$0] == words[own] }
    context.isExplained = Explanation.isReal(all[own]) && !isCopied
    explanationCells = all.map { $0.cell(in: .text) }
    texts[Reference(.explanation)] =
      "\(Self.explanationSheet.quotedAsSheetName)!$A$\(row * Self.explanationHeight + own + 1)"
  }

  private mutating func note(_ figure: Figure) {
    let special: [Figure] = [.blank, .decimal(0), .nilReturn, .notApplicable]
    if special.contains(figure) { isSpecial = true }
  }

  private static func letters(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }

  // MARK: Resolving

  func cell(_ reference: Reference) -> String? { texts[reference] }

  func list(column: String) -> String? { ["类别": 0, "金额(元)": 1][column].map(listRange) }

  var listRanges: [String]? { [listRange(0), listRange(1)] }

  private func listRange(_ column: Int) -> String {
    let (letter, first) = (Self.letters(column), row * Self.listHeight + 1)
    return "\(Self.listSheet.quotedAsSheetName)!$\(letter)$\(first):$\(letter)$\(first + Self.listHeight - 1)"
  }

  var explanations: String? {
    let first = row * Self.explanationHeight + 1
    return "\(Self.explanationSheet.quotedAsSheetName)!$A$\(first):$A$\(first + Self.explanationHeight - 1)"
  }
}

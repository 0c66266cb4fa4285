import PlanModel
import SpreadsheetML

/// The cells above the table of a sheet, one for each thing that they say.
struct HeadCells {
  let all: [SourceCell]
  /// Those of which a person sees what is stored.
  let asSeen: [SourceCell]
  fileprivate let sheet: SourceSheet
  /// False for a sheet that has no table.
  fileprivate let hasTable: Bool

  /// How many rows of a sheet without a table are its head.
  private static let rows = 12

  /// - Parameters:
  ///   - row: of the table's header; `nil` for a sheet without one.
  ///   - plan: names the units.
  ///   - ofUnits: leaves out what names no unit.
  init(_ sheet: SourceSheet, above row: Int?, plan: Plan, ofUnits: Bool = false, _ memory: HeadMemory) {
    let rows = row.map { row in sheet.rows.prefix { $0 < row }.suffix(40) } ?? sheet.rows.prefix(Self.rows)
    let cells = rows.flatMap { sheet.cells(inRow: $0) }
    all = (ofUnits ? cells.filter(Self.mayNameUnit) : cells).flatMap { Self.statements(in: $0, plan, memory) }
    asSeen = all.filter(\.isAsSeen)
    self.sheet = sheet
    hasTable = row != nil
  }

  /// Returns false for a cell without a label and without a title, as most are on a sheet of notes.
  private static func mayNameUnit(_ cell: SourceCell) -> Bool {
    guard case .string(let text)? = cell.value else { return false }
    return text.includes("位") || FormHead.isTitle(text)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", "：", "；", ";", "\n": true
    default: false
    }
  }

  /// Returns a cell for each thing that a cell says: 填报单位：东县　金额单位：元 says two.
  ///
  /// Lines, wide gaps and labels part them. A title with gaps between its words is one, and so is a unit's name.
  static func statements(in cell: SourceCell, _ plan: Plan, _ memory: HeadMemory) -> [SourceCell] {
    guard case .string(let text)? = cell.value else { return [cell] }
    let parts = memory.saying(text, plan).parts
    return parts.count > 1 ? parts.map { cell.saying($0) } : [cell]
  }

  /// Returns the things that a text says one after the other; none for a text that says one.
  static func parts(of text: String, _ plan: Plan) -> [String] {
    guard text.utf8.count <= 600,
      text.unicodeScalars.contains(where: isMark) || text.includes("截至") || text.includes("截止")
    else { return [] }
    let clean = CellTextCleaner.halfWidth(text)
    if let colon = clean.firstIndex(of: ":"), plan.unit(named: String(clean[clean.index(after: colon)...])) != nil {
      return []
    }
    var parts: [String] = []
    for part in HeadGaps.parts(of: text).map(CellTextCleaner.trimmed) where !part.isEmpty {
      // A label without its words goes with what follows.
      if let last = parts.last, last.hasSuffix(":") || last.hasSuffix("：") {
        parts[parts.count - 1] = last + part
      } else {
        parts.append(part)
      }
    }
    return parts
  }
}

/// Whose the form is by the head of a sheet.
struct HeadUnits: Hashable {
  typealias Statement = FormHead.Statement<String>

  /// The names behind 填报单位（盖章）：, then units of the plan whose name stands alone.
  let named: [Statement]
  /// The names of units in titles, also where no line names one.
  let titled: [Statement]

  init(_ head: HeadCells, plan: Plan, _ memory: HeadMemory) {
    let labelled = head.asSeen.compactMap { Self.unitName($0, head.sheet) }
    let beside = Set(labelled.map(\.cell))
    // A name alone says whose form it is only where a form can be.
    let alone =
      head.hasTable
      ? head.asSeen.filter { !beside.contains($0) }.compactMap { Self.unitAlone($0, head.sheet, plan) } : []
    titled = head.asSeen.compactMap { cell in
      guard case .string(let text)? = cell.value else { return nil }
      return memory.saying(text, plan).titledUnit.map { Statement(value: $0, cell: cell) }
    }
    named = labelled + alone + (labelled.isEmpty ? [] : titled)
  }

  /// The first name; `nil` where the head names nobody.
  var name: String? { named.first?.value }

  /// Returns the names of different units of the plan; empty where the head names one at most.
  func disputed(_ plan: Plan) -> [Statement] {
    var known: [(id: String, said: Statement)] = []
    for said in named {
      guard let unit = plan.unit(named: said.value), !known.contains(where: { $0.id == unit.id }) else { continue }
      known.append((unit.id, said))
    }
    return known.count > 1 ? known.map(\.said) : []
  }

  static let labels = ["填报单位", "填表单位", "报送单位", "上报单位"]

  /// Returns the name without the place for the seal behind it: 东县（盖章）.
  static func withoutSeal(_ name: String) -> String {
    let name = CellTextCleaner.halfWidth(name)
    let seal = ["(盖章)", "(公章)", "(章)"].first { name.hasSuffix($0) } ?? ""
    return CellTextCleaner.trimmed(String(name.dropLast(seal.count)))
  }

  private static func unitName(_ cell: SourceCell, _ sheet: SourceSheet) -> Statement? {
    guard case .string(let text)? = cell.value, text.utf8.count <= 600, text.includes("位") else { return nil }
    let clean = CellTextCleaner.halfWidth(text)
    let label = clean.filter { !$0.isWhitespace }
    guard labels.contains(where: { label.hasPrefix($0) }), let colon = clean.firstIndex(of: ":") else { return nil }
    var name = CellTextCleaner.trimmed(String(clean[clean.index(after: colon)...]))
    name = withoutSeal(name)
    if let next = name.firstRange(of: "截至") { name = CellTextCleaner.trimmed(String(name[..<next.lowerBound])) }
    if !name.isEmpty { return Statement(value: name, cell: cell) }
    // The label alone; the name stands beside it.
    let right = sheet.right(of: cell)
    let beside = CellTextCleaner.trimmed(right.text)
    return beside.isEmpty || beside.hasPrefix("截至") ? nil : Statement(value: beside, cell: right)
  }

  /// Returns the unit of a cell that holds its name and nothing else but a label, and is not one of many beside each
  /// other.
  private static func unitAlone(_ cell: SourceCell, _ sheet: SourceSheet, _ plan: Plan) -> Statement? {
    guard case .string(let text)? = cell.value, text.utf8.count <= 120,
      sheet.cells(inRow: cell.reference.row).count(where: { $0.value != nil }) <= 4
    else { return nil }
    // Also behind a label of whatever words: 编报单位：海丰县.
    let clean = CellTextCleaner.halfWidth(text)
    let names = [clean] + (clean.firstIndex(of: ":").map { [String(clean[clean.index(after: $0)...])] } ?? [])
    return names.map(CellTextCleaner.trimmed).first { plan.unit(named: $0).map { $0.kind != .group } ?? false }
      .map { Statement(value: $0, cell: cell) }
  }

  /// Returns the unit that a title names: 海丰县2024年度重点工作进展情况填报表, …填报表（6月）（海丰县）.
  static func unitOfTitle(_ text: String, _ plan: Plan) -> String? {
    guard text.utf8.count <= 300, FormHead.isTitle(text) else { return nil }
    let title = CellTextCleaner.trimmed(text)
    // In our own title a name may stand anywhere; another one may have its letters by chance.
    let isOurs = title.includes(TemplateWriter.titleCore)
    let name =
      isOurs
      ? plan.printedUnitName(in: title.replacing(TemplateWriter.titleCore, with: " ")).flatMap {
        $0.count > 1 ? $0 : nil
      }
      : plan.printedUnitName(beginning: title).flatMap { $0.count > 2 ? $0 : nil }
    return name ?? HeadText(text).brackets.first { plan.unit(named: $0).map { $0.kind != .group } ?? false }
  }
}

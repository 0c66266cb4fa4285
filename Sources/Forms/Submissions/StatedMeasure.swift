import PlanModel
import SpreadsheetML

/// In which unit of measure the numbers of a row stand, where the sheet says another than the plan.
///
/// The row's own 计量单位 decides, then a unit in brackets in the column's head, then 金额单位 or 长度单位 in the head of the sheet.
struct StatedMeasure {
  /// Every unit of measure of the form.
  let ofForm: Set<String>
  /// What the head of the sheet says of money and lengths.
  var notes: [FormHead.Measure] = []
  /// What the description of a form of another make says.
  var described: String?
  /// False for forms of another make, whose units of measure are their own affair.
  var isOurs = true

  /// What was found, and in which cell it is said.
  struct Found {
    let measure: String
    var cell: FoundCell?
    var column: FormColumn?
    /// True if the row is asked for in another kind of unit: 人 where 个 are counted. Then no number of it is taken.
    var isForeign = false

    /// With the cell that says so: 元（I5）.
    var said: String { cell.map { "\(measure)（\($0.reference.a1)）" } ?? measure }
  }

  /// - Parameters:
  ///   - name: the indicator's, as the plan has it.
  ///   - asked: the plan's unit of measure.
  func found(_ table: FormTable, row: Int, column: FormColumn, name: String, asked: String) -> Found? {
    guard !asked.isEmpty else { return nil }
    let own = ownMeasure(table, row: row)
    let beside = [inName(table, row: row, name: name), inHead(table, column, asked: asked), inNote(asked: asked)]
      .compactMap(\.self)
    // On a form of another make the row's own unit and what is said elsewhere have to agree.
    if let own {
      if own.measure != asked {
        return Found(
          measure: own.measure, cell: own.cell, column: .unit,
          isForeign: isOurs && !MeasureFamily.isSameKind(own.measure, asked))
      }
      // On our own form a clerk's word in the head or above the table stands against what is printed, and is meant.
      if isOurs, let other = inName(table, row: row, name: name), other.measure != asked {
        return Found(measure: other.measure, cell: other.cell, column: other.column, isForeign: true)
      }
      if !isOurs {
        guard let other = beside.first(where: { $0.measure != asked }) else { return nil }
        return Found(measure: other.measure, cell: other.cell, column: other.column, isForeign: true)
      }
    }
    if let first = beside.first {
      if let other = beside.first(where: { $0.measure != first.measure }) {
        return Found(
          measure: [first, other].map(\.said).joined(separator: "、"), column: other.column, isForeign: true)
      }
      return first.measure == asked ? nil : first
    }
    guard let described, described != asked, changes(described, to: asked) else { return nil }
    return Found(measure: described)
  }

  /// What the row's own cell says.
  private func ownMeasure(_ table: FormTable, row: Int) -> Found? {
    // Of rows merged into one all have the same unit.
    guard let cell = table.columns[.unit].map({ table.sheet.shown(row: row, column: $0) }),
      case .string(let text)? = cell.value
    else { return nil }
    let typed = CellTextCleaner.halfWidth(text).filter { !$0.isWhitespace }
    let own = String((typed.hasPrefix("人民币") ? typed.dropFirst(3) : typed[...]).map { Self.simplified[$0] ?? $0 })
    guard !own.isEmpty, own != "—", own != "-" else { return nil }
    let head = HeadText(own)
    return Found(
      measure: head.base.isEmpty ? head.measure ?? own : HeadText.measure(own) ?? own, cell: cell, column: .unit)
  }

  /// What stands in brackets behind the row's name: 补贴（元）.
  private func inName(_ table: FormTable, row: Int, name: String) -> Found? {
    guard let cell = table.cell(.indicator, row: row), let measure = HeadText(cell.text).measure,
      measure != HeadText(name).measure
    else { return nil }
    return Found(measure: measure, cell: cell, column: .indicator)
  }

  private func inHead(_ table: FormTable, _ column: FormColumn, asked: String) -> Found? {
    guard let head = table.measures[column] else { return nil }
    // 累计完成（户） on a form with money too says nothing of the money.
    let isOfForm = ofForm.contains {
      $0 == head || $0 != "个" && head != "个" && MeasureFamily.exponent(from: head, to: $0) == 0
    }
    let isOfRow = MeasureFamily.convert(1, from: head, to: asked) != nil
    guard isOfRow || !isOfForm else { return nil }
    // 户 for 家 changes no number.
    if isOfRow, !changes(head, to: asked) { return Found(measure: asked) }
    return Found(measure: head, cell: table.columns[column].map(table.head), column: column)
  }

  private func inNote(asked: String) -> Found? {
    let notes = notes.filter { Self.isAbout($0.measure, asked) }
    guard let first = notes.first else { return nil }
    let found = Found(measure: first.measure, cell: first.cell)
    if let other = notes.first(where: { $0.measure != first.measure }) {
      let both = [found, Found(measure: other.measure, cell: other.cell)]
      return Found(measure: both.map(\.said).joined(separator: "、"), isForeign: true)
    }
    // 元/月 is asked for in yuan, and 百户 is nothing that is known.
    let isKnown = MeasureFamily.convert(1, from: first.measure, to: asked) != nil
    return isKnown ? found : Found(measure: first.measure, cell: first.cell, isForeign: true)
  }

  /// True if a note about this unit of measure is one about the item: money about money, lengths about lengths.
  private static func isAbout(_ note: String, _ asked: String) -> Bool {
    let isOfMoney = note.contains("元")
    if asked.contains("元") { return isOfMoney }
    return MeasureFamily.exponent(from: note, to: asked) != nil || !isOfMoney && note != asked && note.hasSuffix(asked)
  }

  private static let simplified: [Character: Character] = ["萬": "万", "億": "亿", "戶": "户", "個": "个", "張": "张", "場": "场"]

  /// True if a number in the one is another number in the other.
  private func changes(_ measure: String, to asked: String) -> Bool {
    MeasureFamily.convert(1, from: measure, to: asked).map { $0 != 1 } ?? false
  }
}

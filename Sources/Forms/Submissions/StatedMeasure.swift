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
    var cell: SourceCell?
    var column: FormColumn?
    /// True if the row is asked for in another kind of unit: 人 where 个 are counted. Then no number of it is taken.
    var isForeign = false

    /// With the cell that says so: 元（I5）.
    var said: String { cell.map { "\(measure)（\($0.reference.a1)）" } ?? measure }
  }

  /// What a row's own cells say, whichever of its columns is asked about.
  struct OfRow {
    /// What its 计量单位 says.
    fileprivate let own: Found?
    /// What its name says, or its task's.
    fileprivate let named: Found?
  }

  /// - Parameters:
  ///   - name: the indicator's, as the plan has it.
  ///   - task: the heading of its task.
  ///   - asked: the plan's unit of measure.
  func ofRow(_ table: FormTable, _ line: SourceSheet.Row, name: String, task: String, asked: String) -> OfRow {
    guard !asked.isEmpty else { return OfRow(own: nil, named: nil) }
    // What stands behind the name of a task is said of all its rows, of which some may be counted in something else.
    let ofTask = inName(table, .task, line, name: task).flatMap { Self.isAbout($0.measure, asked) ? $0 : nil }
    return OfRow(
      own: ownMeasure(table, line, asked: asked), named: inName(table, .indicator, line, name: name) ?? ofTask)
  }

  /// Returns the unit of measure in which a column's bare numbers stand, where it is another than the plan's.
  ///
  /// - Parameter asked: the plan's unit of measure.
  func found(_ row: OfRow, _ table: FormTable, column: FormColumn, asked: String) -> Found? {
    guard !asked.isEmpty else { return nil }
    let (own, named) = (row.own, row.named)
    // Nearly everywhere nothing is said but what was printed.
    if own.map({ $0.measure == asked }) ?? true, named == nil, notes.isEmpty, described == nil,
      table.measures[column] == nil
    {
      return nil
    }
    let beside = [named, inHead(table, column, asked: asked), inNote(asked: asked)]
      .compactMap(\.self)
    // On a form of another make the row's own unit and what is said elsewhere have to agree.
    if let own {
      if own.measure != asked {
        return Found(
          measure: own.measure, cell: own.cell, column: .measure,
          isForeign: isOurs && !MeasureFamily.isSameKind(own.measure, asked))
      }
      // On our own form a clerk's word in the head or above the table stands against what is printed, and is meant.
      if isOurs, let other = named, other.measure != asked {
        return Found(measure: other.measure, cell: other.cell, column: other.column, isForeign: true)
      }
      if !isOurs {
        guard let other = beside.first(where: { $0.measure != asked }) else { return nil }
        return Found(measure: other.measure, cell: other.cell, column: other.column, isForeign: true)
      }
    }
    // 单位：万元 on a form with items in 万元 says nothing for certain of one in 亿元.
    if isOurs, own != nil, named == nil, let note = inNote(asked: asked), note.measure != asked,
      ofForm.contains(note.measure)
    {
      return Found(measure: note.measure, cell: note.cell, isForeign: true)
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

  /// Returns what the row's own cell says.
  private func ownMeasure(_ table: FormTable, _ line: SourceSheet.Row, asked: String) -> Found? {
    // Of rows merged into one all have the same unit.
    guard let cell = table.columns[.measure].map({ line.shown(column: $0, on: table.sheet) }),
      case .string = cell.value
    else { return nil }
    let text = cell.text
    // As it was printed, as nearly everywhere.
    if text == asked { return Found(measure: asked, cell: cell, column: .measure) }
    let typed = CellTextCleaner.compact(text)
    let own = String((typed.hasPrefix("人民币") ? typed.dropFirst(3) : typed[...]).map { Self.simplified[$0] ?? $0 })
    guard !own.isEmpty, own != "—", own != "-" else { return nil }
    let head = HeadText(own)
    return Found(
      measure: head.base.isEmpty ? head.measure ?? own : HeadText.measure(own) ?? own, cell: cell, column: .measure)
  }

  /// Returns what stands in brackets behind the row's name, or its task's: 补贴（元）.
  private func inName(_ table: FormTable, _ column: FormColumn, _ line: SourceSheet.Row, name: String) -> Found? {
    guard let cell = table.columns[column].map({ line.shown(column: $0, on: table.sheet) }),
      cell.text != name, let measure = HeadText(cell.text).measure, measure != HeadText(name).measure
    else { return nil }
    return Found(measure: measure, cell: cell, column: column)
  }

  private func inHead(_ table: FormTable, _ column: FormColumn, asked: String) -> Found? {
    guard let head = table.measures[column] else { return nil }
    // 累计完成（户） on a form with money too says nothing of the money.
    let isOfForm = ofForm.contains {
      $0 == head || $0 != "个" && head != "个" && MeasureFamily.exponent(from: head, to: $0) == 0
    }
    var found = Found(measure: head, cell: table.columns[column].map(table.head), column: column)
    // 户 for 家 changes no number.
    if MeasureFamily.convert(1, from: head, to: asked) != nil {
      return changes(head, to: asked) ? found : Found(measure: asked)
    }
    // 累计完成（%） over a number of households is no number of them, whatever else the form counts.
    found.isForeign = true
    return isOfForm && head != "%" ? nil : found
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
    let converts = !Self.isMultiple(first.measure) && MeasureFamily.convert(1, from: first.measure, to: asked) != nil
    return converts ? found : Found(measure: first.measure, cell: first.cell, isForeign: true)
  }

  /// Returns true if a note about this unit of measure is one about the item: money about money, lengths about lengths.
  private static func isAbout(_ note: String, _ asked: String) -> Bool {
    // 计量单位（万） is said of everything.
    if isMultiple(note) { return true }
    let isOfMoney = note.contains("元") || note.contains("圆") || note == "角" || note == "分"
    if asked.contains("元") { return isOfMoney }
    if asked.hasSuffix("米") || asked == "公里" { return note.hasSuffix("米") || note == "公里" }
    return MeasureFamily.exponent(from: note, to: asked) != nil || !isOfMoney && note != asked && note.hasSuffix(asked)
  }

  /// Returns true for 万, 百万: of what, it does not say.
  private static func isMultiple(_ note: String) -> Bool { note.allSatisfy { "十百千万亿".contains($0) } }

  private static let simplified: [Character: Character] = ["萬": "万", "億": "亿", "戶": "户", "個": "个", "張": "张", "場": "场"]

  /// Returns true if a number in the one is another number in the other.
  private func changes(_ measure: String, to asked: String) -> Bool {
    MeasureFamily.convert(1, from: measure, to: asked).map { $0 != 1 } ?? false
  }
}
